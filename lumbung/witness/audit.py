"""Everything that a log has signed, against the tree that the rows of its book make.

The ledger's own audit comes first: it says whether the rows are as they were posted. This adds whether the signatures,
the kept heads and the kept branches are those of this very tree.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.ledger import audit
from lumbung.ledger.audit import Problem
from lumbung.tlog import checkpoint, cosignature, note, tree
from lumbung.tlog.note import ML_DSA, NOTE, Key, Malformed, Unverified
from lumbung.web.dates import long_date
from lumbung.witness import rules
from lumbung.witness.models import Branch, Checkpoint, Head, LogKey
from lumbung.witness.reports.heads import note_of
from lumbung.witness.reports.keys import keys, public


class Grown:
    """The roots of a tree as it grew, each leaf hashed into its branch once."""

    def __init__(self, leaves: list[bytes]):
        self.leaves = leaves
        full = len(leaves) - len(leaves) % rules.SPAN
        self.branches = [tree.root_of(leaves[at : at + rules.SPAN]) for at in range(0, full, rules.SPAN)]
        self._frontier, self._size = b"", 0

    def root(self, size: int) -> bytes | None:
        """The root of the first `size` leaves, for sizes that rise; None when there are not so many."""
        if size > len(self.leaves):
            return None
        whole = size // rules.SPAN
        self._frontier = tree.append_many(self._frontier, self._size, self.branches[self._size : whole])
        self._size = whole
        rest = tree.append_many(b"", 0, self.leaves[whole * rules.SPAN : size])
        return tree.root(self._frontier + rest, size)


def problems(cooperative_id: int) -> list[Problem]:
    """Everything in a book and its log that is not as it was posted and signed; empty when all is whole."""
    tally = audit.examine(cooperative_id)
    return tally.problems + [Problem(0, "", words) for words in _of_log(cooperative_id, tally)]


def _of_log(cooperative_id: int, tally: audit.Tally) -> Iterator[str]:
    ours, grown = keys(cooperative_id), Grown(tally.leaves)
    yield from _keys(ours)
    kept = Checkpoint.objects.filter(cooperative_id=cooperative_id).order_by("size")
    sizes = set()
    for row in kept.iterator(chunk_size=500):
        sizes.add(row.size)
        yield from _kept(row, grown, [public(key) for key in ours])
    yield from _missing(tally.day_ends, sizes)
    yield from _head(cooperative_id, grown, ours)
    yield from _branches(cooperative_id, grown)


def _keys(ours: list[LogKey]) -> Iterator[str]:
    """A key that took over says so by the signature of one that was there before."""
    for key in ours:
        older = [public(other) for other in ours if other.kind == NOTE and other.id < key.id]
        if key.follows_id is None:
            continue
        old = next((public(other) for other in ours if other.id == key.follows_id), None)
        try:
            signed = note.parse(key.handover)
            note.verify(signed, older)
            holds = old and signed.text == rules.handover_text(old, public(key), key.made_at)
        except (Malformed, Unverified):
            holds = False
        if not holds:
            yield _("Pergantian kunci tanda tangan tanggal %(day)s tidak ditandatangani kunci sebelumnya.") % _day(
                key.made_at
            )


def _kept(row: Checkpoint, grown: Grown, ours: list[Key]) -> Iterator[str]:
    if not _signed(row, ours):
        yield _("Tanda tangan kepala buku tanggal %(day)s tidak sah.") % _day(row.signed_at)
    elif grown.root(row.size) != bytes(row.root):
        words = _("Buku tidak lagi berawal seperti yang ditandatangani tanggal %(day)s (%(size)s catatan).")
        yield words % {**_day(row.signed_at), "size": row.size}


def _signed(row: Checkpoint, ours: list[Key]) -> bool:
    """Whether a kept head says what its row says, by an Ed25519 key of the log and by an ML-DSA-44 key."""
    try:
        signed = note.parse(row.note)
        named = [key for key in ours if key.kind == NOTE and signed.by(key)]
        times = [cosignature.verify(signed, key) for key in ours if key.kind == ML_DSA and signed.by(key)]
        seen = checkpoint.verify(signed, note.verify(signed, named)[0])
    except (Malformed, Unverified):
        return False
    when = [int(row.signed_at.timestamp())]
    return (seen.size, seen.root, times) == (row.size, bytes(row.root), when)


def _missing(day_ends: list[int], sizes: set[int]) -> Iterator[str]:
    for number in day_ends:
        if number not in sizes:
            yield _("Tanda tangan tutup hari catatan nomor %(number)s hilang.") % {"number": number}


def _head(cooperative_id: int, grown: Grown, ours: list[LogKey]) -> Iterator[str]:
    row = Head.objects.filter(cooperative_id=cooperative_id).first()
    if row is None:
        yield _("Buku ini belum ditandatangani. Jalankan `lumbung migrate`, lalu ulangi.")
        return
    try:
        signed = note_of(row)
        note.verify(signed, [public(key) for key in ours if key.kind == NOTE][:1])
    except (Malformed, Unverified, LogKey.DoesNotExist):
        yield _("Tanda tangan kepala buku yang terbaru tidak sah.")
        return
    if row.size != len(grown.leaves) or grown.root(row.size) != bytes(row.root):
        words = _("Kepala buku yang ditandatangani menyebut %(size)s catatan; yang ada sekarang bukan itu.")
        yield words % {"size": row.size}


def _branches(cooperative_id: int, grown: Grown) -> Iterator[str]:
    stored = Branch.objects.filter(cooperative_id=cooperative_id).values_list("place", "root")
    wrong = [place for place, root in stored if grown.branches[place : place + 1] != [bytes(root)]]
    if wrong:
        words = _("Cabang pohon bukti nomor %(places)s tidak sama dengan catatannya.")
        yield words % {"places": ", ".join(str(place) for place in sorted(wrong)[:10])}


def _day(moment) -> dict[str, str]:
    return {"day": long_date(clock.local(moment).date())}
