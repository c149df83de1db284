"""A whole copy of a database while others write, and the database's own opinion of a copy.

SQLite: the backup API in one step, which reads one state and keeps nobody waiting; in small steps it begins anew with
every commit and never ends (reliability.md, fact 7). PostgreSQL: see `copying_postgresql.py`.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from lumbung.sql import copying_postgresql
from lumbung.sql.engine import SQLITE, engine

FILE = "lumbung.sqlite3"
LOGS = ("-wal", "-shm", "-journal")


class CopyFailed(Exception):
    """No copy could be made, or none could be opened; the text is the database's or its tool's."""


def copy_into(folder: Path) -> tuple[str, list[str]]:
    """Copy this installation's database into a folder; how it was done, and the names of the files.

    Raises  CopyFailed
    """
    if engine() == SQLITE:
        _copy_sqlite(Path(connection.settings_dict["NAME"]), folder / FILE)
        return "sqlite-backup", [FILE]
    try:
        return copying_postgresql.copy_into(folder, connection.settings_dict)
    except (copying_postgresql.ToolFailed, OSError) as error:
        raise CopyFailed(str(error)) from error


def _copy_sqlite(source: Path, target: Path) -> None:
    from django.db.backends.sqlite3.base import Database  # the safe one

    try:
        with (
            contextlib.closing(Database.connect(source, timeout=20)) as ours,
            contextlib.closing(Database.connect(target)) as copy,
        ):
            ours.backup(copy)  # pages=-1: all in one step
            copy.execute("PRAGMA journal_mode = DELETE")  # one file that needs no other beside it
    except Database.Error as error:
        raise CopyFailed(str(error)) from error
    with open(target, "r+b") as file:
        os.fsync(file.fileno())


def ills(file: Path) -> list[str]:
    """What SQLite itself finds wrong in a copy: damaged pages and indexes, keys that point nowhere; empty when well."""
    from django.db.backends.sqlite3.base import Database

    try:
        with contextlib.closing(Database.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True)) as copy:
            found = [row[0] for row in copy.execute("PRAGMA integrity_check") if row[0] != "ok"]
            return found + [f"{row[0]} → {row[2]}" for row in copy.execute("PRAGMA foreign_key_check")]
    except Database.Error as error:
        return [str(error)]


def has_rows(file: Path, table: str) -> bool:
    """Whether a file is a database in which this table has rows; a file that cannot be read counts as having some."""
    from django.db.backends.sqlite3.base import Database

    if not file.exists() or not file.stat().st_size:
        return False
    try:
        with contextlib.closing(Database.connect(file, timeout=20)) as found:
            return found.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
    except Database.OperationalError as error:
        return "no such table" not in str(error)
    except Database.Error:
        return True


@contextlib.contextmanager
def opened(home: Path, method: str) -> Iterator[str]:
    """The $DATABASE_URL under which a copy can be used for a while; empty for a home with its own file.

    Raises  CopyFailed
    """
    if method == "sqlite-backup":
        yield ""
        return
    try:
        with copying_postgresql.opened(home, method, connection.settings_dict) as url:
            yield url
    except copying_postgresql.ToolFailed as error:
        raise CopyFailed(str(error)) from error


def settle(file: Path) -> None:
    """Make a copy that was opened one file again, without a log beside it, on the disk."""
    from django.db.backends.sqlite3.base import Database

    with contextlib.closing(Database.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
    for log in LOGS:
        Path(f"{file}{log}").unlink(missing_ok=True)
    with open(file, "r+b") as settled:
        os.fsync(settled.fileno())


def bring_in(home: Path, method: str, name: str) -> str:
    """Make a restored home's database one that can be served; where it is, for people. SQLite's file lies in it.

    name    of the new database, where a server keeps it: never one that is in use
    Raises  CopyFailed
    """
    try:
        if method == copying_postgresql.DUMPED:
            copying_postgresql.load(home / copying_postgresql.DUMP, name, connection.settings_dict)
            return name
        if method == copying_postgresql.BASE_BACKUP:
            copying_postgresql.unpack(home, home / "postgresql")
            return "postgresql"
    except (copying_postgresql.ToolFailed, OSError) as error:
        raise CopyFailed(str(error)) from error
    return ""
