"""Wagiman joins: the pokok in two parts, three months of dues from the keyboard, one of them taken back."""

from datetime import UTC, datetime

from lumbung import clock
from lumbung.members.models import Member


def test_from_applicant_to_a_savings_card(page, office):
    office.sign_in(page, "bendahara")
    register(page, office, "Wagiman")
    pay_principal(page, "60.000", answer="Masih kurang")
    assert Member.everywhere.get().status == "applicant"
    page.goto(office.at(f"anggota/{Member.everywhere.get().id}/"))
    pay_principal(page, "40rb", answer="sekarang ia anggota")
    assert Member.everywhere.get().status == "active"

    with clock.frozen(datetime(2026, 3, 20, 3, tzinfo=UTC)):
        pay_three_months_by_keyboard(page, office)
        take_back_the_first_receipt_of_dues(page)
        read_the_card(page, office)


def register(page, office, name: str) -> None:
    page.goto(office.at("anggota/"))
    page.get_by_role("link", name="Anggota baru").first.click()
    page.get_by_label("Nama lengkap").fill(name)
    page.get_by_label("RT", exact=False).first.fill("3")
    page.get_by_role("button", name="Daftarkan").click()
    page.get_by_role("heading", name=name).wait_for()


def pay_principal(page, amount: str, *, answer: str) -> None:
    page.get_by_role("link", name="Terima simpanan pokok").click()
    page.get_by_label("Jumlah yang diterima").fill(amount)
    page.get_by_role("button", name="Terima", exact=True).click()
    page.locator(".receipt").get_by_text(answer).wait_for()


def pay_three_months_by_keyboard(page, office) -> None:
    """From the first cell to March by the arrows, then Enter; the grid shows three months paid and keeps its place."""
    page.goto(office.at("iuran/"))
    cells = page.locator(".months tbody a.m")
    cells.first.focus()
    for _month in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator("#pay-dialog[open] input[name=amount]:focus").wait_for()
    assert page.input_value("#pay-dialog input[name=amount]") == "60.000"
    page.keyboard.press("Enter")
    # "Selesai" takes the focus when the receipt has settled
    page.locator("#pay-dialog .receipt [data-close]:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator("#pay-dialog[open]").wait_for(state="detached")

    page.locator(".months tbody a.m.paid").nth(2).wait_for()
    assert page.locator(".months tbody a.m.paid").count() == 3
    page.locator(".months tbody a.m[id$='-3']:focus").wait_for()  # the grid comes anew, and she stands where she was


def take_back_the_first_receipt_of_dues(page) -> None:
    page.locator(".months tbody th a").first.click()
    page.locator("a[href*='/iuran/bukti/']").first.click()
    page.get_by_role("link", name="Batalkan").click()
    page.get_by_label("Sebab").fill("salah orang")
    page.get_by_role("button", name="Batalkan catatan").click()
    page.get_by_text("dibatalkan dengan").first.wait_for()


def read_the_card(page, office) -> None:
    """Every movement in both directions; what is left is the pokok."""
    page.get_by_role("link", name="Kartu simpanan").click()
    page.get_by_role("heading", name="Kartu simpanan").wait_for()
    rows = page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 4
    assert "60.000" in rows[2] and "60.000" in rows[3]
    assert rows[3].split()[-1].strip() == "100.000"
