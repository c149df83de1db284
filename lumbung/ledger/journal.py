"""From an event and its figures to the moves of its journal. No database, no clock."""

from functools import cache
from typing import NamedTuple

from lumbung.ledger.chart import GENERAL_CASH
from lumbung.ledger.events import EVENTS, Event
from lumbung.ledger.rules import Move, Side, pour


class Place(NamedTuple):
    """An account and whose part of it: `Place("112100", bank_id)`."""

    account: str
    holder: int = 0


CASH = Place(GENERAL_CASH)


def moves_of(
    name: str,
    *,
    amount: int = 0,
    parts: dict[str, int] | None = None,
    holder: int = 0,
    cash: Place = CASH,
    to: Place | None = None,
    account: Place | None = None,
    unit: int = 0,
    counterparty: str = "",
) -> tuple[Move, ...]:
    """The moves of an event.

    amount  sen, for a journal of one line a side; `parts` for the others, by the names that the event gives them
    holder  the member, supplier, officer or receipt that the event names after a `/`
    Raises  KeyError: no such event or part; ValueError: an amount not above zero
    """
    event = EVENTS[name]
    amounts = dict(parts) if parts else {"": amount}
    amounts["total"] = sum(amounts.values())
    places = {"cash": cash, "to": to, "account": account}
    debits = [_side(text, event, amounts, places, holder) for text in event.debit]
    credits = [_side(text, event, amounts, places, holder) for text in event.credit]
    return pour(_some(debits), _some(credits), unit=unit, counterparty=counterparty)


def _side(text: str, event: Event, amounts: dict, places: dict, holder: int) -> Side:
    account, holder_kind, part = _parts(text)
    place = places.get(account, Place(account))
    if place is None:
        raise KeyError(f"{event.name} needs `{account}`")
    amount = amounts[part] if part or "" in amounts else amounts["total"]
    return Side(place.account, holder if holder_kind and holder_kind != "any" else place.holder, amount)


@cache
def _parts(text: str) -> tuple[str, str, str]:
    """`account/holder:part` of the table of events."""
    where, _, part = text.partition(":")
    account, _, holder_kind = where.partition("/")
    return account, holder_kind, part


def _some(sides: list[Side]) -> list[Side]:
    """Leave out the parts of nothing: an advance of which nothing came back."""
    return [side for side in sides if side.amount] or sides
