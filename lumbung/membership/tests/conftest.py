from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import clock, money
from lumbung.cash import actions as cash
from lumbung.cash.reports import general
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.membership import actions, reports
from lumbung.security.actions import appoint, create_person

SRI = 7
NOON = datetime(2026, 3, 20, 5, tzinfo=UTC)
TODAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def noon_in_march():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def karbes(db):
    made = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2026, 1, 1)
    )
    with acting_for(made.id):
        ledger.open_book(cooperative_id=made.id)
        for key, value in (("pokok_amount", "100000"), ("wajib_amount", "20000")):
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=made.books_from)
        yield made


@pytest.fixture
def enrol(karbes):
    """A member who has paid the principal, and so many rupiah of dues and of savings."""

    def one(full_name, *, principal=100_000, wajib=0, saved=0, **facts):
        member = members.register(cooperative_id=karbes.id, full_name=full_name, by=SRI, applied_on=date(2026, 1, 5),
                                  **facts)  # fmt: skip
        given = {"by": SRI, "paid_on": date(2026, 1, 5)}
        if principal:
            dues.pay_principal(member=member, amount=money.rp(principal), request_id=uuid4(), **given)
            member.refresh_from_db()
        if wajib:
            dues.pay_dues(member=member, amount=money.rp(wajib), request_id=uuid4(), **given)
        if saved:
            post("savings.deposited", karbes, member, saved)
        return member

    return one


def post(event, coop, member, rupiah, **figures):
    facts = {"on": TODAY, "by": SRI, "request_id": uuid4(), "holder": member.id}
    return ledger.post_event(event, coop.id, amount=money.rp(rupiah), **facts, **figures)


@pytest.fixture
def till(karbes):
    """The treasurer's cash, with ten million in it."""
    place = general(karbes.id)
    cash.receive(category="grant.cash", amount=money.rp(10_000_000), on=date(2026, 1, 2), by=SRI, place=place,
                 request_id=uuid4())  # fmt: skip
    return place


def again(member):
    """The member as the register has her now."""
    return Member.objects.get(id=member.id)


def leave(member, **facts):
    given = {
        "on": TODAY, "reason": "pindah ke Blitar", "by": SRI, "request_id": uuid4(),
        "seen": reports.account_of(member).refund, **facts,
    }  # fmt: skip
    return actions.leave(member=member, **given)


def pay_back(member, rupiah, place, **facts):
    given = {"on": TODAY, "by": SRI, "request_id": uuid4(), "place": place, **facts}
    return actions.pay_back(member=member, amount=money.rp(rupiah), **given)


def merge(kept, gone, **facts):
    given = {"reason": "KTP sama", "by": SRI, "request_id": uuid4(), **facts}
    return actions.merge(kept=kept, gone=gone, **given)


def has(member):
    """What a member has in each account, rupiah."""
    return {code: amount // 100 for code, amount in books.holder_accounts(member.cooperative_id, member.id).items()}


@pytest.fixture
def browser_of(karbes):
    def one(role):
        person = create_person(login_name=role, full_name=role.title(), passphrase="padi kuning lumbung desa")
        appoint(cooperative_id=karbes.id, person_id=person.id, role=role, since=date(2026, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return one
