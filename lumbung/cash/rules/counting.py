"""Notes and coins: which there are, and what so many of each are worth."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.web.dates import long_date

A_FORTNIGHT = 14  # days; before that one says the date


class Piece(NamedTuple):
    """A kind of note or coin; `key` names it in a form and in a record: `lembar_100000`, `keping_500`."""

    key: str
    sen: int


def _pieces(kind: str, rupiah: str) -> tuple[Piece, ...]:
    return tuple(Piece(f"{kind}_{each}", money.rp(int(each))) for each in rupiah.split())


NOTES = _pieces("lembar", "100000 50000 20000 10000 5000 2000 1000")
COINS = _pieces("keping", "1000 500 200 100")
PIECES = {piece.key: piece for piece in (*NOTES, *COINS)}


def worth(pieces: dict[str, int]) -> int:
    """What they are worth together, sen.

    Raises  KeyError: no such note or coin; ValueError: less than none of it
    """
    if any(count < 0 for count in pieces.values()):
        raise ValueError("nobody counts less than none")
    return sum(PIECES[key].sen * count for key, count in pieces.items())


def some(pieces: dict[str, int | None]) -> dict[str, int]:
    """Those of which there is at least one, the largest first: how a count is kept."""
    return {key: pieces[key] for key in PIECES if pieces.get(key)}


def difference_words(difference: int, place: str) -> str:
    """The difference as one says it: `Uang di Laci kurang Rp5.000 (lima ribu rupiah) dari buku.`"""
    if not difference:
        return _("Uang di %(place)s cocok dengan buku.") % {"place": place}
    facts = {"place": place, "amount": money.show(abs(difference)), "words": money.words(abs(difference))}
    if difference < 0:
        return _("Uang di %(place)s kurang %(amount)s (%(words)s) dari buku.") % facts
    return _("Uang di %(place)s lebih %(amount)s (%(words)s) dari buku.") % facts


def last_words(counted_on: date | None, difference: int, today: date) -> str:
    """`Terakhir dihitung kemarin, cocok.`"""
    if counted_on is None:
        return _("Belum pernah dihitung.")
    days = (today - counted_on).days
    near = {0: _("hari ini"), 1: _("kemarin")}
    when = near.get(days) or (_("%(n)s hari lalu") % {"n": days} if days < A_FORTNIGHT else long_date(counted_on))
    if not difference:
        return _("Terakhir dihitung %(when)s, cocok.") % {"when": when}
    facts = {"when": when, "amount": money.show(abs(difference))}
    if difference < 0:
        return _("Terakhir dihitung %(when)s, kurang %(amount)s.") % facts
    return _("Terakhir dihitung %(when)s, lebih %(amount)s.") % facts
