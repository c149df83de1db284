"""The ends of days and months that were signed for ever, and how far the book has come since."""

from typing import NamedTuple

from lumbung.ledger.reports import JournalEntry, entries_of
from lumbung.ledger.reports.book import book_head
from lumbung.security.reports import names
from lumbung.witness.models import Checkpoint


class Since(NamedTuple):
    """How many entries the book has, how many of them came after the newest kept head, and that head."""

    size: int
    new: int
    last: Checkpoint | None


class DayEnd(NamedTuple):
    """A kept head with the entry that it ends with and the name of who wrote it."""

    head: Checkpoint
    entry: JournalEntry
    by: str

    @property
    def print(self) -> str:
        """The beginning of its root, as people compare it."""
        return bytes(self.head.root).hex()[:16]


def since_last(cooperative_id: int) -> Since:
    """Where the book stands against the newest head that was kept."""
    book, last = book_head(cooperative_id), kept(cooperative_id).first()
    size = book.size if book else 0
    return Since(size, size - (last.size if last else 0), last)


def kept(cooperative_id: int):
    """Every kept head, the newest first; a page of them is enough to draw."""
    return Checkpoint.objects.filter(cooperative_id=cooperative_id).order_by("-size")


def told(cooperative_id: int, heads) -> list[DayEnd]:
    """These heads with their entries."""
    heads = list(heads)
    entries = {one.number: one for one in entries_of(cooperative_id, [head.size for head in heads])}
    called = names(one.made_by for one in entries.values())
    return [DayEnd(head, entries[head.size], called.get(entries[head.size].made_by, "")) for head in heads]
