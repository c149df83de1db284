"""The installation's own signature, for logs that have no key of their own: Ed25519 from the file `secret-key`.

The first eight bytes of a seal name the key; this one has number 0, which no key in a table has.
"""

from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from lumbung.tlog.checkpoint import Checkpoint
from lumbung.tlog.note import Signer, Unverified

OWN = bytes(8)


def seal(log: int, size: int, root: bytes) -> bytes:
    return OWN + _signer(settings.SECRET_KEY).sign(_text(log, size, root))


def is_own(seal: bytes) -> bool:
    return seal[:8] == OWN


def holds(log: int, size: int, root: bytes, seal: bytes) -> bool:
    try:
        _signer(settings.SECRET_KEY).key.check(seal[8:], _text(log, size, root))
    except Unverified:
        return False
    return True


def _text(log: int, size: int, root: bytes) -> bytes:
    return Checkpoint(f"{settings.LUMBUNG_ORIGIN}/jejak/{log}", size, root).text.encode()


@lru_cache(maxsize=2)
def _signer(secret: str) -> Signer:
    seed = HKDF(SHA256(), 32, salt=None, info=b"lumbung: the installation's own trail").derive(secret.encode())
    return Signer(f"{settings.LUMBUNG_ORIGIN}/jejak", seed)
