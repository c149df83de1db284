"""The main road: a treasurer's three workbooks go in, a position statement comes out, on paper and in a spreadsheet."""

import json
from io import BytesIO

import pypdf
from openpyxl import load_workbook

from lumbung import money
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports
from tests.journeys.conftest import SAMPLES

BOOKS = {"members": "buku-anggota.xlsx", "dues": "iuran-2025.xlsx", "cash": "kas-harian-2025.xlsx"}
ANSWERS = json.loads((SAMPLES / "a" / "answers.json").read_text())


def bring(page, office, name: str) -> str:
    """Walk a workbook through the wizard; the words of its result."""
    page.goto(office.at("impor/"))
    page.set_input_files("input[type=file]", SAMPLES / "a" / name)
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_role("heading", name="Yang terbaca").wait_for()
    page.get_by_role("link", name="Lihat barisnya").click()
    page.get_by_role("link", name="Lanjut ke pembukuan").click()
    page.get_by_role("button", name="Bukukan semuanya").click()
    page.wait_for_url("**/impor/hasil/*/")
    return page.locator("#main").inner_text()


def amounts(office, *codes: str) -> list[str]:
    """Balances of accounts as people write them."""
    with acting_for(office.id):
        return [money.plain(reports.balance_of(office.id, code)) for code in codes]


def test_a_treasurers_workbooks_become_a_position_statement(page, office):
    office.sign_in(page, "bendahara")
    page.get_by_role("link", name="Impor Excel").first.click()
    words = {kind: bring(page, office, name) for kind, name in BOOKS.items()}
    assert f"{len(ANSWERS['members']['rows'])} anggota didaftar" in words["members"]

    accept_the_difference(page, office)
    cash = f"{ANSWERS['cash']['closing']:,}".replace(",", ".")
    assert amounts(office, "111100", "390000") == [cash, "0"]

    page.goto(office.at("laporan/posisi-keuangan/?dari=2025-01-01&sampai=2025-12-31"))
    figures = amounts(office, "310000", "320000")
    shown = page.locator(".statement").inner_text()
    assert [figure for figure in figures if figure not in shown] == []
    assert "Semua cocok" in page.locator("#main").inner_text()

    printed_and_in_cells(page, figures)
    to_the_entry_behind(page, figures[0])


def accept_the_difference(page, office) -> None:
    """Samples tell of savings and of cash only; what is missing between them, a person accepts."""
    page.goto(office.at("impor/selisih/"))
    page.get_by_role("button", name="Terima selisih ini").click()
    page.wait_for_url(f"**{office.at('impor/')}")
    assert page.get_by_text("Selisih dibukukan dengan").count() == 1


def printed_and_in_cells(page, figures: list[str]) -> None:
    """The PDF is tagged, for whoever listens to it, and says the same; so does the spreadsheet, in numbers."""
    paper = pypdf.PdfReader(BytesIO(fetched(page, "PDF")))
    words = " ".join(sheet.extract_text() for sheet in paper.pages)
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in paper.trailer["/Root"]
    assert paper.trailer["/Root"]["/Lang"].lower().startswith("id")
    assert [figure for figure in figures if figure not in words] == []

    cells = [cell.value for row in load_workbook(BytesIO(fetched(page, "Excel"))).active.iter_rows() for cell in row]
    assert [figure for figure in figures if int(figure.replace(".", "")) not in cells] == []


def fetched(page, link: str) -> bytes:
    address = page.get_by_role("link", name=link, exact=True).evaluate("link => link.href")
    return page.request.get(address).body()


def to_the_entry_behind(page, figure: str) -> None:
    """A click on a figure opens its account; a click on a line of it the entry, with debit and credit."""
    page.locator(".statement").get_by_role("link", name=figure, exact=True).first.click()
    page.wait_for_url("**/laporan/buku-besar/**")
    page.locator("#main tbody a[href*='/jurnal/']").first.click()
    page.wait_for_url("**/jurnal/*/")
    assert {"Debit (Rp)", "Kredit (Rp)"} <= set(page.locator(".statement thead th").all_inner_texts())
