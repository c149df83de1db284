"""The pages of cash: each reads, calls one action, answers."""

from lumbung.cash.views.books import book, book_paper, book_sheet
from lumbung.cash.views.entries import add_slip, entry, reverse, slip
from lumbung.cash.views.money import incoming, move, outgoing, pay, receive
from lumbung.cash.views.overview import open_place, overview
from lumbung.cash.views.people import advances, give_advance, paid_for_us, settle_advance
from lumbung.cash.views.waiting import add_supplier, identify, suppliers, unidentified

__all__ = [
    "add_slip",
    "add_supplier",
    "advances",
    "book",
    "book_paper",
    "book_sheet",
    "entry",
    "give_advance",
    "identify",
    "incoming",
    "move",
    "open_place",
    "outgoing",
    "overview",
    "paid_for_us",
    "pay",
    "receive",
    "reverse",
    "settle_advance",
    "slip",
    "suppliers",
    "unidentified",
]
