"""Everything that a log has signed, against the tree that the rows of its book make.

The ledger's own audit comes first: it says whether the rows are as they were posted. This adds whether the signatures,
the kept heads and the kept branches are those of this very tree.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.ledger import audit
from lumbung.ledger.audit import Problem
from lumbung.ledger.reports.book import book_head
from lumbung.security import trail_audit
from lumbung.tlog import checkpoint, cosignature, note
from lumbung.tlog.growth import Growth
from lumbung.tlog.note import ML_DSA, NOTE, Key, Malformed, Unverified
from lumbung.web.dates import long_date
from lumbung.witness import rules
from lumbung.witness.audit_seen import witnessed
from lumbung.witness.models import Branch, Checkpoint, LogKey
from lumbung.witness.reports.heads import note_of
from lumbung.witness.reports.keys import keys, public


def problems(cooperative_id: int) -> list[Problem]:
    """Everything in a book, its log and its trail that is not as it was posted and signed; empty when all is whole."""
    tally, found = audit.examine(cooperative_id), []
    try:
        found += _of_log(cooperative_id, tally)
    except audit.TORN as torn:
        found.append(audit.unreadable(len(tally.leaves), torn))
    return tally.problems + [Problem(0, "", words) for words in [*found, *trail_audit.problems(cooperative_id)]]


def _of_log(cooperative_id: int, tally: audit.Tally) -> Iterator[str]:
    ours, grown = keys(cooperative_id), tally.grown
    yield from _keys(ours)
    kept = Checkpoint.objects.filter(cooperative_id=cooperative_id).order_by("size")
    sizes = set()
    for row in kept.iterator(chunk_size=500):
        sizes.add(row.size)
        yield from _kept(row, grown, [public(key) for key in ours])
    yield from _missing(tally.day_ends, sizes)
    yield from _head(cooperative_id, grown, ours)
    yield from _branches(cooperative_id, grown)
    yield from witnessed(cooperative_id, grown)


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


def _kept(row: Checkpoint, grown: Growth, ours: list[Key]) -> Iterator[str]:
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


def _head(cooperative_id: int, grown: Growth, ours: list[LogKey]) -> Iterator[str]:
    """The ledger's audit says whether the head is that of the rows; this, whether the log's newest key signed it."""
    book = book_head(cooperative_id)
    if not book or not book.seal:
        yield _("Buku ini belum ditandatangani. Jalankan `lumbung migrate`, lalu ulangi.")
        return
    try:
        note.verify(note_of(cooperative_id, book), [public(key) for key in ours if key.kind == NOTE][:1])
    except (Malformed, Unverified, LogKey.DoesNotExist):
        yield _("Tanda tangan kepala buku yang terbaru tidak sah.")
        return
    if book.size == len(grown.leaves) and grown.root(book.size) != book.root:
        yield _("Kepala buku yang ditandatangani bukan kepala catatan yang ada sekarang.")


def _branches(cooperative_id: int, grown: Growth) -> Iterator[str]:
    stored = Branch.objects.filter(cooperative_id=cooperative_id).values_list("place", "root")
    wrong = [place for place, root in stored if grown.branches[place : place + 1] != [bytes(root)]]
    if wrong:
        words = _("Cabang pohon bukti nomor %(places)s tidak sama dengan catatannya.")
        yield words % {"places": ", ".join(str(place) for place in sorted(wrong)[:10])}


def _day(moment) -> dict[str, str]:
    return {"day": long_date(clock.local(moment).date())}
