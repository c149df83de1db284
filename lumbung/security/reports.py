"""Questions about people: who is this, what may they do here."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import across, acting_for
from lumbung.security import limits
from lumbung.security.models import (
    Acquaintance,
    Appointment,
    Device,
    Helper,
    HelperEnd,
    Person,
    Pin,
    ProgrammeAppointment,
    Role,
    Sitting,
)
from lumbung.security.rules import HELPER

BOARD = ("ketua", "sekretaris", "bendahara", "pengawas")


def roles_in(cooperative_id: int, person_id: int, on: date) -> frozenset[str]:
    """The roles a person holds in a cooperative on a day; empty for a stranger."""
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(cooperative_id=cooperative_id, person_id=person_id)
        terms = list(held.values_list("role", "since", "until"))
    return frozenset(role for role, *days in terms if _on(on, *days))


def in_office(on: date) -> Q:
    """Appointments that hold on a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))


def roles_of_hand(cooperative_id: int, person_id: int, on: date, member_id: int | None = None) -> frozenset[str]:
    """The roles that a person holds from a day on, by this account or another with her telephone or her member."""
    phone = Person.objects.filter(id=person_id).exclude(phone="").values_list("phone", flat=True).first()
    hers = Q(person_id=person_id) | (Q(member_id=member_id) if member_id else Q())
    if phone:
        hers |= Q(person_id__in=Person.objects.filter(phone=phone).values("id"))
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(hers, Q(until=None) | Q(until__gte=on))
        return frozenset(held.values_list("role", flat=True))


def roles_here(cooperative_id: int, person_id: int, now: datetime) -> frozenset[str]:
    """What somebody is in a cooperative at this moment: by appointment, else by help that has not run out."""
    return roles_in(cooperative_id, person_id, clock.local(now).date()) or (
        frozenset({HELPER}) if cooperative_id in helped_by(person_id, now) else frozenset()
    )


def helped_by(person_id: int, now: datetime) -> set[int]:
    """The cooperatives that have let her help, and have not ended it."""
    with across(Helper) as helpers:
        given = helpers.filter(person_id=person_id, since__lte=now, until__gt=now)
        kept = set(given.values_list("cooperative_id", "id"))
    if not kept:
        return set()
    with across(HelperEnd) as ends:
        ended = ends.filter(helper_id__in=[helper for _coop, helper in kept])
        return {coop for coop, _id in kept - set(ended.values_list("cooperative_id", "helper_id"))}


def cooperatives_of(person_id: int, on: date) -> list[Cooperative]:
    """The cooperatives in which a person holds a role today, by name."""
    with across(Appointment) as appointments:
        held = list(appointments.filter(person_id=person_id).values_list("cooperative_id", "since", "until"))
    return list(Cooperative.objects.filter(id__in={c for c, *days in held if _on(on, *days)}).order_by("name"))


def cooperatives_of_ever(person_id: int) -> list[Cooperative]:
    """The cooperatives in which a person holds or held a role."""
    with across(Appointment) as appointments:
        held = set(appointments.filter(person_id=person_id).values_list("cooperative_id", flat=True))
    return list(Cooperative.objects.filter(id__in=held))


def programme_roles(person_id: int, on: date) -> frozenset[str]:
    held = ProgrammeAppointment.objects.filter(person_id=person_id).values_list("role", "since", "until")
    return frozenset(role for role, since, until in held if _on(on, since, until))


def names(person_ids) -> dict[int, str]:
    """Person id → full name, for lists of entries."""
    return dict(Person.objects.filter(id__in=set(person_ids)).values_list("id", "full_name"))


def officers(cooperative_id: int, on: date) -> list[tuple[str, str]]:
    """(role, full name) of who leads and watches over a cooperative on a day: board first, then supervisors."""
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(cooperative_id=cooperative_id, role__in=BOARD).order_by("since", "id")
        serving = [row for row in held if _on(on, row.since, row.until)]
    called = names(row.person_id for row in serving)
    return sorted(((row.role, called.get(row.person_id, "")) for row in serving), key=lambda each: BOARD.index(each[0]))


def serving(cooperative_id: int, on: date) -> list[tuple[int, str]]:
    """(person, `Siti Aminah, Ketua`) of everyone who holds an office on a day, by name; each once."""
    with acting_for(cooperative_id):
        held = list(Appointment.objects.exclude(role=Role.ANGGOTA).order_by("role"))
    offices: dict[int, list[str]] = {}
    for row in held:
        if _on(on, row.since, row.until):
            offices.setdefault(row.person_id, []).append(_(Role(row.role).label))
    called = names(offices)
    return sorted(
        ((who, ", ".join([called.get(who, ""), *roles])) for who, roles in offices.items()), key=lambda o: o[1]
    )


def _on(day: date, since: date, until: date | None) -> bool:
    return since <= day and (until is None or day <= until)


def member_of(cooperative_id: int, person_id: int) -> int | None:
    """The member that a person is in a cooperative, when her appointment says so."""
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(cooperative_id=cooperative_id, person_id=person_id, member_id__isnull=False)
        return held.values_list("member_id", flat=True).first()


def memberships(person_id: int) -> list[tuple[int, int]]:
    """(cooperative, member) of every member that a person is."""
    with across(Appointment) as appointments:
        held = appointments.filter(person_id=person_id, member_id__isnull=False)
        return list(held.values_list("cooperative_id", "member_id").distinct())


def person_of(cooperative_id: int, member_id: int) -> Person | None:
    """The person who is this member, when an appointment says so."""
    with acting_for(cooperative_id):
        held = Appointment.objects.filter(cooperative_id=cooperative_id, member_id=member_id)
        return Person.objects.filter(id__in=held.values_list("person_id", flat=True)).first()


def holds_office(person_id: int, on: date) -> bool:
    """Whether a person is more than a member anywhere: in a cooperative or in the programme."""
    with across(Appointment) as appointments:
        held = list(appointments.filter(person_id=person_id).exclude(role=Role.ANGGOTA).values_list("since", "until"))
    return any(_on(on, *days) for days in held) or bool(programme_roles(person_id, on))


# --- sign-ins and devices -----------------------------------------------------------------------------------------


def has_pin(person_id: int) -> bool:
    return Pin.objects.filter(person_id=person_id).exists()


def sittings_of(person_id: int) -> list[Sitting]:
    """The sign-ins of a person that hold or are locked, the last seen first."""
    oldest = clock.now() - limits.ABSOLUTE
    held = Sitting.objects.filter(person_id=person_id, ended_at=None, started_at__gt=oldest)
    return list(held.select_related("device").order_by("-seen_at", "-id"))


def locked_here(device: Device | None) -> list[Sitting]:
    """The sign-ins that wait for a PIN on this device, each with the name to show and nothing else of hers."""
    if device is None:
        return []
    oldest = clock.now() - limits.ABSOLUTE
    held = Sitting.objects.filter(device=device, ended_at=None, started_at__gt=oldest).exclude(locked_at=None)
    last = {sitting.person_id: sitting for sitting in held.order_by("locked_at", "id")}
    called = names(last)
    for sitting in last.values():
        sitting.name = called.get(sitting.person_id, "")
    return [sitting for sitting in reversed(last.values()) if sitting.name]


def is_own(sitting: Sitting | None) -> bool:
    """Whether the device of a sign-in is that person's alone."""
    here = {"person_id": sitting.person_id, "device_id": sitting.device_id} if sitting else {"person_id": 0}
    return Acquaintance.objects.filter(own=True, **here).exists()
