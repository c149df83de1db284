"""Whoever follows the head of a book is told of each new one, inside the transaction that makes it.

The ledger lies below them and knows none: a package says in its `apps.py` that it follows.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Head(NamedTuple):
    """How far a book has come: `size` entries with this root, the last `added` of them at a moment; `kind` is that of
    the newest, empty when the book was just opened."""

    cooperative_id: int
    size: int
    added: int
    root: bytes
    at: datetime
    kind: str = ""


Follower = Callable[[Head], None]

_FOLLOWERS: list[Follower] = []


def know_follower(follower: Follower) -> None:
    """Call this with every new head; what it writes stands or falls with the posting."""
    if follower not in _FOLLOWERS:
        _FOLLOWERS.append(follower)


def tell(head: Head) -> None:
    for follower in _FOLLOWERS:
        follower(head)
