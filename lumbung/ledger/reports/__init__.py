"""Questions to the books. Every figure on a screen or in a document comes from here."""

from lumbung.ledger.reports.balances import balances_at
from lumbung.ledger.reports.cash_flow import cash_flow
from lumbung.ledger.reports.entries import EntryLine, JournalEntry, entry, entry_of_document, holder_entries, journal
from lumbung.ledger.reports.equity import equity
from lumbung.ledger.reports.holders import balance_of, control_and_holders, holder_balance, holder_balances
from lumbung.ledger.reports.names import account_name, holder_names, know_holders
from lumbung.ledger.reports.position import position
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.ledger.reports.surplus import surplus
from lumbung.ledger.reports.trial import trial_balance

__all__ = [
    "Check",
    "Column",
    "EntryLine",
    "JournalEntry",
    "Row",
    "Statement",
    "account_name",
    "balance_of",
    "balances_at",
    "cash_flow",
    "control_and_holders",
    "entry",
    "entry_of_document",
    "equity",
    "holder_balance",
    "holder_balances",
    "holder_entries",
    "holder_names",
    "journal",
    "know_holders",
    "position",
    "surplus",
    "trial_balance",
]
