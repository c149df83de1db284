"""The law of a witness (c2sp.org/tlog-witness), as plain functions: what is asked, what is known, what follows.

    old 2                                          the size that the asker thinks we saw last
    k+MOaRpVDzFS8+J4ZIG4t8Q3rg1d6RyYE/ZzDFyxKjQ=   how the tree grew from there
                                                   an empty line, and the checkpoint
    koperasi.example/uji
    3
    MZ8Kc+cjGEVJQUPy7eMPsDRoWa9KOPuamDM66lgw3uQ=

    — koperasi.example/uji 03oW…

A witness signs what continues what it saw, and nothing else. Whoever calls `judge` holds the row of that log, so that
nothing comes between the judgement and what is kept of it.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from lumbung.tlog import checkpoint as checkpoints
from lumbung.tlog import note, tree
from lumbung.tlog.checkpoint import Checkpoint
from lumbung.tlog.note import Key, Malformed, Note, Unverified, base64, unbase64

LONGEST, MOST_HASHES = 64 * 1024, 63  # bytes of a request, hashes of a proof
_OLD = re.compile(r"old (0|[1-9][0-9]{0,18})")


class Kind(StrEnum):
    """What a request turned out to be."""

    SEEN = "seen"
    MALFORMED = "malformed"
    UNKNOWN_LOG = "unknown_log"
    UNKNOWN_KEY = "unknown_key"
    STALE = "stale"  # honest, but the asker does not know what we saw last
    SHORTER = "shorter"  # a book that ends before the one we saw, and that we never saw
    UNCONNECTED = "unconnected"  # its proof does not lead from what we saw to what is shown
    SPLIT = "split"  # two books of one size: signed by the same log, so nobody else can have made them


KEPT = (Kind.UNKNOWN_KEY, Kind.SHORTER, Kind.UNCONNECTED, Kind.SPLIT)  # as evidence, for ever


@dataclass(frozen=True)
class Request:
    """One add-checkpoint; `str` of it is the text."""

    old: int
    proof: tuple[bytes, ...]
    signed: Note

    @property
    def head(self) -> Checkpoint:
        return checkpoints.parse(self.signed.text)

    def __str__(self) -> str:
        return "\n".join([f"old {self.old}", *map(base64, self.proof), "", str(self.signed)])


@dataclass(frozen=True)
class Known:
    """What a witness has of one log: the keys it trusts, and the root of each size it signed for."""

    keys: tuple[Key, ...]
    roots: dict[int, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return max(self.roots, default=0)

    @property
    def root(self) -> bytes:
        return self.roots.get(self.size, tree.EMPTY_ROOT)


@dataclass(frozen=True)
class Judgement:
    """The status of the answer, what the request was, and the size that we saw last of this log."""

    status: int
    kind: Kind
    size: int = 0


def parse(text: str) -> Request:
    """Read a request without believing it yet. Raises Malformed."""
    if len(text.encode()) > LONGEST:
        raise Malformed(f"a request of more than {LONGEST} bytes")
    head, blank, signed = text.partition("\n\n")
    first, *hashes = head.split("\n")
    old = _OLD.fullmatch(first)
    if not old or not blank:
        raise Malformed("a request begins with `old`, a size, and hashes, and an empty line before the checkpoint")
    if len(hashes) > MOST_HASHES:
        raise Malformed(f"a proof of more than {MOST_HASHES} hashes")
    proof = tuple(map(unbase64, hashes))
    if not all(len(one) == tree.HASH_SIZE for one in proof):
        raise Malformed("a proof is made of hashes of 32 bytes")
    request = Request(int(old[1]), proof, note.parse(signed))
    request.head  # noqa: B018  the checkpoint too is read here, or the request is malformed
    return request


def tidied(text: str) -> str:
    """A text that was carried by hand, with line ends as the formats want them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n").rstrip() + "\n"


def judge(request: Request, known: Known | None) -> Judgement:
    """What follows from a request for the witness that knows `known` of this log; None: it does not watch it.

    Source  c2sp.org/tlog-witness, reference/reliability.md 5.6
    """
    if known is None:
        return Judgement(404, Kind.UNKNOWN_LOG)
    try:
        note.verify(request.signed, known.keys)
    except Unverified:
        return Judgement(403, Kind.UNKNOWN_KEY, known.size)
    if request.old > request.head.size:
        return Judgement(400, Kind.MALFORMED, known.size)
    kind = _compare(request, known)
    return Judgement(_status(kind, request, known), kind, known.size)


def _compare(request: Request, known: Known) -> Kind:
    head = request.head
    seen_then = known.roots.get(head.size)
    if seen_then is not None and seen_then != head.root:
        return Kind.SPLIT
    if head.size < known.size:
        return Kind.STALE if seen_then else Kind.SHORTER
    if request.old != known.size:
        return Kind.STALE
    return Kind.SEEN if _continues(request, known) else Kind.UNCONNECTED


def _continues(request: Request, known: Known) -> bool:
    head = request.head
    if head.size == 0:
        return not request.proof and head.root == tree.EMPTY_ROOT
    if known.size == 0:
        return not request.proof
    return tree.verify_consistency(known.size, head.size, request.proof, known.root, head.root)


def _status(kind: Kind, request: Request, known: Known) -> int:
    if kind is Kind.SEEN:
        return 200
    return 409 if request.old != known.size else 422
