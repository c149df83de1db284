"""From a statement to what its page shows: every figure with the address of the entries behind it."""

from typing import NamedTuple

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from lumbung.ledger.layout import RESULT_OF_YEAR
from lumbung.ledger.output.table import LABEL, NOTE, cell, columns, is_book
from lumbung.ledger.reports.shape import Column, Row, Statement

KIND = {"head": "part", "line": "l1", "detail": "l2", "subtotal": "sub", "total": "total", "text": "l0"}
KIND_IN_NOTES = {**KIND, "subtotal": "part"}
PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Cell(NamedTuple):
    """One cell: its column, its value, where it leads."""

    column: Column
    value: object
    url: str = ""

    @property
    def kind(self) -> str:
        return self.column.key if self.column.key in (LABEL, NOTE) else self.column.kind


class Line(NamedTuple):
    key: str
    kind: str
    cells: list[Cell]


class Drawing(NamedTuple):
    """All that a page shows of a statement.

    book  a list of like rows, which folds on a phone; else a statement
    wide  too many columns for the usual width
    """

    heads: list[Column]
    lines: list[Line]
    feet: list[Line]
    book: bool
    wide: bool
    has_nil: bool

    @property
    def folds(self) -> bool:
        """Whether a phone puts the figures of a line below its words: more of them than fit beside."""
        return sum(head.kind == "money" for head in self.heads) > 1


def drawing(statement: Statement, slug: str, *, nil: bool = True) -> Drawing:
    """The page of a statement; without `nil` the lines that say nothing in any column stay away."""
    book, heads = is_book(statement), _heads(statement)
    rows = list(statement.rows) if nil else _without_nil(statement.rows)
    kinds = KIND_IN_NOTES if statement.report == "notes" else KIND
    lines = [Line(row.key, kinds[row.level], [_cell(statement, row, head, slug) for head in heads]) for row in rows]
    feet = [line for line in lines if book and line.kind == "total"]
    body = [line for line in lines if line not in feet]
    return Drawing(
        heads, body, feet, book, book or len(heads) > 5, len(_without_nil(statement.rows)) < len(statement.rows)
    )


def _heads(statement: Statement) -> list[Column]:
    """The columns of the page: in a book the words come first, as its rows fold on a phone."""
    heads = [column for column in columns(statement) if column.key != "code"]
    if not is_book(statement):
        return heads
    return sorted(heads, key=lambda column: column.key != LABEL)


def _without_nil(rows: tuple[Row, ...]) -> list[Row]:
    """The rows that say something, and the heads that still have some below them."""
    said = [row for row in rows if _says_something(row)]
    return [
        row for row, below in zip(said, [*said[1:], None], strict=True)
        if row.level != "head" or (below and below.level not in ("head", "total"))
    ]  # fmt: skip


def _says_something(row: Row) -> bool:
    if row.level not in ("line", "subtotal"):
        return True
    words = row.cells.get("text")
    return words != "nihil" and any(row.cells.values()) if row.cells else True


def _cell(statement: Statement, row: Row, column: Column, slug: str) -> Cell:
    value = cell(row, column)
    if column.key == LABEL and row.cells.get("code"):
        value = f"{row.cells['code']} {value}"
    if column.key == LABEL and row.entry:
        return Cell(column, value, reverse("ledger:entry", kwargs={"slug": slug, "number": row.entry}))
    if column.key == NOTE and value:
        days = f"?dari={statement.start.isoformat()}&sampai={statement.end.isoformat()}"
        notes = reverse("ledger:statement", kwargs={"slug": slug, "word": "catatan"})
        return Cell(column, value, f"{notes}{days}#D.{row.key}")
    return Cell(column, value, _behind(statement, row, column, slug) if column.span and value else "")


def _behind(statement: Statement, row: Row, column: Column, slug: str) -> str:
    """Where the entries behind a figure are listed; empty for a sum of other lines."""
    days = "dari={}&sampai={}".format(*(day.isoformat() for day in column.span))
    if statement.report == "equity" and row.key not in ("start", "end"):
        part = f"&kolom={column.key}" if column.key not in ("amount", "prior") else ""
        return _address("ledger:behind", slug, f"{days}{part}", word="perubahan-ekuitas", line=row.key)
    if statement.report == "cash-flow" and row.level == "line" and row.key != "start":
        return _address("ledger:behind", slug, days, word="arus-kas", line=row.key)
    if row.key == RESULT_OF_YEAR:
        return _address("ledger:statement", slug, days, word="hasil-usaha")
    return _address("ledger:account", slug, f"akun={','.join(row.accounts)}&{days}") if row.accounts else ""


def _address(name: str, slug: str, query: str, **kwargs) -> str:
    return f"{reverse(name, kwargs={'slug': slug, **kwargs})}?{query}"


def download(content: bytes, kind: str, statement: Statement, slug: str) -> HttpResponse:
    """A file with a name that says what it is: `karbes-laporan-posisi-keuangan-2025-12-31.pdf`."""
    ending = "pdf" if kind == PDF else "xlsx"
    name = f"{slug}-{slugify(statement.title)}-{statement.end.isoformat()}.{ending}"
    how = "inline" if kind == PDF else "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'{how}; filename="{name}"'})
