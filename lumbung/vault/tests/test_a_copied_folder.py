"""Somebody copies everything: the database with its log, the files, the copies on a stick, what was logged. No NIK."""

import io
import logging
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from lumbung import clock, ids
from lumbung.backup import actions as backup
from lumbung.backup.tests.conftest import home, keys, stick, unproven  # noqa: F401
from lumbung.cooperatives.tenant import acting_for
from lumbung.intake import actions as intake
from lumbung.members import actions as members
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.security.actions import appoint, create_person
from lumbung.sql import SQLITE, engine, scrubbing
from lumbung.vault import papers
from lumbung.vault.tests.hostile import picture

SEEDS = [f"350725{day + 40:02}1179{7000 + day * 40 + n}" for day in range(1, 21) for n in range(10)]
NOW = datetime(2026, 3, 5, 4, tzinfo=UTC)


@pytest.fixture
def logged():
    """Everything that any logger says, whatever its level."""
    said, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(said), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield said
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def busy(transactional_db, home, village, logged):  # noqa: F811
    """A cooperative whose people's numbers went every way there is; a member, and a file that waits."""
    made = village()
    sri = create_person(login_name="sri", full_name="Sri", passphrase="padi menguning 2025")
    with clock.frozen(NOW), acting_for(made.id):
        for role in ("sekretaris", "bendahara"):
            appoint(cooperative_id=made.id, person_id=sri.id, role=role, since=NOW.date())
        rows = [{"full_name": f"Anggota {digits[-4:]}", "nik": digits} for digits in SEEDS[:150]]
        one = members.register_many(cooperative_id=made.id, rows=rows, by=sri.id)[0]
        members.correct(member=one, by=sri.id, nik=SEEDS[192])
        upload = brought(made, sri)
        typed(made, sri, one)
    return made, one, upload


def brought(made, sri):
    """A workbook of forty people that waits, with an answer; and a photo."""
    book = "No,Nama,NIK\n" + "\n".join(f"{n},Warga {n},{digits}" for n, digits in enumerate(SEEDS[150:190], 1))
    file = SimpleUploadedFile("anggota.csv", book.encode())
    upload = intake.keep_upload(cooperative_id=made.id, kind="members", file=file, by=sri.id, now=NOW)
    papers.keep(made.id, "slips", picture(), ".jpg")
    return intake.answer_row(upload=upload, row="anggota!2", said={"nik": SEEDS[191]})


def typed(made, sri, one):
    """At the desk: looked at, written, and written wrong."""
    desk, there = Client(), f"/k/{made.slug}/anggota/"
    desk.force_login(sri)
    desk.post(f"{there}{one.id}/nik/")
    new = {"full_name": "Baru", "kind": "full", "request_id": str(ids.new_request())}
    desk.post(f"{there}baru/", new | {"nik": SEEDS[193]})
    desk.post(f"{there}baru/", new | {"nik": SEEDS[194][:6] + "72" + SEEDS[194][8:]})
    desk.post(f"{there}baru/", new | {"nik": f"{SEEDS[195]}0"})


def grep(*places: Path) -> list[str]:
    wanted = re.compile("|".join(SEEDS).encode())
    files = {path for place in places for path in (place.rglob("*") if place.is_dir() else [place]) if path.is_file()}
    assert files
    return [f"{path.name}: {found[0]}" for path in sorted(files) if (found := wanted.search(path.read_bytes()))]


def everything_in_the_database() -> str:
    with connection.cursor() as cursor:
        said = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            said += [str(bytes(v) if isinstance(v, memoryview) else v) for row in cursor.fetchall() for v in row]
    return "\n".join(said)


def test_no_number_is_in_what_can_be_copied(busy, logged, home, keys, stick, unproven, tmp_path):  # noqa: F811
    made, one, upload = busy
    with acting_for(made.id):
        assert nik.of(Member.objects.get(id=one.id)) == SEEDS[192], "they are there, for whoever has the key"
        assert SEEDS[150].encode() in papers.content(made.id, upload.stored)
    backup.make(by="Susy")
    wanted = re.compile("|".join(SEEDS))
    assert not wanted.search(everything_in_the_database())
    assert not wanted.search(logged.getvalue()) and "/anggota/" in logged.getvalue()
    assert grep(home, stick, Path(default_storage.path("."))) == []
    if engine() == SQLITE:
        file = Path(str(connection.settings_dict["NAME"]))
        assert grep(*file.parent.glob(f"{file.name}*")) == []


@pytest.mark.skipif(engine() != SQLITE, reason="a file of its own")
def test_what_lay_open_before_is_gone_from_the_file_after_it_is_written_anew(transactional_db):
    file = Path(str(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE open_before (nik text)")
        cursor.executemany("INSERT INTO open_before VALUES (%s)", [[seed] for seed in SEEDS])
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("DROP TABLE open_before")
    assert grep(*file.parent.glob(f"{file.name}*")), "a database keeps what was dropped"
    scrubbing.write_anew("open_before")
    assert grep(*file.parent.glob(f"{file.name}*")) == []
