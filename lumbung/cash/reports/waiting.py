"""What waits for somebody: advances without slips, money that nobody could name, what is owed to people."""

from datetime import date
from typing import NamedTuple

from lumbung.cash.models import Advance, Supplier, UnidentifiedReceipt
from lumbung.ledger import reports as books
from lumbung.ledger.reports.cash import undone

SUSPENSE, CONSIGNORS, ADVANCES, LENT_BY_OFFICERS = "212300", "212200", "113900", "216200"


class Owed(NamedTuple):
    """A supplier and the sen that are owed to her."""

    supplier: Supplier
    amount: int


def advance(cooperative_id: int, advance_id: int) -> Advance | None:
    """One advance; None outside this cooperative."""
    return Advance.objects.filter(cooperative_id=cooperative_id, id=advance_id).first()


def unknown(cooperative_id: int, receipt_id: int) -> UnidentifiedReceipt | None:
    """One line of unknown origin; None outside this cooperative."""
    return UnidentifiedReceipt.objects.filter(cooperative_id=cooperative_id, id=receipt_id).first()


def known_supplier(cooperative_id: int, supplier_id: int) -> Supplier | None:
    """One supplier; None outside this cooperative."""
    return Supplier.objects.filter(cooperative_id=cooperative_id, id=supplier_id).first()


def is_open(row: Advance) -> bool:
    """Given and not taken back, and not settled (or the settlement was reversed)."""
    return bool(_still_open(row.cooperative_id, [row]))


def _still_open(cooperative_id: int, rows: list[Advance]) -> list[Advance]:
    gone = undone(cooperative_id, [number for row in rows for number in (row.given_number, row.settled_number)])
    return [
        row for row in rows if row.given_number not in gone and (not row.settled_number or row.settled_number in gone)
    ]


def open_advances(cooperative_id: int) -> list[Advance]:
    """Advances that wait for slips, the oldest first: those whose holder still has them in the ledger."""
    holding = {who for who, amount in books.holder_balances(cooperative_id, ADVANCES).items() if amount > 0}
    rows = Advance.objects.filter(cooperative_id=cooperative_id, holder__in=holding).order_by("given_on", "id")
    return _still_open(cooperative_id, list(rows))


def unnamed(receipt: UnidentifiedReceipt) -> int:
    """What of it is still unknown, sen, above zero whichever way the money went."""
    left = books.holder_balance(receipt.cooperative_id, SUSPENSE, receipt.id)
    return left if receipt.inward else -left


def unidentified(cooperative_id: int) -> list[tuple[UnidentifiedReceipt, int]]:
    """Lines of unknown origin with what of each is still unknown, the oldest first."""
    left = {who: abs(amount) for who, amount in books.holder_balances(cooperative_id, SUSPENSE).items() if amount}
    rows = UnidentifiedReceipt.objects.filter(cooperative_id=cooperative_id, id__in=left).order_by(
        "booked_on", "number"
    )
    return [(row, left[row.id]) for row in rows]


def owed_to_suppliers(cooperative_id: int, on: date | None = None) -> list[Owed]:
    """Every supplier by name, with what is owed to her."""
    owed = books.holder_balances(cooperative_id, CONSIGNORS, on)
    rows = Supplier.objects.filter(cooperative_id=cooperative_id).order_by("name")
    return [Owed(row, owed.get(row.id, 0)) for row in rows]


def owed_to_officers(cooperative_id: int) -> dict[int, int]:
    """Person or member id → sen that she paid for the cooperative and has not got back."""
    owed = books.holder_balances(cooperative_id, LENT_BY_OFFICERS)
    return {who: amount for who, amount in owed.items() if amount}
