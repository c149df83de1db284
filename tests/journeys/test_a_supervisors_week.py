"""A supervisor's week on a phone of 360 px: the sample, a doubt, the officers' answer, closed, signed."""

from datetime import timedelta

import pytest

from lumbung import clock, ids
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import audit
from lumbung.money import rp
from tests.journeys.conftest import MORNING


@pytest.fixture
def entries(office):
    """Three entries of the week before."""
    with acting_for(office.id):
        for days, rupiah, words in ((9, 500_000, "Bantuan warga"), (8, 86_000, "Hasil bazar"), (7, 30_000, "Kas RT")):
            with clock.frozen(MORNING - timedelta(days=days)):
                cash.receive(
                    category="income.other", amount=rp(rupiah), on=clock.today(), memo=words, by=1,
                    place=general(office.id), request_id=ids.new_request(),
                )  # fmt: skip


def test_from_the_sample_to_a_signed_report(page, phone, office, entries, axe):
    office.sign_in(phone, "pengawas")
    the_sample_is_drawn(phone, axe)
    each_is_compared(phone, axe)
    the_treasurer_answers(page, office)
    the_doubt_is_closed(phone, office, axe)
    the_report_is_signed(phone, office, axe)
    with acting_for(office.id):
        assert audit.problems(office.id) == []


def the_sample_is_drawn(phone, axe) -> None:
    phone.locator(".tabbar").get_by_text("Awasi").tap()
    phone.get_by_text("minggu ini belum diambil").wait_for()
    assert axe(phone) == [] and fits(phone)
    phone.locator(".deed.first").tap()
    phone.get_by_role("button", name="Ambil sampel").tap()
    phone.get_by_text("Belum dijawab").first.wait_for()
    assert phone.locator("#main .rows li").count() == 3
    assert axe(phone) == [] and fits(phone)


def each_is_compared(phone, axe) -> None:
    phone.locator("#main .rows a").first.tap()
    phone.get_by_text("Bantuan warga").first.wait_for()
    judge(phone, "Cocok")
    phone.get_by_text("Hasil bazar").first.wait_for()
    assert axe(phone) == [] and fits(phone)
    judge(phone, "Tidak cocok")
    phone.get_by_text("Tulis apa yang tidak cocok").wait_for()
    judge(phone, "Tidak cocok", "Nota Rp68.000, di buku Rp86.000.")
    phone.get_by_text("Kas RT").first.wait_for()
    judge(phone, "Cocok")
    phone.wait_for_url("**/sampel/?minggu=**")
    assert phone.get_by_text("Belum dijawab").count() == 0


def judge(phone, verdict: str, note: str = "") -> None:
    phone.get_by_label(verdict, exact=True).check()
    phone.get_by_label("Catatan").fill(note)
    phone.get_by_role("button", name="Simpan dan lanjut").tap()
    phone.wait_for_load_state()


def the_treasurer_answers(page, office) -> None:
    office.sign_in(page, "bendahara")
    page.get_by_text("1 pertanyaan pengawas menunggu jawaban").click()
    page.locator("#main .rows a").first.click()
    page.get_by_label("Jawaban pengurus").fill("Salah baca; sudah dibatalkan dan dicatat lagi.")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_text("Dijawab", exact=True).wait_for()


def the_doubt_is_closed(phone, office, axe) -> None:
    phone.goto(office.at())
    phone.get_by_text("1 jawaban pengurus menunggu dibaca").tap()
    phone.locator("#main .rows a").first.tap()
    phone.get_by_text("Salah baca").wait_for()
    assert axe(phone) == [] and fits(phone)
    phone.get_by_label("Selesai, tutup").check()
    phone.get_by_label("Catatan pengawas").fill("Sudah cocok.")
    phone.get_by_role("button", name="Simpan").tap()
    phone.get_by_text("Selesai", exact=True).wait_for()
    assert phone.locator("#main textarea").count() == 0


def the_report_is_signed(phone, office, axe) -> None:
    phone.goto(office.at("pengawasan/laporan/"))
    assert axe(phone) == [] and fits(phone)
    phone.get_by_label("Kesimpulan pengawas").fill("Buku rapi; satu nota salah baca.")
    phone.get_by_role("button", name="Tandatangani").tap()
    phone.get_by_role("heading", name="Laporan pengawas 1").wait_for()
    phone.get_by_text("Nota Rp68.000, di buku Rp86.000.").wait_for()
    assert axe(phone) == [] and fits(phone)


def fits(phone) -> bool:
    return phone.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
