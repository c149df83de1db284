"""What is done to the books: open, post, reverse, close and, by two people, reopen; and a person is forgotten."""

from lumbung.ledger.actions.closing import close_month, reopen
from lumbung.ledger.actions.day import close_day
from lumbung.ledger.actions.erasing import erase_holder
from lumbung.ledger.actions.heads import Head, know_sealer, seal_again
from lumbung.ledger.actions.opening import open_book
from lumbung.ledger.actions.places import refuse_empty_place, refuse_future
from lumbung.ledger.actions.posting import Posted, draft_event, post, post_event
from lumbung.ledger.actions.reversal import reverse
from lumbung.ledger.actions.undoing import know_hindrance, know_undo, undo

__all__ = [
    "Head",
    "Posted",
    "close_day",
    "close_month",
    "draft_event",
    "erase_holder",
    "know_hindrance",
    "know_sealer",
    "know_undo",
    "open_book",
    "post",
    "post_event",
    "refuse_empty_place",
    "refuse_future",
    "reopen",
    "reverse",
    "seal_again",
    "undo",
]
