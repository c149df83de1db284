"""A statement as plain text, for a terminal or a mail: columns aligned, negative amounts in brackets."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.web.dates import short_date

WIDEST_LABEL = 64
INDENT = {"line": "  ", "detail": "    "}


def text(statement: Statement, cooperative: str) -> str:
    """The whole statement; its checks and notes stand below it."""
    table = [_cells(statement, row) for row in statement.rows]
    heads = _in_place(statement, statement.label, [column.label for column in statement.shown])
    right = _in_place(statement, False, [column.kind in ("money", "number") for column in statement.shown])
    widths = [max(len(line[place]) for line in [heads, *table]) for place in range(len(heads))]
    lines = [cooperative.upper(), statement.title, statement.subtitle, "", _line(heads, widths, right)]
    lines.append("─" * len(lines[-1]))
    for row, cells in zip(statement.rows, table, strict=True):
        if row.level == "head" and row is not statement.rows[0]:
            lines.append("")
        lines.append(_line(cells, widths, right))
        if row.level == "total":
            lines.append("═" * (sum(widths) + 2 * len(widths) - 2))
    lines += ["", *(_check(check) for check in statement.checks)] if statement.checks else []
    lines += ["", *statement.notes] if statement.notes else []
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _in_place(statement: Statement, label, cells: list) -> list:
    return [*cells[: statement.label_at], label, *cells[statement.label_at :]]


def _cells(statement: Statement, row: Row) -> list[str]:
    label = INDENT.get(row.level, "") + row.label if statement.label_at == 0 else row.label
    if len(label) > WIDEST_LABEL:
        label = label[: WIDEST_LABEL - 1] + "…"
    return _in_place(statement, label, [shown(row.cells.get(column.key), column) for column in statement.shown])


def shown(value: object, column: Column) -> str:
    """One cell: `1.250.000`, `(5.000)`, a dash for nil, `3/2/2025`, or the words."""
    if value is None or value == "":
        return ""
    if column.kind == "money":
        return amount(value)
    return short_date(value) if isinstance(value, date) else str(value)


def amount(sen: int) -> str:
    if sen == 0:
        return "-"
    return f"({money.plain(-sen)})" if sen < 0 else money.plain(sen)


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    return "  ".join(
        cell.rjust(width) if end else cell.ljust(width) for cell, width, end in zip(cells, widths, right, strict=True)
    )


def _check(check: Check) -> str:
    mark = _("cocok") if check.ok else _("TIDAK COCOK")
    return f"[{mark}] {check.name}: {money.plain(check.left)} | {money.plain(check.right)}"
