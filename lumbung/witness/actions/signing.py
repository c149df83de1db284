"""Each new head of a book is signed, within the posting that makes it; the ends of days and months twice, for ever.

A signature costs a posting a twentieth; finding and unsealing its key would cost it much more. So the signer stays in
memory, and the seal that the book had until now tells whether its key still is the log's.
"""

from datetime import datetime

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import Head, seal_again
from lumbung.ledger.reports import leaf_hashes
from lumbung.ledger.reports.book import book_head
from lumbung.ledger.rules import DAY_CLOSED
from lumbung.sql import bulk
from lumbung.sql.values import as_blob
from lumbung.tlog import cosignature, note, tree
from lumbung.tlog.note import ML_DSA, NOTE, Note, Signer
from lumbung.witness import rules
from lumbung.witness.actions.keys import current, signer_of
from lumbung.witness.models import Branch, Checkpoint, LogKey
from lumbung.witness.rules import Seal

KEPT = (DAY_CLOSED, "period.closed")  # the entries whose head is kept
REMEMBERED = 1000  # signers; a server of more cooperatives looks some of them up again

_SIGNERS: dict[int, tuple[int, Signer]] = {}  # cooperative → id of the key, signer


def sign_head(head: Head) -> bytes:
    """The seal of a book's new head; the ledger asks for it in the posting's transaction.

    Raises  Refused: this installation cannot open the log's key; then nothing is posted
    """
    key_id, signer = signer_for(head)
    if head.size // rules.SPAN > (head.size - head.added) // rules.SPAN:
        grow(head.cooperative_id, head.size)
    if head.kind in KEPT:
        keep(head)
    return Seal(key_id, signer.sign(rules.head_text(signer.key.name, head.size, head.root).encode())).packed


def signer_for(head: Head) -> tuple[int, Signer]:
    """The key that was remembered, when the book's last seal is of it; else the newest of the table."""
    known = _SIGNERS.get(head.cooperative_id)
    if known and head.before and Seal.unpacked(head.before).key_id == known[0]:
        return known
    key = current(head.cooperative_id, NOTE, head.at)
    if len(_SIGNERS) >= REMEMBERED:
        _SIGNERS.clear()
    _SIGNERS[head.cooperative_id] = key.id, signer_of(key)
    return _SIGNERS[head.cooperative_id]


def forget_signer(cooperative_id: int) -> None:
    """Look the key up again: it was changed."""
    _SIGNERS.pop(cooperative_id, None)


def sign_every_book() -> None:
    """After an update: the books that were there before their logs had keys. A second call finds nothing to do."""
    for cooperative_id in Cooperative.objects.values_list("id", flat=True):
        with acting_for(cooperative_id):
            book = book_head(cooperative_id)
            if book and not book.seal:
                seal_again(cooperative_id, clock.now().replace(microsecond=0))


def keep(head: Head) -> Note:
    """Sign a head by both kinds of key, and for a while by the key before, and keep it for ever."""
    signers = [signer_of(key) for key in _keys_that_sign(head.cooperative_id, head.at)]
    text = rules.head_text(signers[0].key.name, head.size, head.root)
    signed = note.sign(text, *(signer for signer in signers if signer.key.kind == NOTE))
    for signer in signers:
        if signer.key.kind == ML_DSA:
            signed = cosignature.cosign(signed, signer, time=int(head.at.timestamp()))
    Checkpoint.objects.create(
        cooperative_id=head.cooperative_id, size=head.size, root=head.root, signed_at=head.at, note=str(signed)
    )
    return signed


def _keys_that_sign(cooperative_id: int, at: datetime) -> list[LogKey]:
    ours = [current(cooperative_id, kind, at) for kind in (NOTE, ML_DSA)]
    if ours[0].follows_id and at < ours[0].made_at + rules.OVERLAP:
        ours.insert(1, LogKey.objects.get(cooperative_id=cooperative_id, id=ours[0].follows_id))
    return ours


def grow(cooperative_id: int, size: int) -> None:
    """Keep the root of every branch that is full and not kept yet."""
    first = Branch.objects.filter(cooperative_id=cooperative_id).count()
    rows = []
    for place in range(first, size // rules.SPAN):
        leaves = leaf_hashes(cooperative_id, place * rules.SPAN, (place + 1) * rules.SPAN)
        rows.append((cooperative_id, place, as_blob(tree.root_of(leaves))))
    bulk.insert("witness_branch", ("cooperative_id", "place", "root"), rows)
