"""Entries as people read them: the journal of a period, one entry, what concerns one holder."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.ledger.events import EVENTS
from lumbung.ledger.models import Entry, Transfer
from lumbung.ledger.rules import Move, merged

BATCH = 5_000


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
    return with_lines(cooperative_id, list(rows))


def entry(cooperative_id: int, number: int) -> JournalEntry | None:
    """One entry; None when the book has no such number."""
    rows = list(Entry.objects.filter(cooperative_id=cooperative_id, number=number))
    return with_lines(cooperative_id, rows)[0] if rows else None


def entries_of(cooperative_id: int, numbers: list[int]) -> list[JournalEntry]:
    """These entries, by number."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, number__in=numbers).order_by("number")
    return with_lines(cooperative_id, list(rows))


def entry_of_document(cooperative_id: int, document: str) -> JournalEntry | None:
    """One entry by its document, `BKM-2025-000123`."""
    rows = list(Entry.objects.filter(cooperative_id=cooperative_id, document=document))
    return with_lines(cooperative_id, rows)[0] if rows else None


def holder_entries(cooperative_id: int, holder: int, *, limit: int | None = None) -> list[JournalEntry]:
    """What concerns one holder (member, supplier, bank account), newest first."""
    touched = Transfer.objects.filter(cooperative_id=cooperative_id)
    # The indexes leave out who is nobody in particular; SQLite takes them only when the question says so too.
    into = touched.filter(debit_holder=holder).exclude(debit_holder=0)
    out_of = touched.filter(credit_holder=holder).exclude(credit_holder=0)
    numbers = {*into.values_list("number", flat=True), *out_of.values_list("number", flat=True)}
    newest = sorted(numbers, reverse=True)[:limit]
    rows = Entry.objects.filter(cooperative_id=cooperative_id, number__in=newest)
    return sorted(with_lines(cooperative_id, list(rows)), key=lambda e: (e.booked_on, e.number), reverse=True)


def reversed_numbers(cooperative_id: int) -> set[int]:
    """The entries of a book that a later one has undone: few, whatever the size of the book."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, reverses__isnull=False)
    return set(rows.values_list("reverses", flat=True))


def can_be_undone(one: JournalEntry) -> bool:
    """Whether the deed is worth offering: not undone, not itself an undoing, no closing of a month."""
    return not one.reversed_by and one.kind != "correction" and not one.kind.startswith("period.")


def lines_of(cooperative_id: int, numbers: list[int]) -> dict[int, tuple[EntryLine, ...]]:
    """The merged lines of these entries, by number."""
    moves: dict[int, list] = {number: [] for number in numbers}
    for some in _batches(numbers):
        transfers = Transfer.objects.filter(cooperative_id=cooperative_id, number__in=some)
        for transfer in transfers.order_by("number", "position"):
            moves[transfer.number].append(_move(transfer))
    return {number: _lines(each) for number, each in moves.items()}


def with_lines(cooperative_id: int, rows: list[Entry]) -> list[JournalEntry]:
    """The rows as people read them, in the same order."""
    numbers = [row.number for row in rows]
    lines, reversals = lines_of(cooperative_id, numbers), {}
    for some in _batches(numbers):
        reversing = Entry.objects.filter(cooperative_id=cooperative_id, reverses__in=some)
        reversals.update(reversing.values_list("reverses", "number"))
    return [_entry(row, lines[row.number], reversals.get(row.number)) for row in rows]


def _batches(numbers: list[int]) -> list[list[int]]:
    """No more at a time than one statement may name."""
    return [numbers[place : place + BATCH] for place in range(0, len(numbers), BATCH)]


def _move(row: Transfer):
    return Move(row.debit_code, row.credit_code, row.amount, row.debit_holder, row.credit_holder, row.unit)


def _lines(moves) -> tuple[EntryLine, ...]:
    debits, credits = merged(moves)
    lines = [EntryLine(code, holder, amount, 0) for (code, holder), amount in debits.items()]
    return (*lines, *(EntryLine(code, holder, 0, amount) for (code, holder), amount in credits.items()))


def _entry(row: Entry, lines: tuple[EntryLine, ...], reversed_by: int | None) -> JournalEntry:
    label = _(EVENTS[row.kind].label) if row.kind in EVENTS else row.kind
    return JournalEntry(
        row.number, row.booked_on, row.document, row.kind, label, row.memo, row.reverses, reversed_by, row.made_by,
        row.approved_by, row.posted_at, lines,
    )  # fmt: skip
