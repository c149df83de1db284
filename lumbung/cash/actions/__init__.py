"""Deeds of cash: the only code that writes its tables, and the way from a treasurer's words to the ledger's events."""

from lumbung.cash.actions.approving import pay_or_ask
from lumbung.cash.actions.banking import WAYS, agree, book_line, confirm, release
from lumbung.cash.actions.counting import answer_offer, count_cash, offer_till
from lumbung.cash.actions.goods import consignor_paid, goods_granted, goods_lent, sale_consigned
from lumbung.cash.actions.money import bank_fee, bank_interest, cash_difference, draft, move, pay, receive
from lumbung.cash.actions.people import (
    give_advance,
    officer_lent,
    officer_paid_for_us,
    officer_repaid,
    settle_advance,
)
from lumbung.cash.actions.places import add_supplier, close_place, open_place
from lumbung.cash.actions.slips import attach_slip
from lumbung.cash.actions.statements import keep_statement
from lumbung.cash.actions.unidentified import (
    identify_as_other,
    keep_unidentified,
    mark_identified,
    pay_unidentified,
    receipt_id,
    receive_unidentified,
    unidentified_draft,
)

__all__ = [
    "WAYS",
    "add_supplier",
    "agree",
    "answer_offer",
    "attach_slip",
    "bank_fee",
    "bank_interest",
    "book_line",
    "cash_difference",
    "close_place",
    "confirm",
    "consignor_paid",
    "count_cash",
    "draft",
    "give_advance",
    "goods_granted",
    "goods_lent",
    "identify_as_other",
    "keep_statement",
    "keep_unidentified",
    "mark_identified",
    "move",
    "offer_till",
    "officer_lent",
    "officer_paid_for_us",
    "officer_repaid",
    "open_place",
    "pay",
    "pay_or_ask",
    "pay_unidentified",
    "receipt_id",
    "receive",
    "receive_unidentified",
    "release",
    "sale_consigned",
    "settle_advance",
    "unidentified_draft",
]
