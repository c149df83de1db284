"""How a cooperative stands, and what would help most now."""

from datetime import datetime
from typing import NamedTuple

from lumbung.safety import registry, rules


class Seen(NamedTuple):
    """A look with what it found."""

    look: registry.Look
    fact: registry.Fact


class Standing(NamedTuple):
    """The share of what is well; the next best step (None when all is); what else waits; what is well."""

    share: rules.Share
    next: Seen | None
    waiting: list[Seen]
    well: list[Seen]


def standing(cooperative_id: int, now: datetime) -> Standing:
    """Everything that is looked at, the weightiest first."""
    asked = [(look, look.ask(cooperative_id, now)) for look in sorted(registry.looks, key=lambda look: -look.weight)]
    seen = [Seen(look, fact) for look, fact in asked if fact is not None]
    amiss = [one for one in seen if not one.fact.ok]
    share = rules.share((one.look.weight, one.fact.ok) for one in seen)
    return Standing(share, amiss[0] if amiss else None, amiss[1:], [one for one in seen if one.fact.ok])
