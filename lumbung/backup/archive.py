"""What is inside a copy: a manifest, then the files that it names, in one compressed tar. Nothing else comes out."""

import hashlib
import io
import json
import tarfile
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.backup.rules import Head
from lumbung.web.words import Refused

MANIFEST = "manifest.json"
FORMAT = 1
LARGEST_MANIFEST = 50_000_000
FORBIDDEN = set('\\:*?"<>|') | {chr(code) for code in range(32)}


class Inside(NamedTuple):
    """One file: its name in the home, its bytes and their SHA-256 in hex."""

    name: str
    size: int
    digest: str


class Manifest(NamedTuple):
    """What a copy is of: when, how it was taken, how far each book had come, and its files."""

    made_at: datetime
    method: str
    version: str
    heads: dict[str, Head]
    files: list[Inside]


def pack(target: Path, folders: list[tuple[Path, list[str]]], **facts) -> Manifest:
    """Write a copy's tar from named files of several folders.

    Raises  OSError: the disk refused; ValueError: a file changed while it was packed
    """
    files = [(folder / name, _inside(folder / name, name)) for folder, names in folders for name in names]
    manifest = Manifest(files=[inside for _path, inside in files], **facts)
    with tarfile.open(target, "w:gz", compresslevel=1) as tar:
        _add(tar, MANIFEST, io.BytesIO(text := _as_json(manifest)), len(text))
        for path, inside in files:
            with open(path, "rb") as file:
                read = _Reading(file)
                _add(tar, inside.name, read, inside.size)
            if read.digest.hexdigest() != inside.digest:
                raise ValueError(f"{inside.name} changed while it was packed")
    return manifest


def _inside(path: Path, name: str) -> Inside:
    with open(path, "rb") as file:
        return Inside(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _add(tar: tarfile.TarFile, name: str, source, size: int) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    tar.addfile(member, source)


class _Reading:
    """A file that remembers the digest of what was read of it."""

    def __init__(self, file):
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.digest.update(piece)
        return piece


def _as_json(manifest: Manifest) -> bytes:
    told = manifest._asdict() | {
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "heads": {slug: list(head) for slug, head in manifest.heads.items()},
        "files": [list(inside) for inside in manifest.files],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def unpack(source: Path, folder: Path) -> Manifest:
    """Bring the files of a copy into an empty folder, each as its manifest says.

    Raises  Refused: it holds anything that the manifest does not name, lacks something, or a file differs
    """
    try:
        with tarfile.open(source, "r:gz") as tar:
            manifest = _read_manifest(tar)
            waiting = {inside.name: inside for inside in manifest.files}
            while member := tar.next():
                _bring(tar, member, waiting.pop(member.name, None), folder)
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, OSError) as error:
        if isinstance(error, OSError) and error.errno and not isinstance(error, tarfile.TarError):
            raise
        raise _torn() from error
    if waiting:
        raise _torn()
    return manifest


def _read_manifest(tar: tarfile.TarFile) -> Manifest:
    """The first thing in a copy; names that could leave the folder stop everything."""
    first = tar.next()
    if first is None or first.name != MANIFEST or not first.isreg() or first.size > LARGEST_MANIFEST:
        raise ValueError("no manifest")
    told = json.loads(tar.extractfile(first).read())
    if told["format"] != FORMAT:
        raise Refused(_("Cadangan ini dibuat oleh Lumbung yang lebih baru. Perbarui Lumbung dulu."))
    files = [Inside(str(name), int(size), str(digest)) for name, size, digest in told["files"]]
    if len({inside.name for inside in files}) != len(files) or not all(is_safe(inside.name) for inside in files):
        raise ValueError("names")
    heads = {slug: Head(int(size), str(root)) for slug, (size, root) in told["heads"].items()}
    return Manifest(datetime.fromisoformat(told["made_at"]), told["method"], told["version"], heads, files)


def is_safe(name: str) -> bool:
    """Whether a name stays below its folder on every system."""
    parts = name.split("/")
    return name == str(PurePosixPath(name)) and not any(
        part in ("", ".", "..") or FORBIDDEN & set(part) or part.endswith((" ", ".")) for part in parts
    )


def _bring(tar: tarfile.TarFile, member: tarfile.TarInfo, inside: Inside | None, folder: Path) -> None:
    if inside is None or not member.isreg() or member.size != inside.size:
        raise ValueError(member.name)
    target = folder / inside.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    read = _Reading(tar.extractfile(member))
    with open(target, "xb") as file:
        target.chmod(0o600)
        while piece := read.read(1 << 20):
            file.write(piece)
    if read.digest.hexdigest() != inside.digest:
        raise ValueError(member.name)


def _torn() -> Refused:
    return Refused(_("Isi berkas cadangan ini tidak seperti daftarnya, jadi tidak dipakai. Pakai cadangan yang lain."))
