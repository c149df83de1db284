"""A sealed value, byte by byte; no database, no clock.

    1 byte    version of this layout
    8 bytes   id of the data key, big-endian: a value says by itself which key opens it
    12 bytes  nonce, random
    n + 16    AES-256-GCM of the value; version, key and the value's place are authenticated with it

A value is bound to its place (table, column, cooperative, row): moved to another row it does not open.
Source  NIST SP 800-38D; reference/reliability.md 1a 11.3, 2c
"""

import hashlib
import hmac
import secrets
import struct
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

VERSION, KEY_BYTES, NONCE_BYTES, INDEX_BYTES = 1, 32, 12, 16
HEAD = struct.Struct(">BQ")
SHORTEST = HEAD.size + NONCE_BYTES + 16


class Unopened(ValueError):
    """Not a value of this key and this place, or changed on the way."""


class Key(NamedTuple):
    """What a data key is used for: `cipher` seals, `index` finds without opening."""

    id: int
    cipher: AESGCM
    index: bytes


def new_secret() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def key(key_id: int, secret: bytes) -> Key:
    """One secret, a key for each use."""
    return Key(key_id, AESGCM(derived(secret, "seal")), derived(secret, "index"))


def derived(secret: bytes, use: str) -> bytes:
    return HKDFExpand(SHA256(), KEY_BYTES, f"lumbung vault: {use}".encode()).derive(secret)


def fingerprint(secret: bytes) -> str:
    """The name of a master key; tells nothing about it."""
    return hashlib.sha256(b"lumbung master key\n" + secret).hexdigest()[:16]


def place(table: str, column: str, cooperative_id: int, row_id: object) -> bytes:
    """The place that a value is bound to."""
    return "\0".join((table, column, str(cooperative_id), str(row_id))).encode()


def seal(one: Key, plain: bytes, at: bytes) -> bytes:
    head, nonce = HEAD.pack(VERSION, one.id), secrets.token_bytes(NONCE_BYTES)
    return head + nonce + one.cipher.encrypt(nonce, plain, head + at)


def key_of(sealed: bytes) -> int:
    """The id of the key that opens it.

    Raises  Unopened: no sealed value, or of a layout to come
    """
    if len(sealed) < SHORTEST or sealed[0] != VERSION:
        raise Unopened("not a sealed value of this version")
    return HEAD.unpack_from(sealed)[1]


def unseal(one: Key, sealed: bytes, at: bytes) -> bytes:
    """Raises  Unopened"""
    head, nonce = sealed[: HEAD.size], sealed[HEAD.size : HEAD.size + NONCE_BYTES]
    try:
        return one.cipher.decrypt(nonce, sealed[HEAD.size + NONCE_BYTES :], head + at)
    except InvalidTag:
        raise Unopened("another key or another place") from None


def blind(index_key: bytes, *parts: str) -> bytes:
    """What equal values have in common, for whoever holds the key; for anyone else it is noise."""
    return hmac.new(index_key, "\0".join(parts).encode(), hashlib.sha256).digest()[:INDEX_BYTES]


def wrap(master: bytes, secret: bytes, bound_to: str) -> bytes:
    """A key, readable with the master key only."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(derived(master, "wrap")).encrypt(nonce, secret, bound_to.encode())


def unwrap(master: bytes, wrapped: bytes, bound_to: str) -> bytes:
    """Raises  Unopened"""
    try:
        cipher = AESGCM(derived(master, "wrap"))
        return cipher.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to.encode())
    except InvalidTag:
        raise Unopened("wrapped by another master key") from None
