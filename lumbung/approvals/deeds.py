"""What can wait for an approval. The packages that pay lie above and are not known here: each names its deeds.

A deed is carried out by the very action that would have been called at once, so an approved payment is refused by
the same rules as any other: an empty till, a closed month.
"""

from collections.abc import Callable
from typing import NamedTuple


class Deed(NamedTuple):
    """One sort of payment.

    carry_out  (cooperative_id, facts, *, amount, on, memo, by, approved_by, request_id) -> number of the entry
    tell       (cooperative_id, facts) -> [(words, words)]: what whoever approves should know of it
    """

    name: str
    carry_out: Callable
    tell: Callable


_DEEDS: dict[str, Deed] = {}


def know(name: str, *, carry_out: Callable, tell: Callable) -> None:
    """Let this deed wait for approvals from now on."""
    _DEEDS[name] = Deed(name, carry_out, tell)


def known(name: str) -> Deed:
    """Raises  KeyError: no package has named such a deed."""
    return _DEEDS[name]
