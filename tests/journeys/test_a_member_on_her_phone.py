"""From a paper card to a receipt on a phone of 360 px: an officer prints, the member comes in and sees what is hers."""

from datetime import date

import pytest

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.members import actions as members
from lumbung.money import rp

OWN = "melati mekar di kebun"


@pytest.fixture
def siti(office):
    """A member who has paid one month of dues."""
    with acting_for(office.id):
        siti = members.register(
            cooperative_id=office.id, full_name="Siti Aminah", joined_on=date(2025, 12, 5), gender="P", by=1
        )
        members.register(cooperative_id=office.id, full_name="Slamet Raharjo", joined_on=date(2025, 12, 5), by=1)
        paid = {"amount": rp(20_000), "paid_on": date(2025, 12, 9), "by": 1, "request_id": ids.new_request()}
        dues.pay_dues(member=siti, **paid)
        return siti


def test_from_the_card_to_the_receipt(page, phone, office, siti, axe):
    code = a_card_is_printed(page, office, siti)
    she_comes_in(phone, office, code, axe)
    she_finds_her_receipt(phone, office, axe)
    she_writes_to_the_board(phone, office, axe)
    she_sees_who_looked(phone, office, axe)
    the_card_is_paper_now(page, code)


def a_card_is_printed(page, office, siti) -> str:
    office.sign_in(page, "sekretaris")
    page.goto(office.at(f"anggota/{siti.id}/"))
    page.get_by_role("link", name="Kartu masuk").click()
    page.get_by_role("button", name="Buat kartu").click()
    page.locator(".door-card svg").wait_for()
    return page.locator(".door-card code").inner_text()


def she_comes_in(phone, office, code: str, axe) -> None:
    phone.goto("/masuk/")
    phone.get_by_role("link", name="Punya kartu masuk").tap()
    phone.get_by_label("Kode di kartu").fill(code.lower())
    assert axe(phone) == []
    phone.get_by_role("button", name="Lanjut").tap()
    phone.get_by_role("heading", name="Selamat datang, Siti Aminah").wait_for()
    assert phone.get_by_label("Nama masuk").input_value() == "siti0001"
    assert axe(phone) == []
    phone.get_by_label("Kata sandi baru").fill(OWN)
    phone.get_by_label("Tulis sekali lagi").fill(OWN)
    phone.get_by_role("button", name="Simpan dan masuk").tap()
    phone.wait_for_url(f"**{office.at()}")


def she_finds_her_receipt(phone, office, axe) -> None:
    phone.get_by_text("Iuran 1 bulan belum dibayar, Rp20.000.").wait_for()
    assert axe(phone) == [] and no_wider_than_the_phone(phone)
    phone.locator(".tabbar").get_by_text("Riwayat").tap()
    phone.wait_for_url("**/saya/riwayat/")
    phone.locator("#main .rows a").first.tap()
    phone.locator(".receipt .sum").wait_for()
    assert "20.000" in phone.locator(".receipt").inner_text()
    assert "Slamet" not in phone.locator("body").inner_text()
    assert axe(phone) == [] and no_wider_than_the_phone(phone)


def she_writes_to_the_board(phone, office, axe) -> None:
    phone.locator(".tabbar").get_by_text("Kotak saran").tap()
    phone.get_by_label("Saran atau pertanyaan Anda").fill("Tolong iuran ditarik tanggal muda.")
    phone.get_by_role("button", name="Kirim saran").tap()
    phone.get_by_text("Menunggu", exact=True).wait_for()
    assert axe(phone) == [] and no_wider_than_the_phone(phone)


def she_sees_who_looked(phone, office, axe) -> None:
    phone.locator(".tabbar").get_by_text("Data saya").tap()
    phone.get_by_text("Ningsih", exact=True).wait_for()
    assert axe(phone) == [] and no_wider_than_the_phone(phone)


def the_card_is_paper_now(page, code: str) -> None:
    page.context.clear_cookies()
    assert page.goto(f"/kartu/{code.replace('-', '')}/").status == 404


def no_wider_than_the_phone(phone) -> bool:
    return phone.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
