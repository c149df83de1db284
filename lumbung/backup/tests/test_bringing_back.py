"""A copy brought back by the page: opened, weighed, used; and the page that helps when nothing else can be served."""

import json
import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lumbung.backup import (
    actions,
    background,
    halves,
    heads,
    memory,
    prepared,
    rescue,
    returned,
    sealing,
    state,
    stopping,
)
from lumbung.backup.actions.readying import Asked
from lumbung.backup.tests.conftest import newest, receive
from lumbung.backup.tests.test_page import seen, signed_in
from lumbung.security.models import Event
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="a home with its own file; a server's books come back by command"),
]
HERE = "/k/karbes/cadangan/pulihkan/"
BOTH = Asked("Susy", ["Susy", "Pak Budi"])


@pytest.fixture
def client(coop):
    return signed_in(coop, "bendahara")


@pytest.fixture
def copied(coop, keys, stick, unproven, home):
    """A copy of three entries on the stick; two more have come since. The database lies in the home, as it does."""
    actions.make(by="Susy")
    for day in (6, 7):
        receive(coop, day)
    copying.copy_into(home)
    return newest(stick)


@pytest.fixture
def plugged(stick, monkeypatch):
    monkeypatch.setenv("LUMBUNG_STICKS", str(stick))


def opened(file, key) -> prepared.Prepared:
    return actions.ready(file=file, secret=key, asked=BOTH, say=lambda words: None)


def test_a_copy_is_made_ready_and_says_what_would_be_lost(copied, keys, home):
    before = (home / copying.FILE).read_bytes()
    found = opened(copied, keys[0])

    assert (found.entries, found.lost, found.officers) == (3, 2, ["Susy", "Pak Budi"])
    assert "nomor 4 sampai 5" in found.missing[0] and "BKM-2025-000004" in found.missing[0]
    assert prepared.waiting() == found and not prepared.is_asked()
    assert (home / copying.FILE).read_bytes() == before


def test_the_switch_keeps_the_old_home_and_what_was_remembered_beside_the_books(copied, keys, home):
    old = (home / copying.FILE).read_bytes()
    runs = len(state.load()["runs"])
    opened(copied, keys[0])
    aside = prepared.switch()

    assert (aside / copying.FILE).read_bytes() == old and (home / copying.FILE).read_bytes() != old
    assert (home / "secret-key").read_text() == "rahasia" and prepared.waiting() is None
    assert heads.remembered().heads["karbes"].size == 3
    kept = state.load()
    assert "nomor 4 sampai 5" in kept["restored"]["missing"][0] and kept["restored"]["officers"] == BOTH.officers
    assert len(kept["runs"]) == runs


@pytest.mark.parametrize("begun_anew", [False, True])
def test_a_power_cut_in_the_middle_of_the_switch_is_finished_by_the_next_start(copied, keys, home, begun_anew):
    opened(copied, keys[0])
    prepared.ask()
    real, calls = os.rename, []

    def cut(old, new):
        calls.append(new)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(old, new)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(prepared.os, "rename", cut)
        prepared.switch()
    assert not home.exists()
    if begun_anew:
        home.mkdir()
        (home / "secret-key").write_text("baru")

    assert prepared.is_asked()
    aside = prepared.switch()
    assert (aside / copying.FILE).exists() and (home / "secret-key").read_text() == "rahasia"
    assert heads.remembered().heads["karbes"].size == 3


def test_a_disk_that_refuses_the_switch_leaves_the_books_where_they_were(copied, keys, home, monkeypatch):
    opened(copied, keys[0])
    prepared.ask()
    real, before = os.rename, (home / copying.FILE).read_bytes()

    def rename(old, new):
        if old == prepared.folder() / prepared.HOME:
            raise OSError(5, "disk")
        real(old, new)

    monkeypatch.setattr(prepared.os, "rename", rename)
    with pytest.raises(Refused, match="tercabut atau rusak"):
        prepared.switch()
    assert (home / copying.FILE).read_bytes() == before and not prepared.is_asked()


def test_a_sheet_of_somebody_elses_opens_nothing(copied, home):
    with pytest.raises(Refused, match="bukan lembar pemulihan koperasi ini"):
        opened(copied, sealing.new_key()[0])
    assert prepared.waiting() is None


def test_a_torn_copy_leaves_nothing_ready(copied, keys):
    copied.write_bytes(copied.read_bytes()[:5000])
    with pytest.raises(Refused, match="rusak atau terpotong"):
        opened(copied, keys[0])
    assert not prepared.folder().exists()


def test_a_home_that_cannot_be_put_aside_is_told_before_anything_is_opened(copied, keys, monkeypatch):
    monkeypatch.setattr("pathlib.Path.is_mount", lambda self: True)
    with pytest.raises(Refused, match="lumbung restore"):
        opened(copied, keys[0])


def test_the_first_start_on_restored_books_tells_the_trail_once(copied, keys):
    opened(copied, keys[0])
    prepared.switch()
    returned.note_return()
    returned.note_return()
    told = Event.objects.get(deed="backup.restored")
    assert told.detail["officers"] == BOTH.officers and "nomor 4" in told.detail["missing"][0]


# --- the page -------------------------------------------------------------------------------------------------------


