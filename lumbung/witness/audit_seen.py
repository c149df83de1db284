"""What witnesses signed for, against the tree that the rows of the book make: they remember what the book forgot."""

from collections.abc import Iterator

from django.db.models import Max
from django.utils.translation import gettext as _

from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import cosignature, note
from lumbung.tlog.growth import Growth
from lumbung.tlog.note import Key, Malformed, Unverified
from lumbung.web.words import Count
from lumbung.witness.models.seen import Asked, Cosignature, Witness


def witnessed(cooperative_id: int, grown: Growth) -> Iterator[str]:
    """Each head that a witness signed for must be a beginning of the book; none may be longer than it."""
    known = {row.id: row for row in Witness.objects.filter(cooperative_id=cooperative_id)}
    signed = Cosignature.objects.filter(cooperative_id=cooperative_id).order_by("size", "witness_id")
    bent = set()
    for row in signed.iterator(chunk_size=500):
        who = known[row.witness_id]
        seen = _seen(row, Key.from_vkey(who.vkey))
        if seen is None:
            yield _("Tanda tangan %(who)s untuk %(size)s catatan tidak sah lagi.") % _told(who, row.size)
        elif row.size <= len(grown.leaves) and grown.root(row.size) != seen.root and who.id not in bent:
            bent.add(who.id)  # the first is enough: whatever follows it is bent too
            yield _("Buku tidak lagi berawal seperti yang dilihat %(who)s (%(size)s catatan).") % _told(who, row.size)
    yield from _ahead(cooperative_id, known, len(grown.leaves))


def _seen(row: Cosignature, key: Key) -> checkpoints.Checkpoint | None:
    """The head of a row, when it is the row's size and the witness did sign for it at the row's time."""
    try:
        whole = note.parse(row.note + row.line)
        seen, time = checkpoints.parse(whole.text), cosignature.verify(whole, key)
    except (Malformed, Unverified):
        return None
    return seen if (seen.size, time) == (row.size, row.time) else None


def _ahead(cooperative_id: int, known: dict[int, Witness], size: int) -> Iterator[str]:
    told = Asked.objects.filter(cooperative_id=cooperative_id, known__gt=size)
    for witness_id, most in told.values_list("witness_id").annotate(most=Max("known")).order_by("witness_id"):
        words = _("%(who)s pernah melihat buku ini sampai catatan %(known)s, padahal sekarang hanya sampai %(size)s.")
        yield words % {**_told(known[witness_id], size), "known": Count(most)}


def _told(witness: Witness, size: int) -> dict:
    return {"who": witness.label, "size": Count(size)}
