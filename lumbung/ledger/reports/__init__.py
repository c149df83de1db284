"""Questions to the books. Every figure on a screen or in a document comes from here."""

from lumbung.ledger.reports.entries import EntryLine, JournalEntry, entry, entry_of_document, holder_entries, journal
from lumbung.ledger.reports.holders import balance_of, holder_balance, holder_balances

__all__ = [
    "EntryLine",
    "JournalEntry",
    "balance_of",
    "entry",
    "entry_of_document",
    "holder_balance",
    "holder_balances",
    "holder_entries",
    "journal",
]
