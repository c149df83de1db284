"""Where money may lie. The books know accounts only: the site tells what tills and banks are called."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.ledger.journal import CASH, Place
from lumbung.ledger.reports.holders import balance_of, holder_balance


class Where(NamedTuple):
    """A choice in a form: what it is called, and which account that is."""

    key: str
    label: str
    place: Place


Places = Callable[[int], list[tuple[str, Place]]]  # cooperative id → (name, place), the usual one first
_BOOK: list[Places] = []


def know_places(find: Places) -> None:
    """Say where the names of tills and bank accounts are found; the last word counts."""
    _BOOK[:] = [find]


def places(cooperative_id: int) -> list[Where]:
    """Every place that money can be put in or taken from, the treasurer's cash first."""
    known = _BOOK[0](cooperative_id) if _BOOK else [(_("Kas Umum"), CASH)]
    return [Where(f"{place.account}-{place.holder}", name, place) for name, place in known]


def place_name(cooperative_id: int, place: Place) -> str:
    """What a place is called here."""
    return next((where.label for where in places(cooperative_id) if where.place == place), place.account)


def held_at(cooperative_id: int, place: Place, on=None) -> int:
    """What lies in a place at the end of a day (of all days when none is given), sen."""
    if place.holder:
        return holder_balance(cooperative_id, place.account, place.holder, on)
    return balance_of(cooperative_id, place.account, on)
