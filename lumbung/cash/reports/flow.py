"""How money flows: the weeks before today, the newest entries, what is recorded most."""

from datetime import date, timedelta
from typing import NamedTuple

from lumbung.cash.rules import ASKED_AS, of_direction
from lumbung.ledger.reports.cash import Touch, cash_by_day, kinds_used, last_touches, touches_of

WEEKS, HABIT_DAYS = 6, 90


class Span(NamedTuple):
    """What came in and went out from a day to a day, all places together; sen."""

    start: date
    end: date
    inward: int
    outward: int


def weeks(cooperative_id: int, today: date, count: int = WEEKS) -> list[Span]:
    """The last weeks, Monday to Sunday, the oldest first; the last one ends today."""
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in reversed(range(count))]
    days = cash_by_day(cooperative_id, starts[0], today)
    return [_span(days, start, min(start + timedelta(days=6), today)) for start in starts]


def span(cooperative_id: int, start: date, end: date) -> Span:
    """Some days together: this month, this week."""
    return _span(cash_by_day(cooperative_id, start, end), start, end)


def _span(days: dict[date, tuple[int, int]], start: date, end: date) -> Span:
    inside = [amounts for day, amounts in days.items() if start <= day <= end]
    return Span(start, end, sum(into for into, _out in inside), sum(out_of for _into, out_of in inside))


def newest(cooperative_id: int, limit: int = 8) -> list[Touch]:
    """The entries that touched cash or bank, the newest first."""
    return last_touches(cooperative_id, limit)


class Habit(NamedTuple):
    """A category that is recorded often, and the entry of it that was made last."""

    event: str
    last: Touch

    @property
    def amount(self) -> int:
        return self.last.inward or self.last.outward


def habits(cooperative_id: int, today: date, *, inward: bool, most: int = 6) -> list[Habit]:
    """The categories that this cooperative has recorded most in the last months, the most frequent first."""
    counts: dict[str, int] = {}
    last: dict[str, int] = {}
    for kind, (count, number) in kinds_used(cooperative_id, today - timedelta(days=HABIT_DAYS)).items():
        event = ASKED_AS.get(kind, kind)
        counts[event], last[event] = counts.get(event, 0) + count, max(last.get(event, 0), number)
    shown = [category.event for category in of_direction(inward) if category.group and counts.get(category.event)]
    frequent = sorted(shown, key=lambda event: -counts[event])[:most]
    touches = touches_of(cooperative_id, [last[event] for event in frequent])
    return [Habit(event, touches[last[event]]) for event in frequent]
