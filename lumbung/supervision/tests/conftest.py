from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import clock, money
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book, post_event
from lumbung.security.actions import appoint, create_person

SRI, BUDI = 7, 8
PHRASE = "padi kuning lumbung desa"
FRIDAY = datetime(2026, 3, 20, 5, tzinfo=UTC)  # noon in Malang, week 12
WEEK = "2026-W12"


@pytest.fixture(autouse=True)
def noon_on_a_friday():
    with clock.frozen(FRIDAY):
        yield


@pytest.fixture
def karbes(db):
    made = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2026, 1, 1)
    )
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        yield made


@pytest.fixture
def record(karbes):
    """An entry of so many rupiah, in or out, posted so many days ago at an hour."""

    def one(rupiah=23_000, *, out=False, days_ago=7, hour=12, booked=None, memo="Kertas", unasked=False):
        at = FRIDAY.replace(hour=0) - timedelta(days=days_ago, hours=7) + timedelta(hours=hour)
        with clock.frozen(at):
            facts = {"on": booked or clock.today(), "by": SRI, "request_id": uuid4(), "place": general(karbes.id)}
            deed, category = (cash.pay, "expense.stationery") if out else (cash.receive, "income.other")
            if unasked:  # past the deed that asks the chair, as a program of another would
                facts.pop("place")
                return post_event("expense.stationery", karbes.id, amount=money.rp(rupiah), memo=memo, **facts).number
            return deed(category=category, amount=money.rp(rupiah), memo=memo, **facts).number

    return one


@pytest.fixture
def browser_of(karbes):
    def one(role):
        person = create_person(login_name=role, full_name=f"{role.title()} Utomo", passphrase=PHRASE)
        appoint(cooperative_id=karbes.id, person_id=person.id, role=role, since=date(2026, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return one
