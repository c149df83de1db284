"""What proves a receipt. The package that signs the books stands above this one; when it starts, it says how.

A receipt's text, word for word: docs/periksa-format.md.
"""

from collections.abc import Callable
from typing import NamedTuple

from lumbung.ledger import reports as books
from lumbung.ledger.chart import CHART
from lumbung.tlog.note import Malformed, unbase64
from lumbung.web.words import Refused

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

    def on_paper(self) -> str:
        """What a code on paper says: the log's own signature and nothing longer."""
        head, checkpoint, signatures = self.proof.removesuffix("\n").split("\n\n")
        origin = checkpoint.split("\n")[0]
        ours = [line for line in signatures.split("\n") if _is_plain(line, origin)]
        return "\n\n".join([head, checkpoint, "\n".join(ours), self.leaf])

    def on_paper_in_two(self) -> list[str]:
        """What two codes on paper say, where one would be too dense: the proof, and the entry."""
        return [self.on_paper().removesuffix(f"\n\n{self.leaf}"), self.leaf]

    def without_key(self) -> "Proof":
        """The same without what opens the personal part."""
        lines = self.proof.split("\n")
        return Proof("\n".join(line for line in lines if not line.startswith("extra ")), self.leaf)


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


def proofs_of(cooperative_id: int, numbers) -> list[Proof]:
    """The proofs of a receipt's entries in the newest signed book; none where nobody signs.

    What is personal comes along only from an entry that is about one person: a receipt is handed to that one.
    Raises  Refused: the book cannot prove anything now; the words say why
    """
    entries = books.entries_of(cooperative_id, list(numbers)) if _SOURCES else []
    found = [(_SOURCES[0](cooperative_id, entry.number), entry) for entry in entries]
    return [proof if _is_of_one(entry) else proof.without_key() for proof, entry in found]


def proofs_or_why(cooperative_id: int, numbers) -> tuple[list[Proof], str]:
    """The same for a page or a paper that goes on without: no proofs, and the words that say why."""
    try:
        return proofs_of(cooperative_id, numbers), ""
    except Refused as refusal:
        return [], str(refusal)


def _is_of_one(entry: books.JournalEntry) -> bool:
    holders = {line.holder for line in entry.lines if line.holder and CHART[line.account].holder_kind == "member"}
    return len(holders) < 2
