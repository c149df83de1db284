"""Who looked: kept for the member, so that she can see it."""

from datetime import date

from lumbung.members.models import Member
from lumbung.portal.models import Look
from lumbung.sql import writes


def looked(*, member: Member, person_id: int, role: str, on: date) -> None:
    """Somebody opened the page of a member; only the first time of a day is written."""
    seen = {"cooperative_id": member.cooperative_id, "member_id": member.id, "person_id": person_id, "day": on}
    if not Look.objects.filter(**seen).exists():
        _write(seen, role)


@writes
def _write(seen: dict, role: str) -> None:
    Look.objects.get_or_create(**seen, defaults={"role": role})
