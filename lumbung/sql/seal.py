"""What the pages of the database file were when Lumbung last stopped: a disk that turned a bit meanwhile is found.

SQLite keeps no checksum of a page: of flipped bits it notices a third, the rest change a value without a word. The
proof log finds those of the books; this finds all others. Beside the file lies `<file>.seal`: its size, its time of
change, and eight bytes of a hash for each page. A program that writes changes the time, and the seal then says nothing;
a disk that forgets does not. PostgreSQL has checksums of its own (initdb --data-checksums).
"""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, connection

from lumbung.sql.engine import SQLITE, engine

PAGE, SHORT = 4096, 8  # bytes


def file() -> Path | None:
    """The database file; None when there is none on a disk."""
    name = str(connection.settings_dict["NAME"])
    return None if engine() != SQLITE or ":memory:" in name or "mode=memory" in name else Path(name)


def put() -> bool:
    """Write the log home and seal the file; false when somebody else is writing, or there is no file."""
    if not (path := file()) or not path.exists() or not _written_home():
        return False
    before = _stamp(path)
    hashes = b"".join(_hashes(path))
    if _stamp(path) != before:
        return False
    fresh = Path(f"{path}.seal.new")
    with open(fresh, "wb") as out:
        out.write(json.dumps(before).encode() + b"\n" + hashes)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(_beside(path))
    return True


def broken() -> list[int]:
    """The pages that are not what they were, though no program has written since; the first page is 1."""
    path = file()
    if not path or not path.exists() or not _beside(path).exists():
        return []
    head, _line, hashes = _beside(path).read_bytes().partition(b"\n")
    if not _is_of(head, _stamp(path)):
        return []
    kept = [hashes[place : place + SHORT] for place in range(0, len(hashes), SHORT)]
    now = list(_hashes(path))
    return [page for page, (then, today) in enumerate(zip(kept, now, strict=False), start=1) if then != today]


def damage() -> list[str]:
    """What SQLite itself finds wrong with its file, in its own words; a few of them are enough."""
    if engine() != SQLITE:
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(5)")
            return [line for (line,) in cursor.fetchall() if line != "ok"]
    except DatabaseError as error:
        return [str(error)]


def _beside(path: Path) -> Path:
    return Path(f"{path}.seal")


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _is_of(head: bytes, stamp: list[int]) -> bool:
    try:
        return json.loads(head) == stamp
    except ValueError:
        return False


def _hashes(path: Path) -> Iterator[bytes]:
    with open(path, "rb") as pages:
        while page := pages.read(PAGE):
            yield hashlib.blake2b(page, digest_size=SHORT).digest()


def _written_home() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _log, _moved = cursor.fetchone()
            return not busy
    except DatabaseError:
        return False
