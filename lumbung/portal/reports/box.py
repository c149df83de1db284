"""What members wrote into book 7, Buku Saran Anggota, and what the board answered. The rows are those of `meetings`."""

from typing import NamedTuple

from lumbung.meetings import reports as meetings
from lumbung.meetings.models import Answer, Suggestion
from lumbung.members.models import Member

MEMBER = Suggestion.Kind.MEMBER


class Line(NamedTuple):
    """A suggestion with its answers, the oldest first."""

    suggestion: Suggestion
    replies: tuple[Answer, ...]


def suggestion(cooperative_id: int, row_id: int) -> Suggestion | None:
    """One of them; None outside this cooperative, and when a correction took its place."""
    return meetings.current(Suggestion, cooperative_id, kind=MEMBER, id=row_id).first()


def waiting(cooperative_id: int) -> int:
    """How many nobody has answered."""
    return len(meetings.unanswered(cooperative_id, kind=MEMBER))


def book(cooperative_id: int) -> list[Line]:
    """The whole book, in the order in which it was written; of what was corrected, the correction."""
    return _lines(cooperative_id, meetings.current(Suggestion, cooperative_id, kind=MEMBER))


def of_member(member: Member) -> list[Line]:
    """What this member wrote or said, newest first."""
    rows = meetings.current(Suggestion, member.cooperative_id, kind=MEMBER, member_id=member.id)
    return _lines(member.cooperative_id, rows)[::-1]


def answered(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Those that wait for an answer, and those that have one."""
    return [line for line in lines if not line.replies], [line for line in lines if line.replies]


def line(suggestion: Suggestion) -> Line:
    """One of them with what was answered so far."""
    return _lines(suggestion.cooperative_id, [suggestion])[0]


def _lines(cooperative_id: int, rows) -> list[Line]:
    told = meetings.answers_of(cooperative_id)
    return [Line(row, tuple(told.get(row.id, ()))) for row in rows]
