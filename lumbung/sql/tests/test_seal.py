"""A disk that turns a bit while Lumbung sleeps is found; a program that writes is not taken for one."""

import os
import shutil
from pathlib import Path

import pytest
from django.db import connection

from lumbung.cooperatives.models import Cooperative
from lumbung.sql import seal
from lumbung.sql.engine import SQLITE, engine

pytestmark = [
    pytest.mark.skipif(engine() != SQLITE, reason="PostgreSQL has checksums of its own"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def sealed(monkeypatch, tmp_path):
    """A sealed copy of the database file: no other test writes to it."""
    Cooperative.objects.create(
        slug="satu", name="Satu", kind="kmp", village_code="35.73.04.1009", books_from="2025-01-01"
    )
    copy = tmp_path / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    monkeypatch.setattr(seal, "file", lambda: copy)
    assert seal.put()
    return copy


def turn(path: Path, byte: int, *, by_a_disk: bool) -> None:
    before = path.stat()
    with open(path, "r+b") as pages:
        pages.seek(byte)
        one = pages.read(1)[0]
        pages.seek(byte)
        pages.write(bytes([one ^ 4]))
    if by_a_disk:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    else:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))


def test_an_untouched_file_is_whole(sealed):
    assert seal.broken() == []


@pytest.mark.parametrize("page", [1, 2, 9])
def test_a_turned_bit_is_found_and_its_page_named(sealed, page):
    turn(sealed, (page - 1) * seal.PAGE + 777, by_a_disk=True)
    assert seal.broken() == [page]


def test_what_a_program_wrote_is_not_the_disks_fault(sealed):
    turn(sealed, 5000, by_a_disk=False)
    assert seal.broken() == []


def test_a_torn_seal_says_nothing(sealed):
    shutil.copyfile(sealed, f"{sealed}.seal")
    assert seal.broken() == []


def test_nothing_is_sealed_while_somebody_writes(monkeypatch, sealed):
    turned = iter([[1, 1], [1, 2]])
    monkeypatch.setattr(seal, "_stamp", lambda _path: next(turned))
    assert not seal.put()


def test_sqlite_speaks_of_a_page_that_is_torn():
    assert seal.damage() == []
