"""A statement on A4, ready to be signed: letterhead, titles, table, checks, the board's signatures."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.books.signing import letterhead, signatures, signed_at
from lumbung.ledger.output.table import cell, columns, is_book
from lumbung.ledger.output.text import shown
from lumbung.ledger.reports.shape import Column, Row, Statement
from lumbung.web import pdf

KIND = {"head": "part", "line": "l1", "detail": "l2", "subtotal": "sub", "total": "total", "text": "row"}
KIND_IN_BOOK = {**KIND, "line": "row", "detail": "row"}
KIND_IN_JOURNAL = {**KIND, "line": "plain"}
KIND_IN_NOTES = {**KIND, "subtotal": "part"}
UPRIGHT = 6  # columns that an upright sheet holds without squeezing the words
SIGNING = ("ketua", "sekretaris", "bendahara")


def paper(statement: Statement, cooperative, *, signed_on: date) -> bytes:
    """The PDF."""
    shown_columns = columns(statement)
    kinds = _kinds(statement)
    table = {
        "columns": [_column(column, statement) for column in shown_columns],
        "rows": [
            {"kind": kinds[row.level], "cells": [_cell(row, column) for column in shown_columns]}
            for row in statement.rows
        ],
    }
    return pdf.render(
        "statement",
        {
            "cooperative": {"name": cooperative.name, "lines": letterhead(cooperative)},
            "title": statement.title,
            "subtitles": [statement.subtitle],
            "language": get_language() or "id",
            "landscape": len(shown_columns) > UPRIGHT,
            "footer": f"{cooperative.name} · {statement.title}",
            "page_word": _("Halaman"),
            "tables": [table],
            "dense": not is_book(statement),
            "notes": [*_checks(statement), *statement.notes],
            "place_date": signed_at(cooperative.village_code, signed_on),
            "signatures": [
                {"role": role, "name": name} for role, name in signatures(cooperative.id, signed_on, SIGNING)
            ],
        },
    )


def _kinds(statement: Statement) -> dict[str, str]:
    special = {"journal": KIND_IN_JOURNAL, "notes": KIND_IN_NOTES}
    return special.get(statement.report, KIND_IN_BOOK if is_book(statement) else KIND)


def _column(column: Column, statement: Statement) -> dict:
    wide = column.key in ("label", "against") or (statement.report == "notes" and column.key == "text")
    width = "1fr" if wide else "28mm" if column.kind == "money" and len(statement.shown) <= 3 else "auto"
    align = "right" if column.kind in ("money", "number") else "center" if column.key == "note" else "left"
    return {"label": column.label, "align": align, "width": width}


def _cell(row: Row, column: Column) -> str:
    return shown(cell(row, column), column)


def _checks(statement: Statement) -> list[str]:
    """One sentence for all that agrees, one for each that does not."""
    agree = [f"{check.name} ({money.plain(check.left)})" for check in statement.checks if check.ok]
    wrong = [
        f"{_('TIDAK COCOK')}: {check.name}: {money.plain(check.left)} ≠ {money.plain(check.right)}"
        for check in statement.checks
        if not check.ok
    ]
    return [*wrong, *([_("Diperiksa dan cocok: %(list)s.") % {"list": "; ".join(agree)}] if agree else [])]
