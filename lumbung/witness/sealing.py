"""Private keys at rest: AES-GCM under a key that is derived from the installation's secret.

A seed lies in the table sealed only, bound to its cooperative, its kind and its public half, and opens only with the
file `secret-key` of $LUMBUNG_HOME. A backup must hold both, the database and `secret-key`: with the database alone
every old signature can still be checked, and nothing more can be signed.
"""

import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


class Unopened(ValueError):
    """A seed that this installation's secret does not open."""


def seal(seed: bytes, *, bound_to: bytes) -> bytes:
    """The seed, unreadable without the installation's secret."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, seed, bound_to)


def unseal(sealed: bytes, *, bound_to: bytes) -> bytes:
    """Raises  Unopened: sealed under another secret, or for another key."""
    try:
        return _cipher(settings.SECRET_KEY).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)
    except (InvalidTag, ValueError):
        raise Unopened("sealed under another secret") from None


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESGCM:
    derived = HKDF(SHA256(), 32, salt=None, info=b"lumbung: keys of the proof logs").derive(secret.encode())
    return AESGCM(derived)
