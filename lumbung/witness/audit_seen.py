"""What witnesses signed for, against the tree that the rows of the book make: they remember what the book forgot."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.growth import Growth
from lumbung.tlog.note import Key, Malformed, Unverified
from lumbung.web.words import Count
from lumbung.witness.models.seen import Cosignature, Witness


def witnessed(cooperative_id: int, grown: Growth) -> Iterator[str]:
    """Each head that a witness signed for must be a beginning of the book; none may be longer than it."""
    known = {row.id: row for row in Witness.objects.filter(cooperative_id=cooperative_id)}
    signed = Cosignature.objects.filter(cooperative_id=cooperative_id).order_by("size", "witness_id")
    named = set()  # once for each witness is enough: whatever follows a bend is bent too
    for row in signed.iterator(chunk_size=500):
        who = known[row.witness_id]
        seen = _seen(row, Key.from_vkey(who.vkey))
        if seen is None:
            yield _("Tanda tangan %(who)s untuk %(size)s catatan tidak sah lagi.") % _told(who, row.size)
        elif grown.root(row.size) != seen.root and who.id not in named:
            named.add(who.id)
            yield _bent(who, row.size, len(grown.leaves))


def _bent(who: Witness, seen: int, size: int) -> str:
    if seen <= size:
        return _("Buku tidak lagi berawal seperti yang dilihat %(who)s (%(size)s catatan).") % _told(who, seen)
    words = _("%(who)s pernah melihat buku ini sampai catatan %(known)s, padahal sekarang hanya sampai %(size)s.")
    return words % {**_told(who, size), "known": Count(seen)}


def _seen(row: Cosignature, key: Key) -> checkpoints.Checkpoint | None:
    """The head of a row, when it is the row's size and the witness did sign for it at the row's time."""
    try:
        whole = note.parse(row.note + row.line)
        seen, time = checkpoints.parse(whole.text), cosignature.verify(whole, key)
    except (Malformed, Unverified):
        return None
    return seen if (seen.size, time) == (row.size, row.time) else None


def _told(witness: Witness, size: int) -> dict:
    return {"who": witness.label, "size": Count(size)}
