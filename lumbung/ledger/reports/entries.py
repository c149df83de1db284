"""Entries as people read them: the journal of a period, one entry, what concerns one holder."""

from datetime import date, datetime
from typing import NamedTuple

from lumbung.ledger.events import EVENTS
from lumbung.ledger.models import Entry, Transfer
from lumbung.ledger.rules import Move, merged


class EntryLine(NamedTuple):
    """One line of a journal as people write it; one of the two amounts is nil."""

    account: str
    holder: int
    debit: int
    credit: int


class JournalEntry(NamedTuple):
    """An entry with its merged lines; amounts in sen."""

    number: int
    booked_on: date
    document: str
    kind: str
    label: str
    memo: str
    reverses: int | None
    reversed_by: int | None
    made_by: int
    approved_by: int | None
    posted_at: datetime
    lines: tuple[EntryLine, ...]

    @property
    def amount(self) -> int:
        return sum(line.debit for line in self.lines)


def journal(cooperative_id: int, start: date, end: date, *, offset: int = 0, limit: int | None = None):
    """The entries of a period, by day and number."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, booked_on__range=(start, end))
    rows = rows.order_by("booked_on", "number")[offset : None if limit is None else offset + limit]
    return _with_lines(cooperative_id, list(rows))


def entry(cooperative_id: int, number: int) -> JournalEntry | None:
    """One entry; None when the book has no such number."""
    rows = list(Entry.objects.filter(cooperative_id=cooperative_id, number=number))
    return _with_lines(cooperative_id, rows)[0] if rows else None


def entry_of_document(cooperative_id: int, document: str) -> JournalEntry | None:
    """One entry by its document, `BKM-2025-000123`."""
    rows = list(Entry.objects.filter(cooperative_id=cooperative_id, document=document))
    return _with_lines(cooperative_id, rows)[0] if rows else None


def holder_entries(cooperative_id: int, holder: int, *, limit: int | None = None) -> list[JournalEntry]:
    """What concerns one holder (member, supplier, bank account), newest first."""
    touched = Transfer.objects.filter(cooperative_id=cooperative_id)
    numbers = set(touched.filter(debit_holder=holder).values_list("number", flat=True))
    numbers |= set(touched.filter(credit_holder=holder).values_list("number", flat=True))
    newest = sorted(numbers, reverse=True)[:limit]
    rows = Entry.objects.filter(cooperative_id=cooperative_id, number__in=newest)
    return sorted(_with_lines(cooperative_id, list(rows)), key=lambda e: (e.booked_on, e.number), reverse=True)


def _with_lines(cooperative_id: int, rows: list[Entry]) -> list[JournalEntry]:
    numbers = [row.number for row in rows]
    moves: dict[int, list] = {number: [] for number in numbers}
    reversals = dict(
        Entry.objects.filter(cooperative_id=cooperative_id, reverses__in=numbers).values_list("reverses", "number")
    )
    for transfer in Transfer.objects.filter(cooperative_id=cooperative_id, number__in=numbers).order_by("position"):
        moves[transfer.number].append(_move(transfer))
    return [_entry(row, moves[row.number], reversals.get(row.number)) for row in rows]


def _move(row: Transfer):
    return Move(row.debit_code, row.credit_code, row.amount, row.debit_holder, row.credit_holder, row.unit)


def _entry(row: Entry, moves, reversed_by: int | None) -> JournalEntry:
    debits, credits = merged(moves)
    lines = [EntryLine(code, holder, amount, 0) for (code, holder), amount in debits.items()]
    lines += [EntryLine(code, holder, 0, amount) for (code, holder), amount in credits.items()]
    label = EVENTS[row.kind].label if row.kind in EVENTS else row.kind
    return JournalEntry(
        row.number, row.booked_on, row.document, row.kind, label, row.memo, row.reverses, reversed_by, row.made_by,
        row.approved_by, row.posted_at, tuple(lines),
    )  # fmt: skip
