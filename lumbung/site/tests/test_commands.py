"""The commands as people type them."""

import json
import socket
from datetime import date

import pytest
from django.db import connection

from lumbung import ids
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book, post_event
from lumbung.money import rp
from lumbung.site import cli, health
from lumbung.site.commands import serve
from lumbung.sql import guards

pytestmark = pytest.mark.django_db

BENDAHARA = 7


@pytest.fixture
def karbes():
    cooperative = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(cooperative.id):
        open_book(cooperative_id=cooperative.id)
        for day in (3, 4):
            post_event(
                "income.other", cooperative.id, on=date(2025, 2, day), amount=rp(5_000), by=BENDAHARA,
                request_id=ids.new_request(),
            )  # fmt: skip
    return cooperative


def lumbung(capsys, *words):
    """Exit code and what was printed, both ways."""
    code = cli.main(list(words))
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def change_a_stored_amount():
    guards.drop()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_transfer SET amount = amount + 100 WHERE number = 2")


def test_cooperatives_are_listed_by_slug(capsys, karbes):
    code, printed = lumbung(capsys, "cooperatives", "--json")

    assert code == 0
    assert [(row["slug"], row["name"], row["village_code"]) for row in json.loads(printed)] == [
        ("karbes", "KMP Karbes", "35.73.04.1009")
    ]
    assert "KMP Karbes" in lumbung(capsys, "cooperatives")[1]


def test_an_empty_installation_says_what_to_try(capsys):
    assert "lumbung demo" in lumbung(capsys, "cooperatives")[1]


def test_a_whole_book_verifies(capsys, karbes):
    assert lumbung(capsys, "verify") == (0, "karbes: utuh\n")


def test_verify_names_the_entry_that_was_changed(capsys, karbes):
    change_a_stored_amount()

    code, printed = lumbung(capsys, "verify")

    assert code == 1
    assert "BKM-2025-000002 (#2)" in printed
    assert "BKM-2025-000001" not in printed


def test_verify_names_the_guards_that_were_taken_away(capsys, karbes):
    guards.drop()
    try:
        code, printed = lumbung(capsys, "verify", "--json")
    finally:
        guards.create()
    told = json.loads(printed)

    assert code == 1 and not told["ok"]
    assert "entry_keeps" in told["guards_missing"]
    assert told["cooperatives"][0]["ok"]


def test_verify_of_an_unknown_cooperative_says_where_to_look(capsys, karbes):
    code, printed = lumbung(capsys, "verify", "--cooperative", "karbis")

    assert code == 2
    assert "karbis" in printed and "lumbung cooperatives" in printed


def test_migrate_puts_lost_guards_back(capsys, karbes):
    guards.drop()

    assert lumbung(capsys, "migrate", "--quiet") == (0, "")
    assert guards.missing() == []


def test_serving_without_guards_is_refused(capsys, karbes, monkeypatch):
    monkeypatch.setattr(serve, "serve", lambda *given: pytest.fail("served without guards"))
    guards.drop()
    try:
        code, printed = lumbung(capsys, "serve")
    finally:
        guards.create()

    assert code == 2
    assert "entry_keeps" in printed and "lumbung migrate" in printed


def test_serving_on_a_taken_port_is_refused(capsys, monkeypatch):
    monkeypatch.setattr(serve, "serve", lambda *given: pytest.fail("served twice"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        code, printed = lumbung(capsys, "serve", "--port", str(port))

    assert code == 2
    assert f"--port {port + 1}" in printed


def test_a_machine_in_order_is_healthy(capsys):
    code, printed = lumbung(capsys, "doctor", "--json")

    assert json.loads(printed)["ok"], printed
    assert code == 0


def test_a_data_folder_that_is_synced_is_named(capsys, monkeypatch, settings, tmp_path):
    settings.HOME = tmp_path / "OneDrive - Koperasi"
    settings.HOME.mkdir()

    code, printed = lumbung(capsys, "doctor")

    assert code == 1
    assert "onedrive" in printed and "LUMBUNG_HOME" in printed


def test_a_data_folder_that_cannot_be_written_is_named(capsys, settings, tmp_path):
    (tmp_path / "berkas").write_text("")
    settings.HOME = tmp_path / "berkas"

    assert not health.home().ok


def test_a_clock_of_last_century_is_named(monkeypatch):
    from datetime import UTC, datetime

    monkeypatch.setattr(health.clock, "now", lambda: datetime(1999, 12, 31, tzinfo=UTC))

    assert not health.wall_clock().ok
