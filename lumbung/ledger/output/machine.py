"""A statement as JSON. The shape is stable: keys are only ever added.

    {
      "report":      "position", "surplus", "equity", "cash-flow", "trial-balance", "notes", "journal", "ledger", …
      "cooperative": {"slug", "name"},
      "title":       as printed,   "subtitle": as printed,
      "from", "to":  ISO dates, first and last day (a position: first day of its book year, and its day),
      "columns":     [{"key", "label", "kind"}]       kind: money, text, date or number
      "lines":       [{"key", "label", "level", "accounts": [codes], …one value for each column, by its key}]
      "checks":      [{"name", "left", "right", "ok"}],
      "notes":       [sentences],
      "ok":          true when every check is
    }

`level` is head, line, detail, subtotal, total or text. Amounts are decimal strings of rupiah ("20000", "1222.50",
"-5"), dates ISO, what a line does not have is null. The statements have `amount` (this period) and `prior` (the period
it is compared with). Deductions are below zero, so that the lines of a block add up to its subtotal. A position counts
assets from debits and the rest from credits; a surplus counts earnings above zero. Equity has `principal`, `dues`,
`grants`, `reserves`, `surplus` beside `amount` (their sum); the trial balance `code`, `opening`, `debit`, `credit`,
`balance_debit`, `balance_credit`; the books `date`, `document`, `debit`, `credit` and what their columns say.
"""

from datetime import date

from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.money import decimal_string


def machine(statement: Statement, *, slug: str, name: str) -> dict:
    """The statement as plain dictionaries, ready for `json.dumps`."""
    return {
        "report": statement.report,
        "cooperative": {"slug": slug, "name": name},
        "title": statement.title,
        "subtitle": statement.subtitle,
        "from": statement.start.isoformat(),
        "to": statement.end.isoformat(),
        "columns": [{"key": c.key, "label": c.label, "kind": c.kind} for c in statement.columns],
        "lines": [_line(statement, row) for row in statement.rows],
        "checks": [_check(check) for check in statement.checks],
        "notes": list(statement.notes),
        "ok": statement.ok,
    }


def _line(statement: Statement, row: Row) -> dict:
    line = {"key": row.key, "label": row.label, "level": row.level, "accounts": list(row.accounts)}
    if row.entry:
        line["entry"] = row.entry
    return {**line, **{column.key: _value(row.cells.get(column.key), column) for column in statement.columns}}


def _value(value: object, column: Column):
    if value is None:
        return None
    if column.kind == "money":
        return decimal_string(value)
    return value.isoformat() if isinstance(value, date) else value


def _check(check: Check) -> dict:
    left, right = decimal_string(check.left), decimal_string(check.right)
    return {"name": check.name, "left": left, "right": right, "ok": check.ok}
