"""Signatures as minisign writes them (jedisct1.github.io/minisign): verified here, made offline by minisign itself."""

import base64
import binascii
import hashlib
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PLAIN, HASHED = b"Ed", b"ED"  # the kind of a key; the kind of a signature over BLAKE2b-512
TRUSTED = "trusted comment: "


class BadSignature(Exception):
    """Not a signature, or not by this key over these bytes."""


class Key(NamedTuple):
    """A public key: its name of eight bytes, and the point."""

    name: bytes
    public: bytes


def key(line: str) -> Key:
    """Raises  BadSignature: the line is no public key of minisign"""
    raw = _bytes(line, 42)
    if raw[:2] != PLAIN:
        raise BadSignature("a key of another kind")
    return Key(raw[2:10], raw[10:])


def keys(text: str) -> list[Key]:
    """The public keys of a file; `#` and minisign's own comments say whose they are."""
    lines = (line.strip() for line in text.splitlines())
    return [key(line) for line in lines if line and not line.startswith(("#", "untrusted comment:"))]


def signer(signature: str, message: bytes, known: list[Key]) -> Key:
    """Which of the known keys signed the message.

    Raises  BadSignature: none of them did, or the signature or its trusted comment was changed
    """
    lines = signature.splitlines()
    if len(lines) < 4 or not lines[2].startswith(TRUSTED):
        raise BadSignature("not a signature of minisign")
    raw, seal = _bytes(lines[1], 74), _bytes(lines[3], 64)
    if raw[:2] != HASHED:
        raise BadSignature("a signature of another kind")
    found = next((one for one in known if one.name == raw[2:10]), None)
    if found is None:
        raise BadSignature("by a key that is not known here")
    _check(found, raw[10:], hashlib.blake2b(message, digest_size=64).digest())
    _check(found, seal, raw[10:] + lines[2].removeprefix(TRUSTED).encode())
    return found


def _check(by: Key, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(by.public).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise BadSignature("the signature does not fit") from error


def _bytes(line: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignature("not base64") from error
    if len(raw) != length:
        raise BadSignature("cut off")
    return raw
