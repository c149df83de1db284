"""The register as people read it: by whom it is about, one line for each thing that is kept."""

from typing import NamedTuple

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.privacy.register import BASES, HOLDINGS, KEPT, SUBJECTS


class Line(NamedTuple):
    """Things that are kept for one purpose, on one ground, until one day: in words."""

    labels: str
    purpose: str
    basis: str
    kept: str


class Group(NamedTuple):
    """Everything that is kept of one sort of people."""

    word: str
    label: str
    lines: tuple[Line, ...]


def register(years: int) -> list[Group]:
    """The whole register, members first; papers are kept for so many years."""
    return [Group(word, str(label), _lines(word, years)) for word, label in SUBJECTS.items()]


def _lines(subject: str, years: int) -> tuple[Line, ...]:
    """One line for everything that is kept for the same reason, in the order of the register."""
    together: dict[tuple, list[str]] = {}
    for one in HOLDINGS:
        if one.subject == subject:
            labels = together.setdefault((one.purpose, one.basis, one.kept), [])
            labels += [str(one.label)] if str(one.label) not in labels else []
    return tuple(_line(*why, labels, years) for why, labels in together.items())


def _line(purpose: str, basis: str, kept: str, labels: list[str], years: int) -> Line:
    first, *others = labels
    joined = ", ".join([first, *(label[0].lower() + label[1:] if label[1:2].islower() else label for label in others)])
    return Line(joined, str(purpose), str(BASES[basis]), str(KEPT[kept]) % {"years": years})


def retention(cooperative_id: int) -> int:
    """For how many years papers are kept after the book year, by the bylaws."""
    return bylaws(cooperative_id, clock.today()).retention_years
