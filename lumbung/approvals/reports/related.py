"""Who stands near whom: officers, their family as the secretary wrote it down, accounts that are one person."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung.approvals.models import HeirContact, Tie
from lumbung.members import nik
from lumbung.members.models import Member
from lumbung.security.models import Appointment, Person, Role
from lumbung.security.reports import names


class Near(NamedTuple):
    """Why a payee is not like any other: the officers concerned, and the words for it."""

    people: frozenset[int]
    words: str


def near(cooperative_id: int, on: date) -> dict[int, Near]:
    """Payee (person, member, supplier) → the officer that it is, or whose family it is, on a day."""
    held = Appointment.objects.filter(Q(until=None) | Q(until__gte=on), cooperative_id=cooperative_id, since__lte=on)
    officers: dict[int, set[int]] = defaultdict(set)
    offices: dict[int, str] = {}
    for person, member, role in held.exclude(role=Role.ANGGOTA).values_list("person_id", "member_id", "role"):
        offices.setdefault(person, _(Role(role).label))
        for payee in (person, member):
            if payee:
                officers[payee].add(person)
    found = {payee: Near(frozenset(people), _(offices[min(people)])) for payee, people in officers.items()}
    for tie in ties(cooperative_id):
        if tie.officer in offices:
            others = found[tie.payee].people if tie.payee in found else frozenset()
            found[tie.payee] = Near(others | {tie.officer}, f"{tie.relation}, {_(offices[tie.officer])}")
    return found


def ties(cooperative_id: int) -> list[Tie]:
    """The ties that hold: the newest word about each pair."""
    newest = {(one.payee, one.officer): one for one in
              Tie.objects.filter(cooperative_id=cooperative_id).order_by("id")}  # fmt: skip
    return [one for one in newest.values() if one.holds]


def heir_of(cooperative_id: int, member_id: int) -> HeirContact | None:
    """Whom to tell when somebody wants the savings of a member who was not seen for long."""
    return HeirContact.objects.filter(cooperative_id=cooperative_id, member_id=member_id).order_by("-id").first()


def heirs(cooperative_id: int) -> list[HeirContact]:
    """The newest contact of each member."""
    rows = HeirContact.objects.filter(cooperative_id=cooperative_id).select_related("member").order_by("id")
    return list({one.member_id: one for one in rows}.values())


def same_person(cooperative_id: int, one: int, other: int) -> bool:
    """Whether two accounts are one hand: the same account, telephone, member, or a member with the same NIK."""
    return one == other or not _marks(cooperative_id, one).isdisjoint(_marks(cooperative_id, other))


def _marks(cooperative_id: int, person: int) -> set[tuple]:
    """What is a person's own: her telephone, the members that she is, and their NIK."""
    phones = Person.objects.filter(id=person).exclude(phone="").values_list("phone", flat=True)
    held = Appointment.objects.filter(cooperative_id=cooperative_id, person_id=person, member_id__isnull=False)
    members = Member.objects.filter(cooperative_id=cooperative_id, id__in=held.values("member_id"))
    marks = {("phone", phone) for phone in phones}
    for member in members:
        marks |= {("member", member.id), ("nik", nik.of(member) or member.id)}
    return marks


def payee_names(cooperative_id: int, payees: Iterable[int]) -> dict[int, str]:
    """Payee → name, of members and of people with an account."""
    payees = list(payees)
    rows = Member.objects.filter(cooperative_id=cooperative_id, id__in=payees)
    return names(payees) | {row.id: f"{row.number} {row.full_name}" for row in rows}
