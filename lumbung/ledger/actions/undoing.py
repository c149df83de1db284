"""Undoing any entry from one place: by the way of the package whose event it is, so that its own record follows.

The ledger lies below them and knows none: a package says in its `apps.py` how its events are undone. An event that
nobody claims is nothing but its journal, and its opposite undoes it.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import store
from lumbung.ledger.actions.posting import Posted
from lumbung.ledger.actions.reversal import reverse
from lumbung.sql import writes
from lumbung.web.words import Refused

Undo = Callable[..., Posted | list[Posted]]  # told `reverse`'s facts by name: cooperative_id, number, on, by, reason, …

Hindrance = Callable[
    [int, int], str
]  # (cooperative_id, number) -> why not, and what to do; empty: nothing is in the way

_OWN: dict[str, Undo] = {}
_HINDRANCES: list[Hindrance] = []


def know_undo(undo: Undo, *events: str) -> None:
    """These events have a record of their own beside the journal; this is how both are undone."""
    for event in events:
        _OWN[event] = undo


def know_hindrance(hindrance: Hindrance) -> None:
    """A package above all others may know why an entry cannot go alone, whoever's event it is."""
    if hindrance not in _HINDRANCES:
        _HINDRANCES.append(hindrance)


@writes
def undo(cooperative_id: int, number: int, *, on: date, by: int, reason: str, request_id: UUID) -> Posted:
    """Undo an entry, whichever package it came from; a second tap answers with the first result.

    Shape   the entry that undoes this one
    Raises  Refused: as `reverse`; or what its own package says stands in the way
    """
    must_act_for(cooperative_id)
    earlier = store.reversal_of(cooperative_id, number)
    if earlier and earlier.request_id == request_id:
        return Posted(earlier.number, earlier.document, is_new=False)
    wrong = store.entry_with_moves(cooperative_id, number)
    if wrong and wrong.kind.startswith("period."):
        raise Refused(_("%(document)s menutup atau membuka bulan. Buka kembali bulannya dari halaman Tutup Bulan."),
                      document=wrong.document)  # fmt: skip
    for hindrance in _HINDRANCES:
        if words := hindrance(cooperative_id, number):
            raise Refused(words)
    own = _OWN.get(wrong.kind, reverse) if wrong else reverse
    facts = {"on": on, "by": by, "reason": reason, "request_id": request_id}
    posted = own(cooperative_id=cooperative_id, number=number, **facts)
    return posted if isinstance(posted, Posted) else _undoing(cooperative_id, number, posted)


def _undoing(cooperative_id: int, number: int, posted: list[Posted]) -> Posted:
    """Of several entries that went together, the one that undoes this one."""
    undoing = store.reversal_of(cooperative_id, number)
    return next(one for one in posted if one.number == undoing.number)
