"""The pages of savings."""

from lumbung.savings.views.deciding import decide
from lumbung.savings.views.interest import interest, tax
from lumbung.savings.views.moving import balance, deposit, undo, withdraw
from lumbung.savings.views.paper import certificate, savers_xlsx, statement_pdf
from lumbung.savings.views.showing import mine, savers, statement
from lumbung.savings.views.terms import end, new_term, pay_interest, term, terms, undo_term

__all__ = [
    "balance",
    "certificate",
    "decide",
    "deposit",
    "end",
    "interest",
    "mine",
    "new_term",
    "pay_interest",
    "savers",
    "savers_xlsx",
    "statement",
    "statement_pdf",
    "tax",
    "term",
    "terms",
    "undo",
    "undo_term",
    "withdraw",
]
