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
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

BASE, LOG, DUMP = "base.tar", "pg_wal.tar", "lumbung.dump"
BASE_BACKUP, DUMPED = "pg_basebackup", "pg_dump"
DEBIAN = Path("/usr/lib/postgresql")
PATIENCE = 60  # seconds for a copy's own server to answer


class ToolFailed(Exception):
    """A tool of PostgreSQL is missing or refused; its own words."""


def copy_into(folder: Path, settings: dict) -> tuple[str, list[str]]:
    """Copy by the best way that this role and this machine allow; the way, and the names of the files."""
    settings = _copier(settings)
    if _may_replicate(settings) and _can_serve():
        _run(settings, "pg_basebackup", "-D", folder, "-F", "tar", "-X", "stream", "-c", "fast", "--no-manifest")
        return BASE_BACKUP, [file.name for file in sorted(folder.iterdir()) if file.suffix == ".tar"]
    _run(settings, "pg_dump", "-F", "custom", "-f", folder / DUMP, settings["NAME"])
    return DUMPED, [DUMP]


def _copier(settings: dict) -> dict:
    """Who copies: $LUMBUNG_COPIER, `role:password`. The role that Lumbung runs as sees one cooperative at a time, and
    PostgreSQL refuses it a dump of all."""
    name, _colon, password = os.environ.get("LUMBUNG_COPIER", "").partition(":")
    return {**settings, "USER": name, "PASSWORD": password} if name else settings


def _may_replicate(settings: dict) -> bool:
    """Whether the server lets this role copy all of it, with its log; a server that forgets its log cannot."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT rolreplication OR rolsuper FROM pg_roles WHERE rolname = %s", [settings["USER"]])
        allowed = cursor.fetchone()[0]
        cursor.execute("SELECT current_setting('max_wal_senders')::int > 1, current_setting('wal_level') <> 'minimal'")
        return allowed and all(cursor.fetchone()) and not _has_tablespaces(cursor)


def _has_tablespaces(cursor) -> bool:
    cursor.execute("SELECT count(*) FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')")
    return bool(cursor.fetchone()[0])


def _can_serve() -> bool:
    """Whether the copy can be opened here: by the server's own program, and not by root, whom it refuses."""
    return hasattr(os, "geteuid") and _tool("postgres") is not None and _unprivileged() is not None


def _unprivileged() -> dict | None:
    """How to start a program that refuses root; None when there is nobody else to be."""
    import pwd

    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return None


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
    name = f"lumbung_periksa_{secrets.token_hex(6)}"
    load(dump, name, settings)
    try:
        yield _url(settings, name)
    finally:
        _run(settings, "dropdb", "--force", name)


def load(dump: Path, name: str, settings: dict) -> None:
    """Bring a dump into a new database; a failure leaves none.

    Raises  ToolFailed: the role may not create a database, or the dump does not go in whole
    """
    _run(settings, "createdb", "--template", "template0", "--encoding", "UTF8", name)
    try:
        _run(settings, "pg_restore", "-d", name, "--exit-on-error", "--no-owner", "--no-privileges", dump)
    except ToolFailed:
        _run(settings, "dropdb", "--force", name)
        raise


@contextlib.contextmanager
def _own_server(home: Path) -> Iterator[tuple[str, int]]:
    """Start a server on an unpacked base backup: (folder of its socket, port). Whoever may read the folder enters."""
    folder, who, port = Path(tempfile.mkdtemp(prefix="lumbung-pg-")), _unprivileged(), _free_port()
    data = folder / "data"
    unpack(home, data)
    (folder / "hba").write_text("local all all trust\n")
    words = ["-D", data, "-p", port, "-k", folder, "-c", "listen_addresses=", "-c", f"hba_file={folder / 'hba'}"]
    words += ["-c", "ident_file=", "-c", "archive_mode=off", "-c", "ssl=off", "-c", "log_destination=stderr"]
    words += ["-c", "logging_collector=off"]
    _give([folder, *folder.rglob("*")], who)
    log = open(folder / "log", "wb")  # noqa: SIM115 - open as long as the server
    server = subprocess.Popen(
        [_tool("postgres"), *map(str, words)], stdout=log, stderr=log, start_new_session=True, cwd=folder, **who
    )
    try:
        _wait(server, folder, port)
        yield str(folder), port
    finally:
        server.terminate()
        server.wait(PATIENCE)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _give(paths: list[Path], who: dict) -> None:
    for path in paths if who else ():
        os.chown(path, who["user"], who["group"], follow_symlinks=False)


def unpack(home: Path, data: Path) -> None:
    """A base backup as a folder for `postgres -D`; Debian keeps the settings elsewhere, so there may be none in it."""
    data.mkdir(mode=0o700)
    for name, inside in ((BASE, data), (LOG, data / "pg_wal")):
        with tarfile.open(home / name) as packed:
            _lay_out(packed, inside)
    (data / "postgresql.conf").touch()
    data.chmod(0o700)


def _lay_out(packed: tarfile.TarFile, folder: Path) -> None:
    """Files and folders below `folder` and nothing else. (Debian 12's Python 3.11.2 lacks tarfile's own filter.)

    Raises  tarfile.TarError: the archive holds a link, a device, or a name that leads out of the folder
    """
    for member in packed:
        steps = PurePosixPath(member.name)
        if steps.is_absolute() or ".." in steps.parts or not (member.isreg() or member.isdir()):
            raise tarfile.TarError(f"not laid out: {member.name}")
        packed.extract(member, folder, set_attrs=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server, folder: Path, port: int) -> None:
    ready = [_tool("pg_isready"), "-q", "-h", str(folder), "-p", str(port)]
    for _ in range(PATIENCE * 5):
        if server.poll() is not None:
            break
        if subprocess.run(ready).returncode == 0:
            return
        time.sleep(0.2)
    raise ToolFailed(f"postgres: {(folder / 'log').read_text()[-500:]}")
