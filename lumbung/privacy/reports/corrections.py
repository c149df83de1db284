"""What members asked to have corrected: what waits with its clock, and what became of it."""

from datetime import datetime
from typing import NamedTuple

from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.privacy.models import Correction, CorrectionAnswer
from lumbung.privacy.rules.correcting import FIELDS
from lumbung.privacy.rules.deadlines import Clock, clock_of
from lumbung.web.dates import long_date


class Wish(NamedTuple):
    """A correction that was asked for; `now` is what the register says today."""

    correction: Correction
    member: Member
    label: str
    now: str
    clock: Clock
    answer: CorrectionAnswer | None


def waiting(cooperative_id: int, now: datetime) -> list[Wish]:
    """Those that nobody has answered, the most urgent first."""
    rows = Correction.objects.filter(cooperative_id=cooperative_id)
    answered = CorrectionAnswer.objects.filter(cooperative_id=cooperative_id).values("correction_id")
    left = list(rows.exclude(id__in=answered).order_by("at", "id"))
    found = register.everyone(cooperative_id).filter(id__in={row.member_id for row in left})
    people = {member.id: member for member in found}
    return [_wish(row, people[row.member_id], now, None) for row in left]


def of_member(member: Member, now: datetime) -> list[Wish]:
    """Everything that one member asked for, newest first."""
    facts = {"cooperative_id": member.cooperative_id}
    rows = list(Correction.objects.filter(member_id=member.id, **facts).order_by("-id"))
    answers = CorrectionAnswer.objects.filter(correction_id__in=[row.id for row in rows], **facts)
    given = {answer.correction_id: answer for answer in answers}
    return [_wish(row, member, now, given.get(row.id)) for row in rows]


def _wish(row: Correction, member: Member, now: datetime, answer: CorrectionAnswer | None) -> Wish:
    return Wish(row, member, str(FIELDS[row.field].label), shown(member, row.field), clock_of(row.at, now), answer)


def shown(member: Member, field: str) -> str:
    """What the register says in a field, as people read it."""
    value = getattr(member, "phone_shown" if field == "phone" else field)
    return long_date(value) if field == "born_on" and value else str(value or "")
