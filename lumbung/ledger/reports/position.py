"""Laporan posisi keuangan: what the cooperative owns, and where it came from."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.ledger.chart import OPENING, SUMMARY
from lumbung.ledger.layout import EQUITY, POSITION, RESULT_OF_YEAR, accounts_of
from lumbung.ledger.reports.balances import Cuts, balances_at, closing_effect, day_before
from lumbung.ledger.reports.lines import add_up, drawn
from lumbung.ledger.reports.period import day_head, on_day, period_of
from lumbung.ledger.reports.shape import Check, Column, Row, Statement

OF_EARLIER_YEARS = EQUITY[5].key  # SHU tahun lalu belum dibagi
CURRENT_YEAR = "350000"
UNEXPLAINED = Row("EK.390000", "", "line", {}, (OPENING,))


def position(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The position at the end of a day beside that at the end of the book year before; `start` does not matter."""
    period = period_of(cooperative_id, start, end)
    years = {
        "amount": (period.year_before, period.end),
        "prior": (day_before(period.prior_year_start), period.year_before),
    }
    cuts = balances_at(cooperative_id, {day for days in years.values() for day in days})
    figures = {key: figures_at(cooperative_id, cuts, *days) for key, days in years.items()}
    columns = tuple(
        Column(key, day_head(until), span=(date.fromordinal(before.toordinal() + 1), until))
        for key, (before, until) in years.items()
    )
    rows = _with_clearing(drawn(POSITION, figures), figures)
    title = _("Laporan Posisi Keuangan")
    return Statement("position", title, on_day(end), period.year_start, end, columns, rows, _checks(figures["amount"]))


def figures_at(cooperative_id: int, cuts: Cuts, year_before: date, day: date) -> dict[str, int]:
    """Every line at the end of a day, by its key; sen. `year_before` ends the book year before.

    The result of the year is 350000 with what stands in the revenue and expense accounts; what earlier years left
    there unclosed belongs to SHU tahun lalu. A clearing account that is not nil keeps a line, so that it all balances.
    """
    figures = {}
    for line in POSITION:
        if line.level == "line":
            sign = 1 if line.key.startswith("A") else -1
            figures[line.key] = sign * sum(cuts.debit_balance(code, day) for code in accounts_of(line))
    left = _result(cuts, year_before)
    carried = _carried(cooperative_id, cuts, year_before, day)
    figures[RESULT_OF_YEAR] += _result(cuts, day) - left - carried
    figures[OF_EARLIER_YEARS] += left + carried
    figures["result"] = figures[RESULT_OF_YEAR]
    figures[OPENING] = -cuts.debit_balance(OPENING, day)
    figures[SUMMARY] = -cuts.debit_balance(SUMMARY, day)
    add_up(POSITION, figures)
    for total in ("EK.", "LE."):
        figures[total] += figures[OPENING]
    return figures


def _result(cuts: Cuts, day: date) -> int:
    """What stands in the accounts 4xxxxx and 5xxxxx, surplus above zero."""
    return -sum(cuts.debit_balance(code, day) for code in cuts.used() if code[0] in "45")


def _carried(cooperative_id: int, cuts: Cuts, year_before: date, day: date) -> int:
    """What the years before left in 350000 and nobody has moved on: up to their whole balance, never beyond nil."""
    left = -cuts.debit_balance(CURRENT_YEAR, year_before)
    if not left:
        return 0
    closed = closing_effect(cooperative_id, cuts, year_before, day)
    of_this_year = -sum(amount for (code, _unit), amount in closed.items() if code == CURRENT_YEAR)
    remaining = -cuts.debit_balance(CURRENT_YEAR, day) - of_this_year
    return max(0, min(left, remaining)) if left > 0 else min(0, max(left, remaining))


def _with_clearing(rows: tuple[Row, ...], figures: dict[str, dict[str, int]]) -> tuple[Row, ...]:
    """The rows; 390000 gets a line of its own above the equity total while it is not nil."""
    cells = {key: each[OPENING] for key, each in figures.items()}
    if not any(cells.values()):
        return rows
    extra = UNEXPLAINED._replace(label=_("Saldo awal yang belum seimbang (390000)"), cells=cells)
    place = next(i for i, row in enumerate(rows) if row.key == "EK.")
    return (*rows[:place], extra, *rows[place:])


def _checks(figures: dict[str, int]) -> tuple[Check, ...]:
    return (
        Check(_("Aset = liabilitas + ekuitas"), figures["A."], figures["LE."]),
        Check(_("Kliring saldo awal (390000) nihil"), figures[OPENING], 0),
        Check(_("Ikhtisar SHU (590000) nihil"), figures[SUMMARY], 0),
    )
