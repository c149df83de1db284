"""Catatan atas laporan keuangan (CALK): who the cooperative is, how it counts, and what is behind every line."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung.ledger.reports.balances import balances_at, day_before
from lumbung.ledger.reports.holders import control_and_holders
from lumbung.ledger.reports.notes_figures import behind_each_line
from lumbung.ledger.reports.notes_words import about, area, policies
from lumbung.ledger.reports.period import day_head, over_days, period_of
from lumbung.ledger.reports.position import figures_at
from lumbung.ledger.reports.ratios import ratios
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.ledger.reports.surplus import figures_between


def notes(cooperative_id: int, start: date | None, end: date) -> Statement:
    """The notes to the statements of a period: `text` holds words, `amount` and `prior` figures, as they do."""
    period = period_of(cooperative_id, start, end)
    prior_year_before = day_before(period.prior_year_start)
    days = [period.before, end, period.year_before, prior_year_before, period.prior_before, period.prior_end]
    cuts = balances_at(cooperative_id, days)
    figures = {
        "amount": {
            **figures_at(cooperative_id, cuts, period.year_before, end),
            **figures_between(cooperative_id, cuts, period.before, end),
        },
        "prior": {
            **figures_at(cooperative_id, cuts, prior_year_before, period.year_before),
            **figures_between(cooperative_id, cuts, period.prior_before, period.prior_end),
        },
    }
    rows = (
        *about(cooperative_id, period),
        *policies(cooperative_id, end),
        *area(cooperative_id),
        *behind_each_line(cooperative_id, cuts, period, figures),
        *ratios(figures),
    )
    columns = (
        Column("text", "", "text"),
        Column("amount", day_head(end)),
        Column("prior", day_head(period.year_before)),
    )
    rows = tuple(_or_nothing(row) for row in rows)
    title, checks = _("Catatan atas Laporan Keuangan"), _checks(cooperative_id, end)
    return Statement("notes", title, over_days(period), period.start, end, columns, rows, checks, label=_("Penjelasan"))


def _or_nothing(row: Row) -> Row:
    """An empty figure says so; it is never left as dots."""
    if row.level != "line" or any(row.cells.values()):
        return row
    return row._replace(cells={"text": _("nihil")})


def _checks(cooperative_id: int, end: date) -> tuple[Check, ...]:
    """Every sub-ledger that must be held adds up to its account."""
    return tuple(
        Check(_("Jumlah anggota = akun %(code)s") % {"code": code}, *sums)
        for code, sums in sorted(control_and_holders(cooperative_id, end).items())
    )
