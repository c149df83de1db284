"""The newest signed head, and those that are kept."""

from django.utils.translation import gettext as _

from lumbung.tlog import note
from lumbung.tlog.note import Note
from lumbung.web.words import Refused
from lumbung.witness import rules
from lumbung.witness.models import Head, LogKey
from lumbung.witness.reports.keys import public


def head(cooperative_id: int) -> Note:
    """The newest head of the book, signed by its log.

    Raises  Refused: the book was there before this version, and nothing was signed yet
    """
    row = Head.objects.filter(cooperative_id=cooperative_id).first()
    if row is None:
        raise Refused(_("Buku ini belum ditandatangani. Jalankan `lumbung migrate`, lalu ulangi."))
    return note_of(row)


def note_of(row: Head) -> Note:
    """The row as the note that it stands for."""
    key = public(LogKey.objects.get(cooperative_id=row.cooperative_id, id=row.key_id))
    text = rules.head_text(key.name, row.size, bytes(row.root))
    return Note(text, (note.Signature(key.name, key.id, bytes(row.signature)),))
