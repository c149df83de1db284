"""A thing leaves the book: sold, given away, scrapped, lost, returned. And comes back when that was a mistake."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.assets.actions import wearing
from lumbung.assets.actions.keeping import here
from lumbung.assets.models import Departure
from lumbung.assets.reports.inventory import Line, one
from lumbung.assets.reports.wearing import due
from lumbung.assets.rules import GROUPS
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import CASH, Place
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web import months
from lumbung.web.words import Refused

SOLD, RETURNED = "sold", "returned"


@writes
def depart(
    *, cooperative_id: int, item_id: int, kind: str, on: date, by: int, reason: str, request_id: UUID, price: int = 0,
    cash: Place = CASH,
) -> Departure:  # fmt: skip
    """Take a thing out of the book; its last whole month wears off first. A second tap changes nothing.

    price   sen, only when it is sold
    Raises  Refused: it left already; lent things are returned and nothing else; no reason; month closed
    """
    take_turn(cooperative_id)
    if earlier := Departure.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    ledger.refuse_future(on)
    line = here(cooperative_id, item_id, on)
    _refuse_impossible(line, kind, price, reason)
    with transaction.atomic():
        if not line.item.is_lent:
            _wear_until(line, on, by)
        line = one(cooperative_id, item_id, on)
        drafts = _drafts(line, price, on, by, reason.strip(), request_id, cash)
        posted = ledger.post(cooperative_id, drafts)
        return Departure.objects.create(
            cooperative_id=cooperative_id, number=posted[-1].number, item_id=item_id, left_on=on, kind=kind,
            worn_number=posted[0].number if len(posted) > 1 else None, price=price, reason=reason.strip(),
            request_id=request_id,
        )  # fmt: skip


def _refuse_impossible(line: Line, kind: str, price: int, reason: str) -> None:
    if line.item.is_lent != (kind == RETURNED):
        raise Refused(_("Barang pinjam pakai dikembalikan; barang milik sendiri dijual, diberikan, atau dihapus."))
    if (kind == SOLD) != (price > 0):
        raise Refused(_("Isi harga jual hanya bila barangnya dijual."))
    if not reason.strip():
        raise Refused(_("Tulis sebabnya, misalnya “rusak berat, keputusan rapat 3 Maret”."))


def _wear_until(line: Line, on: date, by: int) -> None:
    """Book what wore off up to the month before it leaves."""
    period = months.later(months.period_of(on), -1)
    last = due(line, period)
    if last.amount:
        wearing.book(line.item.cooperative_id, period, [last], on=on, by=by)


def _drafts(line: Line, price: int, on: date, by: int, reason: str, request_id: UUID, cash: Place) -> list[Draft]:
    """The entries that take a thing out: its depreciation, then its book value against what it brought."""
    item, group = line.item, GROUPS[line.item.kind]
    facts = {"on": on, "by": by, "memo": f"{item.name} ({item.code}): {reason}"[:300]}
    if item.is_lent:
        return [ledger.draft_event("lent.returned", amount=item.cost, request_id=request_id, **facts)]
    drafts = []
    if line.worn:
        worn_id = ids.from_fact(f"worn-off:{request_id}") if line.value or price else request_id
        drafts.append(ledger.draft_event("asset.worn_off", amount=line.worn, request_id=worn_id, **facts,
                                         account=Place(group.accumulated), to=Place(group.account)))  # fmt: skip
    if name := _outcome(line.value, price):
        figures = {"asset.sold": {"parts": {"book": line.value, "gain": price - line.value}},
                   "asset.sold_below": {"parts": {"price": price, "loss": line.value - price}},
                   "asset.written_off": {"amount": line.value}}[name]  # fmt: skip
        place = {} if name == "asset.written_off" else {"cash": cash}
        drafts.append(
            ledger.draft_event(name, request_id=request_id, account=Place(group.account), **facts, **figures, **place)
        )
    return drafts


def _outcome(value: int, price: int) -> str:
    """The event by which a book value leaves: nothing when there is neither value nor price."""
    if price >= value and price:
        return "asset.sold"
    return "asset.sold_below" if price else "asset.written_off" if value else ""


@writes
def undo_left(*, cooperative_id: int, number: int, on: date, **facts) -> list[Posted]:
    """The same from the journal, by one of its entries."""
    left = Departure.objects.get(Q(number=number) | Q(worn_number=number), cooperative_id=cooperative_id)
    return undo_departure(cooperative_id=cooperative_id, item_id=left.item_id, on=on, **facts)


@writes
def undo_departure(
    *, cooperative_id: int, item_id: int, on: date, by: int, reason: str, request_id: UUID
) -> list[Posted]:
    """The thing is back in the book: its leaving was a mistake.

    Raises  Refused: it did not leave; no reason; month closed
    """
    take_turn(cooperative_id)
    line = one(cooperative_id, item_id, on)
    if line is None or line.left is None:
        raise Refused(_("Barang ini masih ada di buku."))
    numbers = [number for number in (line.left.number, line.left.worn_number) if number]
    return [
        ledger.reverse(cooperative_id, number, on=on, by=by, reason=reason,
                       request_id=request_id if place == 0 else ids.from_fact(f"undo:{number}:{request_id}"))
        for place, number in enumerate(numbers)
    ]  # fmt: skip
