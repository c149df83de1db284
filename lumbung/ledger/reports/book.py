"""How far a book has come, for whoever wants to check it."""

from datetime import date, datetime
from typing import NamedTuple

from lumbung.ledger.models import Book, Entry


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