@pytest.fixture
def started(monkeypatch):
    asked = []
    monkeypatch.setattr(background, "start", lambda *words, told="": asked.append((words, told)))
    return asked


def form(keys, **more) -> dict:
    one, other = halves.split(keys[0])
    return {"first": "Susy", "one": one.text, "second": "Pak Budi", "other": other.text, **more}


def test_both_halves_start_a_program_that_alone_hears_the_key(client, copied, plugged, keys, started):
    assert "Stik 1:" in seen(client, HERE) and "3 catatan" in seen(client, HERE)
    answer = client.post(f"{HERE}buka/", form(keys, copy=str(copied)))

    words = ("restore", str(copied), "--prepare", "--by=Susy", "--officer=Susy", "--officer=Pak Budi", "--key", "-")
    assert answer.status_code == 302 and started == [(words, f"{keys[0]}\n")]
    assert Event.objects.filter(deed="backup.opened").count() == 1


def test_an_uploaded_copy_is_taken_and_anything_else_is_not(client, copied, keys, started):
    client.post(f"{HERE}buka/", form(keys, file=SimpleUploadedFile("a.cadangan", copied.read_bytes())))
    assert started[0][0][1] == str(state.folder() / "unggahan.cadangan")
    wrong = client.post(f"{HERE}buka/", form(keys, file=SimpleUploadedFile("a.cadangan", b"bukan")))
    assert wrong.status_code == 422 and "bukan berkas cadangan" in wrong.content.decode() and len(started) == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"other": "salah"}, "salah ketik"),
        ({"second": " susy "}, "dua pengurus yang berbeda"),
        ({"copy": "/etc/passwd"}, "pilih cadangannya"),
    ],
)
def test_mistakes_are_told_and_start_nothing(client, copied, plugged, keys, started, given, words):
    answer = client.post(f"{HERE}buka/", form(keys, **{"copy": str(copied), **given}))
    assert answer.status_code == 422 and words in answer.content.decode() and started == []


def test_what_is_lost_must_be_read_before_the_switch_is_asked_for(client, copied, keys, monkeypatch):
    opened(copied, keys[0])
    stopped = []
    monkeypatch.setattr(stopping, "soon", lambda: stopped.append(1))
    html = seen(client, HERE)
    assert "2 catatan" in html and "nomor 4 sampai 5" in html and "Susy, Pak Budi" in html

    assert client.post(f"{HERE}pakai/").status_code == 422 and not prepared.is_asked()
    client.post(f"{HERE}pakai/", {"known": "on"})
    assert prepared.is_asked() and stopped and "tutup Lumbung di komputer ini" in seen(client, HERE)


def test_it_can_be_called_off(client, copied, keys):
    opened(copied, keys[0])
    client.post(f"{HERE}batal/")
    assert prepared.waiting() is None and "Buka dan periksa" in seen(client, HERE)


def test_a_cashier_and_a_supervisor_may_not(coop):
    for role in ("kasir", "pengawas"):
        assert signed_in(coop, role).get(HERE).status_code == 403


# --- without a database ---------------------------------------------------------------------------------------------


@pytest.fixture
def stranded(settings, monkeypatch, django_db_blocker):
    """The page as it is served when the books cannot be: no session, nobody signed in."""
    settings.MIDDLEWARE, settings.ROOT_URLCONF = list(rescue.WITHOUT_DATABASE), "lumbung.backup.rescue"
    monkeypatch.setenv(rescue.WHY, "Berkas data rusak")
    return Client()


def test_the_rescue_asks_no_database_and_does_the_same(
    copied, plugged, keys, started, stranded, monkeypatch, django_assert_num_queries
):
    with django_assert_num_queries(0):
        html = seen(stranded, "/")
        assert "Berkas data rusak" in html and "Stik 1:" in html
        assert stranded.get("/k/karbes/").headers["Location"] == "/"
        assert stranded.post("/pulihkan/buka/", form(keys, copy=str(copied))).status_code == 302
    assert started[0][0][0] == "restore"

    opened(copied, keys[0])
    monkeypatch.setattr(stopping, "soon", lambda: None)
    assert "nomor 4 sampai 5" in seen(stranded, "/")
    stranded.post("/pulihkan/pakai/", {"known": "on"})
    assert prepared.is_asked()


def test_the_rescue_helps_at_this_very_computer_only_and_where_there_is_something_to_bring_back(home, keys):
    assert rescue.helps("127.0.0.1") and not rescue.helps("0.0.0.0")
    (state.folder() / state.STATE).unlink()
    assert not rescue.helps("127.0.0.1")


def test_a_lost_file_is_a_reason_to_bring_a_copy_back(coop, home, monkeypatch):
    monkeypatch.setattr("lumbung.sql.seal.file", lambda: home / "hilang.sqlite3")
    memory.refuse_lost_file()
    memory.remember_now()
    with pytest.raises(memory.NeedsCopy, match="hilang"):
        memory.refuse_lost_file()


def test_the_state_that_is_restored_is_json(copied, keys):
    opened(copied, keys[0])
    kept = json.loads((prepared.folder() / "home/cadangan" / state.STATE).read_text())
    assert kept["given_up"]["heads"]["karbes"][0] == 5
