"""The pages of the register."""

from lumbung.members.views.changing import correct, leave, new, standing
from lumbung.members.views.showing import duplicates, members, one, search

__all__ = [
    "correct",
    "duplicates",
    "leave",
    "members",
    "new",
    "one",
    "search",
    "standing",
]
