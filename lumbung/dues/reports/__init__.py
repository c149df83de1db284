"""Questions about dues."""

from lumbung.dues.reports.arrears import (
    arrears,
    arrears_at,
    arrears_of,
    by_quarter,
    not_paid,
    owed,
    received,
    summary,
    summary_of,
)
from lumbung.dues.reports.cards import billed_in, card, cards, open_bills, rates, settled_by, unpaid_months
from lumbung.dues.reports.collections import collection, collections, taken, tallies, tally_of
from lumbung.dues.reports.grid import cell, drawn, grid_row, in_year, sums_of, year_grid
from lumbung.dues.reports.payments import payment, payments_of
from lumbung.dues.reports.principal import principal_amount, principal_owed, principal_owed_by_all
from lumbung.ledger.reports.places import Where, places

__all__ = [
    "Where",
    "arrears",
    "arrears_at",
    "arrears_of",
    "billed_in",
    "by_quarter",
    "card",
    "cards",
    "cell",
    "collection",
    "collections",
    "drawn",
    "grid_row",
    "in_year",
    "not_paid",
    "open_bills",
    "owed",
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
    "taken",
    "tallies",
    "tally_of",
    "unpaid_months",
    "year_grid",
]
