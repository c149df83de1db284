"""What others keep of a book: a member her receipt, a witness the last head it was shown."""

from typing import NamedTuple

from lumbung.ledger import audit
from lumbung.ledger.models import Book
from lumbung.tlog import tree


class Head(NamedTuple):
    size: int
    root: bytes


class Receipt(NamedTuple):
    """Of one entry: the leaf as it was when she paid."""

    index: int
    leaf_hash: bytes


def leaves(coop: int) -> list[bytes]:
    return [audit.leaf_of(row) for row in audit._rows(coop)]


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


def says(seen: Head, coop: int) -> str:
    """What a witness that has cosigned `seen` answers to the book's head of today; empty when it cosigns."""
    now = head(coop)
    if now.size < seen.size:
        return "a size below the one that was seen"
    if now.size == seen.size:
        return "" if now.root == seen.root else "the same size with another root"
    proof = tree.consistency_proof(leaves(coop), seen.size, now.size)
    grown = tree.verify_consistency(seen.size, now.size, proof, seen.root, now.root)
    return "" if grown else "no proof from the head that was seen"
