"""Cosignatures (c2sp.org/tlog-cosignature): a witness saw this checkpoint, at this time.

By Ed25519 (type 0x04) it signs `cosignature/v1`, the time, and the whole checkpoint; by ML-DSA-44 (type 0x06) a packed
structure of its own name, the time, the log and its tree. Its line carries the time before the signature.
A log signs its own checkpoint in the second way too: ML-DSA-44 has no other form in a note.
"""

from dataclasses import replace

from .checkpoint import parse
from .note import COSIGNATURE, ML_DSA, Key, Note, Signature, Signer, Unverified

_TIME_SIZE, _LATEST = 8, 2**63 - 1


def cosign(signed: Note, witness: Signer, *, time: int) -> Note:
    """The note with one signature more. `time` is in whole seconds since 1970, UTC.

    A witness calls this only after it has proven that the checkpoint continues what it saw before, and stored it.
    """
    assert witness.key.kind in (COSIGNATURE, ML_DSA), "a log signs through note.py"
    assert 0 <= time <= _LATEST, "a time a cosignature can carry"
    value = time.to_bytes(_TIME_SIZE) + witness.sign(_message(witness.key, signed.text, time))
    return replace(signed, signatures=(*signed.signatures, witness.signature(value)))


def verify(signed: Note, witness: Key) -> int | None:
    """When `witness` last saw this checkpoint, in seconds since 1970; None when it did not sign.

    Raises  Unverified: a line in its name does not hold
    """
    assert witness.kind in (COSIGNATURE, ML_DSA), "a log is checked through note.py"
    return max((_time(signed.text, one, witness) for one in signed.by(witness)), default=None)


def _time(text: str, signature: Signature, witness: Key) -> int:
    time = int.from_bytes(signature.value[:_TIME_SIZE])
    if time > _LATEST:
        raise Unverified(f"the cosignature of {witness.name} has an impossible time")
    witness.check(signature.value[_TIME_SIZE:], _message(witness, text, time))
    return time


def _message(key: Key, text: str, time: int) -> bytes:
    if key.kind == COSIGNATURE:
        return f"cosignature/v1\ntime {time}\n{text}".encode()
    seen, start = parse(text), 0
    parts = (time.to_bytes(8), _short(seen.origin), start.to_bytes(8), seen.size.to_bytes(8), seen.root)
    return b"subtree/v1\n\0" + _short(key.name) + b"".join(parts)


def _short(text: str) -> bytes:
    """Up to 255 bytes of text, behind their number."""
    return len(text.encode()).to_bytes(1) + text.encode()
