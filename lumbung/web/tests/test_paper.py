"""What leaves on paper or as a spreadsheet carries the data whole, and nothing in the data can become a command."""

import zipfile
from datetime import date
from io import BytesIO

import pypdf
import pytest
from openpyxl import load_workbook

from lumbung.money import rp
from lumbung.web import pdf, xlsx

NASTY = '#panic("x") $1+1$ *tebal* _miring_ \\ "kutip" <label> @rujuk `kode` {{ }} éèñ −½ = -- // /*'


def statement(**changes) -> dict:
    part = {"kind": "part", "cells": ["Aset lancar"]}
    total = {"kind": "total", "cells": ["Jumlah aset", "", "16.225.500"]}
    row = {"kind": "l1", "cells": ["Kas dan setara kas", "1", "16.225.500"]}
    return {
        "cooperative": {"name": "KMP Karangbesuki", "lines": ["AHU-0001", "Jl. Raya Candi 1"]},
        "title": "Laporan Posisi Keuangan",
        "subtitles": ["per 31 Agustus 2025", "(dalam rupiah)"],
        "tables": [
            {
                "columns": [
                    {"label": "Pos", "align": "left", "width": "1fr"},
                    {"label": "Catatan", "align": "center", "width": "auto"},
                    {"label": "2025", "align": "right", "width": "32mm"},
                ],
                "rows": [part, row, total],
            }
        ],
        "place_date": "Malang, 31 Agustus 2025",
        "signatures": [{"role": "Ketua", "name": "Suyono"}, {"role": "Bendahara", "name": "Sri Wahyuni"}],
        **changes,
    }  # fmt: skip


def words_of(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file)).pages)


def test_a_statement_on_paper_is_tagged_titled_and_in_our_typeface():
    paper = pypdf.PdfReader(BytesIO(pdf.render("statement", statement())))
    catalogue = paper.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == "id"
    assert paper.metadata.title == "Laporan Posisi Keuangan"
    fonts = {font.get_object()["/BaseFont"] for page in paper.pages for font in page["/Resources"]["/Font"].values()}
    assert all("PlusJakartaSans" in font for font in fonts), fonts


def test_a_statement_on_paper_holds_its_words_and_figures():
    words = words_of(pdf.render("statement", statement()))
    for expected in (
        "KMP KARANGBESUKI",
        "Laporan Posisi Keuangan",
        "16.225.500",
        "Suyono",
        "Sri Wahyuni",
        "Halaman 1 / 1",
    ):
        assert expected in words


def test_words_with_signs_of_the_typesetter_print_as_they_are():
    changed = statement(title=NASTY, notes=[NASTY])
    changed["tables"][0]["rows"][1]["cells"][0] = NASTY
    words = words_of(pdf.render("statement", changed)).replace("\n", "")
    assert words.replace(" ", "").count('#panic("x")$1+1$*tebal*_miring_') >= 3


def test_a_long_table_repeats_its_head_on_every_page():
    rows = [{"kind": "row", "cells": [f"Anggota {n}", str(n), "20.000"]} for n in range(120)]
    long = statement()
    long["tables"][0]["rows"] = rows
    pages = pypdf.PdfReader(BytesIO(pdf.render("statement", long))).pages
    assert len(pages) >= 3
    assert all("Catatan" in page.extract_text() for page in pages[:-1])


def test_columns_of_figures_have_figures_of_one_width():
    narrow, broad = statement(), statement()
    narrow["tables"][0]["rows"] = [{"kind": "row", "cells": ["a", "", "111.111.111"]}]
    broad["tables"][0]["rows"] = [{"kind": "row", "cells": ["a", "", "888.888.888"]}]

    def left_edge(data) -> float:
        found = []

        def note(text, cm, tm, font, size):
            if text.strip() in {"111.111.111", "888.888.888"}:
                found.append(tm[4])

        pypdf.PdfReader(BytesIO(pdf.render("statement", data))).pages[0].extract_text(visitor_text=note)
        return found[0]

    assert left_edge(narrow) == left_edge(broad)


def test_a_receipt_names_payer_amount_and_receiver():
    data = {
        "cooperative": {"name": "KMP Karangbesuki"}, "title": "Kuitansi", "number": "BKM-2025-000214",
        "amount": "Rp40.000", "facts": [{"label": "Telah terima dari", "value": "Sutini (0001)"}],
        "place_date": "Malang, 21 Agustus 2025", "receiver_role": "Bendahara", "receiver": "Sri Wahyuni",
    }  # fmt: skip
    words = words_of(pdf.render("receipt", data))
    for expected in ("BKM-2025-000214", "Rp40.000", "Sutini (0001)", "Sri Wahyuni"):
        assert expected in words


def test_an_unknown_template_is_refused():
    with pytest.raises(KeyError):
        pdf.render("../../etc/passwd", {})


FORMULAS = ["=1+1", "+62812", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1"]


def test_words_that_look_like_formulas_stay_words():
    book = load_workbook(BytesIO(xlsx.workbook([xlsx.Sheet("Anggota", ["Nama"], [[word] for word in FORMULAS])])))
    cells = [row[0] for row in book["Anggota"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == FORMULAS
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_no_formula_is_in_the_file_itself():
    file = zipfile.ZipFile(BytesIO(xlsx.workbook([xlsx.Sheet("A", ["="], [["=1+1"]], titles=["=HYPERLINK(1)"])])))
    assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


def test_money_dates_and_counts_keep_their_kind():
    rows = [[date(2025, 8, 21), xlsx.Money(rp(20_000)), 3, None], [date(2025, 8, 22), xlsx.Money(122_250), 4, "x"]]
    sheet = xlsx.Sheet("Kas", ["Tanggal", "Jumlah", "Banyak", "Ket"], rows, titles=["Buku Kas"], bold=frozenset({1}))
    paper = load_workbook(BytesIO(xlsx.workbook([sheet])))["Kas"]
    assert paper["B4"].value == 20_000
    assert paper["B4"].number_format.startswith("#,##0;")
    assert paper["B5"].value == 1222.5
    assert paper["A4"].value.date() == date(2025, 8, 21)
    assert (paper["C4"].value, paper["D4"].value) == (3, None)
    assert paper["A5"].font.bold
    assert paper.freeze_panes == "B4"


def test_names_of_sheets_and_control_characters_do_not_break_the_file():
    sheet = xlsx.Sheet("Iuran 2025/2026: [RT*?]" + "x" * 40, ["A"], [["a\x00b\x0bc"]])
    paper = load_workbook(BytesIO(xlsx.workbook([sheet]))).worksheets[0]
    assert len(paper.title) <= 31
    assert paper["A2"].value == "abc"
