"""Neraca saldo: every account with its opening, what moved, and its closing. Debits equal credits, three times."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.ledger.chart import ACCOUNTS, SUMMARY
from lumbung.ledger.reports.balances import Cuts, balances_at
from lumbung.ledger.reports.names import account_name
from lumbung.ledger.reports.period import Period, over_days, period_of
from lumbung.ledger.reports.shape import Check, Column, Row, Statement


def trial_balance(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The trial balance of a period.

    Shape  a row an account that was ever touched; `opening`, `amount` and `prior` (last year's) on its normal side
    """
    period = period_of(cooperative_id, start, end)
    cuts = balances_at(cooperative_id, [period.before, period.end, period.year_before])
    rows = [_row(code, cuts, period) for code in cuts.used()]
    total = {key: sum(row.cells[key] for row in rows) for key in ("debit", "credit", "balance_debit", "balance_credit")}
    opening = sum(cuts.debit_balance(code, period.before) for code in cuts.used())
    rows.append(Row("total", _("Jumlah"), "total", {"code": "", **total}))
    checks = (
        Check(_("Saldo awal debit dikurangi kredit nihil"), opening, 0),
        Check(_("Jumlah debit = jumlah kredit"), total["debit"], total["credit"]),
        Check(_("Saldo debit = saldo kredit"), total["balance_debit"], total["balance_credit"]),
    )
    title, subtitle = _("Neraca Saldo"), over_days(period)
    columns = _columns(period)
    notes = _closing_note(cuts, period)
    return Statement(
        "trial-balance", title, subtitle, period.start, end, columns, tuple(rows), checks, notes, _("Akun"), 1
    )


def _columns(period: Period) -> tuple[Column, ...]:
    span, until = (period.start, period.end), (period.year_start, period.end)
    return (
        Column("code", _("Kode"), "text"),
        Column("opening", _("Saldo awal")),
        Column("debit", _("Debit"), span=span),
        Column("credit", _("Kredit"), span=span),
        Column("balance_debit", _("Saldo debit"), span=until),
        Column("balance_credit", _("Saldo kredit"), span=until),
        Column("amount", _("Saldo"), shown=False),
        Column("prior", _("Saldo akhir tahun lalu"), shown=False),
    )


def _row(code: str, cuts: Cuts, period: Period) -> Row:
    sign = 1 if ACCOUNTS[code].normal_side == "D" else -1
    moved, balance = cuts.movement(code, period.before, period.end), cuts.debit_balance(code, period.end)
    cells = {
        "code": code,
        "opening": cuts.debit_balance(code, period.before) * sign,
        "debit": moved.debit,
        "credit": moved.credit,
        "balance_debit": max(balance, 0),
        "balance_credit": max(-balance, 0),
        "amount": balance * sign,
        "prior": cuts.debit_balance(code, period.year_before) * sign,
    }
    return Row(code, account_name(code), "line", cells, (code,))


def _closing_note(cuts: Cuts, period: Period) -> tuple[str, ...]:
    if any(cuts.movement(SUMMARY, period.before, period.end)):
        return (_("Jurnal penutup tahun buku ikut dihitung: akun pendapatan dan beban sudah nol."),)
    return ()
