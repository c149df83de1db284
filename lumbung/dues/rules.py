"""The arithmetic of dues: months, rates, and which months a payment is for. No database, no clock.

A period is `2026-05`: it sorts as text and cannot be mistaken for a day.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from lumbung.web.dates import MONTHS

AHEAD = 60  # months that can be paid in advance; beyond it a zero slipped in


class TooMuch(Exception):
    """More was paid than the months can take; `left` sen are over."""

    def __init__(self, left: int):
        self.left = left
        super().__init__(left)


class Part(NamedTuple):
    """`amount` sen for a month."""

    period: str
    amount: int


class Rate(NamedTuple):
    """What a month costs from a day on, sen."""

    since: date
    amount: int


# --- months ---------------------------------------------------------------------------------------------------------


def period_of(day: date) -> str:
    return day.isoformat()[:7]


def first_day(period: str) -> date:
    return date.fromisoformat(f"{period}-01")


@cache
def later(period: str, months: int) -> str:
    """The period so many months on (or back)."""
    year, month = divmod(int(period[:4]) * 12 + int(period[5:]) - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def span(first: str, last: str) -> Iterator[str]:
    """Every period from the first to the last."""
    while first <= last:
        yield first
        first = later(first, 1)


def months_of(year: int) -> list[str]:
    return [f"{year:04d}-{month:02d}" for month in range(1, 13)]


# --- what is owed -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def rate_in(period: str, rates: tuple[Rate, ...]) -> int:
    """What the month costs: the rate in force on its first day; the earliest one for all that lies before."""
    day = first_day(period)
    return next((rate.amount for rate in reversed(rates) if rate.since <= day), rates[0].amount)


class Card(NamedTuple):
    """A member's dues: from when to when a month is owed, and what has been paid for which.

    first  None: nothing is expected of this person
    last   None: without an end
    """

    first: str | None
    last: str | None
    paid: dict[str, int]
    rates: tuple[Rate, ...]

    def owes(self, period: str) -> bool:
        return bool(self.first) and self.first <= period and (self.last is None or period <= self.last)

    def due(self, period: str) -> int:
        """What the month costs this member, sen; nothing before joining and after leaving."""
        return rate_in(period, self.rates) if self.owes(period) else 0

    def left(self, period: str) -> int:
        """What is still to be paid for the month."""
        due, paid = self.due(period), self.paid.get(period, 0)
        return due - paid if due > paid else 0

    def unpaid(self, through: str) -> list[Part]:
        """The months up to this one that are not fully paid, oldest first, with what is left of each."""
        return list(self.room(through))

    def room(self, through: str) -> Iterator[Part]:
        """Every month that can still take money, owed and to come, oldest first."""
        for period in span(self.first, through) if self.first else ():
            if left := self.left(period):
                yield Part(period, left)

    def take(self, parts: Iterable[Part]) -> None:
        """Count a payment in, so that the next one of the same batch sees it."""
        for part in parts:
            self.paid[part.period] = self.paid.get(part.period, 0) + part.amount


def allocate(amount: int, unpaid: Iterable[Part]) -> list[Part]:
    """Spread a payment over months in the order given; the last may get a part.

    amount  sen, above zero
    unpaid  what each month can still take, oldest first; months ahead follow the months owed
    Shape   the parts add up to `amount`, none is larger than its month can take
    Raises  TooMuch: the months given cannot take it all
    """
    parts, left = [], amount
    for period, room in unpaid:
        if not left:
            break
        parts.append(Part(period, min(room, left)))
        left -= parts[-1].amount
    if left:
        raise TooMuch(left)
    return parts


def first_months(card: Card, through: str, counts: Sequence[int]) -> list[tuple[int, int]]:
    """(how many, sen together) of the oldest months that can still take money, for each of the counts."""
    rooms = [part.amount for part in islice(card.room(through), max(counts))]
    return [(count, sum(rooms[:count])) for count in counts if count <= len(rooms)]


def divide(parts: Sequence[Part], billed: dict[str, int]) -> tuple[list[Part], list[Part]]:
    """The parts that settle a bill, and those that do not.

    billed  what is open of each billed month, sen
    """
    collected = [Part(p, min(amount, billed[p])) for p, amount in parts if billed.get(p)]
    settled = dict(collected)
    other = [Part(p, amount - settled.get(p, 0)) for p, amount in parts if amount > settled.get(p, 0)]
    return collected, other


# --- words ----------------------------------------------------------------------------------------------------------


def spoken(periods: Sequence[str], names: Sequence[str] = MONTHS, join: str = "dan") -> str:
    """`Mei–Juli 2026`, `November 2025–Januari 2026`, `Maret dan Mei–Juni 2026`; Indonesian, for the book.

    names, join  the twelve months and the word before the last run, where a screen speaks another language
    """
    runs: list[list[str]] = []
    for period in sorted(periods):
        if runs and later(runs[-1][-1], 1) == period:
            runs[-1].append(period)
        else:
            runs.append([period])
    following = [run[0][:4] for run in runs[1:]]
    texts = [_run(run[0], run[-1], year, names) for run, year in zip_longest(runs, following, fillvalue="")]
    return f"{', '.join(texts[:-1])} {join} {texts[-1]}" if len(texts) > 1 else "".join(texts)


def _run(first: str, last: str, next_year: str, names: Sequence[str]) -> str:
    """One run of months; the year is said once for runs that share it."""
    year = "" if last[:4] == next_year else f" {last[:4]}"
    if first == last:
        return f"{_month(first, names)}{year}"
    begin = _month(first, names) if first[:4] == last[:4] else f"{_month(first, names)} {first[:4]}"
    return f"{begin}–{_month(last, names)}{year}"


def _month(period: str, names: Sequence[str]) -> str:
    return names[int(period[5:]) - 1]
