"""Interest and terms: plain arithmetic on whole sen. No database, no clock."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from lumbung import money
from lumbung.web.months import first_day, last_day, period_of

LOWEST, AVERAGE, END = "lowest", "average", "end"
LONGEST = 12  # months of a term: longer ones would be no short-term debt; docs/decisions/0022


class Rate(NamedTuple):
    """What a year brings from a day on, hundredths of a percent."""

    since: date
    rate: int


class Tax(NamedTuple):
    """The law in force: above `threshold` sen a month the whole interest is taxed at `rate` hundredths of a percent."""

    threshold: int
    rate: int


# --- months ----------------------------------------------------------------------------------------------


def after_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day when it is shorter."""
    place = day.year * 12 + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), last_day(period_of(first)))


# --- simpanan sukarela -----------------------------------------------------------------------------------


def basis(opening: int, moves: dict[date, int], period: str, method: str) -> int:
    """The balance that a month's interest is reckoned on, from those at the end of its days; sen, never below nil.

    opening  what was saved when the month began
    moves    what each day added or took
    method   lowest of the month, average of its days (down to the rupiah), or what is there at its end
    """
    balance, start, end = opening, first_day(period), last_day(period)
    days, sums, lowest = start, 0, opening
    for day in sorted(moves):
        sums += balance * (day - days).days
        days, balance = day, balance + moves[day]
        lowest = min(lowest, balance)
    sums += balance * ((end - days).days + 1)
    found = {LOWEST: lowest, END: balance, AVERAGE: money.floor_rupiah(Fraction(sums, end.day))}[method]
    return max(found, 0)


# --- the tax, which is a cliff ---------------------------------------------------------------------------


def tax_on(total: int, law: Tax) -> int:
    """What a month's interest of one member pays: nothing up to the threshold, above it a part of the whole.

    Source  PP 15/2009; reference/domain.md 1.6
    """
    return money.part_of(total, law.rate) if total > law.threshold else 0


def withheld(fresh: Sequence[int], law: Tax, *, gross_before: int = 0, tax_before: int = 0) -> list[int]:
    """The tax to take from each of a member's new interests of a month, in the same order; whole rupiah.

    before  what was credited and withheld for that month already: all products of the month count together, so what
            came first without tax is made good now, as far as there is something to take it from
    """
    total = sum(fresh)
    due = min(max(tax_on(total + gross_before, law) - tax_before, 0), total)
    return money.split(due, fresh) if due else [0] * len(fresh)


def lost_at_the_cliff(gross: int, tax: int, law: Tax) -> int:
    """How much less a member gets than one who stands exactly at the threshold; the law wants it so."""
    return max(min(gross, law.threshold) - (gross - tax), 0) if tax else 0


# --- simpanan berjangka ----------------------------------------------------------------------------------


def matures_on(placed_on: date, months: int, on: date, *, rollover: bool, grace: int = 0) -> date:
    """The end of the term that a day lies in; with rollover the next end, or the last one for `grace` days after it."""
    if not rollover:
        return after_months(placed_on, months)
    term = 1
    while after_months(placed_on, term * months) + timedelta(days=grace) < on:
        term += 1
    return after_months(placed_on, term * months)


def months_earned(placed_on: date, months: int, until: date, *, rollover: bool) -> Iterator[tuple[int, date]]:
    """(which month, its last day) of every whole month that a deposit has stood up to a day."""
    which = 1
    while (rollover or which <= months) and (ends := after_months(placed_on, which)) <= until:
        yield which, ends
        which += 1


def rate_of(which: int, months: int, agreed: int, placed_on: date, decided: Sequence[Rate]) -> int:
    """The yearly rate of a month: as agreed in the first term, then what was paid when a term began anew."""
    terms_before = (which - 1) // months
    if not terms_before:
        return agreed
    renewed_on = after_months(placed_on, terms_before * months)
    return next((rate.rate for rate in reversed(decided) if rate.since <= renewed_on), agreed)
