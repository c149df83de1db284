"""Signed notes (c2sp.org/signed-note v1): a text, a blank line, and one line for each signature.

    koperasi.example/uji            <- text, as the checkpoint defines it
    …

    — koperasi.example/uji 03oW…    <- U+2014, key name, base64(4-byte key id, signature)

Whoever reads a note knows beforehand whose signatures count: the others are passed over, and a wrong one by a known
key spoils the note. `kind` says what a key signs, and how: `NOTE` here, by Ed25519; `COSIGNATURE` by Ed25519 and
`ML_DSA` by ML-DSA-44, both in cosignature.py.
"""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

NOTE, COSIGNATURE, ML_DSA = 0x01, 0x04, 0x06
LONGEST, MOST_SIGNATURES = 1_000_000, 100  # what is longer was not made by us

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_SIGNATURE = re.compile(r"— (\S+) (\S+)")
_VKEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")
_SIZES = {NOTE: 32, COSIGNATURE: 32, ML_DSA: 1312}  # of a public key; a seed has 32 bytes for both


class Malformed(ValueError):
    """The text is not written as its format says."""


class Unverified(ValueError):
    """The text is well written, but its signature or proof does not hold."""


@dataclass(frozen=True)
class Key:
    """A public key, known by its name and the 4-byte id that follows from name, kind and key."""

    name: str
    public: bytes
    kind: int = NOTE

    def __post_init__(self) -> None:
        if not self.name or "+" in self.name or any(char.isspace() for char in self.name):
            raise Malformed(f"no name for a key: {self.name!r}")
        if len(self.public) != _SIZES.get(self.kind, len(self.public)):
            raise Malformed(f"{self.name} has no {'ML-DSA-44' if self.kind == ML_DSA else 'Ed25519'} key")

    @classmethod
    def from_vkey(cls, text: str) -> Self:
        """The key written as `name+id+base64(kind, public key)`. Raises Malformed, also when the id is not its own."""
        if not (match := _VKEY.fullmatch(text)):
            raise Malformed(f"no verifier key: {text!r}")
        material = unbase64(match[3])
        key = cls(match[1], material[1:], material[0] if material else 0)
        if key.id.hex() != match[2]:
            raise Malformed(f"the id of {key.name} should be {key.id.hex()}, not {match[2]}")
        return key

    @property
    def vkey(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64(bytes([self.kind]) + self.public)}"

    @cached_property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def check(self, signature: bytes, message: bytes) -> None:
        """Raises Unverified unless the owner of this key signed `message`."""
        try:
            family = MLDSA44PublicKey if self.kind == ML_DSA else Ed25519PublicKey
            family.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            raise Unverified(f"the signature of {self.name} does not hold") from None


@dataclass(frozen=True)
class Signature:
    """One signature line: who, and the bytes after the key id."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        return f"— {self.name} {base64(self.key_id + self.value)}\n"


class Signer:
    """A private key: its 32 secret bytes, with the name and kind of its public half."""

    def __init__(self, name: str, seed: bytes, kind: int = NOTE) -> None:
        made = MLDSA44PrivateKey.from_seed_bytes if kind == ML_DSA else Ed25519PrivateKey.from_private_bytes
        self._private = made(seed)
        self.key = Key(name, self._private.public_key().public_bytes_raw(), kind)

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def signature(self, value: bytes) -> Signature:
        return Signature(self.key.name, self.key.id, value)


@dataclass(frozen=True)
class Note:
    """A text that ends in a newline, and its signatures; `str` of it is the note as it was read."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(signature.line for signature in self.signatures)}"

    def by(self, key: Key) -> list[Signature]:
        """The signatures that say they are by this key; name and id must both fit."""
        return [one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id)]


def sign(text: str, *signers: Signer) -> Note:
    """Sign `text` with each of `signers`. Raises Malformed: the text cannot stand in a note."""
    assert all(signer.key.kind == NOTE for signer in signers), "a witness signs through cosignature.py"
    note = Note(text, tuple(signer.signature(signer.sign(text.encode())) for signer in signers))
    return parse(str(note))


def parse(text: str) -> Note:
    """Read a note without believing it yet. Raises Malformed."""
    if len(text) > LONGEST or _CONTROL.search(text):
        raise Malformed("a note is plain text of at most a million characters")
    body, blank, tail = text.rpartition("\n\n")
    if not (body and blank and tail.endswith("\n")):
        raise Malformed("a note is a text, an empty line, and signatures, each line ended by a newline")
    lines = tail[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise Malformed(f"more than {MOST_SIGNATURES} signatures")
    return Note(body + "\n", tuple(map(_parse_signature, lines)))


def verify(note: Note, keys: Iterable[Key]) -> list[Key]:
    """Those of `keys` that signed the note. Raises Unverified: none of them did, or one of the signatures is wrong."""
    signed = []
    for key in keys:
        assert key.kind == NOTE, "a witness is checked through cosignature.py"
        signatures = note.by(key)
        for signature in signatures:
            key.check(signature.value, note.text.encode())
        signed += [key] if signatures else []
    if not signed:
        raise Unverified("no signature by a known key")
    return signed


def base64(data: bytes) -> str:
    return b64encode(data).decode()


def unbase64(text: str) -> bytes:
    """The bytes of standard base64, which has one spelling for each. Raises Malformed."""
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed(f"no base64: {text[:80]!r}") from None
    if base64(data) != text:
        raise Malformed(f"a second spelling of base64: {text[:80]!r}")
    return data


def _parse_signature(line: str) -> Signature:
    match = _SIGNATURE.fullmatch(line)
    if not match or "+" in match[1]:
        raise Malformed(f"no signature line: {line[:80]!r}")
    data = unbase64(match[2])
    if len(data) <= 4:
        raise Malformed("a signature without bytes")
    return Signature(match[1], data[:4], data[4:])
