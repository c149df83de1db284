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
        _forget(cooperative_id)
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

    Reads the branches that are kept, and of the leaves only those branches that a range ends in. The roots of 256
    branches together never change once they are full, so this process remembers them.
    """

    def __init__(self, cooperative_id: int, size: int):
        self._cooperative_id, self._size = cooperative_id, size
        self._leaves: dict[int, list[bytes]] = {}
        self._branches: dict[int, list[bytes]] = {}

    def root(self, start: int, stop: int) -> bytes:
        first, past = start // SPAN, stop // SPAN
        if start % SPAN or first == past:
            return tree.root_of(self.leaves(start, stop))
        whole = self._frontier(first, past)
        if whole is None:  # a book from before this version, not grown past its next branch yet
            return tree.root_of(books.leaf_hashes(self._cooperative_id, start, stop))
        rest = self.leaves(stop - stop % SPAN, stop)
        return tree.root(whole + tree.append_many(b"", 0, rest), stop - start)

    def leaves(self, start: int, stop: int) -> list[bytes]:
        """Leaves of one branch, which is read once."""
        place = start // SPAN
        begin = place * SPAN
        if place not in self._leaves:
            self._leaves[place] = books.leaf_hashes(self._cooperative_id, begin, min(begin + SPAN, self._size))
        return self._leaves[place][start - begin : stop - begin]

    def _frontier(self, first: int, past: int) -> bytes | None:
        """The frontier over full branches; None when one of them is not kept."""
        whole = past // SPAN * SPAN if first % SPAN == 0 else first
        boughs = [self._bough(place) for place in range(first // SPAN, whole // SPAN)] if whole > first else []
        loose = self._kept(max(first, whole), past) if past > whole else []
        if None in boughs or len(loose) != past - max(first, whole):
            return None
        return tree.append_many(b"", 0, boughs) + tree.append_many(b"", 0, loose)

    def _bough(self, place: int) -> bytes | None:
        """The root over 256 branches."""
        known = _BOUGHS.get((self._cooperative_id, place))
        if known is None and len(kept := self._kept(place * SPAN, (place + 1) * SPAN)) == SPAN:
            known = tree.root_of(kept)
            if len(_BOUGHS) >= REMEMBERED:
                _BOUGHS.clear()
            _BOUGHS[self._cooperative_id, place] = known
        return known

    def _kept(self, first: int, past: int) -> list[bytes]:
        """The kept roots of branches of one bough, which is read once, up to the first that is not kept."""
        place = first // SPAN
        if place not in self._branches:
            self._branches[place] = _branches(self._cooperative_id, place * SPAN, (place + 1) * SPAN)
        return self._branches[place][first - place * SPAN : past - place * SPAN]


REMEMBERED = 10_000  # boughs, each of 65,536 entries: less than a megabyte
_BOUGHS: dict[tuple[int, int], bytes] = {}


def _forget(cooperative_id: int) -> None:
    """A proof did not hold: whatever was remembered of this book is asked for again."""
    for key in [key for key in _BOUGHS if key[0] == cooperative_id]:
        del _BOUGHS[key]


def _branches(cooperative_id: int, first: int, past: int) -> list[bytes]:
    """The kept roots of branches, in order, up to the first that is not kept."""
    sql = "SELECT place, root FROM witness_branch WHERE cooperative_id = %s AND place >= %s AND place < %s ORDER BY 1"
    rows = bulk.ask(sql, [cooperative_id, first, past])
    return [bytes(root) for expected, (place, root) in enumerate(rows, first) if place == expected]
