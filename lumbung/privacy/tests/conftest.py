from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import clock, money
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger.actions import open_book
from lumbung.members import actions as members
from lumbung.security.actions import appoint, create_person

SRI = 7
PHRASE = "padi kuning lumbung desa"
NOON = datetime(2026, 3, 20, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon_in_march():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def karbes(db):
    made = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1),
        address="Jl. Raya Candi 1",
    )  # fmt: skip
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        for key, value in (("pokok_amount", "100000"), ("wajib_amount", "20000")):
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=made.books_from)
        yield made


@pytest.fixture
def enrol(karbes):
    def one(full_name, **facts):
        given = {"joined_on": date(2026, 1, 5), "gender": "P", **facts}
        return members.register(cooperative_id=karbes.id, full_name=full_name, by=SRI, **given)

    return one


@pytest.fixture
def siti(enrol):
    return enrol(
        "Siti Zubaidah", nickname="Bedah", address="Jl. Kenanga 47", rt="003", rw="002", phone="0812-7654-3210",
        nik="3573044503859999", birth_place="Lumajang", born_on=date(1985, 3, 5), occupation="penjahit",
    )  # fmt: skip


@pytest.fixture
def pay():
    def one(member, rupiah=20_000):
        return dues.pay_dues(
            member=member, amount=money.rp(rupiah), paid_on=date(2026, 2, 3), by=SRI, request_id=uuid4()
        )

    return one


@pytest.fixture
def browser_of(karbes):
    """A client who holds a role, and is a member when one is given."""

    def one(role="anggota", member=None):
        person = create_person(
            login_name=f"{role} {member.id if member else ''}", full_name=f"{role.title()} Utomo", passphrase=PHRASE
        )
        appoint(
            cooperative_id=karbes.id, person_id=person.id, role=role, since=date(2026, 1, 1),
            member_id=member and member.id,
        )  # fmt: skip
        client = Client()
        client.force_login(person)
        client.person = person
        return client

    return one
