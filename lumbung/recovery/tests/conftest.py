from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.recovery import actions, reports
from lumbung.security.actions import appoint, create_person, keep_person
from lumbung.security.models import Appointment, Person, ProgrammeAppointment

ROLES = ("ketua", "sekretaris", "bendahara", "kasir", "pengawas")
PHRASE = "padi kuning lumbung desa"
NEW = "sawah hijau gunung biru"
HERE = "/k/karbes/"


@pytest.fixture(autouse=True)
def nobody_has_guessed():
    cache.clear()


@pytest.fixture
def coop(db):
    from lumbung.cash.tests.conftest import new_cooperative

    cooperative = new_cooperative()
    with acting_for(cooperative.id):
        yield cooperative.id


@pytest.fixture
def people(coop):
    """One person a role, who can sign in; and a stranger to the cooperative."""
    found = {role: person(role) for role in (*ROLES, "luar")}
    for role in ROLES:
        appoint(cooperative_id=coop, person_id=found[role].id, role=role, since=date(2025, 1, 1))
    return found


def person(name: str) -> Person:
    made = Person(login_name=name, full_name=f"Bu {name.title()}", created_at=clock.now())
    made.set_password(PHRASE)
    return keep_person(made, None)


@pytest.fixture
def ways(coop, people):
    """The deeds of a case, told by role."""
    return Ways(coop, {role: one.id for role, one in people.items()})


class Ways:
    def __init__(self, coop, ids):
        self.coop, self.ids = coop, ids

    def open(self, who="sekretaris", by="ketua", **more):
        facts = {"reason": "HP hilang", "seen": True, "request_id": uuid4(), **more}
        return actions.open_case(
            cooperative_id=self.coop, person_id=self.ids[who], by=self.ids[by], **facts
        )  # fmt: skip

    def do(self, deed, case, by, **more):
        return getattr(actions, deed)(cooperative_id=self.coop, case_id=case.id, by=self.ids[by], **more)

    def ready(self, who="sekretaris"):
        """A case whose waiting time is over, and the moment."""
        case = self.open(who, by="ketua" if who != "ketua" else "sekretaris")
        self.do("confirm", case, "pengawas")
        return case, reports.standing(case).ready_at

    def code(self, who="sekretaris"):
        case, ready = self.ready(who)
        with clock.frozen(ready):
            return case, self.do("make_code", case, "pengawas"), ready


@pytest.fixture
def sign_in(people, client):
    def one(role):
        client.force_login(people[role])
        return client

    return one


@pytest.fixture
def programme(db):
    made = create_person(login_name="petugas", full_name="Dimas Arya", passphrase=PHRASE)
    ProgrammeAppointment.objects.create(person_id=made.id, role="petugas", since=date(2025, 1, 1))
    return made


def leave_only(coop, *roles):
    """Nobody else holds an office any more."""
    yesterday = clock.today() - timedelta(days=1)
    Appointment.objects.filter(cooperative_id=coop).exclude(role__in=roles).update(until=yesterday)
