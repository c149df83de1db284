"""Which entries are drawn, and which look unusual. No database, no clock.

A week is `2026-W12`, ISO: it begins on a Monday, and sorts as text.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from lumbung.ledger.chart import is_cash

BACK = 28  # days before the week that its sample is drawn from
REASONS = {  # in the order of weight; word in the address → what the page says
    "pecah": _("Dipecah di bawah batas persetujuan"),
    "sendiri": _("Pengeluaran besar tanpa orang kedua"),
    "malam": _("Dicatat malam hari"),
    "batal": _("Dibatalkan atau pembatalan"),
    "mundur": _("Dicatat mundur"),
    "bulat": _("Jumlah besar yang bulat"),
}


class Seen(NamedTuple):
    """An entry as the rules look at it: `posted` is local time, `outward` what left cash and bank, sen."""

    number: int
    kind: str
    booked_on: date
    posted: datetime
    amount: int
    outward: int
    made_by: int
    approved_by: int | None
    reverses: int | None
    reversed_by: int | None


class Limits(NamedTuple):
    """The cooperative's own, as in force on the last day looked at; amounts in sen, hours of the day."""

    backdate_days: int
    night_from: int
    night_until: int
    round_amount: int
    approval_limit: int


# --- weeks ----------------------------------------------------------------------------------------------------------


def week_of(day: date) -> str:
    year, week, _weekday = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def first_day(week: str) -> date:
    """The Monday of a week. Raises ValueError: no such week."""
    found = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    if week_of(found) != week:
        raise ValueError(week)
    return found


def last_day(week: str) -> date:
    return first_day(week) + timedelta(days=6)


# --- the sample -----------------------------------------------------------------------------------------------------


def drawn(root: bytes, week: str, numbers: Iterable[int], count: int) -> list[int]:
    """The entries of a week's sample, in the order of the book: those whose hash with root and week is lowest.

    The root holds 256 bits of salt for each entry, made when it was posted: nobody can know the draw before the week
    begins, and everybody can repeat it afterwards. All of them when there are no more than `count`.
    """
    lowest = sorted(set(numbers), key=lambda number: sha256(root + f"{week}:{number}".encode()).digest())
    return sorted(lowest[:count])


# --- what looks unusual ---------------------------------------------------------------------------------------------


def unusual(entries: Sequence[Seen], limits: Limits) -> dict[int, list[str]]:
    """Number → the reasons for which a supervisor would look, weightiest first; nothing for the others."""
    found: dict[int, set[str]] = defaultdict(set)
    for seen in entries:
        found[seen.number] |= {word for word, strikes in STRIKES.items() if strikes(seen, limits)}
    for number in split(entries, limits.approval_limit):
        found[number].add("pecah")
    return {number: [word for word in REASONS if word in words] for number, words in found.items() if words}


def _backdated(seen: Seen, limits: Limits) -> bool:
    return not _carried(seen) and (seen.posted.date() - seen.booked_on).days > limits.backdate_days


def _round(seen: Seen, limits: Limits) -> bool:
    size = limits.round_amount
    return not _carried(seen) and bool(size) and seen.amount >= size and seen.amount % size == 0


def _at_night(seen: Seen, limits: Limits) -> bool:
    """Hours may run over midnight: from 21 until 5."""
    hour, start, end = seen.posted.hour, limits.night_from, limits.night_until
    return start <= hour < end if start <= end else hour >= start or hour < end


def _alone(seen: Seen, limits: Limits) -> bool:
    return seen.outward > limits.approval_limit and seen.approved_by in (None, seen.made_by)


def _undone(seen: Seen, _limits: Limits) -> bool:
    return seen.reverses is not None or seen.reversed_by is not None


def _carried(seen: Seen) -> bool:
    """What was brought in from an older book is of its own day."""
    return seen.kind.startswith(("opening.", "period."))


STRIKES = {"sendiri": _alone, "malam": _at_night, "batal": _undone, "mundur": _backdated, "bulat": _round}


def paid_out(entry) -> int:
    """What left cash and bank by an entry of the journal that stands, sen."""
    if entry.reverses or entry.reversed_by:
        return 0
    return max(sum(line.credit - line.debit for line in entry.lines if is_cash(line.account)), 0)


def split(entries: Iterable[Seen], limit: int) -> set[int]:
    """Payments of one day, one kind and one maker, each within the limit, that together exceed it."""
    together: dict[tuple, list[Seen]] = defaultdict(list)
    for seen in entries:
        if 0 < seen.outward <= limit and not _undone(seen, None):
            together[seen.booked_on, seen.kind, seen.made_by].append(seen)
    over = [same for same in together.values() if len(same) > 1 and sum(seen.outward for seen in same) > limit]
    return {seen.number for same in over for seen in same}
