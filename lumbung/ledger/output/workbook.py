"""A statement as a spreadsheet: amounts are numbers, its checks stand on a sheet of their own."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.ledger.output.table import LABEL, cell, columns, is_book
from lumbung.ledger.reports.shape import Column, Row, Statement
from lumbung.web.xlsx import Money, Sheet
from lumbung.web.xlsx import workbook as file_of

BOLD = ("head", "subtotal", "total")
INDENT = {"line": "    ", "detail": "        "}


def workbook(statement: Statement, cooperative) -> bytes:
    """The .xlsx file."""
    shown = columns(statement)
    sheet = Sheet(
        name=statement.title,
        columns=[column.label for column in shown],
        rows=[[_value(statement, row, column) for column in shown] for row in statement.rows],
        titles=[statement.title, cooperative.name, statement.subtitle],
        bold=frozenset(place for place, row in enumerate(statement.rows) if row.level in BOLD),
        landscape=len(shown) > 7,
    )
    return file_of([sheet, *_checks(statement)])


def _value(statement: Statement, row: Row, column: Column) -> Money | str | date | int | None:
    value = cell(row, column)
    if value is None or value == "":
        return None
    if column.key == LABEL and not is_book(statement):
        return INDENT.get(row.level, "") + row.label
    return Money(value) if column.kind == "money" else value


def _checks(statement: Statement) -> list[Sheet]:
    if not statement.checks and not statement.notes:
        return []
    rows = [
        [check.name, Money(check.left), Money(check.right), _("cocok") if check.ok else _("TIDAK COCOK")]
        for check in statement.checks
    ]
    rows += [[words, None, None, None] for words in statement.notes]
    return [Sheet(_("Pemeriksaan"), [_("Pemeriksaan"), _("Kiri"), _("Kanan"), _("Hasil")], rows)]
