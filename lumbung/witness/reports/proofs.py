"""Proofs: that an entry is in the signed tree, that a tree is the beginning of a later one."""

from django.utils.translation import gettext as _

from lumbung.ledger import reports as books
from lumbung.sql import bulk
from lumbung.tlog import checkpoint, tree
from lumbung.tlog import proof as proofs
from lumbung.tlog.note import Note
from lumbung.web.words import Refused
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
    log = _Log(cooperative_id, seen.size)
    siblings = [log.root(*span) for span in tree.inclusion_ranges(number - 1, seen.size)]
    leaf = log.leaves(number - 1, number)
    if not (leaf and tree.verify_inclusion(leaf[0], number - 1, seen.size, siblings, seen.root)):
        raise Refused(_("Buku ini tidak utuh, jadi tidak dapat membuktikan apa pun. Buka halaman Periksa dan tunjukkan"
                        " hasilnya kepada pengawas."))  # fmt: skip
    return proofs.make(number - 1, siblings, signed, books.salt_of(cooperative_id, number) or None)


def consistency(cooperative_id: int, old: int, new: int) -> list[bytes]:
    """The hashes that show that the book of `old` entries is the beginning of the book of `new`.

    Raises  ValueError: old is larger than new
    """
    log = _Log(cooperative_id, new)
    return [log.root(*span) for span in tree.consistency_ranges(old, new)]


class _Log:
    """The roots of ranges of leaves as a proof asks for them: each lies within a branch, or begins with one.

    Reads the branches that are kept, and of the leaves only those branches that a range ends in.
    """

    def __init__(self, cooperative_id: int, size: int):
        self._cooperative_id, self._size, self._read = cooperative_id, size, {}
        self._branches = _branches(cooperative_id, size // SPAN)

    def root(self, start: int, stop: int) -> bytes:
        first, past = start // SPAN, stop // SPAN
        if start % SPAN or first == past:
            return tree.root_of(self.leaves(start, stop))
        if past > len(self._branches):  # a book from before this version, not grown past its next branch yet
            return tree.root_of(books.leaf_hashes(self._cooperative_id, start, stop))
        rest = self.leaves(stop - stop % SPAN, stop)
        whole = tree.append_many(b"", 0, self._branches[first:past])
        return tree.root(whole + tree.append_many(b"", 0, rest), stop - start)

    def leaves(self, start: int, stop: int) -> list[bytes]:
        """Leaves of one branch, which is read once."""
        place = start // SPAN
        begin = place * SPAN
        if place not in self._read:
            self._read[place] = books.leaf_hashes(self._cooperative_id, begin, min(begin + SPAN, self._size))
        return self._read[place][start - begin : stop - begin]


def _branches(cooperative_id: int, past: int) -> list[bytes]:
    """The kept roots of the first branches, in order, up to the first that is not kept."""
    rows = bulk.ask(
        "SELECT place, root FROM witness_branch WHERE cooperative_id = %s AND place < %s ORDER BY place",
        [cooperative_id, past],
    )
    return [bytes(root) for expected, (place, root) in enumerate(rows) if place == expected]
