from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.members.actions import register
from lumbung.security.actions import appoint, create_person

SRI, DAY = 7, date(2026, 3, 3)


def new_cooperative():
    return create_cooperative(
        slug="karbes", name="KMP Karangbesuki", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )


@pytest.fixture
def karangbesuki(db):
    """A cooperative whose wall is open."""
    made = new_cooperative()
    with acting_for(made.id):
        yield made


@pytest.fixture
def siti(karangbesuki):
    return register(cooperative_id=karangbesuki.id, full_name="Siti Aminah", by=SRI, joined_on=date(2025, 2, 1),
                    occupation="Guru", address="Jl. Candi 5", rt="3", rw="2", born_on=date(1980, 5, 4))  # fmt: skip


@pytest.fixture
def facts(karangbesuki):
    """What every deed is told: where, on which day, by whom, under which request."""

    def of(**more):
        return {"cooperative_id": karangbesuki.id, "on": DAY, "by": SRI, "request_id": uuid4(), **more}

    return of


@pytest.fixture
def browser_of(karangbesuki):
    """A signed-in browser by role."""

    def one(role: str) -> Client:
        person = create_person(
            login_name=role, full_name=f"Bu {role.title()}", passphrase="padi kuning lumbung desa"
        )  # fmt: skip
        appoint(cooperative_id=karangbesuki.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return one


MINUTES = {
    "kind": "regular", "place": "Balai", "invited": 5, "present": 4, "leader": "Bu Susy", "agenda": "Kas",
    "decisions": "Disetujui.",
}  # fmt: skip
