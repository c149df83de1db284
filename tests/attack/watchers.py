"""What others keep of a book: a member her receipt, a witness the last head it was shown."""

from typing import NamedTuple

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.models import Book
from lumbung.ledger.rows import leaf_of, rows
from lumbung.tlog import note, tree
from lumbung.tlog.note import NOTE, Signer
from lumbung.witness import rules
from lumbung.witness.actions import watching as seeing
from lumbung.witness.actions.keys import current, signer_of
from lumbung.witness.models.seen import Watcher
from lumbung.witness.reports.keys import log_keys
from lumbung.witness.watching import Request


class Head(NamedTuple):
    size: int
    root: bytes


class Receipt(NamedTuple):
    """Of one entry: the leaf as it was when she paid."""

    index: int
    leaf_hash: bytes


def leaves(coop: int) -> list[bytes]:
    return [tree.leaf_hash(leaf_of(row)) for row in rows(coop)]


def head(coop: int) -> Head:
    book = Book.objects.get(cooperative_id=coop)
    return Head(book.leaf_count, bytes(book.root))


def receipt(coop: int, number: int) -> Receipt:
    return Receipt(number - 1, leaves(coop)[number - 1])


def convicts(kept: Receipt, coop: int) -> bool:
    """Whether the book of today has no proof for an entry that somebody has a receipt of."""
    now, hashes = head(coop), leaves(coop)
    proof = tree.inclusion_proof(hashes, kept.index, now.size)
    return not tree.verify_inclusion(kept.leaf_hash, kept.index, now.size, proof, now.root)


def employed(coop: int, neighbour: int, by: int) -> Watcher:
    """The neighbour's witness, who was told of the book's key and has seen its head."""
    vkey = log_keys(coop)[0].vkey
    with acting_for(neighbour):
        watcher = seeing.begin(cooperative_id=neighbour, holder="koperasi", by=by)
        seeing.watch(watcher=watcher, vkey=vkey, label="Korban", by=by)
    return watcher


def log_name(coop: int) -> str:
    return log_keys(coop)[0].name


def shown(watcher: Watcher, coop: int, known: int, signer: Signer | None = None) -> str:
    """What the witness says of the book's head of today, signed by the log's own key unless another is given."""
    now, hashes = head(coop), leaves(coop)
    signer = signer or signer_of(current(coop, NOTE, clock.now()))
    signed = note.sign(rules.head_text(signer.key.name, now.size, now.root), signer)
    old = min(known, now.size)
    request = Request(old, tuple(tree.consistency_proof(hashes, old, now.size)), signed)
    with acting_for(watcher.cooperative_id):
        return str(seeing.answer(watcher=watcher, text=str(request), way="file").kind)
