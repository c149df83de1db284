"""The sample of a week: which entries, and what was said of each."""

from datetime import timedelta
from typing import NamedTuple

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.supervision import rules
from lumbung.supervision.models import Draw, Drawn, Finding
from lumbung.supervision.reports.looking import moment, posted_in


class Sample(NamedTuple):
    """What a week's sample is, drawn or not: the book's root and size when the week began, and the numbers."""

    week: str
    size: int
    root: bytes
    numbers: list[int]


class Checked(NamedTuple):
    """One entry of a sample, and what was said of it; None while it waits."""

    entry: books.JournalEntry
    finding: Finding | None


def sample_of(cooperative_id: int, week: str) -> Sample:
    """The sample as it follows from the book; the same whenever it is asked for. Empty for a week to come."""
    monday = rules.first_day(week)
    if monday > clock.today():
        return Sample(week, 0, b"", [])
    size, root = books.root_before(cooperative_id, moment(monday))
    entries = posted_in(cooperative_id, monday - timedelta(days=rules.BACK), monday - timedelta(days=1))
    numbers = [entry.number for entry in entries if not entry.kind.startswith("period.") and entry.number <= size]
    return Sample(week, size, root, rules.drawn(root, week, numbers, bylaws(cooperative_id, monday).sample_size))


def checked(cooperative_id: int, week: str) -> list[Checked]:
    """The drawn entries of a week in the order of the book, each with its verdict."""
    numbers = Drawn.objects.filter(cooperative_id=cooperative_id, week=week).values_list("number", flat=True)
    said = {one.number: one for one in Finding.objects.filter(cooperative_id=cooperative_id, week=week)}
    return [Checked(entry, said.get(entry.number)) for entry in books.entries_of(cooperative_id, list(numbers))]


def weeks_drawn(cooperative_id: int) -> list[str]:
    """The weeks whose sample was drawn, newest first."""
    return list(Draw.objects.filter(cooperative_id=cooperative_id).order_by("-week").values_list("week", flat=True))
