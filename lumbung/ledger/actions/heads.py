"""Every new head of a book gets a seal, inside the transaction that makes it, and in the same row.

The ledger lies below whoever seals and knows nobody: a package says in its `apps.py` that it does.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import store
from lumbung.sql import writes


class Head(NamedTuple):
    """How far a book has come: `size` entries with this root, the last `added` of them at a moment.

    kind    of the newest entry; empty when the book was just opened, or is sealed anew as it is
    before  the seal that the book had until now
    """

    cooperative_id: int
    size: int
    added: int
    root: bytes
    at: datetime
    kind: str = ""
    before: bytes = b""


Sealer = Callable[[Head], bytes]

_SEALERS: list[Sealer] = []


def know_sealer(sealer: Sealer) -> None:
    """Ask this for the seal of every new head; what it writes stands or falls with the posting."""
    _SEALERS[:] = [sealer]


def sealed(head: Head) -> bytes:
    """The seal of a head; empty where nobody seals."""
    return _SEALERS[0](head) if _SEALERS else b""


@writes
def seal_again(cooperative_id: int, at: datetime) -> None:
    """Another seal on the book as it is: its keys were changed, or it was there before anybody sealed."""
    must_act_for(cooperative_id)
    book = store.lock_book(cooperative_id)
    to = store.grown(book, [])
    head = Head(cooperative_id, to.size, 0 if book.seal else to.size, to.root, at, "", book.seal)
    store.put_seal(cooperative_id, sealed(head))
