"""Questions about dues."""

from lumbung.dues.reports.arrears import (
    arrears,
    arrears_at,
    arrears_of,
    by_quarter,
    not_paid,
    received,
    summary,
    summary_of,
)
from lumbung.dues.reports.cards import billed_in, card, cards, open_bills, rates, settled_by, unpaid_months
from lumbung.dues.reports.grid import cell, drawn, grid_row, in_year, sums_of, year_grid
from lumbung.dues.reports.payments import payment, payments_of
from lumbung.dues.reports.places import know_places, places
from lumbung.dues.reports.principal import principal_amount, principal_owed, principal_owed_by_all

__all__ = [
    "arrears",
    "arrears_at",
    "arrears_of",
    "billed_in",
    "by_quarter",
    "card",
    "cards",
    "cell",
    "drawn",
    "grid_row",
    "in_year",
    "know_places",
    "not_paid",
    "open_bills",
    "payment",
    "payments_of",
    "places",
    "principal_amount",
    "principal_owed",
    "principal_owed_by_all",
    "rates",
    "received",
    "settled_by",
    "summary",
    "summary_of",
    "sums_of",
    "unpaid_months",
    "year_grid",
]
