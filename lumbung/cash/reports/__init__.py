"""Questions about cash. Every figure comes from the ledger."""

from lumbung.cash.reports.again import Before, before
from lumbung.cash.reports.book import Book, Line, cash_book, month_of
from lumbung.cash.reports.flow import Habit, Span, habits, newest, span, weeks
from lumbung.cash.reports.officers import hands
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
    "Held",
    "Line",
    "Owed",
    "Span",
    "advance",
    "balance",
    "before",
    "cash_book",
    "general",
    "habits",
    "hands",
    "held",
    "is_open",
    "known_supplier",
    "month_of",
    "newest",
    "open_advances",
    "owed_to_officers",
    "owed_to_suppliers",
    "place",
    "place_named",
    "places",
    "slip",
    "slips_of",
    "span",
    "unidentified",
    "unknown",
    "unnamed",
    "weeks",
]
