from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.dues.tests.conftest import SRI, make_cooperative
from lumbung.members import actions as members
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE


@pytest.fixture(autouse=True)
def a_day_in_august():
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        yield


def village():
    """A cooperative with Sutini, who has a telephone and paid six months in June; Slamet, who has neither."""
    coop = make_cooperative(address="Jl. Raya Candi 1", legal_entity_no="AHU-0001")
    with acting_for(coop.id):
        sutini = members.register(
            cooperative_id=coop.id, full_name="Sutini", joined_on=date(2025, 1, 5), by=SRI, rt="3", rw="2",
            phone="0812-3456-7890", gender="P", nik="3573045505850001",
        )  # fmt: skip
        slamet = members.register(cooperative_id=coop.id, full_name="Slamet Utomo", joined_on=date(2025, 1, 5), by=SRI)
        paid = dues.pay_dues(
            member=sutini, amount=rp(120_000), paid_on=date(2025, 6, 21), by=SRI, request_id=uuid4()
        )  # fmt: skip
        bought = cash.pay(
            category="expense.stationery", amount=rp(68_000), memo="Kertas HVS", on=date(2025, 8, 3), by=SRI,
            place=places.general(coop.id), request_id=uuid4(),
        )  # fmt: skip
    return coop, sutini, slamet, paid.number, bought.number


class Office:
    """What a test needs to know of the village."""

    def __init__(self):
        self.coop, self.sutini, self.slamet, self.paid, self.bought = village()
        self.client = Client()

    def sign_in(self, role="bendahara"):
        person = create_person(login_name=f"{role} satu", full_name=f"{role.title()} Sri", passphrase=PASSPHRASE)
        with acting_for(self.coop.id):
            appoint(cooperative_id=self.coop.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        self.client.force_login(person)
        return person

    def url(self, tail: str) -> str:
        return f"/k/kmp-karangbesuki/bukti/{tail}"

    def get(self, tail: str, **facts):
        return self.client.get(self.url(tail), **facts)

    def post(self, tail: str, **data):
        return self.client.post(self.url(tail), {"request_id": str(uuid4()), **data})


@pytest.fixture
def office(db):
    made = Office()
    with acting_for(made.coop.id):
        yield made
