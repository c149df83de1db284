"""What is done to savings: put in, taken out, given interest, put away for a term, given back, taken back."""

from lumbung.savings.actions.approving import end_or_ask, interest_or_ask, remit_or_ask, withdraw_or_ask
from lumbung.savings.actions.crediting import credit_interest
from lumbung.savings.actions.deciding import decide
from lumbung.savings.actions.ending import end_term, pay_interest, undo_payment
from lumbung.savings.actions.placing import place_term, undo_placed, undo_placing
from lumbung.savings.actions.remitting import remit_tax
from lumbung.savings.actions.saving import MOVES, deposit, undo, withdraw

__all__ = [
    "MOVES",
    "credit_interest",
    "decide",
    "deposit",
    "end_or_ask",
    "end_term",
    "interest_or_ask",
    "pay_interest",
    "place_term",
    "remit_or_ask",
    "remit_tax",
    "undo",
    "undo_payment",
    "undo_placed",
    "undo_placing",
    "withdraw",
    "withdraw_or_ask",
]
