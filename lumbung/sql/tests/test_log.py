"""What a deed answers is on the disk, and one sync serves all who committed before it."""

import os
import shutil
import sqlite3
import threading
import time

import pytest
from django.db import connection

from lumbung.cooperatives.models import Cooperative
from lumbung.sql import gate, log, writes
from lumbung.sql.engine import SQLITE, engine

pytestmark = [
    pytest.mark.skipif(engine() != SQLITE, reason="PostgreSQL syncs its own log"),
    pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="SQLite syncs by itself where the system cannot"),
    pytest.mark.django_db(transaction=True),
]


@writes
def found(slug: str):
    return Cooperative.objects.create(
        slug=slug, name=slug, kind="kmp", village_code="35.73.04.1009", books_from="2025-01-01"
    )


def asked(pragma: str):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {pragma}").fetchone()[0]


def its_log() -> log.Log:
    return gate._shared(connection).log


def copied(folder) -> list[str]:
    """What another program finds in the file and its log as they lie there now: all that a restart has."""
    name = connection.settings_dict["NAME"]
    for end in ("", "-wal"):
        shutil.copyfile(f"{name}{end}", folder / f"copy.sqlite3{end}")
    with sqlite3.connect(folder / "copy.sqlite3") as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [slug for (slug,) in other.execute("SELECT slug FROM cooperatives_cooperative ORDER BY slug")]


@pytest.fixture
def syncs(monkeypatch):
    """What is in the database, by another connection's eyes, each time the log is synced."""
    seen, real = [], os.fdatasync

    def watched(file):
        with sqlite3.connect(connection.settings_dict["NAME"]) as other:
            seen.append(other.execute("SELECT count(*) FROM cooperatives_cooperative").fetchone()[0])
        real(file)

    monkeypatch.setattr(os, "fdatasync", watched)
    return seen


def test_a_deed_answers_after_its_commit_was_synced(syncs):
    found("satu")

    assert syncs == [1]


def test_what_fails_is_not_synced(syncs):
    @writes
    def half():
        found("separuh")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        half()

    assert syncs == []


def test_outside_of_a_deed_sqlite_syncs_by_itself():
    found("satu")
    assert asked("synchronous") == 2

    @writes
    def deed():
        return asked("synchronous")

    assert deed() == 1
    assert asked("synchronous") == 2


def test_a_new_log_has_room_and_a_copy_of_it_is_whole(tmp_path):
    found("satu")
    found("dua")

    assert os.path.getsize(connection.settings_dict["NAME"] + "-wal") >= log.ROOM
    assert copied(tmp_path) == ["dua", "satu"]


def test_those_who_wait_for_a_slow_disk_share_a_sync(monkeypatch):
    calls = []

    def slow(_file):
        calls.append(1)
        time.sleep(0.05)

    found("satu")
    monkeypatch.setattr(os, "fdatasync", slow)
    threads = [threading.Thread(target=found_and_leave, args=(f"k{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Cooperative.objects.count() == 9
    assert len(calls) < 8


def found_and_leave(slug: str) -> None:
    try:
        found(slug)
    finally:
        connection.close()


def test_after_a_disk_failed_nothing_is_promised(monkeypatch):
    def broken(_file):
        raise OSError("no more")

    found("satu")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", broken)
        with pytest.raises(log.DiskFailed):
            found("dua")
    try:
        with pytest.raises(log.DiskFailed):
            found("tiga")
    finally:
        its_log()._failed = None
