from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from lumbung import money
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions
from lumbung.ledger import reports as ledger
from lumbung.ledger.actions import open_book
from lumbung.members import actions as members
from lumbung.security.actions import appoint, create_person

SRI = 7


def make_cooperative(**facts):
    """A cooperative with a book, dues of Rp20.000 and principal of Rp100.000."""
    given = {
        "slug": "kmp-karangbesuki", "name": "KMP Karangbesuki", "kind": "kmp", "village_code": "35.73.04.1009",
        "books_from": date(2025, 1, 1),
    }  # fmt: skip
    made = create_cooperative(**{**given, **facts})
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        for key, value in (("pokok_amount", "100000"), ("wajib_amount", "20000")):
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=made.books_from)
    return made


@pytest.fixture
def karangbesuki(db):
    made = make_cooperative()
    with acting_for(made.id):
        yield made


@pytest.fixture
def enrol(karangbesuki):
    """Register a member who joined on a day."""

    def one(full_name, joined_on=date(2025, 1, 5), **facts):
        return members.register(
            cooperative_id=karangbesuki.id, full_name=full_name, joined_on=joined_on, by=SRI, **facts
        )

    return one


@pytest.fixture
def siti(enrol):
    return enrol("Siti Aminah", rt="003", rw="002")


@pytest.fixture
def pay():
    """Pay dues in rupiah."""

    def one(member, rupiah, paid_on=date(2025, 2, 3), **facts):
        given = {"by": SRI, "request_id": uuid4(), **facts}
        return actions.pay_dues(member=member, amount=money.rp(rupiah), paid_on=paid_on, **given)

    return one


@pytest.fixture
def office(db):
    """A cooperative with three members: one paid up, one behind, one applicant. And everybody signed in."""
    coop = make_cooperative()
    with acting_for(coop.id):
        siti, slamet = (
            members.register(cooperative_id=coop.id, full_name=name, joined_on=date(2025, 1, 5), by=SRI, rt="3", rw="2")
            for name in ("Siti Aminah", "Slamet Utomo")
        )
        members.register(cooperative_id=coop.id, full_name="Wagiman", applied_on=date(2025, 8, 1), by=SRI)
        for member, rupiah in ((siti, 160_000), (slamet, 50_000)):
            actions.pay_dues(
                member=member, amount=money.rp(rupiah), paid_on=date(2025, 6, 2), by=SRI, request_id=uuid4()
            )
    return coop


@pytest.fixture
def as_role(office):
    """A browser of somebody with this role; no role is a stranger."""

    def browser(role=None):
        person = create_person(
            login_name=f"{role or 'orang'}-1", full_name="Sri Wahyuni", passphrase="padi menguning 2025"
        )
        if role:
            with acting_for(office.id):
                appoint(cooperative_id=office.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        client = Client()
        client.force_login(person)
        return client

    return browser


def journal(cooperative_id, names=None):
    """The whole book, one line an entry: `2025-02-03 BKM-2025-000001 111100 <- 320000/siti 20000`."""
    names = names or {}
    lines = []
    for entry in ledger.journal(cooperative_id, date(1, 1, 1), date(9999, 1, 1)):
        sides = [
            [_side(line, names) for line in entry.lines if line.debit],
            [_side(line, names) for line in entry.lines if line.credit],
        ]
        lines.append(
            f"{entry.booked_on} {entry.document} {'+'.join(sides[0])} <- {'+'.join(sides[1])} "
            f"{money.decimal_string(entry.amount)}"
        )
    return lines


def _side(line, names):
    return f"{line.account}/{names.get(line.holder, line.holder)}" if line.holder else line.account
