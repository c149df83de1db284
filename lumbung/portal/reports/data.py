"""Data saya: who looked, what was asked to be corrected, who lives under the same roof and agreed to be seen."""

from typing import NamedTuple

from lumbung.cooperatives.models import Task
from lumbung.members.models import Member
from lumbung.members.reports import STANDING
from lumbung.portal import rules
from lumbung.portal.models import Consent, Look
from lumbung.security.reports import names

NEWEST = 60


class Seen(NamedTuple):
    """Somebody opened the member's page on a day."""

    who: str
    role: str
    day: object


def looks(member: Member) -> list[Seen]:
    """Who opened this member's page, newest first."""
    rows = Look.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id).order_by("-day")[:NEWEST]
    people = names(row.person_id for row in rows)
    return [Seen(people.get(row.person_id, ""), row.role, row.day) for row in rows]


def corrections(member: Member) -> list[Task]:
    """What the member asked to have corrected, newest first; done or not."""
    asked = Task.objects.filter(cooperative_id=member.cooperative_id, subject_kind="member", subject_id=member.id)
    return list(asked.filter(kind="member.asks").order_by("-id"))


def consents(member: Member, purpose: str) -> bool:
    """Whether the member allows it now; nobody is asked twice, and silence is no."""
    rows = Consent.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id, purpose=purpose)
    return bool(rows.order_by("-id").values_list("given", flat=True).first())


def household(member: Member) -> list[str]:
    """The names of members at the same address who allow it; nothing for somebody who does not allow it herself."""
    home, purpose = rules.home_of(member.address, member.rt, member.rw), Consent.Purpose.HOUSEHOLD
    if home is None or not consents(member, purpose):
        return []
    near = Member.objects.filter(
        cooperative_id=member.cooperative_id, rt=member.rt, rw=member.rw, status__in=STANDING
    ).exclude(id=member.id)  # fmt: skip
    there = {other.id: other for other in near if rules.home_of(other.address, other.rt, other.rw) == home}
    return sorted(there[member_id].full_name for member_id in _consenting(member.cooperative_id, there, purpose))


def _consenting(cooperative_id: int, member_ids, purpose: str) -> set[int]:
    rows = Consent.objects.filter(cooperative_id=cooperative_id, member_id__in=list(member_ids), purpose=purpose)
    newest = dict(rows.order_by("id").values_list("member_id", "given"))
    return {member_id for member_id, given in newest.items() if given}
