"""What proves a receipt. The package that signs the books stands above this one: when it starts, it says how (`provide`).

A receipt's text, word for word: docs/periksa-format.md.
"""

from collections.abc import Callable
from typing import NamedTuple

from lumbung.tlog.note import Malformed, unbase64

HEAD_LINES = 3  # origin, size, root
PLAIN = 4 + 64  # bytes of a signature line by an Ed25519 key of the log: its id and the signature


class Proof(NamedTuple):
    """An entry with all that shows that it is in the books.

    proof     a C2SP tlog-proof, with every signature there is
    leaf      the bytes that are hashed
    personal  the bytes under its commitment; empty when the key to them was erased
    """

    proof: str
    leaf: str
    personal: str = ""

    def as_file(self) -> str:
        """Everything, for the member to keep."""
        personal = f"{self.personal}\n" if self.personal else ""
        return f"{self.proof}\n{self.leaf}\n{personal}"

    def on_screen(self) -> str:
        """What a code on the screen says: the witnesses too, but nothing personal."""
        return f"{self.proof}\n{self.leaf}"

    def on_paper(self, *, key: bool = True) -> str:
        """What a code on paper says: the log's own signature; without the commitment's key when room is short."""
        head, checkpoint, signatures = self.proof.removesuffix("\n").split("\n\n")
        lines = head.split("\n")
        kept = lines if key else [line for line in lines if not line.startswith("extra ")]
        origin = checkpoint.split("\n")[0]
        ours = [line for line in signatures.split("\n") if _is_plain(line, origin)]
        return "\n\n".join(["\n".join(kept), checkpoint, "\n".join(ours), self.leaf])


def _is_plain(line: str, origin: str) -> bool:
    """A signature by the log itself, and a short one: a line of ML-DSA alone would fill a code."""
    start, _space, coded = line.rpartition(" ")
    try:
        return start == f"— {origin}" and len(unbase64(coded)) == PLAIN
    except Malformed:
        return False


Source = Callable[[int, int], Proof]
_SOURCES: list[Source] = []


def provide(source: Source) -> None:
    """Say where proofs come from: (cooperative_id, number) → Proof. It may raise Refused, in words for people."""
    _SOURCES[:] = [source]


def proof_of(cooperative_id: int, number: int) -> Proof | None:
    """The proof of an entry in the newest signed book; None where nobody signs.

    Raises  Refused: the book cannot prove anything now; the words say why
    """
    return _SOURCES[0](cooperative_id, number) if _SOURCES else None
