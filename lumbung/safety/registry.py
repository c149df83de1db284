"""What the page *Keamanan* looks at. A package gives a look; it answers from what is, never from what was promised."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Fact(NamedTuple):
    """How a thing stands: well or not, there is no third; `words` say it with its figures."""

    ok: bool
    words: str


class Look(NamedTuple):
    """One thing to look at.

    title    as it should be: “Cadangan masih baru”
    why      one sentence: what happens to whom it is not so
    weight   1 to 5: what a loss would cost
    ask      (cooperative id, now) → Fact; None when it is not this cooperative's affair, and then it is in no sum
    do       the words on the button; `page` where it leads, `deed` who may do it there
    """

    word: str
    title: str
    why: str
    icon: str
    weight: int
    ask: Callable[[int, datetime], Fact | None]
    do: str
    page: str
    deed: str


looks: list[Look] = []


def register(*more: Look) -> None:
    """Take looks in; each word once, a second time replaces it."""
    for look in more:
        assert 1 <= look.weight <= 5, f"{look.word}: a weight is 1 to 5"
        looks[:] = [one for one in looks if one.word != look.word] + [look]
