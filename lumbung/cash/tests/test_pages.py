"""The pages of cash as people meet them: who may, what is not there, how many questions a page asks."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lumbung.cash import actions
from lumbung.cash.tests.conftest import journal, new_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.security.models import Appointment

PAGES = """
    / masuk/ masuk/penjualan/ masuk/hasil-titip-jual/ masuk/talangan-dari-pengurus/ keluar/ keluar/atk-cetak-fotokopi/
    keluar/bayar-penitip/ pindah/ panjar/ panjar/beri/ panjar/{advance}/ talangan/ belum-jelas/ belum-jelas/{receipt}/
    titip-jual/ titip-jual/tambah/ tempat/ buku/ buku/excel/ buku/pdf/ bukti/{number}/ foto/{slip}.jpg
    hitung/ hitung/0/ hitung/0/serah/ hitung/hasil/{count}/ hitung/hasil/{count}/berita-acara.pdf
    bank/ bank/{statement}/ bank/{statement}/rekonsiliasi.pdf
""".split()
READING = {
    p
    for p in PAGES
    if p.split("/")[0] in {"", "panjar", "belum-jelas", "titip-jual", "buku", "bukti", "foto", "hitung", "bank"}
}
READING -= {
    "panjar/beri/",
    "panjar/{advance}/",
    "belum-jelas/{receipt}/",
    "hitung/0/serah/",
    "titip-jual/tambah/",
}


# --- who may ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_finds_nothing_and_whoever_is_not_signed_in_is_asked_to(desk, page):
    assert desk.get(page).status_code == 302
    desk.sign_in()
    assert desk.get(page).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_member_without_office_is_told_whom_to_ask(desk, page):
    desk.sign_in("anggota")
    assert desk.get(page).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_the_treasurer_opens_every_page_and_a_supervisor_only_those_that_read(desk, page):
    desk.sign_in("bendahara")
    assert desk.get(page).status_code == 200
    desk.sign_in("pengawas")
    assert desk.get(page).status_code == (200 if page in READING else 403)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in READING])
def test_a_supervisor_changes_nothing(desk, page):
    desk.sign_in("pengawas")
    before = len(journal(desk.coop))
    assert desk.post(page, amount="1.000", reason="x").status_code == 403
    assert len(journal(desk.coop)) == before


def test_the_wall_hides_entries_and_photos_of_others(desk):
    other = new_cooperative("lain")
    who = desk.sign_in()
    with acting_for(other.id):
        Appointment.objects.create(cooperative_id=other.id, person_id=who.id, role="bendahara", since=date(2025, 1, 1))

    for page in ("bukti/{number}/", "foto/{slip}.jpg", "panjar/{advance}/", "belum-jelas/{receipt}/"):
        assert desk.client.get(desk.address(page).replace("karbes", "lain")).status_code == 404


def test_buttons_that_a_person_may_not_press_are_not_shown(desk):
    desk.sign_in("pengawas")
    assert "/kas/keluar/" not in desk.get("/").content.decode()
    assert "Batalkan" not in desk.get("bukti/{number}/").content.decode()


def test_the_pages_speak_english_by_switch(desk):
    desk.sign_in("bendahara")
    desk.client.cookies["bahasa"] = "en"
    assert "What was the money for?" in desk.get("keluar/").content.decode()
    desk.client.cookies["bahasa"] = "id"
    assert "Uang keluar untuk apa?" in desk.get("keluar/").content.decode()


@pytest.mark.parametrize("way", ["masuk", "keluar"])
def test_every_tile_opens_its_form_in_either_language(desk, way):
    desk.sign_in("bendahara")
    addresses = {}
    for language in ("en", "id"):
        desk.client.cookies["bahasa"] = language
        addresses[language] = set(re.findall(r'href="([a-z-]+)/"', desk.get(f"{way}/").content.decode()))
        assert {desk.get(f"{way}/{address}/").status_code for address in addresses[language]} == {200}

    assert addresses["en"] == addresses["id"] and len(addresses["id"]) > 10


@pytest.mark.parametrize("page", ["masuk/tidak-ada/", "keluar/penjualan/", "masuk/atk-cetak-fotokopi/", "bukti/999/"])
def test_addresses_of_nothing_are_not_found(desk, page):
    desk.sign_in("bendahara")
    assert desk.get(page).status_code == 404


# --- how many questions -------------------------------------------------------------------------------------


LISTS = ["/", "keluar/", "panjar/", "belum-jelas/", "titip-jual/", "buku/?bulan=2025-02", "bukti/{number}/"]


@pytest.mark.parametrize("page", LISTS)
def test_a_page_asks_as_many_questions_for_many_rows_as_for_few(desk, facts, page):
    desk.sign_in("bendahara")
    few = questions(desk, page)
    for number in range(12):
        actions.pay(category="expense.utilities", amount=rp(1_000), place=desk.kas, **facts())
        actions.receive_unidentified(**facts(text=f"TRF {number}", amount=rp(1_000), place=desk.kas))
        actions.give_advance(
            **facts(holder=900 + number, holder_name=f"Bu {number}", purpose="x", amount=100, place=desk.kas)
        )
        actions.add_supplier(cooperative_id=desk.coop, name=f"Penitip {number}")

    assert questions(desk, page) == few
    assert few < 40


def questions(desk, page) -> int:
    desk.client.get(desk.address(page))
    with CaptureQueriesContext(connection) as asked:
        assert desk.client.get(desk.address(page)).status_code == 200
    return len(asked)
