"""Each new head of a book is signed, within the posting that makes it; the ends of days and months twice, for ever.

A signature costs a tenth of a millisecond, finding its key as much again: so the signer stays in memory, and the one
statement that moves the head says at the same time whether its key still is the log's.
"""

from datetime import datetime

from lumbung import clock
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger.actions import Head as BookHead
from lumbung.ledger.reports import leaf_hashes
from lumbung.ledger.reports.book import book_facts
from lumbung.sql import bulk, writes
from lumbung.sql.values import as_blob, as_moment
from lumbung.tlog import cosignature, note, tree
from lumbung.tlog.note import ML_DSA, NOTE, Note, Signer
from lumbung.witness import rules
from lumbung.witness.actions.keys import current, signer_of
from lumbung.witness.models import Branch, Checkpoint, Head, LogKey

KEPT = ("period.day_closed", "period.closed")  # the entries whose head is kept
REMEMBERED = 1000  # signers; a server of more cooperatives looks some of them up again

_SIGNERS: dict[int, tuple[int, Signer]] = {}  # cooperative → id of the key, signer


def follow(head: BookHead) -> None:
    """Sign a book's new head; called by the ledger in the posting's transaction.

    Raises  Refused: this installation cannot open the log's key; then nothing is posted
    """
    if not _moved(head):
        take_key(head)
    if head.size // rules.SPAN > (head.size - head.added) // rules.SPAN:
        grow(head.cooperative_id, head.size)
    if head.kind in KEPT:
        keep(head)


@writes
def sign_where_missing(cooperative_id: int) -> None:
    """Sign the head of a book that was there before its log had a key; a second call changes nothing."""
    must_act_for(cooperative_id)
    book = book_facts(cooperative_id)
    if not Head.objects.filter(cooperative_id=cooperative_id, size=book.entries).exists():
        now = clock.now().replace(microsecond=0)
        follow(BookHead(cooperative_id, book.entries, book.entries, bytes.fromhex(book.root), now))


def _moved(head: BookHead) -> bool:
    """Sign with the key that is remembered; false when there is none, or another has taken over."""
    key_id, signer = _SIGNERS.get(head.cooperative_id, (0, None))
    if not signer:
        return False
    rows = bulk.ask(
        "UPDATE witness_head SET size = %s, root = %s, signature = %s, signed_at = %s"
        " WHERE cooperative_id = %s AND key_id = %s RETURNING size",
        [head.size, as_blob(head.root), as_blob(_sign(signer, head)), as_moment(head.at), head.cooperative_id, key_id],
    )
    return bool(rows)


def _sign(signer: Signer, head: BookHead) -> bytes:
    return signer.sign(rules.head_text(signer.key.name, head.size, head.root).encode())


def take_key(head: BookHead) -> None:
    """The key that signs now, from the table: this process is new, the log is new, or its key was changed."""
    key = current(head.cooperative_id, NOTE, head.at)
    signer = signer_of(key)
    facts = {
        "size": head.size, "root": head.root, "signature": _sign(signer, head), "signed_at": head.at, "key_id": key.id,
    }  # fmt: skip
    if not Head.objects.filter(cooperative_id=head.cooperative_id).update(**facts):
        Head.objects.create(cooperative_id=head.cooperative_id, **facts)
    if len(_SIGNERS) >= REMEMBERED:
        _SIGNERS.clear()
    _SIGNERS[head.cooperative_id] = key.id, signer


def keep(head: BookHead) -> Note:
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
