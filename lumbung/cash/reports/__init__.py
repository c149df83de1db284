"""Questions about cash. Every figure comes from the ledger."""

from lumbung.cash.reports.again import Before, before
from lumbung.cash.reports.book import Book, Line, cash_book, month_of
from lumbung.cash.reports.counting import (
    Counted,
    Offer,
    count,
    countable,
    counts,
    last_counts,
    offer,
    offered,
    still_missing,
    waiting_offers,
)
from lumbung.cash.reports.flow import Habit, Span, habits, newest, span, weeks
from lumbung.cash.reports.officers import cashiers, hands
from lumbung.cash.reports.places import Held, balance, general, held, place, place_named, places
from lumbung.cash.reports.slips import slip, slips_of
from lumbung.cash.reports.waiting import (
    Owed,
    advance,
    is_open,
    known_supplier,
    open_advances,
    owed_to_officers,
    owed_to_suppliers,
    unidentified,
    unknown,
    unnamed,
)

__all__ = [
    "Before",
    "Book",
    "Habit",
    "Counted",
    "Held",
    "Line",
    "Offer",
    "Owed",
    "Span",
    "advance",
    "balance",
    "before",
    "cash_book",
    "cashiers",
    "count",
    "countable",
    "counts",
    "general",
    "habits",
    "hands",
    "held",
    "is_open",
    "known_supplier",
    "last_counts",
    "month_of",
    "newest",
    "offer",
    "offered",
    "open_advances",
    "owed_to_officers",
    "owed_to_suppliers",
    "place",
    "place_named",
    "places",
    "slip",
    "slips_of",
    "span",
    "still_missing",
    "unidentified",
    "unknown",
    "unnamed",
    "waiting_offers",
    "weeks",
]
