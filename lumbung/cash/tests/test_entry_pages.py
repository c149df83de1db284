"""One entry with its photos, and the book of a month."""

from io import BytesIO

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from lumbung.cash import reports
from lumbung.cash.tests.test_slips import picture


def test_a_photo_can_only_ever_be_a_picture(desk):
    desk.sign_in("pengawas")
    answer = desk.get("foto/{slip}.jpg")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content[:3] == b"\xff\xd8\xff"


def test_a_photo_is_added_later(desk):
    desk.sign_in("kasir")
    photo = SimpleUploadedFile("nota.png", picture("PNG"), "image/png")
    assert desk.post("bukti/{number}/foto/", photo=photo).status_code == 302
    assert desk.post("bukti/{number}/foto/").status_code == 422
    assert desk.get("bukti/{number}/foto/").status_code == 405
    assert len(reports.slips_of(desk.coop, desk.number)) == 2


def test_the_book_of_a_month_is_the_same_on_screen_in_a_spreadsheet_and_on_paper(desk):
    desk.sign_in("bendahara")
    screen = desk.get("buku/", bulan="2025-02").content.decode()
    sheet = load_workbook(BytesIO(desk.get("buku/excel/", bulan="2025-02").content)).active
    paper = pypdf.PdfReader(BytesIO(desk.get("buku/pdf/", bulan="2025-02").content)).pages[0].extract_text()
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    last = next(row for row in cells if "Jumlah" in row)
    assert [cell for cell in last if cell][-4:] == ["Jumlah", 1_000_000, 69_000, 931_000]
    assert cells[cells.index(last) - 1][4] == "Kertas"
    for shown in (screen, paper):
        for expected in ("Saldo bulan lalu", "1.000.000", "69.000", "931.000", "BKK-2025-000002"):
            assert expected in shown


NOWHERE = [("bulan", value) for value in ("", "2025-13", "kapan", "9999-12", "0001-01")]
NOWHERE += [("tempat", value) for value in ("99", "'", "-1")]


@pytest.mark.parametrize("query", [dict([pair]) for pair in NOWHERE], ids=lambda query: str(query))
def test_a_book_of_nowhere_or_never_is_the_one_of_today(desk, query):
    desk.sign_in("bendahara")
    assert desk.get("buku/", **query).status_code == 200
    assert desk.get("buku/excel/", **query).status_code == 200
