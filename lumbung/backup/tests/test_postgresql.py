"""The same promises on a server: a base backup where the role may, a dump where it may not, each proven by itself."""

import pytest
from django.db import connection

from lumbung.backup import actions
from lumbung.backup.tests.conftest import newest, receive
from lumbung.sql import SQLITE, copying, copying_postgresql, engine, guards
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() == SQLITE, reason="PostgreSQL's own"),
]
WAYS = ["pg_basebackup", "pg_dump"]


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    """Each way in turn; the tests' role is a superuser, so it has to be forbidden the first one."""
    if request.param == "pg_dump":
        monkeypatch.setattr(copying_postgresql, "_may_replicate", lambda settings: False)
    elif not (copying_postgresql._can_serve() and copying_postgresql._may_replicate(connection.settings_dict)):
        pytest.skip("no server of this version can be started here")
    return request.param


@pytest.fixture
def dropped():
    """The databases that a restore made vanish with the test."""
    made = []
    yield made
    for name in made:
        copying_postgresql._run(connection.settings_dict, "dropdb", "--if-exists", "--force", name)


def test_a_copy_is_proven_in_a_place_of_its_own_and_comes_back(coop, keys, stick, tmp_path, way, dropped):
    made = actions.make(by="Susy")
    assert (made.manifest.method, made.entries) == (way, 3)

    restored = actions.restore(file=newest(stick), into=tmp_path / "baru", secrets=[keys[1]], say=lambda words: None)

    assert restored.books.heads["karbes"].size == 3
    assert (tmp_path / "baru/secret-key").read_text() == "rahasia"
    if way == "pg_dump":
        dropped.append(restored.database)
        assert restored.database.startswith("lumbung_pulih_")
    else:
        assert (tmp_path / "baru/postgresql/PG_VERSION").exists()


def test_a_changed_amount_keeps_the_books_from_being_copied(coop, keys, stick, way):
    guards.drop()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_transfer SET amount = amount + 100 WHERE number = 2")
    guards.create()
    with pytest.raises(Refused, match="BKM-2025-000002"):
        actions.make(by="Susy")
    assert list(stick.glob("*.cadangan")) == []


def test_an_older_copy_is_refused_by_what_the_server_holds(coop, keys, stick, tmp_path, way, unproven):
    actions.make(by="Susy")
    old = newest(stick).rename(tmp_path / newest(stick).name)
    receive(coop, 8)
    with pytest.raises(Refused):
        actions.restore(file=old, into=tmp_path / "baru", secrets=[keys[0]], say=lambda words: None)
    assert not (tmp_path / "baru").exists()


def test_a_torn_dump_is_no_copy(coop, home, tmp_path):
    (tmp_path / copying_postgresql.DUMP).write_bytes(b"PGDMP torn")
    with pytest.raises(copying.CopyFailed), copying.opened(tmp_path, "pg_dump"):
        pytest.fail("opened")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'lumbung_periksa%'")
        assert cursor.fetchone()[0] == 0


def test_a_drill(coop, way):
    drilled = actions.drill()
    assert (drilled.entries, drilled.rpo) == (3, None)


def test_the_password_stands_in_no_list_of_programs(monkeypatch, coop, home):
    seen = []
    monkeypatch.setattr(copying_postgresql.subprocess, "run", lambda words, **how: seen.append(words) or _done())
    copying_postgresql._run(connection.settings_dict, "pg_dump", "-f", home / "x")
    assert connection.settings_dict["PASSWORD"] not in " ".join(seen[0])


def _done():
    import subprocess

    return subprocess.CompletedProcess([], 0, "", "")
