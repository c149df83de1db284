"""The pages of the register."""

from lumbung.members.views.changing import correct, new, standing
from lumbung.members.views.showing import duplicates, identify, members, one, search

__all__ = [
    "correct",
    "duplicates",
    "identify",
    "members",
    "new",
    "one",
    "search",
    "standing",
]
