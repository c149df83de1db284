"""Files that are there whole or not at all, and a person's words for what a disk or a stick refuses."""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.web.words import Refused

PIECE = 1 << 20
UNFINISHED = ".belum-selesai-"


def fsync_folder(folder: Path) -> None:
    """Make a new name in a folder last; Windows and some sticks know no such thing."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(folder: Path, name: str, source: Path, told: Callable[[int], None] = lambda written: None) -> str:
    """Copy a file into a folder: under another name, to the disk, then by its own name; SHA-256 in hex.

    Nothing is left behind by a failure, as far as the stick still listens.
    Raises  OSError
    """
    target, unfinished = folder / name, folder / f"{UNFINISHED}{name}"
    try:
        digest = _write(unfinished, source, told)
        os.replace(unfinished, target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    fsync_folder(folder)
    return digest


def _write(unfinished: Path, source: Path, told) -> str:
    digest, written = hashlib.sha256(), 0
    with open(source, "rb") as read, open(unfinished, "wb") as file:
        while piece := read.read(PIECE):
            file.write(piece)
            digest.update(piece)
            written += len(piece)
            told(written)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def put_text(folder: Path, name: str, text: str) -> None:
    """A small file, whole or not at all."""
    put_bytes(folder, name, text.encode())


def put_bytes(folder: Path, name: str, content: bytes) -> None:
    unfinished = folder / f"{UNFINISHED}{name}"
    with open(unfinished, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, folder / name)
    fsync_folder(folder)


def put_json(folder: Path, name: str, value) -> None:
    put_text(folder, name, json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def get_json(file: Path, default):
    """What a file of ours says; the default when it is not there or torn."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return default


def digest_of(file: Path) -> str:
    """SHA-256 in hex, read anew from the disk where the system can forget what it remembers of the file."""
    with open(file, "rb") as read:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(read.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(read, "sha256").hexdigest()


def clear_unfinished(folder: Path) -> None:
    """Take away what an interrupted copy left."""
    for left in folder.glob(f"{UNFINISHED}*"):
        with contextlib.suppress(OSError):
            left.unlink()


GONE = {errno.ENOENT, errno.ENODEV, errno.EIO, errno.ENXIO, errno.ESTALE, errno.ENOTDIR, errno.ENOTCONN}
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}


def refusal(error: OSError, place: str) -> Refused:
    """What to do about a stick or a disk that refused."""
    return Refused(_sentence(error), place=place)


def _sentence(error: OSError) -> str:
    if error.errno in FULL:
        return _("%(place)s penuh. Hapus berkas lain dari sana, atau pakai stik yang lebih besar, lalu cadangkan lagi.")
    if error.errno in LOCKED:
        return _(
            "%(place)s hanya dapat dibaca. Geser kunci kecil di sisinya, atau pakai stik lain, lalu cadangkan lagi."
        )
    if error.errno in GONE:
        return _("%(place)s tercabut atau rusak. Tancapkan lagi, tunggu sebentar, lalu cadangkan lagi.")
    if isinstance(error, TimeoutError):
        return _("%(place)s terlalu lambat. Cabut, tancapkan di lubang USB lain, atau pakai stik lain.")
    return _("%(place)s menolak ditulisi. Pakai stik lain, lalu cadangkan lagi.")
