"""A treasurer whose mouse is broken, and one whose telephone refuses scripts: both get their work done."""

from datetime import date

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.dues.models import Payment
from lumbung.ledger import reports
from lumbung.members.actions import register

SEEN = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  return it === document.body || parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none"
    || style.boxShadow !== "none";
}"""

WORDS = """() => {
  const it = document.activeElement;
  return it.matches("a, button, input, select, summary") ? it.labels?.[0]?.innerText || it.innerText : "";
}"""


@pytest.fixture
def siti(office):
    with acting_for(office.id):
        return register(cooperative_id=office.id, full_name="Siti Aminah", joined_on=date(2025, 12, 5), by=1)


def tab_to(page, words: str, most: int = 60) -> None:
    """Press Tab until the focus stands on these words; every stop on the way must be visible."""
    for _step in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
        if words in page.evaluate(WORDS):
            return
    raise AssertionError(f"no Tab reaches “{words}”")


def test_a_payment_and_a_report_by_keys_alone(page, office, siti):
    page.goto("/masuk/")
    page.keyboard.type("bendahara")  # the first field has the focus
    page.keyboard.press("Tab")
    page.keyboard.type("padi kuning lumbung desa")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{office.at()}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Langsung ke isi"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # it is seen while it has the focus
    page.keyboard.press("Enter")
    tab_to(page, "Terima iuran", most=6)
    page.keyboard.press("Enter")

    page.wait_for_url("**/iuran/terima/**")
    find_the_member_by_typing(page)
    tab_to(page, "Jumlah yang diterima", most=4)
    page.keyboard.type("40000")
    tab_to(page, "Terima", most=12)
    page.keyboard.press("Enter")
    page.locator(".receipt").wait_for()
    assert Payment.everywhere.get().amount == 40_000_00

    page.goto(office.at("laporan/"))
    tab_to(page, "Posisi keuangan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/posisi-keuangan/**")
    tab_to(page, "40.000")
    page.keyboard.press("Enter")
    page.wait_for_url("**/laporan/buku-besar/**")


def find_the_member_by_typing(page) -> None:
    box = page.get_by_role("combobox", name="Dari anggota")
    if not box.evaluate("box => box === document.activeElement"):
        tab_to(page, "Dari anggota")
    page.keyboard.type("aminah")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    assert "Siti Aminah" in box.input_value()


def test_dues_and_cash_without_script(browser, live_server, office, siti):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(10_000)
    page = context.new_page()
    office.sign_in(page, "bendahara")

    page.goto(office.at("iuran/terima/"))
    page.locator("select[name=member]").select_option(str(siti.id))
    page.get_by_label("Jumlah yang diterima").fill("20rb")
    page.get_by_role("button", name="Terima", exact=True).click()
    assert "dua puluh ribu rupiah" in page.locator(".receipt").inner_text()

    page.goto(office.at("kas/masuk/penjualan/"))
    page.get_by_label("Jumlah", exact=True).fill("75.000")
    page.get_by_role("button", name="Simpan uang masuk").click()
    assert "tujuh puluh lima ribu rupiah" in page.locator("#main").inner_text()

    page.goto(office.at("anggota/baru/"))
    page.get_by_label("Nama lengkap").fill("")
    page.get_by_role("button", name="Daftarkan").click()
    assert "belum diisi" in page.locator("#main").inner_text()
    context.close()
    with acting_for(office.id):
        assert reports.balance_of(office.id, "111100") == 95_000_00
