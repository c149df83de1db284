"""Perhitungan hasil usaha: what the year earned and spent, with members and with others. Closing entries stay out."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Unit
from lumbung.ledger.layout import SURPLUS, accounts_of
from lumbung.ledger.reports.balances import Cuts, balances_at, closing_effect
from lumbung.ledger.reports.lines import add_up, drawn
from lumbung.ledger.reports.period import over_days, period_of, span_head
from lumbung.ledger.reports.shape import Check, Column, Statement


def surplus(cooperative_id: int, start: date | None, end: date, *, by_unit: bool = False) -> Statement:
    """The surplus of a period beside the same days a year before; earned above zero, spent below.

    by_unit  one column more for each gerai that moved, and one for the office
    """
    period = period_of(cooperative_id, start, end)
    spans = {"amount": (period.before, period.end), "prior": (period.prior_before, period.prior_end)}
    cuts = balances_at(cooperative_id, {day for days in spans.values() for day in days})
    figures = {key: figures_between(cooperative_id, cuts, *days) for key, days in spans.items()}
    columns = [
        Column("amount", span_head(period.start, period.end), span=(period.start, period.end)),
        Column("prior", span_head(period.prior_start, period.prior_end), span=(period.prior_start, period.prior_end)),
    ]
    if by_unit:
        units = {f"unit_{unit}": unit for unit in cuts.units()}
        columns = [*_unit_columns(cooperative_id, units), *columns]
        for key, unit in units.items():
            figures[key] = figures_between(cooperative_id, cuts, period.before, period.end, unit)
    checks = _checks(cooperative_id, cuts, figures["amount"], *spans["amount"])
    notes = (
        (_("Jurnal penutup tahun buku tidak ikut dihitung."),)
        if closing_effect(cooperative_id, cuts, *spans["amount"])
        else ()
    )
    rows, title = drawn(SURPLUS, figures), _("Perhitungan Hasil Usaha")
    return Statement("surplus", title, over_days(period), period.start, end, tuple(columns), rows, checks, notes)


def figures_between(cooperative_id: int, cuts: Cuts, before: date, until: date, unit: int | None = None) -> dict:
    """Every line of the days after `before` up to `until`, by its key; sen, without closing entries."""
    closed = closing_effect(cooperative_id, cuts, before, until)
    figures = {}
    for line in SURPLUS:
        if line.level == "line":
            figures[line.key] = sum(earned(code, cuts, before, until, unit, closed) for code in accounts_of(line))
    add_up(SURPLUS, figures)
    return figures


def earned(code: str, cuts: Cuts, before: date, until: date, unit: int | None, closed: dict) -> int:
    """What one account earned (spent: below zero) in some days, sen; `closed` is the `closing_effect` to leave out."""
    moved = cuts.movement(code, before, until, unit)
    by_closing = sum(amount for (account, of), amount in closed.items() if account == code and unit in (None, of))
    return moved.credit - moved.debit + by_closing


def _unit_columns(cooperative_id: int, units: dict[str, int]) -> list[Column]:
    names = dict(Unit.objects.filter(cooperative_id=cooperative_id).values_list("id", "name"))
    return [Column(key, names.get(unit) or _("Kantor")) for key, unit in units.items()]


def _checks(cooperative_id: int, cuts: Cuts, figures: dict, before: date, until: date) -> tuple[Check, ...]:
    closed = closing_effect(cooperative_id, cuts, before, until)
    total = sum(earned(c, cuts, before, until, None, closed) for c in cuts.used() if c[0] in "45" and c != "590000")
    return (Check(_("Semua akun pendapatan dan beban terhitung sekali"), figures["S."], total),)
