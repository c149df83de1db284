"""The pages of cash: each reads, calls one action, answers."""

from lumbung.cash.views.banking import (
    agree,
    bank,
    book_line,
    bring_statement,
    confirm,
    reconciliation_paper,
    release,
    statement,
)
from lumbung.cash.views.books import book, book_paper, book_sheet
from lumbung.cash.views.counting import answer_offer, count, count_paper_pdf, counted, counts, hand_over
from lumbung.cash.views.entries import add_slip, entry, slip
from lumbung.cash.views.money import incoming, move, outgoing, pay, receive
from lumbung.cash.views.overview import open_place, overview
from lumbung.cash.views.people import advances, give_advance, paid_for_us, settle_advance
from lumbung.cash.views.waiting import add_supplier, identify, suppliers, unidentified

__all__ = [
    "add_slip",
    "add_supplier",
    "advances",
    "agree",
    "answer_offer",
    "bank",
    "book_line",
    "bring_statement",
    "confirm",
    "book",
    "book_paper",
    "book_sheet",
    "count",
    "count_paper_pdf",
    "counted",
    "counts",
    "entry",
    "give_advance",
    "hand_over",
    "identify",
    "incoming",
    "move",
    "open_place",
    "outgoing",
    "overview",
    "paid_for_us",
    "pay",
    "receive",
    "reconciliation_paper",
    "release",
    "settle_advance",
    "statement",
    "slip",
    "suppliers",
    "unidentified",
]
