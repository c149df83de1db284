"""What members do not wish: asked by whoever is about to use their data. The register lies below the package that
keeps consents and knows none; that package says here how it is asked (docs/decisions/0036).
"""

from collections.abc import Callable, Collection

from lumbung.members.models import Member

WHATSAPP = "whatsapp"
_ASK: list[Callable[[int, str, Collection[Member]], set[int]]] = []


def know(refusing: Callable[[int, str, Collection[Member]], set[int]]) -> None:
    """Say who knows: `refusing(cooperative_id, purpose, members)` answers the ids of those who do not allow it."""
    _ASK[:] = [refusing]


def refusing(cooperative_id: int, purpose: str, members: Collection[Member]) -> set[int]:
    """The ids of those among these members whose data may not be used for a purpose."""
    return set().union(*(ask(cooperative_id, purpose, members) for ask in _ASK)) if members else set()


def allows(member: Member, purpose: str) -> bool:
    """Whether this member's data may be used for a purpose."""
    return member.id not in refusing(member.cooperative_id, purpose, [member])
