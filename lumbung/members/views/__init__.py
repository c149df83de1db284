"""The pages of the register."""

from lumbung.members.views.changing import correct, new, standing
from lumbung.members.views.showing import duplicates, members, one, search

__all__ = [
    "correct",
    "duplicates",
    "members",
    "new",
    "one",
    "search",
    "standing",
]
