"""What is kept about cash beside the books. No row holds a balance that is not also a fact of its day; rows stay."""

from lumbung.cash.models.banking import BankMatch, BankStatement, Reconciliation, StatementLine
from lumbung.cash.models.counting import Count, Handover, HandoverAnswer
from lumbung.cash.models.kept import Advance, Attachment, CashPlace, Supplier, UnidentifiedReceipt

__all__ = [
    "Advance",
    "Attachment",
    "BankMatch",
    "BankStatement",
    "CashPlace",
    "Count",
    "Handover",
    "HandoverAnswer",
    "Reconciliation",
    "StatementLine",
    "Supplier",
    "UnidentifiedReceipt",
]
