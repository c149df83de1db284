"""A fresh installation: nobody is in it, nothing opens it but the code on its console, and that once."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.places.models import Area
from lumbung.recovery.actions import make_start_code
from lumbung.recovery.models import StartCode
from lumbung.security.models import Event, Person
from lumbung.security.reports import roles_in
from lumbung.site.commands.setup import start_words

PHRASE = "sawah hijau gunung biru"
FORM = {
    "name": "Koperasi Maju Jaya", "village": "Karangbesuki", "books_from": "1/1/2026", "full_name": "Siti Aminah",
    "role": "sekretaris", "login_name": "siti", "passphrase": PHRASE, "again": PHRASE,
}  # fmt: skip


@pytest.fixture
def fresh(db):
    cache.clear()
    above = None
    for level, (code, name, kind) in enumerate([
        ("35", "Jawa Timur", "provinsi"), ("35.73", "Malang", "kota"), ("35.73.04", "Sukun", "kecamatan"),
        ("35.73.04.1009", "Karangbesuki", "kelurahan"),
    ], 1):  # fmt: skip
        above = Area.objects.create(
            code=code, name=name, folded=name.lower().replace(" ", ""), kind=kind, level=level, parent=above
        )


def test_there_is_no_account_before_the_first(fresh, client):
    assert not Person.objects.exists()
    assert client.get("/mulai/").status_code == 200
    assert client.post("/mulai/", {**FORM, "code": "AAAA-AAAA"}).status_code == 422
    assert not Person.objects.exists() and not Cooperative.objects.exists()
    assert Event.objects.get().deed == "code.refused"


def test_the_code_on_the_console_opens_once(fresh, client):
    words = start_words("http://localhost:8000")
    code = words.split("kode ")[1][:9]
    assert "http://localhost:8000/mulai/" in words and code not in str(list(StartCode.objects.values_list()))
    answer = client.post("/mulai/", {**FORM, "code": code.lower()})
    assert answer.status_code == 302, answer.content.decode()
    coop, siti = Cooperative.objects.get(), Person.objects.get()
    assert (coop.slug, coop.village_code) == ("koperasi-maju-jaya", "35.73.04.1009")
    assert roles_in(coop.id, siti.id, clock.today()) == {"sekretaris"} and authenticate(
        username="siti", password=PHRASE
    )
    assert client.get("/mulai/").status_code == client.post("/mulai/", {**FORM, "code": code}).status_code == 404
    assert start_words("x") == "" == make_start_code()


def test_only_the_newest_code_and_only_for_a_quarter_of_an_hour(fresh, client):
    old, new = make_start_code(), make_start_code()
    assert client.post("/mulai/", {**FORM, "code": old}).status_code == 422
    with clock.frozen(clock.now() + timedelta(minutes=15, seconds=1)):
        assert client.post("/mulai/", {**FORM, "code": new}).status_code == 422
    assert not Person.objects.exists()


def test_a_demo_shows_no_code(fresh, settings):
    settings.DEMO = True
    assert start_words("x") == "" and not StartCode.objects.exists()
