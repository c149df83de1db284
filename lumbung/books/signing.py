"""The head and the foot of a paper: whose it is, where and when it is signed, and by whom."""

import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from lumbung.places.reports import full_name
from lumbung.security import reports as security
from lumbung.security.models import Role
from lumbung.web.dates import long_date

_known: list[Callable[[int, date], dict[str, str]]] = []


def know_officers(names: Callable[[int, date], dict[str, str]]) -> None:
    """`names(cooperative_id, on)` → {role: full name} by the register of officers, which tells it when it starts."""
    _known[:] = [names]


def signers(cooperative_id: int, on: date) -> dict[str, str]:
    """{role: full name} of who holds an office on a day: by the register of officers, else by who signs in."""
    by_appointment = dict(reversed(security.officers(cooperative_id, on)))
    return by_appointment | (_known[0](cooperative_id, on) if _known else {})


def signatures(cooperative_id: int, on: date, roles) -> list[tuple[str, str]]:
    """(office as printed, name) in the order of the roles; an empty name where nobody is known."""
    names = signers(cooperative_id, on)
    return [(_(Role(role).label), names.get(role, "")) for role in roles]


def signed_at(village_code: str, on: date) -> str:
    """`Malang, 21 Agustus 2025`; the day alone for a village that nobody knows."""
    _village, _comma, city = full_name(village_code).rpartition(", ")
    town = re.sub(r"^(Kota|Kabupaten) ", "", city) if _comma else ""
    return ", ".join(filter(None, (town, long_date(on))))


def letterhead(cooperative) -> list[str]:
    """The legal number, the address and the telephone, as far as they are known."""
    legal = f"{_('Badan hukum')} {cooperative.legal_entity_no}" if cooperative.legal_entity_no else ""
    village = full_name(cooperative.village_code)
    told = village.split(", ")[0] in cooperative.address
    where = ", ".join(filter(None, [cooperative.address, "" if told else village]))
    phone = f"{_('Telepon')} {cooperative.phone}" if cooperative.phone else ""
    return [line for line in (legal, where, phone) if line]
