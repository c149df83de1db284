"""Questions to the books. Every figure on a screen or in a document comes from here."""

from lumbung.ledger.reports.account import account_ledger, cash_book, general_ledger, how_many
from lumbung.ledger.reports.balances import balances_at
from lumbung.ledger.reports.behind import behind_cash_line, behind_equity
from lumbung.ledger.reports.books import journal_book
from lumbung.ledger.reports.cash_flow import cash_flow
from lumbung.ledger.reports.entries import (
    EntryLine,
    JournalEntry,
    entries_of,
    entry,
    entry_of_document,
    holder_entries,
    journal,
    with_lines,
)
from lumbung.ledger.reports.equity import equity
from lumbung.ledger.reports.holders import (
    balance_of,
    control_and_holders,
    holder_accounts,
    holder_balance,
    holder_balances,
    last_months_of_holders,
)
from lumbung.ledger.reports.leaves import Leaf, leaf_hashes, leaves, salt_of
from lumbung.ledger.reports.moves import holder_moves, standing_debits
from lumbung.ledger.reports.names import account_name, holder_names, know_holders
from lumbung.ledger.reports.notes import notes
from lumbung.ledger.reports.places import held_at, know_places, place_name, places
from lumbung.ledger.reports.position import position
from lumbung.ledger.reports.posted import documents_after, posted_between, root_at, root_before
from lumbung.ledger.reports.search import entries_matching
from lumbung.ledger.reports.shape import Check, Column, Row, Statement
from lumbung.ledger.reports.surplus import surplus
from lumbung.ledger.reports.trial import trial_balance

__all__ = [
    "Check",
    "Column",
    "EntryLine",
    "JournalEntry",
    "Leaf",
    "Row",
    "Statement",
    "account_ledger",
    "account_name",
    "balance_of",
    "balances_at",
    "behind_cash_line",
    "behind_equity",
    "cash_book",
    "cash_flow",
    "control_and_holders",
    "documents_after",
    "entries_matching",
    "entries_of",
    "entry",
    "entry_of_document",
    "equity",
    "general_ledger",
    "held_at",
    "holder_accounts",
    "holder_balance",
    "holder_balances",
    "holder_entries",
    "holder_moves",
    "holder_names",
    "how_many",
    "journal",
    "journal_book",
    "know_holders",
    "know_places",
    "last_months_of_holders",
    "leaf_hashes",
    "leaves",
    "notes",
    "place_name",
    "places",
    "position",
    "posted_between",
    "root_at",
    "root_before",
    "salt_of",
    "standing_debits",
    "surplus",
    "trial_balance",
    "with_lines",
]
