"""How a statement leaves the program: the figures survive every form."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from lumbung.cooperatives.models import Cooperative
from lumbung.ledger import output, reports
from lumbung.ledger.tests import story

END = date(2025, 12, 31)
REPORTS = ["trial_balance", "position", "surplus", "equity", "cash_flow", "notes", "journal_book", "cash_book"]


@pytest.fixture
def year(coop):
    story.open_from_old_book(coop)
    story.live_2025(coop)
    return Cooperative.objects.get(id=coop)


def test_text_puts_negative_amounts_in_brackets_and_says_what_agrees(year):
    printed = output.text(reports.position(year.id, None, END), year.name)

    assert "SHU tahun berjalan" in printed and "(645.778)" in printed
    assert "[cocok] Aset = liabilitas + ekuitas: 11.702.222 | 11.702.222" in printed


def test_text_keeps_amounts_under_one_another(year):
    lines = output.text(reports.surplus(year.id, None, END), year.name).splitlines()
    ends = {len(line) for line in lines if line.endswith(" -") and not line.startswith("[")}

    assert len(ends) == 1


def test_a_workbook_holds_amounts_as_numbers(year):
    book = load_workbook(BytesIO(output.workbook(reports.position(year.id, None, END), year)))
    rows = {row[0].strip(): row[1:] for row in book.worksheets[0].iter_rows(values_only=True) if row[0]}

    assert rows["Kas dan setara kas"] == ("1", 3_602_222, 0)
    assert rows["SHU tahun berjalan"][1] == -645_778
    assert [row[3] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)] == ["cocok"] * 3


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_becomes_a_pdf_and_a_workbook(year, name):
    statement = getattr(reports, name)(year.id, None, END)

    assert output.paper(statement, year, signed_on=END).startswith(b"%PDF")
    assert output.workbook(statement, year).startswith(b"PK")
