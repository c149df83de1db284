"""Questions about cash. Every figure comes from the ledger."""

from lumbung.cash.reports.places import Held, balance, general, held, place, place_named, places
from lumbung.cash.reports.waiting import (
    Owed,
    is_open,
    open_advances,
    owed_to_officers,
    owed_to_suppliers,
    unidentified,
    unnamed,
)

__all__ = [
    "Held",
    "Owed",
    "balance",
    "general",
    "held",
    "is_open",
    "open_advances",
    "owed_to_officers",
    "owed_to_suppliers",
    "place",
    "place_named",
    "places",
    "unidentified",
    "unnamed",
]
