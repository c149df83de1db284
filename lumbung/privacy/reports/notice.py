"""The register as people read it: by whom it is about, one line for each thing that is kept."""

from typing import NamedTuple

from lumbung import clock
from lumbung.cooperatives.reports import bylaws
from lumbung.privacy.register import BASES, HOLDINGS, KEPT, SUBJECTS, Holding


class Line(NamedTuple):
    """One thing that is kept, in words."""

    label: str
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
    """Without lines that read the same twice: two tables of one thing."""
    return tuple(dict.fromkeys(_line(one, years) for one in HOLDINGS if one.subject == subject))


def _line(one: Holding, years: int) -> Line:
    kept = str(KEPT[one.kept]) % {"years": years}
    return Line(str(one.label), str(one.purpose), str(BASES[one.basis]), kept)


def retention(cooperative_id: int) -> int:
    """For how many years papers are kept after the book year, by the bylaws."""
    return bylaws(cooperative_id, clock.today()).retention_years
