"""A NIK on the way to people's eyes: masked, shown once to who may, written down; and in no address, title or file."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from lumbung.cooperatives.tenant import acting_for
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.security.actions import appoint, create_person
from lumbung.security.models import Event

CARD = "3573044503859999"
SIXTEEN = re.compile(r"(?<!\d)\d{16}(?!\d)")


@pytest.fixture
def sutini(register):
    return register("Sutini", nik=CARD, birth_place="Malang", born_on=date(1985, 3, 5), gender="P")


@pytest.fixture
def desk(karangbesuki):
    def of(role):
        person = create_person(login_name=role, full_name=role.title(), passphrase="padi menguning 2025")
        appoint(cooperative_id=karangbesuki.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        browser = Client()
        browser.force_login(person)
        return browser

    return of


def at(member, tail="", slug="kmp-karangbesuki"):
    return f"/k/{slug}/anggota/{member.id}/{tail}"


def test_it_is_masked_until_somebody_asks_and_that_stays_written(sutini, desk):
    browser = desk("sekretaris")
    before = browser.get(at(sutini)).content.decode()
    assert "3573**********99" in before and "Lihat NIK" in before and not SIXTEEN.search(before)
    shown = browser.post(at(sutini, "nik/"))
    assert (
        "3573 0445 0385 9999" in shown.content.decode() and "Tercatat bahwa Anda melihatnya" in shown.content.decode()
    )
    assert "no-store" in shown["Cache-Control"]
    seen = Event.objects.get(deed="nik.seen")
    assert (seen.subject, CARD in str(seen.detail)) == (str(sutini.id), False)
    assert CARD not in browser.get(at(sutini)).content.decode()


def unpacked(body: bytes) -> bytes:
    """The parts of a workbook, or a page as it is."""
    if not body.startswith(b"PK"):
        return body
    with ZipFile(BytesIO(body)) as file:
        return b"".join(file.read(name) for name in file.namelist())


@pytest.mark.parametrize(("role", "status"), [("pengawas", 403), ("kasir", 403), ("bendahara", 200), ("ketua", 200)])
def test_who_may_see_it_in_full(sutini, desk, role, status):
    browser = desk(role)
    assert browser.post(at(sutini, "nik/")).status_code == status
    assert ("Lihat NIK" in browser.get(at(sutini)).content.decode()) == (status == 200)
    assert browser.get(at(sutini, "nik/")).status_code == 405


def test_it_asks_for_the_passphrase_again(sutini, desk, real_sittings):
    browser = desk("sekretaris")
    answer = browser.post(at(sutini, "nik/"))
    assert "9999" not in answer.content.decode() and not Event.objects.filter(deed="nik.seen").exists()


def test_the_form_that_corrects_does_not_carry_it(karangbesuki, sutini, desk):
    browser = desk("sekretaris")
    form = browser.get(at(sutini, "ubah/")).content.decode()
    assert CARD not in form and "Tercatat 3573**********99" in form
    facts = {"full_name": "Sutini", "kind": "full", "number": sutini.number, "gender": "P", "birth_place": "Malang",
             "born_on": "5/3/1985"}  # fmt: skip
    browser.post(at(sutini, "ubah/"), {**facts, "occupation": "Petani"})
    with acting_for(karangbesuki.id):
        now = Member.objects.get(id=sutini.id)
        assert (nik.of(now), now.occupation) == (CARD, "Petani")
    browser.post(at(sutini, "ubah/"), {**facts, "occupation": "Petani", "without_nik": "on"})
    with acting_for(karangbesuki.id):
        assert nik.of(Member.objects.get(id=sutini.id)) == ""


def test_a_number_that_is_wrong_is_not_said_back(sutini, desk):
    answer = desk("sekretaris").post("/k/kmp-karangbesuki/anggota/baru/", {"full_name": "X", "nik": "3573047203859999"})
    said = re.findall(r'class="wrong"[^>]*>(.*?)</', answer.content.decode(), re.DOTALL)
    assert answer.status_code == 422 and said and not any(SIXTEEN.search(words) for words in said)


def test_no_list_book_or_file_holds_it(sutini, desk):
    browser = desk("sekretaris")
    for place in (
        "anggota/",
        "anggota/?cari=sutini",
        "anggota/cari/?q=sutini",
        "anggota/mirip/",
        "buku/daftar-anggota/",
    ):
        answer = browser.get(f"/k/kmp-karangbesuki/{place}")
        assert answer.status_code == 200 and CARD.encode() not in unpacked(answer.content)
