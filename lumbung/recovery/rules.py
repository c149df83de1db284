"""How a case goes, who may take which step, which offices exclude each other. No database, no clock.

There is no edge from a phone number, an e-mail or a NIK: none of them stands in this file.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

LEADS = frozenset({"ketua", "bendahara"})  # whoever takes over one of these holds the money
WAIT, WAIT_OF_LEADS = 24, 72  # hours in which everybody can object
CODE_LIVES = timedelta(minutes=10)
START_LIVES = timedelta(minutes=15)
LAPSES = timedelta(days=7)  # after the waiting time: who does not come to fetch the code asks again
TOLD_AFTER = timedelta(days=7)  # an ended case stays on the first page for so long
MOST_HELP = timedelta(hours=24)

OPEN, WAITING, READY, HANDED = "open", "waiting", "ready", "handed"
DONE, OBJECTED, WITHDRAWN, LAPSED = "done", "objected", "withdrawn", "lapsed"
ENDED = frozenset({DONE, OBJECTED, WITHDRAWN, LAPSED})
STOPS = {"objected": OBJECTED, "withdrawn": WITHDRAWN, "activated": DONE}

NEXT = {  # state → the steps that may follow
    "lost": {
        OPEN: {"confirmed", "objected", "withdrawn"},
        WAITING: {"objected", "withdrawn"},
        READY: {"code", "objected", "withdrawn"},
        HANDED: {"code", "activated", "objected", "withdrawn"},
    },
    "first": {
        READY: {"code", "objected", "withdrawn"},
        HANDED: {"code", "activated", "objected", "withdrawn"},
    },
}

APART = {  # the minimum duties of reference/domain.md, section 9: nobody watches over himself, the chair holds no cash
    *(frozenset({"pengawas", other}) for other in ("ketua", "sekretaris", "bendahara", "kasir")),
    frozenset({"ketua", "bendahara"}),
    frozenset({"ketua", "kasir"}),
}


class Told(NamedTuple):
    """A step, as far as the state follows from it."""

    kind: str
    ready_at: datetime | None = None
    expires_at: datetime | None = None


def wait_hours(roles: Iterable[str]) -> int:
    """How long everybody may object: three days where money hangs on it."""
    return WAIT_OF_LEADS if LEADS & set(roles) else WAIT


def state(kind: str, steps: list[Told], now: datetime) -> str:
    """How a case stands."""
    last = steps[-1] if steps else None
    if last and last.kind in STOPS:
        return STOPS[last.kind]
    if last and last.kind == "code" and now <= last.expires_at:
        return HANDED
    if kind == "first":
        return READY
    confirmed = next((step for step in steps if step.kind == "confirmed"), None)
    if confirmed is None:
        return OPEN
    if now < confirmed.ready_at:
        return WAITING
    return READY if now < confirmed.ready_at + LAPSES else LAPSED


def may_follow(kind: str, now_is: str, step: str) -> bool:
    return step in NEXT[kind].get(now_is, ())


def excluded(held: Iterable[str], new: str) -> str:
    """The office that whoever gets the new one must not hold; "" when they go together."""
    return next((other for other in sorted(held) if frozenset({other, new}) in APART), "")


def normal_code(text: str) -> str:
    """What was typed as the code was made: `k7qf 3m2h` is K7QF-3M2H; "" when it cannot be one."""
    bare = "".join(sign for sign in text.upper() if sign.isalnum())
    return f"{bare[:4]}-{bare[4:]}" if len(bare) == 8 else ""
