"""Whose hands money may pass through, and what holders in the cash accounts are called."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from lumbung.cash.models import Advance, CashPlace, Supplier
from lumbung.members.reports import names as member_names
from lumbung.security.models import Appointment, Role
from lumbung.security.reports import names
from lumbung.security.rules import DEEDS

HANDS = ("ketua", "sekretaris", "bendahara", "kasir")


def hands(cooperative_id: int, on: date) -> list[tuple[int, str]]:
    """(person, `Siti Aminah, Bendahara`) of everyone who holds an office on a day, by name; each once."""
    serving = Appointment.objects.filter(Q(until=None) | Q(until__gte=on), cooperative_id=cooperative_id, since__lte=on)
    offices: dict[int, list[str]] = {}
    for person, role in serving.filter(role__in=HANDS).values_list("person_id", "role"):
        offices.setdefault(person, []).append(_(Role(role).label))
    called = names(offices)
    return sorted(
        ((who, ", ".join([called.get(who, ""), *sorted(offices[who])])) for who in offices), key=lambda h: h[1]
    )


def cashiers(cooperative_id: int, on: date) -> list[tuple[int, str]]:
    """(person, name) of everyone who may keep a till on a day, by name; each once."""
    serving = Appointment.objects.filter(Q(until=None) | Q(until__gte=on), cooperative_id=cooperative_id, since__lte=on)
    keeping = serving.filter(role__in=DEEDS["cash.hand_over"]).values_list("person_id", flat=True)
    return sorted(names(keeping).items(), key=lambda each: each[1])


def place_names(cooperative_id: int, holders: list[int]) -> dict[int, str]:
    """Till or bank account → its name, for books that know it as a holder."""
    rows = CashPlace.objects.filter(cooperative_id=cooperative_id, id__in=holders)
    return dict(rows.values_list("id", "name"))


def supplier_names(cooperative_id: int, holders: list[int]) -> dict[int, str]:
    return dict(Supplier.objects.filter(cooperative_id=cooperative_id, id__in=holders).values_list("id", "name"))


def officer_names(cooperative_id: int, holders: list[int]) -> dict[int, str]:
    """An officer is known as a person, as a member, or as the advance says that was given to her."""
    given = Advance.objects.filter(cooperative_id=cooperative_id, holder__in=holders)
    called = dict(given.values_list("holder", "holder_name"))
    return called | member_names(cooperative_id, holders) | names(holders)
