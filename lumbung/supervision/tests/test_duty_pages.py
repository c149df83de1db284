"""Tanda-tanda, ringkasan harian, siapa boleh apa, konfirmasi saldo and hubungan keluarga, as people meet them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.approvals import reports as approvals
from lumbung.cooperatives.reports import bylaws
from lumbung.members.actions import register
from lumbung.security.reports import serving
from lumbung.security.rules import DEEDS
from lumbung.supervision import actions, duties, reports
from lumbung.supervision.models import WeekRead
from lumbung.supervision.tests.conftest import BUDI, FRIDAY, SRI
from lumbung.web.words import Refused

AT = "/k/karbes/pengawasan/"
TODAY = FRIDAY.date()


def text(browser, address, **more):
    return browser.get(f"{AT}{address}", **more).content.decode()


def test_every_deed_has_its_words_under_a_heading():
    assert DEEDS.keys() - duties.WORDS.keys() == set(), "say in supervision/duties.py what the deed is called"
    assert all(duties.heading_of(deed) in duties.GROUPS for deed in DEEDS)


def test_the_signs_stand_in_the_books_and_lead_to_what_is_behind_them(karbes, record, browser_of):
    number = record(3_000_000, days_ago=1, booked=date(2026, 3, 1))
    browser = browser_of("pengawas")
    page = text(browser, "tanda/")
    assert "Catatan mundur atau dihapus" in page and "1 catatan mundur" in page and "Rp1.000.000 di atas batas" in page
    one = text(browser, "tanda/8/")
    assert f"/kas/bukti/{number}/" in one and "1 Maret 2026" in one
    assert browser.get(f"{AT}tanda/23/").status_code == 404


def test_what_was_found_is_frozen_in_the_signed_report(karbes, record, browser_of):
    record(3_000_000, days_ago=1, booked=date(2026, 3, 1))
    days = {"starts_on": date(2026, 3, 1), "ends_on": TODAY}
    made = actions.sign(cooperative_id=karbes.id, words="Baik", by=BUDI, request_id=uuid4(), **days)
    kept = {one["number"]: one for one in made.body["signs"]}
    assert kept["8"] == {"number": "8", "figure": "1 catatan mundur", "since": "2026-03-01"}
    assert "1 catatan mundur" in text(browser_of("ketua"), "laporan/1/")


def test_a_week_of_one_person_is_read_once_it_is_over(karbes, record, browser_of):
    record(days_ago=8)
    assert reports.waits_for_reading(karbes.id, "2026-W11")
    browser = browser_of("pengawas")
    assert "satu orang saja" in text(browser, "harian/?minggu=2026-W11")
    assert "satu orang mencatat semuanya" in browser.get("/k/karbes/").content.decode()

    assert "Dibaca Pengawas Utomo" in browser.post(f"{AT}harian/?minggu=2026-W11", follow=True).content.decode()
    read = WeekRead.objects.get()
    assert (read.entries, read.people) == (1, 1) and not reports.waits_for_reading(karbes.id, "2026-W11")
    with pytest.raises(Refused, match="belum selesai"):
        actions.read_week(cooperative_id=karbes.id, week="2026-W12", by=SRI)


def test_only_the_supervisor_says_that_it_was_read(karbes, record, browser_of):
    record(days_ago=8)
    browser_of("ketua").post(f"{AT}harian/?minggu=2026-W11")
    assert not WeekRead.objects.exists()


def test_the_table_of_duties_is_shown_as_it_is_kept(karbes, browser_of):
    page = text(browser_of("sekretaris"), "tugas/")
    assert "Menyetujui atau menolak" in page and "Rp2.000.000" in page
    assert "Bendahara, Kasir, Ketua, Sekretaris" in page  # what a supervisor may not be


def test_the_members_who_are_asked_are_the_same_for_whoever_asks(karbes, record):
    for number in range(30):
        register(cooperative_id=karbes.id, full_name=f"Anggota {number}", joined_on=date(2026, 1, 5), by=SRI)
    record(days_ago=30)
    first = [one.member.id for one in reports.to_confirm(karbes.id, "2026-03")]
    record(days_ago=0)
    with clock.frozen(FRIDAY + timedelta(days=5)):
        assert [one.member.id for one in reports.to_confirm(karbes.id, "2026-03")] == first
    assert len(first) == 20 and first != [one.member.id for one in reports.to_confirm(karbes.id, "2026-02")]


def test_the_secretary_writes_down_families_and_whom_to_tell(karbes, browser_of):
    wife = register(cooperative_id=karbes.id, full_name="Yayuk", joined_on=date(2026, 1, 5), by=SRI)
    browser_of("ketua")
    browser = browser_of("sekretaris")
    [officer] = [who for who, name in _serving(karbes) if "Ketua" in name]
    tie = {"member": wife.id, "officer": officer, "relation": "istri", "holds": "1", "request_id": uuid4()}
    assert browser.post(f"{AT}hubungan/", {**tie, "member": ""}).status_code == 422
    assert "istri" in browser.post(f"{AT}hubungan/", tie, follow=True).content.decode()
    heir = {"member_id": wife.id, "name": "Yanti", "relation": "anak", "phone": "08123456789", "request_id": uuid4()}
    assert "Yanti (anak)" in browser.post(f"{AT}hubungan/ahli-waris/", heir, follow=True).content.decode()

    assert approvals.near(karbes.id, TODAY)[wife.id].words == "istri, Ketua"
    assert approvals.heir_of(karbes.id, wife.id).phone == "+628123456789"


def _serving(coop):
    return serving(coop.id, TODAY)


def test_others_read_the_families_and_write_none(karbes, browser_of):
    browser = browser_of("bendahara")
    assert "Catat hubungan" not in text(browser, "hubungan/")
    tie = {"member": "", "officer": "1", "relation": "x", "holds": "1", "request_id": uuid4()}
    assert browser.post(f"{AT}hubungan/", tie).status_code == 200 and approvals.ties(karbes.id) == []
    assert browser.post(f"{AT}hubungan/ahli-waris/", {}).status_code == 403


def test_the_board_sets_the_words_that_messages_carry(karbes, browser_of):
    browser_of("sekretaris").post(f"{AT}kata-pengenal/", {"phrase": " padi  rawit "})
    assert bylaws(karbes.id, TODAY).message_phrase == "padi rawit"
    assert browser_of("pengawas").post(f"{AT}kata-pengenal/", {"phrase": "x"}).status_code == 403
