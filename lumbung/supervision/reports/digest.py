"""What was done each day of a week, by whom: who wrote, who approved, who counted, who agreed with the bank."""

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from lumbung import clock
from lumbung.approvals.models import Decision
from lumbung.cash.models import Count, Reconciliation
from lumbung.security.reports import names
from lumbung.supervision import rules
from lumbung.supervision.models import WeekRead
from lumbung.supervision.reports.looking import moment, posted_in


class Line(NamedTuple):
    """One person's day; `out` is what she paid out, sen."""

    person: int
    name: str
    made: int
    out: int
    approved: int
    counted: int
    agreed: int


class Day(NamedTuple):
    """A day with something in it. `alone`: one person wrote, and nobody else approved or counted."""

    on: date
    entries: int
    lines: list[Line]

    @property
    def alone(self) -> bool:
        return len(self.lines) == 1


def digest(cooperative_id: int, week: str) -> list[Day]:
    """The days of a week, newest first, those on which nothing was done left out."""
    first, last = rules.first_day(week), rules.last_day(week)
    made, out, all_ = Counter(), Counter(), Counter()
    for entry in posted_in(cooperative_id, first, last):
        day = clock.local(entry.posted_at).date()
        all_[day] += 1
        made[day, entry.made_by] += 1
        out[day, entry.made_by] += rules.paid_out(entry)
    others = _beside(cooperative_id, first, last)
    found = {*made, *(key for counts in others for key in counts)}
    called = names(who for _day, who in found)
    return [
        Day(day, all_[day], [
            Line(who, called.get(who, ""), made[day, who], out[day, who], *(counts[day, who] for counts in others))
            for who in sorted({person for on, person in found if on == day}, key=lambda one: called.get(one, ""))
        ])
        for day in sorted({on for on, _who in found}, reverse=True)
    ]  # fmt: skip


def _beside(cooperative_id: int, first: date, last: date) -> list[Counter]:
    """(day, person) → how often she approved, counted, agreed with the bank."""
    span = (moment(first), moment(last + timedelta(days=1)))
    rows = (
        Decision.objects.filter(verdict="approved", decided_at__gte=span[0], decided_at__lt=span[1]).values_list(
            "decided_at", "by"
        ),
        Count.objects.filter(counted_at__gte=span[0], counted_at__lt=span[1]).values_list("counted_at", "by"),
        Reconciliation.objects.filter(agreed_at__gte=span[0], agreed_at__lt=span[1]).values_list("agreed_at", "by"),
    )
    return [
        Counter((clock.local(at).date(), who) for at, who in each.filter(cooperative_id=cooperative_id))
        for each in rows
    ]


def week_read(cooperative_id: int, week: str) -> WeekRead | None:
    return WeekRead.objects.filter(cooperative_id=cooperative_id, week=week).first()


def waits_for_reading(cooperative_id: int, week: str) -> bool:
    """Whether one person alone wrote in a week and no supervisor has read it yet."""
    if week_read(cooperative_id, week):
        return False
    entries = posted_in(cooperative_id, rules.first_day(week), rules.last_day(week))
    return len({entry.made_by for entry in entries}) == 1
