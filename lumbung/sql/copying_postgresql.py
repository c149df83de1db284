"""A whole copy of a PostgreSQL database, and a place to open it in.

`pg_basebackup` copies the whole server with the log of what happened meanwhile; it needs a role with REPLICATION, and a
server of its own to open the copy in. Where the role may not, `pg_dump` copies one state of our database alone.
"""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

BASE, LOG, DUMP = "base.tar", "pg_wal.tar", "lumbung.dump"
BASE_BACKUP, DUMPED = "pg_basebackup", "pg_dump"
DEBIAN = Path("/usr/lib/postgresql")
PATIENCE = 60  # seconds for a copy's own server to answer


class ToolFailed(Exception):
    """A tool of PostgreSQL is missing or refused; its own words."""


def copy_into(folder: Path, settings: dict) -> tuple[str, list[str]]:
    """Copy by the best way that this role and this machine allow; the way, and the names of the files."""
    if _may_replicate(settings) and _can_serve():
        _run(settings, "pg_basebackup", "-D", folder, "-F", "tar", "-X", "stream", "-c", "fast", "--no-manifest")
        return BASE_BACKUP, [file.name for file in sorted(folder.iterdir()) if file.suffix == ".tar"]
    _run(settings, "pg_dump", "-F", "custom", "-f", folder / DUMP, settings["NAME"])
    return DUMPED, [DUMP]


def _may_replicate(settings: dict) -> bool:
    """Whether the server lets this role copy all of it, with its log; a server that forgets its log cannot."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = current_user")
        allowed = cursor.fetchone()[0]
        cursor.execute("SELECT current_setting('max_wal_senders')::int > 1, current_setting('wal_level') <> 'minimal'")
        return allowed and all(cursor.fetchone()) and not _has_tablespaces(cursor)


def _has_tablespaces(cursor) -> bool:
    cursor.execute("SELECT count(*) FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')")
    return bool(cursor.fetchone()[0])


def _can_serve() -> bool:
    """PostgreSQL refuses to be started by root, and needs its own program on this machine."""
    return hasattr(os, "geteuid") and os.geteuid() != 0 and _tool("postgres") is not None


def _tool(name: str) -> str | None:
    """A program of PostgreSQL of the server's major version: $LUMBUNG_POSTGRESQL, Debian's folder, or the path."""
    from django.db import connection

    major = str(connection.pg_version // 10_000)
    folders = [os.environ.get("LUMBUNG_POSTGRESQL", ""), str(DEBIAN / major / "bin")]
    return next((found for folder in folders if folder and (found := shutil.which(name, path=folder))), None) or (
        shutil.which(name)
    )


def _run(settings: dict, name: str, *words) -> None:
    program = _tool(name)
    if program is None:
        raise ToolFailed(f"{name}: tidak ada di komputer ini (LUMBUNG_POSTGRESQL)")
    done = subprocess.run([program, *map(str, words)], env=_environment(settings), capture_output=True, text=True)
    if done.returncode:
        raise ToolFailed(f"{name}: {done.stderr.strip()[-500:]}")


def _environment(settings: dict) -> dict:
    """The address and the password, out of the sight of whoever lists programs."""
    known = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    given = {name: str(settings[key]) for key, name in known.items() if settings.get(key)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, **given, "LC_ALL": "C"}


@contextlib.contextmanager
def opened(home: Path, method: str, settings: dict) -> Iterator[str]:
    """The URL of a copy: in a server of its own, or in a database of its own beside the real one; both vanish after."""
    if method == BASE_BACKUP:
        with _own_server(home) as (folder, port):
            yield _url({**settings, "PORT": port}, settings["NAME"], folder)
    else:
        with _own_database(home / DUMP, settings) as url:
            yield url


def _url(settings: dict, name: str, folder: str = "") -> str:
    from urllib.parse import quote

    who = quote(settings["USER"], safe="")
    if settings.get("PASSWORD"):
        who += ":" + quote(settings["PASSWORD"], safe="")
    if folder:
        return f"postgres://{who}@/{quote(name)}?host={folder}&port={settings['PORT']}"
    return f"postgres://{who}@{settings['HOST']}:{settings['PORT'] or 5432}/{quote(name)}"


@contextlib.contextmanager
def _own_database(dump: Path, settings: dict) -> Iterator[str]:
    """Raises  ToolFailed: the role may not create a database, or the dump does not go in whole"""
    name = f"lumbung_periksa_{secrets.token_hex(6)}"
    _run(settings, "createdb", "--template", "template0", "--encoding", "UTF8", name)
    try:
        _run(settings, "pg_restore", "-d", name, "--exit-on-error", "--no-owner", "--no-privileges", dump)
        yield _url(settings, name)
    finally:
        _run(settings, "dropdb", "--force", name)


@contextlib.contextmanager
def _own_server(home: Path) -> Iterator[tuple[str, int]]:
    """Start a server on an unpacked base backup: (folder of its socket, port)."""
    data, sockets = home / "postgresql", tempfile.mkdtemp(prefix="lumbung-pg-")
    _unpack(home, data)
    port = _free_port()
    words = ["-D", data, "-p", port, "-k", sockets, "-c", "listen_addresses=", "-c", "archive_mode=off"]
    log = open(home / "postgresql.log", "wb")  # noqa: SIM115 - open as long as the server
    server = subprocess.Popen([_tool("postgres"), *map(str, words)], stdout=log, stderr=log, start_new_session=True)
    try:
        _wait(server, Path(sockets) / f".s.PGSQL.{port}", home / "postgresql.log")
        yield sockets, port
    finally:
        server.terminate()
        server.wait(PATIENCE)
        log.close()
        shutil.rmtree(sockets, ignore_errors=True)
        shutil.rmtree(data, ignore_errors=True)


def _unpack(home: Path, data: Path) -> None:
    import tarfile

    data.mkdir(mode=0o700)
    for name, inside in ((BASE, data), (LOG, data / "pg_wal")):
        with tarfile.open(home / name) as packed:
            packed.extractall(inside, filter="data")
    data.chmod(0o700)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server, at: Path, log: Path) -> None:
    for _ in range(PATIENCE * 10):
        if server.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(at))
            time.sleep(0.5)  # it answers before it lets anybody in
            return
        time.sleep(0.1)
    raise ToolFailed(f"postgres: {log.read_text()[-500:]}")
