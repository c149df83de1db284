"""Entries by the moment at which they were written, whatever day they are booked on; and the book as it was then."""

from datetime import date, datetime

from lumbung.ledger.models import Entry
from lumbung.ledger.reports.entries import JournalEntry, with_lines
from lumbung.tlog import tree


def posted_between(cooperative_id: int, start: datetime, end: datetime) -> list[JournalEntry]:
    """What was written from one moment until before another, in the order of the book."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, posted_at__gte=start, posted_at__lt=end)
    return with_lines(cooperative_id, list(rows.order_by("number")))


def root_before(cooperative_id: int, moment: datetime) -> tuple[int, bytes]:
    """How many entries the book held at a moment, and the root of its proof log then."""
    book = Entry.objects.filter(cooperative_id=cooperative_id)
    later = book.filter(posted_at__gte=moment).order_by("number").values_list("number", flat=True).first()
    rows = book.filter(number__lt=later) if later else book
    leaves = [bytes(leaf) for leaf in rows.order_by("number").values_list("leaf_hash", flat=True)]
    return len(leaves), tree.root_of(leaves)


def root_at(cooperative_id: int, size: int) -> bytes | None:
    """The root of the book's first `size` entries; None when it has not so many."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, number__lte=size).order_by("number")
    leaves = [bytes(leaf) for leaf in rows.values_list("leaf_hash", flat=True)]
    return tree.root_of(leaves) if len(leaves) == size else None


def documents_after(cooperative_id: int, number: int) -> list[tuple[int, str, date]]:
    """(number, document, book date) of every entry after the first `number`."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, number__gt=number).order_by("number")
    return list(rows.values_list("number", "document", "booked_on"))
