"""The newest signed head, and those that are kept."""

from django.utils.translation import gettext as _

from lumbung.ledger.reports.book import BookHead, book_head
from lumbung.tlog import note
from lumbung.tlog.note import Note
from lumbung.web.words import Refused
from lumbung.witness import rules
from lumbung.witness.models import LogKey
from lumbung.witness.reports.keys import public


def head(cooperative_id: int) -> Note:
    """The newest head of the book, signed by its log.

    Raises  Refused: the book was there before this version, and nothing was signed yet
    """
    book = book_head(cooperative_id)
    if not book or not book.seal:
        raise Refused(_("Buku ini belum ditandatangani. Jalankan `lumbung migrate`, lalu ulangi."))
    return note_of(cooperative_id, book)


def note_of(cooperative_id: int, book: BookHead) -> Note:
    """A book's head and seal as the note that they stand for."""
    seal = rules.Seal.unpacked(book.seal)
    key = public(LogKey.objects.get(cooperative_id=cooperative_id, id=seal.key_id))
    text = rules.head_text(key.name, book.size, book.root)
    return Note(text, (note.Signature(key.name, key.id, seal.signature),))
