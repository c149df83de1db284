from datetime import date

import pytest
from django.test import Client

from lumbung import ids
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person
from lumbung.site import readiness

PHRASE = "padi kuning lumbung desa"


@pytest.fixture
def coop(db):
    """A cooperative with one receipt in its book."""
    cooperative = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(cooperative.id):
        ledger.open_book(cooperative_id=cooperative.id)
        ledger.post_event(
            "grant.cash", cooperative.id, on=date(2025, 2, 3), amount=rp(500_000), by=1, request_id=ids.new_request()
        )
    return cooperative


@pytest.fixture
def signed_in(coop):
    """A client at whose keyboard sits a person with these roles."""

    def _signed_in(*roles: str, cooperative=None) -> Client:
        where = cooperative or coop
        name = "-".join(roles) or "orang-luar"
        person = create_person(login_name=f"{name}-{where.slug}", full_name=name.title(), passphrase=PHRASE)
        with acting_for(where.id):
            for role in roles:
                appoint(cooperative_id=where.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        client.person = person
        return client

    return _signed_in


@pytest.fixture(autouse=True)
def as_a_role_that_may_serve(monkeypatch):
    """On PostgreSQL tests run as the owner of the tables; tests/attack/test_runtime_role.py has the refusal."""
    monkeypatch.setattr(readiness.roles, "stands_above", lambda: False)
