"""Workbooks of four formats give the same cells; codings and separators are found."""

from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from lumbung.sheets import delimited
from lumbung.sheets.cells import Broken
from lumbung.sheets.opening import open_book


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_tables_of_every_coding_and_separator(tmp_path, coding, separator):
    path = tmp_path / "a.csv"
    lines = [["No", "Nama", "Saldo"], ["1", "Zoë", '"1,250,000.00"'], ["2", "Siti", '"Rp 1.250.000,-"']]
    path.write_bytes("\r\n".join(separator.join(line) for line in lines).encode(coding))
    assert open_book(path).sheets[0].rows == [
        ["No", "Nama", "Saldo"],
        ["1", "Zoë", "1,250,000.00"],
        ["2", "Siti", "Rp 1.250.000,-"],
    ]


def test_the_line_that_tells_the_separator_keeps_its_row(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\nNo;Nama\n")
    assert open_book(tmp_path / "a.csv").sheets[0].rows == [[""], ["No", "Nama"]]


def test_commas_in_money_do_not_win_over_semicolons():
    assert delimited.guess_separator("Buku Kas\n1;20.000,00;30.000,00\n2;1.000,00;2.000,00\n") == ";"


def test_what_stands_around_the_values_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["No", "Simpanan", None, None])
    sheet.append([1, 20_000, date(2025, 1, 2), "=1+1"])
    sheet.merge_cells("B1:D1")
    sheet["B2"].comment, sheet["E2"].fill = Comment("Juli-Des 25", "b"), PatternFill("solid", fgColor="FFFF00")
    sheet["A2"].number_format = "000"
    hidden = book.create_sheet("Lama")
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = open_book(tmp_path / "a.xlsx").sheets

    assert first.rows[1][:3] == ["001", 20_000.0, date(2025, 1, 2)]
    assert (first.spread(1, 4), first.cell(1, 4), first.cell(99, 99)) == ("Simpanan", None, None)
    assert first.marks.comments == {(2, 2): "Juli-Des 25"}
    assert first.marks.fills == {(2, 5): "00FFFF00"}
    assert first.marks.broken == {(2, 4): "="}
    assert isinstance(first.cell(2, 4), Broken)
    assert (first.hidden, second.hidden) == (False, True)
