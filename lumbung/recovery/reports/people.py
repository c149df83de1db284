"""Who has an account here, what each is, and who may give offices."""

from datetime import date, datetime
from typing import NamedTuple

from lumbung.security.models import Appointment, Helper, HelperEnd, Person
from lumbung.security.reports import names

GIVERS = frozenset({"ketua", "sekretaris"})
ORDER = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas")


class Officer(NamedTuple):
    """A person with her offices; `is_new` until she has made her passphrase."""

    person: Person
    appointments: list[Appointment]

    @property
    def is_new(self) -> bool:
        return not self.person.has_usable_password()


class Helping(NamedTuple):
    """Help that was given, by whom, and whether it is over."""

    helper: Helper
    name: str
    giver: str
    ended: HelperEnd | None
    active: bool


def serving(cooperative_id: int, on: date) -> list[Officer]:
    """Everybody who holds an office today, in the order of offices."""
    held = Appointment.objects.filter(cooperative_id=cooperative_id, role__in=ORDER, since__lte=on).order_by("since")
    by_person: dict[int, list[Appointment]] = {}
    for row in sorted(held, key=lambda row: ORDER.index(row.role)):
        if row.until is None or row.until >= on:
            by_person.setdefault(row.person_id, []).append(row)
    people = Person.objects.in_bulk(list(by_person))
    return [Officer(people[person_id], rows) for person_id, rows in by_person.items() if person_id in people]


def appointment(cooperative_id: int, person_id: int, role: str) -> Appointment | None:
    return Appointment.objects.filter(
        cooperative_id=cooperative_id, person_id=person_id, role=role, until=None
    ).first()  # fmt: skip


def others_who_give(cooperative_id: int, person_id: int, role: str, on: date) -> bool:
    """Whether somebody can give offices once this one has ended."""
    held = Appointment.objects.filter(cooperative_id=cooperative_id, role__in=GIVERS, until=None, since__lte=on)
    return held.exclude(person_id=person_id, role=role).exists()


def helpings(cooperative_id: int, now: datetime, most: int = 20) -> list[Helping]:
    """The help that was given, the latest first."""
    rows = list(Helper.objects.filter(cooperative_id=cooperative_id).order_by("-id")[:most])
    ids = [row.id for row in rows]
    ends = {
        end.helper_id: end for end in HelperEnd.objects.filter(cooperative_id=cooperative_id, helper_id__in=ids)
    }  # fmt: skip
    known = names([row.person_id for row in rows] + [row.given_by for row in rows])
    return [
        Helping(row, known.get(row.person_id, ""), known.get(row.given_by, ""), ends.get(row.id),
                row.id not in ends and row.until > now)
        for row in rows
    ]  # fmt: skip


def helping_now(cooperative_id: int, now: datetime) -> list[Helping]:
    return [one for one in helpings(cooperative_id, now) if one.active]
