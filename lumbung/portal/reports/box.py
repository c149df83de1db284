"""Book 7, Buku Saran Anggota: what members wrote and what the board answered."""

from typing import NamedTuple

from lumbung.members.models import Member
from lumbung.members.reports import names as member_names
from lumbung.portal.models import Reply, Suggestion
from lumbung.security.reports import names


class Line(NamedTuple):
    """A suggestion with its answers, oldest answer first: (words, who, when)."""

    suggestion: Suggestion
    member: str
    replies: tuple[tuple[str, str, object], ...]


def suggestion(cooperative_id: int, number: int) -> Suggestion | None:
    return Suggestion.objects.filter(cooperative_id=cooperative_id, number=number).first()


def waiting(cooperative_id: int) -> int:
    """How many nobody has answered."""
    total = Suggestion.objects.filter(cooperative_id=cooperative_id).count()
    return total - Reply.objects.filter(cooperative_id=cooperative_id).values("number").distinct().count()


def book(cooperative_id: int) -> list[Line]:
    """The whole book, in the order of its numbers."""
    return _lines(cooperative_id, Suggestion.objects.filter(cooperative_id=cooperative_id).order_by("number"))


def of_member(member: Member) -> list[Line]:
    """What this member wrote, newest first."""
    rows = Suggestion.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id)
    return _lines(member.cooperative_id, rows.order_by("-number"))


def answered(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Those that wait for an answer, and those that have one."""
    return [line for line in lines if not line.replies], [line for line in lines if line.replies]


def line(suggestion: Suggestion) -> Line:
    """One of them with what was answered so far."""
    return _lines(suggestion.cooperative_id, [suggestion])[0]


def _lines(cooperative_id: int, rows) -> list[Line]:
    rows = list(rows)
    replies = list(
        Reply.objects.filter(cooperative_id=cooperative_id, number__in=[row.number for row in rows]).order_by("id")
    )
    people = names(reply.by for reply in replies)
    called = member_names(cooperative_id, {row.member_id for row in rows})
    given: dict[int, list] = {row.number: [] for row in rows}
    for reply in replies:
        given[reply.number].append((reply.text, people.get(reply.by, ""), reply.at))
    return [Line(row, called.get(row.member_id, ""), tuple(given[row.number])) for row in rows]
