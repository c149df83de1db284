"""What a sign is, and what all of them look at."""

from collections.abc import Iterable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import NamedTuple

from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.money import show
from lumbung.supervision.reports.looking import posted_in

DAYS = 90


class Row(NamedTuple):
    """One thing behind a figure: words, when or how old, sen (None when it is no money), and the page that shows it."""

    words: str
    on: date | None = None
    amount: int | None = None
    page: str = ""
    where: dict = {}
    small: str = ""


class Sign(NamedTuple):
    """A figure of one pattern. `found`: somebody should look; `since`: the oldest day of what was found."""

    figure: str
    found: bool
    since: date | None = None
    rows: tuple[Row, ...] = ()


class Glance(NamedTuple):
    """The cooperative on a day, what was posted in the ninety days up to it, and the bylaws of the day."""

    coop: int
    today: date
    since: date
    entries: list[books.JournalEntry]
    law: SimpleNamespace


def glance(cooperative_id: int, today: date) -> Glance:
    since = today - timedelta(days=DAYS)
    law = bylaws(cooperative_id, today)
    return Glance(cooperative_id, today, since, posted_in(cooperative_id, since, today), law)


def of_entries(words: str, entries: Iterable[books.JournalEntry]) -> Sign:
    """A sign that is a list of entries; `words` take their number."""
    rows = tuple(entry_row(one) for one in entries)
    return listed(words, rows)


def listed(words: str, rows: Iterable[Row]) -> Sign:
    """A sign that is a list; found when there is anything in it."""
    rows = tuple(rows)
    days = [row.on for row in rows if row.on]
    return Sign(words % {"n": len(rows)}, bool(rows), min(days, default=None), rows)


def entry_row(entry: books.JournalEntry, small: str = "") -> Row:
    return Row(
        entry.memo or entry.label, entry.booked_on, entry.amount, "cash:entry", {"number": entry.number},
        small or entry.document,
    )  # fmt: skip


def money(amount: int) -> str:
    return show(amount)
