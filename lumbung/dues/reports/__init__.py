"""Questions about dues."""

from lumbung.dues.reports.cards import billed_in, card, cards, open_bills, rates, unpaid_months
from lumbung.dues.reports.principal import principal_amount, principal_owed, principal_owed_by_all

__all__ = [
    "billed_in",
    "card",
    "cards",
    "open_bills",
    "principal_amount",
    "principal_owed",
    "principal_owed_by_all",
    "rates",
    "unpaid_months",
]
