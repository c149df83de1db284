"""Spreadsheets out: text stays text, money is a number with a format, the head stays in sight."""

import re
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

RUPIAH, RUPIAH_SEN, DATE = '#,##0;(#,##0);"-"', '#,##0.00;(#,##0.00);"-"', "d mmm yyyy"
HEAD = PatternFill("solid", fgColor="E2F0E7")
LINE = Border(bottom=Side(style="thin", color="8D8778"))
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Money:
    """Sen; becomes rupiah as a number."""

    sen: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: titles above, a head, rows of str, int, date, Money or None, rows set in bold by their index.

    landscape   how it prints; the head repeats on every printed page
    """

    name: str
    columns: list[str]
    rows: list[list]
    titles: list[str] = field(default_factory=list)
    bold: frozenset = frozenset()
    landscape: bool = False


def workbook(sheets: list[Sheet]) -> bytes:
    """The file, ready to send. Text that begins like a formula ("=", "+", "-", "@") stays text in every program."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(_title(sheet.name)), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(paper, sheet: Sheet) -> None:
    for number, words in enumerate(sheet.titles, 1):
        _put(paper.cell(number, 1), words).font = Font(bold=True, size=14 if number == 1 else 11)
    top = len(sheet.titles) + (2 if sheet.titles else 1)
    _head(paper, top, sheet)
    for offset, row in enumerate(sheet.rows):
        for column, value in enumerate(row, 1):
            cell = _put(paper.cell(top + 1 + offset, column), value)
            cell.font = Font(bold=offset in sheet.bold)
    _shape(paper, top, sheet)


def _head(paper, top: int, sheet: Sheet) -> None:
    for column, words in enumerate(sheet.columns, 1):
        cell = _put(paper.cell(top, column), words)
        cell.font, cell.fill, cell.border = Font(bold=True), HEAD, LINE
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def _shape(paper, top: int, sheet: Sheet) -> None:
    for column, words in enumerate(sheet.columns, 1):
        widest = max([len(words), *(len(_shown(row[column - 1])) for row in sheet.rows if len(row) >= column)])
        paper.column_dimensions[get_column_letter(column)].width = min(max(widest + 2, 9), 60)
    paper.freeze_panes = paper.cell(top + 1, 2)
    paper.print_title_rows = f"{top}:{top}"
    paper.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    paper.page_setup.paperSize = paper.PAPERSIZE_A4
    paper.page_setup.fitToHeight, paper.sheet_properties.pageSetUpPr.fitToPage = 0, True


def _put(cell, value):
    """Write one value with its type; a text is stored as text, whatever it looks like."""
    if isinstance(value, Money):
        rupiah, odd = divmod(abs(value.sen), 100)
        cell.value = (1 if value.sen >= 0 else -1) * (rupiah if not odd else round((rupiah * 100 + odd) / 100, 2))
        cell.number_format = RUPIAH_SEN if odd else RUPIAH
    elif isinstance(value, str):
        cell.value = FORBIDDEN.sub("", value)[:32_000]
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r" if value else False
    elif isinstance(value, date):
        cell.value, cell.number_format = value, DATE
    else:
        cell.value = value
    return cell


def _shown(value) -> str:
    """About how wide a value stands in its cell."""
    if isinstance(value, Money):
        return f"{value.sen // 100:,}"
    return "00 Mmm 0000" if isinstance(value, date) else str(value or "")


def _title(name: str) -> str:
    """A sheet name that every program takes: no []:*?/\\ and at most 31 characters."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31] or "Lembar"
