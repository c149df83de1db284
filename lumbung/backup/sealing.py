"""Sealing by age: whoever holds one of the keys opens it, and nobody else; a changed or cut file does not open."""

import contextlib
import errno
import hashlib
import os
from pathlib import Path

import pyrage
from django.utils.translation import gettext as _

from lumbung.web.words import Refused


def new_key() -> tuple[str, str]:
    """A new key: its secret part, which belongs on paper, and the part by which things are sealed to it."""
    secret = pyrage.x25519.Identity.generate()
    return str(secret), str(secret.to_public())


def public_part(secret: str) -> str:
    """Raises  Refused: this is no key, for instance two halves of different keys"""
    return str(_identity(secret).to_public())


def checked(recipient: str) -> str:
    """Raises  Refused: this is no recipient of age"""
    try:
        return str(pyrage.x25519.Recipient.from_str(recipient))
    except pyrage.RecipientError as error:
        raise Refused(_("“%(text)s” bukan kunci age (age1…)."), text=recipient[:80]) from error


def seal(source: Path, target: Path, recipients: list[str]) -> None:
    """Raises  OSError: the disk refused"""
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    try:
        with open(source, "rb") as plain, open(target, "wb") as sealed:
            pyrage.encrypt_io(plain, sealed, keys)
            sealed.flush()
            os.fsync(sealed.fileno())
    except pyrage.EncryptError as error:
        full = f"Errno {errno.ENOSPC}" in str(error)
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error


def open_sealed(source: Path, target: Path, secrets: list[str]) -> None:
    """Unseal a file into another; a failure leaves none.

    Raises  Refused: none of these keys fits, or the file is not whole
    """
    try:
        with open(target, "wb") as plain:
            _unseal(source, plain, secrets)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise


def opened(sealed: bytes, secrets: list[str]) -> bytes:
    """What is sealed, when one of these keys fits.

    Raises  Refused: none of them is a key; pyrage.DecryptError: none fits
    """
    return pyrage.decrypt(sealed, [_identity(secret) for secret in secrets])


def digest_inside(source: Path, secret: str) -> str:
    """SHA-256 of what is sealed, read to its end; nothing is written."""
    sink = _Digest()
    _unseal(source, sink, [secret])
    return sink.found.hexdigest()


class _Digest:
    def __init__(self):
        self.found = hashlib.sha256()

    def write(self, piece: bytes) -> int:
        self.found.update(piece)
        return len(piece)

    def flush(self) -> None:
        pass


def _unseal(source: Path, sink, secrets: list[str]) -> None:
    keys = [_identity(secret) for secret in secrets]
    with open(source, "rb") as sealed:
        try:
            pyrage.decrypt_io(sealed, sink, keys)
        except pyrage.DecryptError as error:
            raise _refused(str(error)) from error
        except OSError as error:
            if error.errno:  # our own disk, not age
                raise
            raise _refused(str(error)) from error


def _refused(why: str) -> Refused:
    if "No matching keys" in why:
        return Refused(_("Kunci ini bukan kunci cadangan itu. Periksa nomor lembar dan tanggalnya, lalu coba lagi."))
    return Refused(_("Berkas cadangan ini rusak atau terpotong, jadi tidak dipakai. Pakai stik yang lain."))


def _identity(secret: str):
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError as error:
        raise Refused(
            _("Kedua bagian ini tidak membentuk satu kunci. Pakai bagian 1 dan 2 dari lembar dengan nomor yang sama.")
        ) from error
