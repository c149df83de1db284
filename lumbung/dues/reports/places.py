"""Where received money may be put. Dues know no tills and banks: the site tells them, as it tells the ledger names."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.ledger.journal import CASH, Place


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
    """Every place that money can be put in, the treasurer's cash first."""
    known = _BOOK[0](cooperative_id) if _BOOK else [(_("Kas Umum"), CASH)]
    return [Where(f"{place.account}-{place.holder}", name, place) for name, place in known]
