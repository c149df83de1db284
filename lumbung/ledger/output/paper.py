"""A statement on A4, ready to be signed: letterhead, titles, table, checks, the board's signatures."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.ledger.output.table import cell, columns, is_book
from lumbung.ledger.output.text import shown
from lumbung.ledger.reports.shape import Column, Row, Statement
from lumbung.places.reports import full_name
from lumbung.security.models import Role
from lumbung.security.reports import officers
from lumbung.web import pdf
from lumbung.web.dates import long_date

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
    town = full_name(cooperative.village_code).split(", ")[-1].removeprefix("Kota ").removeprefix("Kabupaten ")
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
            "cooperative": {"name": cooperative.name, "lines": _letterhead(cooperative)},
            "title": statement.title,
            "subtitles": [statement.subtitle],
            "language": get_language() or "id",
            "landscape": len(shown_columns) > UPRIGHT,
            "footer": f"{cooperative.name} · {statement.title}",
            "page_word": _("Halaman"),
            "tables": [table],
            "dense": not is_book(statement),
            "notes": [*_checks(statement), *statement.notes],
            "place_date": f"{town}, {long_date(signed_on)}",
            "signatures": _signatures(cooperative.id, signed_on),
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


def _letterhead(cooperative) -> list[str]:
    """The legal numbers and the address, as far as they are known."""
    legal = f"{_('Badan hukum')} {cooperative.legal_entity_no}" if cooperative.legal_entity_no else ""
    village = full_name(cooperative.village_code)
    told = village.split(", ")[0] in cooperative.address
    where = ", ".join(filter(None, [cooperative.address, "" if told else village]))
    phone = f"{_('Telepon')} {cooperative.phone}" if cooperative.phone else ""
    return [line for line in (legal, where, phone) if line]


def _signatures(cooperative_id: int, on: date) -> list[dict]:
    serving = dict(reversed(officers(cooperative_id, on)))
    return [{"role": str(_(Role(role).label)), "name": serving.get(role, "")} for role in SIGNING]


def _checks(statement: Statement) -> list[str]:
    """One sentence for all that agrees, one for each that does not."""
    agree = [f"{check.name} ({money.plain(check.left)})" for check in statement.checks if check.ok]
    wrong = [
        f"{_('TIDAK COCOK')}: {check.name}: {money.plain(check.left)} ≠ {money.plain(check.right)}"
        for check in statement.checks
        if not check.ok
    ]
    return [*wrong, *([_("Diperiksa dan cocok: %(list)s.") % {"list": "; ".join(agree)}] if agree else [])]
