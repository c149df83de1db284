"""Who saves how much, and one member's account line by line. Every figure is the ledger's."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.ledger.reports import JournalEntry
from lumbung.members import reports as register
from lumbung.members.models import Member

SAVINGS, TERMS = "211100", "211300"


class Saver(NamedTuple):
    """A member with what she has in simpanan sukarela and berjangka, sen."""

    member: Member
    saved: int
    put_away: int


class StatementLine(NamedTuple):
    """One movement of a member's savings: `moved` sen in (or out, below nil), and the balance after it."""

    entry: JournalEntry
    moved: int
    balance: int
    whose: Member

    @property
    def words(self) -> str:
        """What the book says, without the name that stands at the head of the account."""
        return self.entry.memo.removesuffix(f"{self.whose.full_name} ({self.whose.number})").rstrip(", ")

    @property
    def inward(self) -> int:
        return max(self.moved, 0)

    @property
    def outward(self) -> int:
        return max(-self.moved, 0)


class SavingsStatement(NamedTuple):
    """A member's simpanan sukarela over some days, oldest first; sen."""

    member: Member
    start: date
    end: date
    opening: int
    lines: tuple[StatementLine, ...]

    @property
    def inward(self) -> int:
        return sum(line.inward for line in self.lines)

    @property
    def outward(self) -> int:
        return sum(line.outward for line in self.lines)

    @property
    def closing(self) -> int:
        return self.opening + self.inward - self.outward


def savers(cooperative_id: int, *, text: str = "", everyone: bool = False) -> list[Saver]:
    """Members by number with their savings; those without any only when everyone is asked for."""
    saved = books.holder_balances(cooperative_id, SAVINGS)
    put_away = books.holder_balances(cooperative_id, TERMS)
    found = register.everyone(cooperative_id, text=text, status="here" if everyone else "")
    rows = [Saver(member, saved.get(member.id, 0), put_away.get(member.id, 0)) for member in found]
    return [row for row in rows if everyone or row.saved or row.put_away]


def sums(rows: Iterable[Saver]) -> dict[str, int]:
    rows = list(rows)
    return {
        "saved": sum(row.saved for row in rows), "put_away": sum(row.put_away for row in rows),
        "people": sum(1 for row in rows if row.saved or row.put_away),
    }  # fmt: skip


def statement(member: Member, start: date, end: date) -> SavingsStatement:
    """What came and went between two days, both counted."""
    opening, balance, lines = 0, 0, []
    for entry in reversed(books.holder_entries(member.cooperative_id, member.id)):
        moved = sum(
            line.credit - line.debit for line in entry.lines if (line.account, line.holder) == (SAVINGS, member.id)
        )
        if not moved or entry.booked_on > end:
            continue
        balance += moved
        if entry.booked_on < start:
            opening = balance
        else:
            lines.append(StatementLine(entry, moved, balance, member))
    return SavingsStatement(member, start, end, opening, tuple(lines))


class Room(NamedTuple):
    """What a member has, what must stay, what may be taken; sen."""

    saved: int
    floor: int

    @property
    def free(self) -> int:
        return max(self.saved - self.floor, 0)


def room(member: Member, on: date) -> Room:
    floor = bylaws(member.cooperative_id, on).savings_floor
    return Room(books.holder_balance(member.cooperative_id, SAVINGS, member.id), floor)
