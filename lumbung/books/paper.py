"""Books on A4, upright or lying by how wide they are; one book or many in one file."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.books.printed import Numbered, Printed, Section
from lumbung.books.shape import DAY, MONEY, NUMBER, SIGN, Column
from lumbung.books.signing import letterhead
from lumbung.web import pdf
from lumbung.web.dates import short_date
from lumbung.web.words import Count

UPRIGHT, LYING = 178, 269  # mm between the margins
NUMBER_WIDTH = 9
SIDES = {MONEY: "right", NUMBER: "center", DAY: "left"}
LARGEST, SMALLEST = 90, 58  # tenths of a point
A_PARAGRAPH = 700  # signs: a row with no longer cell stays on one page


def paper(books: list[Printed]) -> bytes:
    """The PDF; every book begins on a page of its own and counts its own pages."""
    title = str(books[0].book.name) if len(books) == 1 else _("Buku administrasi koperasi")
    return pdf.render(
        "book",
        {
            "title": title, "language": get_language() or "id",
            "cooperative": {"name": books[0].cooperative.name}, "books": [_book(shown) for shown in books],
        },
    )  # fmt: skip


def _book(shown: Printed) -> dict:
    widest = max([_wide(section.columns) for section in shown.sections] or [_wide(shown.book.columns)])
    room = UPRIGHT if widest <= UPRIGHT else LYING
    return {
        "key": shown.book.key, "number": str(shown.book.number), "name": str(shown.book.name),
        "cooperative": shown.cooperative.name, "lines": letterhead(shown.cooperative), "period": shown.span.label,
        "landscape": room == LYING, "size": max(SMALLEST, min(LARGEST, 84 * room // widest)),
        "sections": [_section(section) for section in shown.sections] or [_empty(shown)],
        "counted": _counted(shown), "place_date": shown.place_date, "page_word": _("Halaman %(x)s dari %(y)s"),
        "signatures": [{"role": role, "name": name} for role, name in shown.signatures],
    }  # fmt: skip


def _wide(columns: tuple[Column, ...]) -> int:
    return NUMBER_WIDTH + sum(column.width for column in columns)


def _counted(shown: Printed) -> str:
    words = {"count": Count(shown.count)}
    told = _("Buku ini memuat %(count)s catatan.") % words if shown.count else _("Belum ada catatan.")
    return f"{told} {shown.mark}".strip()


def _section(section: Section) -> dict:
    return {
        "heading": section.heading, "columns": _columns(section.columns),
        "grouped": any(column.group for column in section.columns),
        "signed": any(column.kind == SIGN for column in section.columns),
        "rows": [_line(line, section.columns) for line in section.lines],
        "empty": _("Belum ada catatan"),
    }  # fmt: skip


def _empty(shown: Printed) -> dict:
    return _section(Section("", shown.book.columns, []))


def _columns(columns: tuple[Column, ...]) -> list[dict]:
    first = {"label": _("No."), "group": "", "width": NUMBER_WIDTH, "side": "center"}
    return [first] + [
        {"label": str(c.label), "group": str(c.group), "width": c.width, "side": SIDES.get(c.kind, "left")}
        for c in columns
    ]


def _line(line: Numbered, columns: tuple[Column, ...]) -> dict:
    cells = [shown(line.row.cells.get(column.key), column) for column in columns]
    return {"kind": line.row.kind, "cells": [str(line.no or ""), *cells], "whole": max(map(len, cells)) <= A_PARAGRAPH}


def shown(value: object, column: Column) -> str:
    """One cell as words: `1.250.000`, a dash for nil, `21/8/2025`."""
    if value is None or value == "":
        return ""
    if column.kind == MONEY:
        return "–" if value == 0 else f"({money.plain(-value)})" if value < 0 else money.plain(value)
    return short_date(value) if isinstance(value, date) else str(value)
