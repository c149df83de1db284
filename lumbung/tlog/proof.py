"""Proofs (c2sp.org/tlog-proof v1): one text with which anyone can check, offline, that a leaf is in a signed tree.

    c2sp.org/tlog-proof@v1
    extra AAEC…              free bytes, not signed: we put the key of the leaf's commitment there
    index 1
    ZREW5rboJ6Rlx5Y…         siblings from the leaf up to the root

    koperasi.example/uji     the checkpoint with its signatures, word for word
    …

The verifier brings the leaf's hash and the keys it trusts: never take keys from the proof.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import checkpoint as checkpoints
from . import cosignature, note, tree
from .checkpoint import Checkpoint
from .note import Key, Malformed, Note, Unverified, base64, unbase64

HEAD = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")


@dataclass(frozen=True)
class Proof:
    """A leaf's place, its siblings up to the root, and the checkpoint; `str` of it is the text."""

    index: int
    siblings: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes | None = None

    def __str__(self) -> str:
        extra = [] if self.extra is None else [f"extra {base64(self.extra)}"]
        return "\n".join([HEAD, *extra, f"index {self.index}", *map(base64, self.siblings), "", str(self.checkpoint)])


@dataclass(frozen=True)
class Proven:
    """What a proof has shown: the tree, the leaf's place in it, and when each witness that signed saw the tree."""

    checkpoint: Checkpoint
    index: int
    seen: dict[str, int]


def make(index: int, siblings: Sequence[bytes], checkpoint: Note, extra: bytes | None = None) -> str:
    """The text of a proof. `siblings` come from `tree.inclusion_proof` for the checkpoint's size."""
    return str(Proof(index, tuple(siblings), checkpoint, extra))


def parse(text: str) -> Proof:
    """Read a proof without believing it yet. Raises Malformed."""
    head, blank, signed = text.partition("\n\n")
    first, *lines = head.split("\n")
    if first != HEAD or not blank:
        raise Malformed("this is no tlog-proof")
    extra = unbase64(lines.pop(0)[6:]) if lines and lines[0].startswith("extra ") else None
    index = _INDEX.fullmatch(lines.pop(0)) if lines else None
    if not index:
        raise Malformed("a proof without the leaf's index")
    siblings = tuple(map(unbase64, lines))
    if not all(len(sibling) == tree.HASH_SIZE for sibling in siblings):
        raise Malformed("a proof is made of hashes of 32 bytes")
    return Proof(int(index[1]), siblings, note.parse(signed), extra)


def verify(
    text: str, leaf_hash: bytes, log: Key, *, origin: str | None = None, witnesses: Iterable[Key] = ()
) -> Proven:
    """What the proof shows of this leaf, for whoever trusts `log`. How many witnesses are enough is the caller's rule.

    Raises  Malformed: it is not a proof; Unverified: the log did not sign it, a witness's line is wrong, or the leaf
            is not there
    """
    proof = parse(text)
    head = checkpoints.verify(proof.checkpoint, log, origin=origin)
    times = {witness.name: cosignature.verify(proof.checkpoint, witness) for witness in witnesses}
    if not tree.verify_inclusion(leaf_hash, proof.index, head.size, proof.siblings, head.root):
        raise Unverified(f"the leaf is not number {proof.index} of {head.origin}")
    return Proven(head, proof.index, {name: time for name, time in times.items() if time is not None})
