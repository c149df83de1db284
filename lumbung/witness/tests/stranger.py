"""What a stranger needs to check our words: hashlib, base64, an Ed25519 verifier and the standards; nothing of ours."""

import hashlib
from base64 import b64decode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def mth(hashes: list[bytes]) -> bytes:
    """The Merkle tree hash of RFC 6962, word for word."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return hashlib.sha256(b"\x01" + mth(hashes[:split]) + mth(hashes[split:])).digest()


def root_from(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that an inclusion proof leads to, walked from the top down as in RFC 6962 section 2.1.1."""
    if size == 1:
        assert not path, "a proof that is too long"
        return leaf
    split = 1
    while split * 2 < size:
        split *= 2
    if index < split:
        left, right = root_from(leaf, index, split, path[:-1]), path[-1]
    else:
        left, right = path[-1], root_from(leaf, index - split, size - split, path[:-1])
    return hashlib.sha256(b"\x01" + left + right).digest()


def checked(proof: str, leaf: bytes, policy: str) -> dict:
    """What a proof says of a leaf, when one of the policy's logs has signed it."""
    head, _, note = proof.partition("\n\n")
    kind, *lines = head.split("\n")
    assert kind == "c2sp.org/tlog-proof@v1"
    extra = b64decode(lines.pop(0)[6:]) if lines[0].startswith("extra ") else None
    index, path = int(lines.pop(0).removeprefix("index ")), [b64decode(line) for line in lines]
    origin, size, root = signed_by(note, policy)
    assert root_from(leaf_hash(leaf), index, size, path) == root
    return {"origin": origin, "size": size, "index": index, "extra": extra}


def signed_by(note: str, policy: str) -> tuple[str, int, bytes]:
    """Origin, size and root of a checkpoint that a log of the policy has signed by Ed25519."""
    text, _, signatures = note.partition("\n\n")
    text += "\n"
    logs = [line.split()[1].split("+", 2) for line in policy.splitlines() if line.startswith("log ")]
    for line in signatures.splitlines():
        _dash, name, coded = line.split(" ")
        for log, key_id, material in logs:
            public, value = b64decode(material), b64decode(coded)
            if public[0] == 1 and name == log and value[:4].hex() == key_id:
                Ed25519PublicKey.from_public_bytes(public[1:]).verify(value[4:], text.encode())
                origin, size, root = text.split("\n")[:3]
                assert origin == name
                return origin, int(size), b64decode(root)
    raise AssertionError("no log of the policy signed this")
