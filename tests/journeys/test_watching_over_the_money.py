"""A till is counted, a large payment waits for the chair, a month is closed: on a small phone, and readable for all."""

from datetime import date

import pytest

from lumbung import ids
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.ledger.reports.book import book_facts
from lumbung.money import rp

WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def kas(office):
    """Rp5.000.000 in the treasurer's cash since January of last year."""
    with acting_for(office.id):
        place = places.general(office.id)
        cash.receive(
            category="grant.cash", amount=rp(5_000_000), on=date(2025, 1, 5), by=1, request_id=ids.new_request(),
            place=place, memo="Bantuan dinas",
        )  # fmt: skip
    return place


def sound(page, axe) -> None:
    assert axe(page) == []
    assert page.evaluate(WIDTH) <= page.viewport_size["width"]


def last_entry(office):
    with acting_for(office.id):
        return books.journal(office.id, date(2025, 1, 1), date(2026, 12, 31))[-1]


def test_a_till_is_counted_by_keys_and_what_is_missing_is_booked(phone, office, kas, axe):
    office.sign_in(phone, "bendahara")
    phone.get_by_role("link", name="Hitung Kas Umum sekarang").click()
    phone.wait_for_url("**/kas/hitung/0/")
    sound(phone, axe)

    phone.get_by_label("Lembar Rp100.000").focus()
    phone.keyboard.type("49")
    phone.keyboard.press("Enter")  # on to the next kind
    assert phone.evaluate("document.activeElement.name") == "lembar_50000"
    phone.keyboard.type("1")
    phone.get_by_label("Keping Rp500").focus()
    phone.keyboard.type("90")
    assert phone.locator("[data-count-total]").inner_text() == "Rp4.995.000"
    phone.get_by_label("Saksi").focus()
    phone.keyboard.type("Pak Heru")
    phone.keyboard.press("Enter")

    phone.get_by_text("kurang Rp5.000 (lima ribu rupiah) dari buku").wait_for()
    sound(phone, axe)
    assert last_entry(office).kind == "grant.cash"  # nothing is booked before she says so
    phone.get_by_label("Bukukan selisihnya sekarang").focus()
    phone.keyboard.press("Space")
    phone.get_by_label("Sebab selisih").focus()
    phone.keyboard.type("salah memberi kembalian")
    phone.keyboard.press("Enter")

    phone.wait_for_url("**/kas/hitung/hasil/**")
    phone.get_by_text("Dibukukan dengan").wait_for()
    sound(phone, axe)
    entry = last_entry(office)
    assert (entry.kind, entry.amount) == ("cash.short", rp(5_000))
    phone.goto(office.at("kas/hitung/"))
    assert "Terakhir dihitung hari ini, kurang Rp5.000." in phone.locator("#main").inner_text()
    sound(phone, axe)


def test_a_payment_above_the_limit_waits_and_the_chair_approves(phone, office, kas, axe):
    office.sign_in(phone, "bendahara")
    phone.goto(office.at("kas/keluar/peralatan-gerai/"))
    phone.get_by_label("Jumlah").fill("3500000")
    phone.get_by_label("Keterangan").fill("Etalase kaca")
    phone.get_by_role("button", name="Simpan uang keluar").click()
    phone.get_by_text("Belum dibukukan, dan uangnya belum boleh keluar").wait_for()
    sound(phone, axe)
    assert last_entry(office).kind == "grant.cash"

    office.sign_in(phone, "ketua")
    sound(phone, axe)
    phone.get_by_role("link", name="1 pengeluaran menunggu persetujuan Anda").click()
    phone.get_by_role("link", name="Etalase kaca").click()
    phone.get_by_text("tiga juta lima ratus ribu rupiah").wait_for()
    sound(phone, axe)
    phone.get_by_role("button", name="Setujui Rp3.500.000").click()

    phone.wait_for_url("**/kas/bukti/**")
    entry = last_entry(office)
    assert (entry.kind, entry.amount) == ("machinery.bought", rp(3_500_000))
    assert entry.approved_by and entry.approved_by != entry.made_by
    office.sign_in(phone, "bendahara")
    phone.goto(office.at("persetujuan/"))
    assert "Disetujui" in phone.locator("#main").inner_text()
    sound(phone, axe)


def test_a_month_is_closed_when_nothing_of_its_list_is_missing(phone, office, kas, axe):
    office.sign_in(phone, "bendahara")
    phone.locator("#main").get_by_role("link", name="Tutup bulan").click()
    phone.get_by_text("4 dari 6 beres").wait_for()
    sound(phone, axe)
    assert phone.get_by_role("button", name="Tutup Januari 2025").is_disabled()

    phone.get_by_role("link", name="Buka: Kas dihitung").click()
    phone.get_by_role("link", name="Hitung Kas Umum sekarang").click()
    phone.get_by_label("Lembar Rp100.000").fill("50")
    phone.get_by_role("button", name="Bandingkan dengan buku").click()
    phone.get_by_role("button", name="Simpan hitungan").click()
    phone.wait_for_url("**/kas/hitung/hasil/**")
    phone.goto(office.at("tutup-bulan/"))  # she left and came back
    phone.get_by_text("5 dari 6 beres").wait_for()
    phone.get_by_role("button", name="Sudah saya lihat").click()
    phone.get_by_text("6 dari 6 beres").wait_for()
    phone.get_by_role("button", name="Tutup Januari 2025").click()

    phone.get_by_role("heading", name="Tutup Februari 2025").wait_for()
    sound(phone, axe)
    with acting_for(office.id):
        assert book_facts(office.id).closed_through == date(2025, 1, 31)
