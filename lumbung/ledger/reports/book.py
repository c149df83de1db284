"""How far a book has come, for whoever wants to check it."""

from datetime import date, datetime
from typing import NamedTuple

from lumbung.ledger.chart import IN_TRANSIT, OPENING, SUSPENSE
from lumbung.ledger.models import Book, Entry
from lumbung.ledger.reports.entries import JournalEntry, with_lines
from lumbung.ledger.reports.holders import balance_of

NIL_AT_CLOSE = (SUSPENSE, IN_TRANSIT, OPENING)


class BookFacts(NamedTuple):
    """`root` is the SHA-256 root of the proof log, in hex."""

    entries: int
    root: str
    closed_through: date | None
    last_posted_at: datetime | None
    reversals: int


def book_facts(cooperative_id: int) -> BookFacts:
    """The book as its own row tells it; `audit.problems` says whether that is true."""
    book = Book.objects.get(cooperative_id=cooperative_id)
    entries = Entry.objects.filter(cooperative_id=cooperative_id)
    last = entries.order_by("-number").values_list("posted_at", flat=True).first()
    reversals = entries.filter(reverses__isnull=False).count()
    return BookFacts(book.last_number, bytes(book.root).hex(), book.closed_through, last, reversals)


class BookHead(NamedTuple):
    """How far a book has come, and the seal on it (empty when it was never sealed)."""

    size: int
    root: bytes
    seal: bytes


def book_head(cooperative_id: int) -> BookHead | None:
    """The head of a book as its own row tells it; None when the cooperative keeps no book here."""
    row = Book.objects.filter(cooperative_id=cooperative_id).values_list("last_number", "root", "seal").first()
    return row and BookHead(row[0], bytes(row[1]), bytes(row[2] or b""))


def not_nil(cooperative_id: int, on: date) -> list[tuple[str, int]]:
    """The accounts that must be nil before a month is closed and are not at the end of a day, with their sen."""
    left = [(code, balance_of(cooperative_id, code, on)) for code in NIL_AT_CLOSE]
    return [(code, amount) for code, amount in left if amount]


def closings(cooperative_id: int) -> list[JournalEntry]:
    """Every closing and opening of months, the latest first."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, kind__in=["period.closed", "period.reopened"])
    return with_lines(cooperative_id, list(rows.order_by("-number")))
