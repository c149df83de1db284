from datetime import date

import pytest
from django.test import Client

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.members.actions import register_many
from lumbung.security.actions import appoint, create_person

SRI = 7


@pytest.fixture
def karangbesuki(db):
    """A cooperative with an open book and three members, whose wall is open."""
    made = create_cooperative(
        slug="kmp-karangbesuki", name="KMP Karangbesuki", kind="kmp", village_code="35.73.04.1009",
        books_from=date(2025, 1, 1), legal_entity_no="AHU-0012345.AH.01.29.TAHUN 2025", address="Jl. Raya Candi 12",
    )  # fmt: skip
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        rows = [{"full_name": name, "joined_on": date(2025, 1, 5)} for name in ("Sutini", "Slamet Utomo", "Wagiman")]
        register_many(cooperative_id=made.id, rows=rows, by=SRI)
        yield made


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
