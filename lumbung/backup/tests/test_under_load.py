"""Copies while people work, and books that were copied by hand without their log."""

import shutil
import sys
import threading
import time
from datetime import date, timedelta

import pytest
from django.db import connection, connections

from lumbung import clock, ids
from lumbung.backup import actions, heads, memory, state
from lumbung.backup.tests.conftest import _inside, receive
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.site import cli
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="one file, one gate"),
]
THREADS = 4


def post_until(coop, stop, spans, told):
    """Post until told to stop; every acknowledged number and how long each took."""
    try:
        while not stop.is_set():
            began = time.monotonic()
            with acting_for(coop.id):
                entry = ledger.post_event(
                    "income.other", coop.id, on=date(2025, 2, 6), amount=rp(1_000), by=7, request_id=ids.new_request()
                )  # fmt: skip
            spans.append(time.monotonic() - began)
            told.append(entry.number)
    finally:
        connections.close_all()


def test_copies_under_load_lose_nothing_and_keep_nobody_waiting(coop, keys, stick, tmp_path, unproven):
    """Five copies while four threads post: each copy holds everything acknowledged before it began, and no gap."""
    stop, spans, told, copies = threading.Event(), [], [], []
    threads = [threading.Thread(target=post_until, args=(coop, stop, spans, told)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for at in range(5):
        time.sleep(0.2)
        before, folder = max(told, default=0), tmp_path / f"salinan{at}"
        folder.mkdir()
        copying.copy_into(folder)
        copies.append((before, _inside(folder).heads["karbes"].size))
        assert copying.ills(folder / copying.FILE) == []
    stop.set()
    for thread in threads:
        thread.join()

    assert all(size >= before for before, size in copies), copies
    assert sorted(told) == list(range(4, 4 + len(told)))
    spans.sort()
    p99 = spans[int(len(spans) * 0.99)]
    print(f"{len(spans)} postings beside 5 copies: p99 {p99 * 1000:.0f} ms", file=sys.stderr)
    assert p99 < 2, "a copy holds the writers up"


def test_a_file_copied_without_its_log_is_sound_and_old_and_found_out(coop, tmp_path):
    """Fact 6 of the reference: what a person copies by hand passes SQLite's own check and lacks the newest entries."""
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for day in (6, 7):
        receive(coop, day)
    memory.remember_now()
    by_hand = tmp_path / "lumbung.sqlite3"
    shutil.copy(connection.settings_dict["NAME"], by_hand)

    assert copying.ills(by_hand) == []
    found = _inside(tmp_path)
    assert found.heads["karbes"].size == 3
    lines = heads.missing(found.heads, heads.remembered())
    assert "nomor 4 sampai 5" in lines[0] and "BKM-2025-000004" in lines[0]


def test_serving_older_books_is_refused_until_somebody_knows(coop, capsys, monkeypatch):
    from lumbung.site.commands import serve

    monkeypatch.setattr(serve, "refuse_unless_guarded", lambda: None)  # tests empty the table that it compares with
    monkeypatch.setattr(serve, "refuse_powerful_role", lambda: None)
    monkeypatch.setattr(serve, "serve", lambda *given: None)
    monkeypatch.setattr(serve, "collect_when_stale", lambda: None)
    root = heads.now().heads["karbes"].root
    longer = heads.Memory({"karbes": heads.Head(5, root)}, {"karbes": [(5, "BKM-2025-000005", "2025-02-07")]})
    heads.remember(longer, clock.now())

    assert cli.main(["serve", "--port", "18461"]) == 2
    printed = capsys.readouterr().err
    assert "nomor 4 sampai 5" in printed and "BKM-2025-000005" in printed and "--older-i-know" in printed

    assert cli.main(["serve", "--port", "18461", "--older-i-know"]) == 0
    assert heads.remembered().heads["karbes"].size == 3
    assert cli.main(["serve", "--port", "18461"]) == 0


def test_while_serving_a_post_is_remembered_at_most_once_a_minute(coop, monkeypatch):
    application = memory.Remembering(lambda environ, start: [b"ok"])
    assert application({"REQUEST_METHOD": "GET"}, None) == [b"ok"]
    assert heads.remembered().heads == {}

    application({"REQUEST_METHOD": "POST"}, None)
    assert heads.remembered().heads["karbes"].size == 3
    receive(coop, 6)
    application({"REQUEST_METHOD": "POST"}, None)
    assert heads.remembered().heads["karbes"].size == 3
    monkeypatch.setattr(memory, "EVERY", 0)
    application({"REQUEST_METHOD": "POST"}, None)
    assert heads.remembered().heads["karbes"].size == 4


def test_a_memory_that_cannot_be_written_keeps_nobody_from_working(coop, monkeypatch):
    monkeypatch.setattr(heads, "remember", lambda *told: (_ for _ in ()).throw(OSError(28, "full")))
    assert memory.Remembering(lambda environ, start: [b"ok"])({"REQUEST_METHOD": "POST"}, None) == [b"ok"]


def test_the_commands_say_what_happened(coop, keys, stick, capsys, unproven, tmp_path):
    assert cli.main(["backup"]) == 0
    assert "3 catatan terbukti utuh" in (told := capsys.readouterr().out) and "Stik 1: tersimpan" in told
    assert cli.main(["backup", "--to", str(tmp_path / "tidak-ada")]) == 1
    assert "tercabut" in capsys.readouterr().out
    assert cli.main(["drill", "--json"]) == 0
    assert '"lost": 0' in capsys.readouterr().out
    file = next(iter(sorted(stick.glob("*.cadangan"))))
    words = ["restore", str(file), "--into", str(tmp_path / "baru")]
    assert cli.main([*words, "--key", "ABCD", "--key", "EFGH"]) == 2
    assert "salah ketik" in capsys.readouterr().err
    (tmp_path / "kunci").write_text(f"# age\n{keys[0]}\n")
    assert cli.main([*words, "--key", str(tmp_path / "kunci")]) == 0
    assert "3 catatan pulih" in capsys.readouterr().out
    assert cli.main(["drill", str(file), "--key", keys[1]]) == 0
    assert "RTO: " in (told := capsys.readouterr().out) and "RPO: " in told


def test_a_failed_run_is_told_to_the_page(coop, capsys):
    assert cli.main(["backup"]) == 2
    assert "lembar pemulihan" in (state.folder() / state.PROGRESS).read_text()


def test_copies_of_another_day_are_told_by_their_age(coop, keys, stick, unproven, capsys):
    with clock.frozen(clock.now() - timedelta(days=2)):
        actions.make(by="Susy")
    receive(coop, 9)
    cli.main(["drill"])
    printed = capsys.readouterr().out
    assert "berumur 2 hari" in printed and "1 catatan sesudahnya" in printed


def test_keys_are_not_asked_for_where_nobody_can_type(coop, keys, stick, unproven, tmp_path, monkeypatch):
    actions.make(by="Susy")
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: SIM115
    from lumbung.backup.commands.restore import secrets_of

    with pytest.raises(Refused, match="--key"):
        secrets_of([])
    with pytest.raises(Refused, match="bersama-sama"):
        secrets_of(["ABCD"])
