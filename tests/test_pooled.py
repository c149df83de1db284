"""PgBouncer in transaction mode hands one connection from client to client: nobody's cooperative is left in it.

Four threads, two for each cooperative, ask by turns over a pool of two connections, as the role that Lumbung runs as.
Each question is asked past the first wall, so what a leftover setting would show is seen.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import threading
import time
from datetime import date

import pytest
from django.db import connection, connections

from lumbung.cooperatives.tenant import acting_for
from lumbung.members.actions import register
from lumbung.members.models import Member
from lumbung.site import environment
from lumbung.sql import roles
from lumbung.sql.engine import POSTGRESQL, engine
from tests.test_crawl import free_port
from tests.test_row_security import two_cooperatives

QUESTIONS = int(os.environ.get("LUMBUNG_POOLED_QUESTIONS", "250"))  # of each; 2,500 are 10,000 in all
pytestmark = pytest.mark.skipif(engine() != POSTGRESQL, reason="a pooler is PostgreSQL's")


@pytest.fixture
def coops(transactional_db):
    """Two, with a member each."""
    return two_cooperatives()


@pytest.fixture
def role(transactional_db):
    """A role that may little, and its password."""
    name = f"lumbung_pooled_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'uji'")
        roles.grant(name)
        yield name
        cursor.execute(f"DROP OWNED BY {name}; DROP ROLE {name}")


@pytest.fixture
def pooled(role, tmp_path, lacking):
    """The settings of a connection through a pool of two."""
    program = shutil.which("pgbouncer") or next(filter(os.path.exists, ["/usr/sbin/pgbouncer"]), None)
    if not program:
        lacking("NO POOL WAS TRIED: install pgbouncer (apt install pgbouncer)")
    here, port = connection.settings_dict, free_port()
    (tmp_path / "users").write_text(f'"{role}" "uji"\n')
    (tmp_path / "pool.ini").write_text(
        f"[databases]\n{here['NAME']} = host=127.0.0.1 port={here['PORT']}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nauth_type = plain\n"
        f"auth_file = {tmp_path / 'users'}\npool_mode = transaction\nserver_reset_query =\n"
        f"default_pool_size = 2\nmax_client_conn = 20\n"
        f"unix_socket_dir =\nlogfile = {tmp_path / 'log'}\n"
    )
    with started(program, tmp_path) as process:
        until_it_listens(process, port)
        url = f"postgres://{role}:uji@127.0.0.1:{port}/{here['NAME']}?pooled=1"
        yield url


class started:
    """PgBouncer, which refuses root, as whoever may run it."""

    def __init__(self, program, folder):
        user = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            for path in (folder, *folder.iterdir()):
                shutil.chown(path, nobody.pw_uid, nobody.pw_gid)
            for path in (folder, *folder.parents):  # as many as the tests' own folders are deep
                if path.stat().st_uid == 0 and path.name.startswith(("pytest", "popen")):
                    path.chmod(0o755)
        command = [program, "-q", str(folder / "pool.ini")]
        self._process = subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user)

    def __enter__(self):
        return self._process

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(20)


def until_it_listens(process, port: int) -> None:
    """Ask until somebody answers."""
    for _again in range(200):
        assert process.poll() is None, "pgbouncer stopped"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("pgbouncer does not answer")


def through(url: str, monkeypatch, tmp_path) -> dict:
    """The settings that an installation behind this pool would have."""
    monkeypatch.setenv("DATABASE_URL", url)
    return {**connection.settings_dict, **environment.database(tmp_path), "NAME": connection.settings_dict["NAME"]}


def asks(settings: dict, coop: int, other: int, seen: list) -> None:
    """One client: now as herself, now as nobody; now and then she writes, alone and in a crowd of rows."""
    connections["default"] = database = connections["default"].__class__(settings, "default")
    try:
        for number in range(QUESTIONS):
            if number % 10 == 9:
                seen.append((None, [row.cooperative_id for row in Member.everywhere.all()]))
                continue
            with acting_for(coop):
                if number % 100 == 5:
                    register(cooperative_id=coop, full_name=f"Baru {number}", joined_on=date(2025, 1, 2), by=1)
                seen.append((coop, sorted({row.cooperative_id for row in Member.everywhere.all()})))
    except Exception as error:
        seen.append((error, ["an error"]))
    finally:
        database.close()


def test_two_cooperatives_share_a_pool_and_neither_sees_the_other(coops, pooled, monkeypatch, tmp_path):
    settings, seen = through(pooled, monkeypatch, tmp_path), []
    clients = [threading.Thread(target=asks, args=(settings, *pair, seen)) for pair in (coops, coops[::-1]) * 2]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert len(seen) == 4 * QUESTIONS
    assert [row for row in seen if row[1] != ([row[0]] if row[0] else [])] == []
    assert Member.everywhere.count() == 2 + 4 * len(range(5, QUESTIONS, 100))


def test_a_setting_of_the_session_would_leak(coops, pooled, monkeypatch, tmp_path):
    """The control: what the wall does not do is what this harness would notice."""
    settings = through(pooled, monkeypatch, tmp_path)
    first, second = (connections["default"].__class__(settings, "default") for _ in range(2))
    with first.cursor() as cursor:
        cursor.execute("SELECT set_config('app.cooperative', %s, false)", [str(coops[0])])
    with second.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.cooperative', true)")
        leaked = cursor.fetchone()[0]
    first.close()
    second.close()
    assert leaked == str(coops[0])
