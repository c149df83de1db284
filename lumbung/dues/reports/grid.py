"""The year as treasurers know it from their workbook: members down, months across."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lumbung.dues import rules
from lumbung.dues.reports.cards import cards
from lumbung.dues.rules import Card
from lumbung.members.models import Member


class Cell(NamedTuple):
    """One member's month; amounts in sen.

    state  paid, part, late (owed by now and nothing paid), ahead (paid before its time), "" (not its time yet),
           none (not a member then)
    """

    period: str
    state: str
    paid: int
    due: int

    @property
    def left(self) -> int:
        return max(self.due - self.paid, 0)

    @property
    def month(self) -> int:
        return int(self.period[5:])


class GridRow(NamedTuple):
    """A member's year. `late` counts the past months that are not fully paid, of this year and before."""

    member: Member
    cells: tuple[Cell, ...]
    total: int
    late: int
    owed: int


class Grid(NamedTuple):
    """The rows asked for, what each month brought from them, and all of it; sen."""

    year: int
    rows: tuple[GridRow, ...]
    sums: tuple[int, ...]
    total: int


def year_grid(cooperative_id: int, year: int, on: date, members: Iterable[Member]) -> Grid:
    """The grid of a year as it stands on a day, in the order of the members given."""
    members = list(members)
    known = cards(cooperative_id, members)
    return drawn(year, on, [(member, known[member.id]) for member in members])


def drawn(year: int, on: date, rows: Iterable[tuple[Member, Card]]) -> Grid:
    """The same from cards that are known already."""
    rows = list(rows)
    sums = sums_of(year, (card for _member, card in rows))
    return Grid(year, tuple(grid_row(member, card, year, on) for member, card in rows), sums, sum(sums))


def sums_of(year: int, cards: Iterable[Card]) -> tuple[int, ...]:
    """What each month of a year brought, sen."""
    months, cards = rules.months_of(year), list(cards)
    return tuple(sum(card.paid.get(period, 0) for card in cards) for period in months)


def grid_row(member: Member, card: Card, year: int, on: date) -> GridRow:
    now = rules.period_of(on)
    cells = tuple(cell(card, period, on) for period in rules.months_of(year))
    late = card.unpaid(rules.later(now, -1))
    return GridRow(member, cells, sum(cell.paid for cell in cells), len(late), sum(part.amount for part in late))


def cell(card: Card, period: str, on: date) -> Cell:
    """One month of a card as it stands on a day."""
    paid, due = card.paid.get(period, 0), card.due(period)
    return Cell(period, _state(paid, due, period <= rules.period_of(on)), paid, due)


def _state(paid: int, due: int, has_come: bool) -> str:
    if not due and not paid:
        return "none"
    if paid >= due:
        return "paid" if has_come else "ahead"
    if paid:
        return "part"
    return "late" if has_come else ""


def in_year(card: Card, year: int) -> bool:
    """Whether a member has a row in that year's grid."""
    first, last = f"{year}-01", f"{year}-12"
    if any(first <= period <= last for period in card.paid):
        return True
    return bool(card.first) and card.first <= last and (card.last is None or card.last >= first)
