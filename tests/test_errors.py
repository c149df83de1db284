"""When something goes wrong: a page in Indonesian with a code, no trace of ours, nothing written, no secret logged."""

import logging
import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.members.models import Member
from lumbung.security.actions import appoint, create_person
from lumbung.sql import Busy
from lumbung.web.logs import WithCode
from tests.test_pages import faults_of_headers

TRACE = re.compile(rb"Traceback|/lumbung/|\.py|django|Exception|ZeroDivision", re.IGNORECASE)
CANARY_NIK, CANARY_WORDS = "3573047101900077", "kenari-kuning-rahasia-9f"
FORM = "application/x-www-form-urlencoded"
OURS = [name for name in settings.MIDDLEWARE if name.startswith("lumbung.")]


@pytest.fixture
def secretary(db):
    coop = create_cooperative(
        slug="karbes", name="Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    person = create_person(login_name="sri", full_name="Sri", passphrase="padi kuning lumbung desa")
    with acting_for(coop.id):
        open_book(cooperative_id=coop.id)
        for role in ("sekretaris", "bendahara"):
            appoint(cooperative_id=coop.id, person_id=person.id, role=role, since=date(2025, 1, 1))
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    return browser


def raises(error):
    def view(*_args, **_more):
        raise error

    return view


def is_calm(answer, status: int) -> bool:
    """In our words, with the code that the header has too, and nothing of the inside."""
    text = answer.content
    assert answer.status_code == status
    assert b'lang="id"' in text and b"<h1" in text and not TRACE.search(text.replace(b"/static/", b""))
    return status in (404, 503) or answer["X-Request-Id"].encode() in text


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (404, lambda b: b.get("/k/karbes/tidak-ada/")),
        (404, lambda b: b.get("/k/entah/")),
        (405, lambda b: b.put("/k/karbes/persetujuan/1/setujui/")),
        (400, lambda b: b.post("/k/karbes/anggota/baru/", {f"f{n}": "1" for n in range(5_001)})),
        (400, lambda b: b.post("/k/karbes/anggota/baru/", "full_name=" + "x" * 2_600_000, FORM)),
        (400, lambda b: b.get("/masuk/", headers={"Host": "evil.example"})),
    ],
)
def test_what_is_asked_wrongly_is_answered_calmly(secretary, status, ask):
    answer = ask(secretary)
    assert is_calm(answer, answer.status_code) and answer.status_code in (status, 404, 403)


def test_who_waits_too_long_is_told_so_and_may_come_again(secretary, monkeypatch):
    monkeypatch.setattr("lumbung.security.access.enter", raises(Busy()))
    answer = secretary.get("/k/karbes/anggota/")
    assert is_calm(answer, 503) and answer["Retry-After"] == "20"
    assert faults_of_headers(answer) == []


@pytest.mark.parametrize("name", OURS)
def test_a_middleware_that_breaks_shows_nothing_and_writes_nothing(secretary, monkeypatch, name):
    monkeypatch.setattr(import_string(name), "__call__", raises(ZeroDivisionError("rahasia dapur")))
    broken = Client(raise_request_exception=False)
    broken.cookies = secretary.cookies
    answer = broken.post("/k/karbes/anggota/baru/", {"full_name": "Tidak Jadi"})
    assert answer.status_code == 500 and b"rahasia dapur" not in answer.content
    assert b'lang="id"' in answer.content and not TRACE.search(answer.content.replace(b"/static/", b""))
    assert Member.everywhere.count() == 0


def test_no_secret_comes_into_the_log_and_no_line_is_forged(secretary, caplog, monkeypatch):
    """A NIK, a passphrase and a token are sent to every door, rightly, wrongly, and where Lumbung breaks."""
    caplog.set_level(logging.DEBUG)
    sent = {
        "login": CANARY_NIK,
        "password": CANARY_WORDS,
        "nik": CANARY_NIK,
        "full_name": f"A\r\nERROR forged {CANARY_NIK}",
    }
    nobody = Client(raise_request_exception=False)
    for address in ("/masuk/", f"/kartu/{CANARY_WORDS}/", "/k/karbes/anggota/baru/", "/tidak-ada/%0d%0aERROR%1b[31m/"):
        for browser in (nobody, secretary):
            browser.post(address, sent)
            browser.get(address, headers={"Authorization": CANARY_WORDS})
    monkeypatch.setattr("lumbung.security.access.enter", raises(ZeroDivisionError()))
    secretary.post("/k/karbes/anggota/baru/", sent)

    shown = logging.Formatter("{levelname} {name} {code} {message}", style="{")
    lines = [shown.format(record) for record in caplog.records if WithCode().filter(record)]
    own = [line for line in lines if not line.startswith("DEBUG django.db")]  # statements are never logged in use
    assert any(line.startswith("ERROR django.request") for line in own)
    assert [line for line in own if CANARY_NIK in line or CANARY_WORDS in line] == []
    heads = [line.partition("Traceback")[0].rstrip("\n") for line in own]
    assert [head for head in heads if "\r" in head or "\n" in head or "\x1b" in head] == []
