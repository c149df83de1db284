"""Where the money lies, and how much of it."""

from datetime import date
from typing import NamedTuple

from lumbung.cash.models import CashPlace
from lumbung.cooperatives.models import Cooperative
from lumbung.ledger import reports as books
from lumbung.ledger.chart import GENERAL_CASH


class Held(NamedTuple):
    """A place and the sen in it."""

    place: CashPlace
    amount: int


def general(cooperative_id: int) -> CashPlace:
    """The treasurer's cash: every cooperative has it, without a row unless somebody renamed it."""
    return CashPlace.objects.filter(cooperative_id=cooperative_id, id=0).first() or _unwritten(cooperative_id)


def _unwritten(cooperative_id: int) -> CashPlace:
    opened_on = Cooperative.objects.values_list("books_from", flat=True).get(id=cooperative_id)
    return CashPlace(
        cooperative_id=cooperative_id, id=0, kind="general", name="Kas Umum", account_code=GENERAL_CASH,
        opened_on=opened_on,
    )  # fmt: skip


def places(cooperative_id: int, *, closed=False) -> list[CashPlace]:
    """Every place in use, the treasurer's cash first, then petty cash, tills and bank accounts by name."""
    rows = CashPlace.objects.filter(cooperative_id=cooperative_id)
    rows = list(rows if closed else rows.filter(closed_on=None))
    if not any(row.id == 0 for row in rows):
        rows.append(_unwritten(cooperative_id))
    order = list(CashPlace.Kind.values)
    return sorted(rows, key=lambda row: (order.index(row.kind), row.name))


def place(cooperative_id: int, place_id: int) -> CashPlace | None:
    """One place by its id; None when there is none."""
    if not place_id:
        return general(cooperative_id)
    return CashPlace.objects.filter(cooperative_id=cooperative_id, id=place_id).first()


def place_named(cooperative_id: int, name: str) -> CashPlace | None:
    """One place by its name, however it is written."""
    wanted = " ".join(name.lower().split())
    return next((row for row in places(cooperative_id, closed=True) if row.name.lower() == wanted), None)


def balance(where: CashPlace, on: date | None = None) -> int:
    """What a place holds at the end of a day (of all days when none is given), sen."""
    if where.holder:
        return books.holder_balance(where.cooperative_id, where.account_code, where.holder, on)
    return books.balance_of(where.cooperative_id, where.account_code, on)


def held(cooperative_id: int, on: date | None = None) -> list[Held]:
    """Every place in use with what it holds; a closed one only while it still holds something."""
    rows = places(cooperative_id, closed=True)
    shared = {
        code: books.holder_balances(cooperative_id, code, on) for code in {r.account_code for r in rows if r.holder}
    }
    amounts = {row.id: shared[row.account_code].get(row.id, 0) if row.holder else balance(row, on) for row in rows}
    return [Held(row, amounts[row.id]) for row in rows if amounts[row.id] or not row.closed_on]
