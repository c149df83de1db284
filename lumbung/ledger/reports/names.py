"""What accounts, lines and holders are called."""

from collections.abc import Callable, Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung.ledger.chart import CHART

HolderNames = Callable[[int, list[int]], dict[int, str]]  # (cooperative_id, holders) -> {holder: name}
_BOOKS: dict[str, HolderNames] = {}


def account_name(code: str) -> str:
    """The account's name in the language of the page."""
    line = CHART[code]
    return line.english if get_language() == "en" else line.name


def know_holders(kind: str, names: HolderNames) -> None:
    """Say where the names of holders of a kind (member, bank, till) are found; the ledger itself does not know them."""
    _BOOKS[kind] = names


def holder_names(cooperative_id: int, account: str, holders: Iterable[int]) -> dict[int, str]:
    """What the holders of an account are called; whoever is unknown is called by a number."""
    wanted = [holder for holder in holders if holder]
    kind = CHART[account].holder_kind
    known = _BOOKS[kind](cooperative_id, wanted) if wanted and kind in _BOOKS else {}
    return {holder: known.get(holder) or _("nomor %(number)s") % {"number": holder} for holder in wanted}


def unknown_holders(cooperative_id: int, held: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Of (account, holder) pairs, those whose holder the register of its kind does not know."""
    by_kind: dict[str, list[tuple[str, int]]] = {}
    for account, holder in sorted(held):
        by_kind.setdefault(CHART[account].holder_kind if account in CHART else "", []).append((account, holder))
    unknown = []
    for kind in by_kind.keys() & _BOOKS.keys():
        known = _BOOKS[kind](cooperative_id, [holder for _account, holder in by_kind[kind]])
        unknown += [pair for pair in by_kind[kind] if pair[1] not in known]
    return sorted(unknown)
