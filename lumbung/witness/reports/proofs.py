"""Proofs: that an entry is in the signed tree, that a tree is the beginning of a later one."""

from django.utils.translation import gettext as _

from lumbung.ledger import reports as books
from lumbung.tlog import checkpoint, tree
from lumbung.tlog import proof as proofs
from lumbung.tlog.note import Note
from lumbung.web.words import Refused
from lumbung.witness.models import Branch
from lumbung.witness.reports.witnessed import cosigned
from lumbung.witness.rules import SPAN


def proof(cooperative_id: int, number: int, signed: Note | None = None) -> str:
    """The text that proves entry `number` (c2sp.org/tlog-proof).

    signed  the head to prove it in: for paper `head`, which is short; else the newest that witnesses signed for
    `extra` is the key of the entry's commitment, with which its owner can show the personal part; none when erased.
    Raises  Refused: no such entry under that head, or the book is not whole and can prove nothing
    """
    signed = signed or cosigned(cooperative_id, number)
    seen = checkpoint.parse(signed.text)
    if not 0 < number <= seen.size:
        raise Refused(_("Tidak ada catatan nomor %(number)s di buku ini."), number=number)
    siblings = [_root(cooperative_id, *span) for span in tree.inclusion_ranges(number - 1, seen.size)]
    leaf = books.leaf_hashes(cooperative_id, number - 1, number)
    if not (leaf and tree.verify_inclusion(leaf[0], number - 1, seen.size, siblings, seen.root)):
        raise Refused(_("Buku ini tidak utuh, jadi tidak dapat membuktikan apa pun. Buka halaman Periksa dan tunjukkan"
                        " hasilnya kepada pengawas."))  # fmt: skip
    return proofs.make(number - 1, siblings, signed, books.salt_of(cooperative_id, number) or None)


def consistency(cooperative_id: int, old: int, new: int) -> list[bytes]:
    """The hashes that show that the book of `old` entries is the beginning of the book of `new`.

    Raises  ValueError: old is larger than new
    """
    return [_root(cooperative_id, *span) for span in tree.consistency_ranges(old, new)]


def _root(cooperative_id: int, start: int, stop: int) -> bytes:
    """The root of a range of leaves as a proof asks for it: it lies within a branch, or begins with one."""
    if start % SPAN or stop - start < SPAN:
        return tree.root_of(books.leaf_hashes(cooperative_id, start, stop))
    nodes = _branches(cooperative_id, start // SPAN, stop // SPAN)
    if len(nodes) < stop // SPAN - start // SPAN:  # a book from before this version, not grown past its next branch yet
        return tree.root_of(books.leaf_hashes(cooperative_id, start, stop))
    rest = books.leaf_hashes(cooperative_id, stop - stop % SPAN, stop)
    return tree.root(tree.append_many(b"", 0, nodes) + tree.append_many(b"", 0, rest), stop - start)


def _branches(cooperative_id: int, first: int, past: int) -> list[bytes]:
    rows = Branch.objects.filter(cooperative_id=cooperative_id, place__gte=first, place__lt=past)
    return [bytes(root) for root in rows.order_by("place").values_list("root", flat=True)]
