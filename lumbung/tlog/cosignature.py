"""Cosignatures (c2sp.org/tlog-cosignature, Ed25519, type 0x04): a witness saw this checkpoint, at this time.

It signs `cosignature/v1`, the time, and the whole checkpoint; its line carries the time before the signature.
"""

from dataclasses import replace

from .note import COSIGNATURE, Key, Note, Signature, Signer, Unverified

_TIME_SIZE, _LATEST = 8, 2**63 - 1


def cosign(signed: Note, witness: Signer, *, time: int) -> Note:
    """The note with one signature more. `time` is in whole seconds since 1970, UTC.

    A witness calls this only after it has proven that the checkpoint continues what it saw before, and stored it.
    """
    assert witness.key.kind == COSIGNATURE, "a log signs through note.py"
    assert 0 <= time <= _LATEST, "a time a cosignature can carry"
    value = time.to_bytes(_TIME_SIZE) + witness.sign(_message(signed.text, time))
    return replace(signed, signatures=(*signed.signatures, witness.signature(value)))


def verify(signed: Note, witness: Key) -> int | None:
    """When `witness` last saw this checkpoint, in seconds since 1970; None when it did not sign.

    Raises  Unverified: a line in its name does not hold
    """
    assert witness.kind == COSIGNATURE, "a log is checked through note.py"
    return max((_time(signed.text, one, witness) for one in signed.by(witness)), default=None)


def _time(text: str, signature: Signature, witness: Key) -> int:
    time = int.from_bytes(signature.value[:_TIME_SIZE])
    if time > _LATEST:
        raise Unverified(f"the cosignature of {witness.name} has an impossible time")
    witness.check(signature.value[_TIME_SIZE:], _message(text, time))
    return time


def _message(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()
