"""The register of incidents: whom each touches, what was done, how much of the three days is left."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung.cooperatives.reports import bylaws
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.privacy.models import Affected, Erasure, Incident, Step
from lumbung.privacy.rules.deadlines import Clock, clock_of
from lumbung.privacy.rules.incidents import AUTHORITY, AUTHORITY_ADDRESS
from lumbung.web.dates import long_date

TOLD = (Step.Kind.MEMBERS, Step.Kind.AUTHORITY)
Scope = Incident.Scope


class Case(NamedTuple):
    """An incident as it stands: its clock, how many members it touches, the kinds of steps that were taken."""

    incident: Incident
    clock: Clock
    members: int
    done: frozenset[str]

    @property
    def told(self) -> bool:
        return self.done.issuperset(TOLD)

    @property
    def closed(self) -> bool:
        return Step.Kind.CLOSED in self.done

    @property
    def waits(self) -> bool:
        """The clock still matters: people or the authority do not know yet."""
        return not self.told and not self.closed


def touched(
    cooperative_id: int, scope: str, *, quarter: str = "", since: date | None = None, chosen: Collection[str] = (),
) -> tuple[str, list[Member]]:  # fmt: skip
    """(how they were found, the members) of an incident; who has left and is not forgotten is told too.

    quarter  `002-003`, RW and RT; since, the day on which somebody became a member or later; chosen, their numbers
    """
    people = register.everyone(cooperative_id).exclude(status=Member.Status.APPLICANT)
    people = people.exclude(_forgotten(cooperative_id))
    if scope == Scope.QUARTER:
        rw, _dash, rt = quarter.partition("-")
        return _("RT %(rt)s/RW %(rw)s") % {"rt": rt, "rw": rw}, list(people.filter(rw=rw, rt=rt)) if quarter else []
    if scope == Scope.SINCE:
        words = _("anggota sejak %(day)s") % {"day": long_date(since)} if since else ""
        return words, list(people.filter(joined_on__gte=since)) if since else []
    if scope == Scope.CHOSEN:
        found = list(people.filter(number__in=chosen))
        return _("nomor %(numbers)s") % {"numbers": ", ".join(one.number for one in found)}, found
    return _("semua anggota"), list(people)


def _forgotten(cooperative_id: int) -> Q:
    """Whoever was forgotten: nobody knows any more whom to write to."""
    gone = Erasure.objects.filter(cooperative_id=cooperative_id, stage=Erasure.Stage.IDENTITY)
    return Q(id__in=gone.values("member_id"))


def cases(cooperative_id: int, now: datetime) -> list[Case]:
    """Every incident, the newest first."""
    rows = list(Incident.objects.filter(cooperative_id=cooperative_id).order_by("-known_at", "-id"))
    done: dict[int, set[str]] = {}
    for incident_id, kind in Step.objects.filter(cooperative_id=cooperative_id).values_list("incident_id", "kind"):
        done.setdefault(incident_id, set()).add(kind)
    touching: dict[int, int] = {}
    for incident_id in Affected.objects.filter(cooperative_id=cooperative_id).values_list("incident_id", flat=True):
        touching[incident_id] = touching.get(incident_id, 0) + 1
    return [Case(row, clock_of(row.known_at, now), touching.get(row.id, 0), frozenset(done.get(row.id, ())))
            for row in rows]  # fmt: skip


def case(cooperative_id: int, incident_id: int, now: datetime) -> Case | None:
    """One of them; None outside this cooperative."""
    return next((one for one in cases(cooperative_id, now) if one.incident.id == incident_id), None)


def affected(incident: Incident) -> list[Member]:
    """The members that an incident touches, by number."""
    rows = Affected.objects.filter(cooperative_id=incident.cooperative_id, incident_id=incident.id)
    return list(register.everyone(incident.cooperative_id).filter(id__in=rows.values("member_id")))


def steps(incident: Incident) -> list[Step]:
    """What was done, the oldest first."""
    rows = Step.objects.filter(cooperative_id=incident.cooperative_id, incident_id=incident.id)
    return list(rows.order_by("id"))


def authority(cooperative_id: int, on: date) -> tuple[str, str]:
    """(name, address) of whom the law wants to be told, as the cooperative has it written down."""
    known = vars(bylaws(cooperative_id, on))
    return known[AUTHORITY], known[AUTHORITY_ADDRESS]
