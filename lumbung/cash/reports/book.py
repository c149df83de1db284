"""Buku kas: one place, one month, as book 14 prints it."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from lumbung.cash.models import CashPlace
from lumbung.cash.reports.places import balance
from lumbung.ledger.reports.cash import Touch, place_touches
from lumbung.ledger.reports.names import account_name


class Line(NamedTuple):
    """A row of the book: its number on the page, the entry, the balance after it in sen."""

    no: int
    entry: Touch
    balance: int

    @property
    def names(self) -> str:
        """The accounts on the other side by name."""
        return ", ".join(account_name(code) for code in self.entry.against)

    @property
    def codes(self) -> str:
        return ", ".join(self.entry.against)

    @property
    def against(self) -> str:
        """The accounts on the other side by code and name."""
        return ", ".join(f"{code} {account_name(code)}" for code in self.entry.against)


class Book(NamedTuple):
    """Opening balance, lines, sums and closing balance of a place over some days; sen."""

    place: CashPlace
    start: date
    end: date
    opening: int
    lines: list[Line]
    inward: int
    outward: int
    closing: int


def month_of(day: date) -> tuple[date, date]:
    """First and last day of the month that a day lies in."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def cash_book(place: CashPlace, month: date) -> Book:
    """The book of a place in the month that the day lies in; the first row is the balance of the month before."""
    start, end = month_of(month)
    opening = balance(place, start - timedelta(days=1))
    lines, running = [], opening
    for number, touch in enumerate(place_touches(place.cooperative_id, place.spot, start, end), start=1):
        running += touch.inward - touch.outward
        lines.append(Line(number, touch, running))
    inward, outward = (sum(getattr(line.entry, side) for line in lines) for side in ("inward", "outward"))
    return Book(place, start, end, opening, lines, inward, outward, running)
