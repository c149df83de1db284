"""Who has practised; for the programme only how many."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.safety import rules
from lumbung.safety.models import Practice
from lumbung.security.models import Appointment, Role


class Total(NamedTuple):
    """One cooperative in one month. `right` is a share in percent, None where too few answered to hide a person."""

    cooperative_id: int
    name: str
    people: int
    right: int | None


def practised(cooperative_id: int, person_id: int) -> dict[date, Practice]:
    """A person's own answers by month."""
    mine = Practice.objects.filter(cooperative_id=cooperative_id, person_id=person_id)
    return {one.month: one for one in mine.order_by("-month")[:60]}


def done_this_month(cooperative_id: int, person_id: int, day: date) -> Practice | None:
    whose = {"cooperative_id": cooperative_id, "person_id": person_id, "month": rules.month_of(day)}
    return Practice.objects.filter(**whose).first()


def of_officers(cooperative_id: int, day: date) -> tuple[int, int]:
    """How many of those who hold an office practised this month or last, and how many hold one."""
    held = Appointment.objects.filter(cooperative_id=cooperative_id, since__lte=day).exclude(role=Role.ANGGOTA)
    people = set(held.filter(Q(until=None) | Q(until__gte=day)).values_list("person_id", flat=True))
    lately = Practice.objects.filter(
        cooperative_id=cooperative_id, month__in=rules.months_back(rules.month_of(day), 2), person_id__in=people
    )
    return lately.values("person_id").distinct().count(), len(people)


def totals(month: date) -> list[Total]:
    """For the programme: each cooperative with how many of its people practised in a month; never who.

    It goes from cooperative to cooperative, each behind its wall, and brings back counts only.
    """
    return [_total(coop, rules.month_of(month)) for coop in Cooperative.objects.order_by("name")]


def _total(coop: Cooperative, month: date) -> Total:
    with acting_for(coop.id):
        answers = Practice.objects.filter(cooperative_id=coop.id, month=month)
        sums = answers.aggregate(people=Count("person_id"), right=Count("person_id", filter=Q(right=True)))
    return Total(coop.id, coop.name, sums["people"], rules.told(sums["people"], sums["right"]))
