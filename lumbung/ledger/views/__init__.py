"""The pages of the books: statements, accounts, the journal."""

from lumbung.ledger.views.account import account, account_paper, account_sheet
from lumbung.ledger.views.behind import behind
from lumbung.ledger.views.journal import entry, journal
from lumbung.ledger.views.reversal import reverse
from lumbung.ledger.views.statements import index, paper, sheet, statement

__all__ = [
    "account",
    "account_paper",
    "account_sheet",
    "behind",
    "entry",
    "index",
    "journal",
    "paper",
    "reverse",
    "sheet",
    "statement",
]
