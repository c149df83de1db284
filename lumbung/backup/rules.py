"""Names, ages, what is kept and what is older than what: arithmetic only."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

NAME = re.compile(r"lumbung-(\d{8}T\d{6}Z)-(\d+)\.cadangan")
NEWEST, MONTHS = 5, 12  # of a stick's copies: so many of the last ones, and the last of each of so many months
STICKS = 3
WARN_AFTER = 3  # days, until somebody decides otherwise
LEAST_KEYS = 2


class Kept(NamedTuple):
    """A finished copy by its name: when it was taken, and how many entries it holds."""

    name: str
    at: datetime
    entries: int


class Head(NamedTuple):
    """How far a book had come: `root`, in hex, binds its first `size` entries."""

    size: int
    root: str


def name_of(at: datetime, entries: int) -> str:
    """`lumbung-20261124T120612Z-5321.cadangan`"""
    return f"lumbung-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{entries}.cadangan"


def read_name(name: str) -> Kept | None:
    """None for the name of anything else, such as a copy that was not finished."""
    if not (found := NAME.fullmatch(name)):
        return None
    try:
        at = datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Kept(name, at, int(found[2]))


def needless(copies: list[Kept]) -> list[Kept]:
    """The copies that may go: all but the newest few, the last of each month, and the one with the most entries.

    The fullest stays whatever its age: when somebody goes on with older books, the newest are not the best.
    """
    by_age = sorted(copies, key=lambda copy: copy.at, reverse=True)
    keep = set(by_age[:NEWEST])
    months: dict[str, Kept] = {}
    for copy in by_age:
        months.setdefault(f"{copy.at:%Y-%m}", copy)
    keep |= set(list(months.values())[:MONTHS])
    if copies:
        keep.add(max(copies, key=lambda copy: (copy.entries, copy.at)))
    return [copy for copy in by_age if copy not in keep]


def is_old(newest: datetime | None, now: datetime, warn_after: int) -> bool:
    """Whether it is time to warn; a newest copy of tomorrow, by a clock set back, counts as old."""
    return newest is None or not 0 <= (now - newest).total_seconds() < (warn_after + 1) * 86_400


def fewer(books: dict[str, Head], known: dict[str, Head]) -> dict[str, int]:
    """By cooperative: how many entries these books hold, where once there were more."""
    return {
        slug: books[slug].size if slug in books else 0
        for slug, head in known.items()
        if head.size > (books[slug].size if slug in books else 0)
    }


def furthest(*told: dict[str, Head]) -> dict[str, Head]:
    """Of several tellings the longest book of each cooperative."""
    found: dict[str, Head] = {}
    for heads in told:
        for slug, head in heads.items():
            if slug not in found or head.size > found[slug].size:
                found[slug] = head
    return found
