"""Laporan perubahan ekuitas: why the members' capital is not what it was. What nothing explains is a correction."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung.ledger.chart import MUST_HAVE_HOLDER
from lumbung.ledger.layout_flows import EQUITY_COLUMNS, EQUITY_ROWS, equity_column, equity_row
from lumbung.ledger.reports.balances import Cuts, balances_at
from lumbung.ledger.reports.flows import Flow, flows
from lumbung.ledger.reports.holders import control_and_holders
from lumbung.ledger.reports.period import over_days, period_of, span_head
from lumbung.ledger.reports.shape import Check, Column, Row, Statement

HEADS = {
    "principal": gettext_noop("Simpanan pokok"),
    "dues": gettext_noop("Simpanan wajib"),
    "grants": gettext_noop("Hibah"),
    "reserves": gettext_noop("Cadangan"),
    "surplus": gettext_noop("SHU"),
}
Table = dict[str, dict[str, int]]  # row → column → sen


def equity(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The changes in equity of a period; `prior` holds the sum of each row for the same days a year before."""
    period = period_of(cooperative_id, start, end)
    cuts = balances_at(cooperative_id, [period.before, period.end, period.prior_before])
    now = table(_balances(cuts, period.before), flows(cooperative_id, period.start, period.end))
    then = table(_balances(cuts, period.prior_before), flows(cooperative_id, period.prior_start, period.prior_end))
    columns = (
        *(Column(key, _(HEADS[key]), span=(period.start, period.end)) for key in EQUITY_COLUMNS),
        Column("amount", _("Jumlah"), span=(period.start, period.end)),
        Column("prior", span_head(period.prior_start, period.prior_end), span=(period.prior_start, period.prior_end)),
    )
    rows = tuple(_row(key, label, now[key], then[key]) for key, label in EQUITY_ROWS if _worth_a_line(key, now, then))
    checks = (*_checks(now["end"], _balances(cuts, period.end)), *_control_checks(cooperative_id, cuts, end))
    title = _("Laporan Perubahan Ekuitas")
    return Statement("equity", title, over_days(period), period.start, end, columns, rows, checks)


def table(start: dict[str, int], moved: dict[Flow, int]) -> Table:
    """Every row and column, sen: from `start`, what moved, to the end."""
    rows = {key: dict.fromkeys(EQUITY_COLUMNS, 0) for key, _label in EQUITY_ROWS}
    rows["start"] = start
    for flow, amount in moved.items():
        if equity_column(flow.debit) == equity_column(flow.credit):
            continue  # within one column, or none of it equity
        for account, other, change in ((flow.debit, flow.credit, -amount), (flow.credit, flow.debit, amount)):
            if column := equity_column(account):
                rows[equity_row(flow.kind, account, other, account == flow.credit)][column] += change
    for column in EQUITY_COLUMNS:
        rows["end"][column] = sum(row[column] for key, row in rows.items() if key != "end")
    return rows


def _balances(cuts: Cuts, day: date) -> dict[str, int]:
    balances = dict.fromkeys(EQUITY_COLUMNS, 0)
    for code in cuts.used():
        if column := equity_column(code):
            balances[column] -= cuts.debit_balance(code, day)
    return balances


def _row(key: str, label: str, now: dict[str, int], then: dict[str, int]) -> Row:
    level = {"start": "subtotal", "end": "total"}.get(key, "line")
    return Row(key, _(label), level, {**now, "amount": sum(now.values()), "prior": sum(then.values())})


def _worth_a_line(key: str, now: Table, then: Table) -> bool:
    """Balances of an old book are only spoken of where there are some."""
    return key != "opening" or any(now[key].values()) or any(then[key].values())


def _checks(end: dict[str, int], balances: dict[str, int]) -> tuple[Check, ...]:
    columns = [Check(_("Saldo akhir = buku: %(column)s") % {"column": _(HEADS[c])}, end[c], balances[c]) for c in end]
    whole = Check(_("Saldo akhir = ekuitas di posisi keuangan"), sum(end.values()), sum(balances.values()))
    return (whole, *columns)


def _control_checks(cooperative_id: int, cuts: Cuts, day: date) -> tuple[Check, ...]:
    """Each member account is the sum of its members."""
    sums = control_and_holders(cooperative_id, day)
    return tuple(
        Check(_("Jumlah anggota = akun %(code)s") % {"code": code}, *sums[code])
        for code in sorted(MUST_HAVE_HOLDER & set(cuts.used()))
        if code in sums
    )
