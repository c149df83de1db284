"""Checkpoints (c2sp.org/tlog-checkpoint v1): the head of a tree, written as three lines and signed as a note.

koperasi.example/uji                           origin: which log
3                                              how many leaves
MZ8Kc+cjGEVJQUPy7eMPsDRoWa9KOPuamDM66lgw3uQ=   root
"""

import re
from dataclasses import dataclass

from . import note
from .note import Key, Malformed, Note, Signer, Unverified, base64, unbase64
from .tree import HASH_SIZE

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself. Extension lines of other logs are kept, unread; ours has none."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join([self.origin, str(self.size), base64(self.root), *self.extensions]) + "\n"


def parse(text: str) -> Checkpoint:
    """Read the text of a checkpoint (a note's, without signatures). Raises Malformed."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() or not all(lines):
        raise Malformed("a checkpoint has at least three lines, none of them empty")
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise Malformed(f"no size of a tree: {size[:80]!r}")
    if len(hash_of_root := unbase64(root)) != HASH_SIZE:
        raise Malformed(f"no root of a tree: {root[:80]!r}")
    return Checkpoint(origin, int(size), hash_of_root, tuple(extensions))


def sign(checkpoint: Checkpoint, *signers: Signer) -> Note:
    """The signed checkpoint. Totals belong into a leaf, where auditors find them: not into extension lines."""
    assert not checkpoint.extensions, "our checkpoints have no extension lines"
    assert parse(checkpoint.text) == checkpoint, "an origin is one line"
    return note.sign(checkpoint.text, *signers)


def verify(signed: Note, log: Key, *, origin: str | None = None) -> Checkpoint:
    """The checkpoint, when `log` signed it for `origin` (its own name if not told).

    Raises  Malformed: it is no checkpoint; Unverified: not by this log, or for another origin
    """
    note.verify(signed, [log])
    checkpoint = parse(signed.text)
    if checkpoint.origin != (origin or log.name):
        raise Unverified(f"a checkpoint of {checkpoint.origin}, not of {origin or log.name}")
    return checkpoint
