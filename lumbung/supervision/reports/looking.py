"""What was posted in a span of days, and what of it looks unusual by the limits of this cooperative."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from lumbung import clock
from lumbung.approvals.models import Decision
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.ledger.chart import CASH_FIRST, CASH_LAST
from lumbung.security.reports import names
from lumbung.supervision import rules
from lumbung.supervision.rules import Limits, Seen


class Odd(NamedTuple):
    """An entry and why somebody should look; `reasons` are words of `rules.REASONS`."""

    entry: books.JournalEntry
    reasons: list[str]


def moment(day: date) -> datetime:
    """The first moment of a day in Malang."""
    return datetime.combine(day, time(), tzinfo=clock.ZONE)


def posted_in(cooperative_id: int, start: date, end: date) -> list[books.JournalEntry]:
    """What was posted on these days, whatever day it is booked on."""
    return books.posted_between(cooperative_id, moment(start), moment(end + timedelta(days=1)))


def odd(cooperative_id: int, start: date, end: date, reason: str = "") -> list[Odd]:
    """What was posted on these days and looks unusual, newest first; narrowed to one reason."""
    entries = posted_in(cooperative_id, start, end)
    why = reasons_of(cooperative_id, entries, end)
    found = [Odd(entry, why[entry.number]) for entry in reversed(entries) if entry.number in why]
    return [one for one in found if not reason or reason in one.reasons]


def stood_in(cooperative_id: int, today: date, days: int = 90) -> list[tuple[Decision, str]]:
    """What another officer approved for the chair in these days, newest first, with her name."""
    since = moment(today - timedelta(days=days))
    rows = Decision.objects.filter(cooperative_id=cooperative_id, verdict="approved", decided_at__gte=since)
    found = list(rows.exclude(reason="").select_related("entry", "draft").order_by("-decided_at"))
    called = names(row.by for row in found)
    return [(row, called.get(row.by, "")) for row in found]


def reasons_of(cooperative_id: int, entries: list[books.JournalEntry], on: date) -> dict[int, list[str]]:
    """Number → words of `rules.REASONS`, by the limits of a day; nothing for an entry that looks as usual."""
    return rules.unusual([_seen(entry) for entry in entries], _limits(cooperative_id, on))


def _limits(cooperative_id: int, on: date) -> Limits:
    rules_ = bylaws(cooperative_id, on)
    return Limits(*(getattr(rules_, name) for name in Limits._fields))


def _seen(entry: books.JournalEntry) -> Seen:
    cash = [line for line in entry.lines if CASH_FIRST <= line.account <= CASH_LAST]
    return Seen(
        entry.number, entry.kind, entry.booked_on, clock.local(entry.posted_at), entry.amount,
        sum(line.credit - line.debit for line in cash), entry.made_by, entry.approved_by, entry.reverses,
        entry.reversed_by,
    )  # fmt: skip
