"""A release on a stick: one zip that is believed only when two of the known keys signed its list of files.

Order of trust: the signatures, then the list, then the version, then each file against the list. Nothing of it is
unpacked, imported or run before all of that.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.safety import minisign
from lumbung.web.words import Refused

LIST, SIGNED = "manifest.json", ".minisig"
NEEDED = 2
MAY_BE = 5_000_000  # bytes of the list; a signature is a few hundred
PIECE = 1 << 20


class Release(NamedTuple):
    """What a believed list says: the version, the day, and each file with its size and SHA-256."""

    version: str
    released: str
    files: dict[str, dict]


def numbers(version: str) -> tuple[int, ...]:
    """Raises  ValueError: not a version of ours, `1.2.3`"""
    return tuple(int(part) for part in version.split("."))


def read(file: Path, known: list[minisign.Key], newest: str) -> Release:
    """Believe a file, or not; `newest` is the newest version that ever ran here.

    Raises  Refused: it is no release, too few known keys signed it, it is not newer, or a byte of it was changed
    """
    try:
        with zipfile.ZipFile(file) as packed:
            release = _believed(packed, known)
            _refuse_older(release, newest)
            _refuse_changed(packed, release)
    except (OSError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise Refused(
            _("Berkas ini bukan pembaruan Lumbung, atau rusak di jalan. Salin ulang dari sumber resminya.")
        ) from error
    return release


def _believed(packed: zipfile.ZipFile, known: list[minisign.Key]) -> Release:
    if len(known) < NEEDED:
        raise Refused(
            _(
                "Pemasangan ini belum mengenal kunci penanda tangan, jadi tidak ada pembaruan yang dapat "
                "dipercaya. Tanyakan kepada petugas program."
            )
        )
    listed, signers = _small(packed, LIST), set()
    for name in [name for name in packed.namelist() if name.endswith(SIGNED) and "/" not in name][:8]:
        try:
            signers.add(minisign.signer(_small(packed, name).decode("utf-8", "replace"), listed, known))
        except minisign.BadSignature:
            continue
    if len(signers) < NEEDED:
        raise Refused(
            _(
                "Pembaruan ini tidak ditandatangani oleh dua pemegang kunci Lumbung, jadi tidak dipasang. Jangan "
                "meneruskan berkasnya; beri tahu petugas program."
            )
        )
    told = json.loads(listed)
    assert told["name"] == "lumbung", "two keys signed something else"
    return Release(told["version"], told["released"], told["files"])


def _small(packed: zipfile.ZipFile, name: str) -> bytes:
    if name not in packed.namelist() or packed.getinfo(name).file_size > MAY_BE:
        raise zipfile.BadZipFile(name)
    with packed.open(name) as inside:
        return inside.read(MAY_BE)


def _refuse_older(release: Release, newest: str) -> None:
    if numbers(release.version) <= numbers(newest):
        raise Refused(
            _(
                "Pembaruan ini versi %(version)s, sedangkan di sini sudah pernah berjalan versi %(newest)s. Versi "
                "lama tidak diterima kembali: celahnya sudah diketahui orang."
            ),
            version=release.version,
            newest=newest,
        )


def _refuse_changed(packed: zipfile.ZipFile, release: Release) -> None:
    """Every file as the list has it, no file more, none twice, none that would leave its folder."""
    names = [name for name in packed.namelist() if name != LIST and not name.endswith(SIGNED)]
    wrong = sorted(set(names) ^ release.files.keys()) + [name for name in names if not _stays(name)]
    if wrong or len(set(names)) < len(names):
        raise _changed(wrong[0] if wrong else names[0])
    for name, told in release.files.items():
        if packed.getinfo(name).file_size != told["size"] or _digest(packed, name, told["size"]) != told["sha256"]:
            raise _changed(name)


def _stays(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not name.startswith("/") and ":" not in name and "\\" not in name


def _digest(packed: zipfile.ZipFile, name: str, size: int, sink=None) -> str:
    """Of no more than `size` bytes, whatever a header promises; written to `sink` on the way."""
    found, left = hashlib.sha256(), size + 1
    with packed.open(name) as inside:
        while left > 0 and (piece := inside.read(min(PIECE, left))):
            found.update(piece)
            left -= len(piece)
            if sink:
                sink.write(piece)
    return found.hexdigest()


def _changed(name: str) -> Refused:
    return Refused(
        _("Isi pembaruan ini berubah (%(name)s), jadi tidak dipasang. Salin ulang dari sumber resminya."), name=name
    )


def unpack(file: Path, release: Release, folder: Path) -> None:
    """Lay the release into a new folder, each file proven once more as it is written: whole, or not at all.

    Raises  Refused: the folder is there already, or the file was exchanged meanwhile
    """
    if folder.exists():
        raise Refused(_("Map %(folder)s sudah ada. Hapus dulu, atau pilih map lain."), folder=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".pembaruan-", dir=folder.parent))
    try:
        with zipfile.ZipFile(file) as packed:
            for name, told in release.files.items():
                _lay(packed, name, told, work / name)
        work.chmod(0o755)
        work.rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _lay(packed: zipfile.ZipFile, name: str, told: dict, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb") as sink:
        if _digest(packed, name, told["size"], sink) != told["sha256"]:
            raise _changed(name)
    target.chmod(0o755 if told.get("runs") else 0o644)
