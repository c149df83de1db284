"""What an officer of the programme is shown of cases: those of which she must be the second officer, and no other."""

from datetime import datetime
from typing import NamedTuple

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import across, acting_for
from lumbung.recovery import rules
from lumbung.recovery.models import Case
from lumbung.recovery.reports.cases import Standing, confirmed_by, handlers, may_confirm, standings


class Asked(NamedTuple):
    """A case with its cooperative; `hers` once she has confirmed it."""

    cooperative: Cooperative
    one: Standing
    hers: bool


def asked_of(person_id: int, now: datetime) -> list[Asked]:
    """The cases that wait for this officer of the programme, or that she has confirmed and that still run."""
    since = now - 4 * rules.TOLD_AFTER
    with across(Case) as cases:
        lost = cases.filter(kind=Case.Kind.LOST, opened_at__gte=since)
        where = set(lost.values_list("cooperative_id", flat=True))
    found = []
    for cooperative in Cooperative.objects.filter(id__in=where).order_by("name"):
        with acting_for(cooperative.id):
            found += _in(cooperative, person_id, now)
    return found


def _in(cooperative: Cooperative, person_id: int, now: datetime) -> list[Asked]:
    cases = Case.objects.filter(cooperative_id=cooperative.id, kind=Case.Kind.LOST)
    running = [one for one in standings(list(cases.order_by("-id")[:60]), now) if not one.ended]
    here, day = handlers(cooperative.id, clock.local(now).date()), clock.local(now).date()
    found = []
    for one in running:
        hers = confirmed_by(one.case) == person_id
        if hers or (one.state == rules.OPEN and person_id in may_confirm(one.case, day) - here):
            found.append(Asked(cooperative, one, hers))
    return found


def asked_in(slug: str, case_id: int, person_id: int, now: datetime) -> Asked | None:
    """The one case of this address, when it is hers to take a step in."""
    mine = asked_of(person_id, now)
    return next((each for each in mine if each.cooperative.slug == slug and each.one.case.id == case_id), None)
