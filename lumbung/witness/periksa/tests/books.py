"""Small books with receipts, made by `tlog` and the ledger's own leaf, for whoever reads receipts."""

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from uuid import UUID

from lumbung.ledger import rules
from lumbung.ledger.rules import Draft, Move
from lumbung.money import rp
from lumbung.receipts.proofs import Proof
from lumbung.tlog import checkpoint, cosignature, note, proof, tree
from lumbung.tlog.checkpoint import Checkpoint

ORIGIN = "lumbung.example/kmp-karangbesuki"
SEEN_AT = 1_795_399_200  # 23 November 2026, 09.00 WIB


def signer(name: str, seed: int, kind: int = note.NOTE) -> note.Signer:
    return note.Signer(name, bytes([seed]) * 32, kind)


PENGAWAS = signer("pengawas.example/w1", 2, note.COSIGNATURE)
DINAS = signer("dinas.malang.example/w", 3, note.COSIGNATURE)


def dues(amount: int, member: int = 42, memo: str = "Simpanan wajib Juni 2026") -> Draft:
    """Somebody's dues, paid into the till; sen."""
    move = Move("111100", "320000", amount, credit_holder=member)
    return Draft("dues.paid", date(2026, 6, 21), "BKM", memo, UUID(int=member), 7, (move,))


@dataclass
class Book:
    """Entries and what is signed over them. `salt` of each: thirty-two times its number."""

    drafts: list[Draft]
    origin: str = ORIGIN
    seed: int = 1
    witnesses: list[note.Signer] = field(default_factory=lambda: [PENGAWAS])

    @cached_property
    def log(self) -> note.Signer:
        return signer(self.origin, self.seed)

    def salt(self, number: int) -> bytes:
        return sha256(f"salt {number}".encode()).digest()

    def digest(self, number: int) -> bytes:
        return rules.digest(self.drafts[number - 1])

    @cached_property
    def leaves(self) -> list[bytes]:
        posted = datetime(2026, 6, 21, 3, tzinfo=UTC)
        return [
            rules.leaf(draft, number=number, document=f"BKM-2026-{number:06}", posted_at=posted,
                       request_digest=self.digest(number), salt=self.salt(number))
            for number, draft in enumerate(self.drafts, 1)
        ]  # fmt: skip

    @cached_property
    def hashes(self) -> list[bytes]:
        return [tree.leaf_hash(leaf) for leaf in self.leaves]

    @cached_property
    def signed(self) -> note.Note:
        head = checkpoint.sign(Checkpoint(self.origin, len(self.hashes), tree.root_of(self.hashes)), self.log)
        for witness in self.witnesses:
            head = cosignature.cosign(head, witness, time=SEEN_AT)
        return head

    def receipt(self, number: int = 1) -> Proof:
        siblings = tree.inclusion_proof(self.hashes, number - 1, len(self.hashes))
        text = proof.make(number - 1, siblings, self.signed, self.salt(number))
        personal = rules.personal(self.drafts[number - 1], self.digest(number)).decode()
        return Proof(text, self.leaves[number - 1].decode(), personal)

    def policy(self, *witnesses: note.Signer, quorum: str = "") -> str:
        """Whom to trust: this log, these witnesses; any of them unless told otherwise."""
        named = [(witness.key.name.split(".")[0], witness) for witness in witnesses]
        lines = [f"# koperasi: KMP Karangbesuki\nlog {self.log.key.vkey}"]
        lines += [f"witness {name} {witness.key.vkey}" for name, witness in named]
        if len(named) > 1:
            lines.append(f"group saksi any {' '.join(name for name, _witness in named)}")
        chosen = "saksi" if len(named) > 1 else named[0][0] if named else "none"
        return "\n".join([*lines, f"quorum {quorum or chosen}"]) + "\n"


def village(size: int = 5) -> Book:
    """Members who each paid Rp20.000."""
    return Book([dues(rp(20_000), member) for member in range(42, 42 + size)])


def base64(data: bytes) -> str:
    return b64encode(data).decode()
