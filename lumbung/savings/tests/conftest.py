from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues.tests.conftest import journal
from lumbung.ledger import reports as books
from lumbung.ledger.actions import open_book, post_event
from lumbung.members import actions as members
from lumbung.money import rp
from lumbung.savings import actions

__all__ = ["journal"]
SRI = 7
NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def make_cooperative(slug="kmp-karangbesuki", **rules):
    """A cooperative that pays 6 % on savings and 9 % on term deposits, with a hundred million in cash."""
    made = create_cooperative(
        slug=slug, name="KMP Karangbesuki", kind="kmp", village_code="35.73.04.1009", books_from=date(2026, 1, 1)
    )
    given = {"savings_rate_year": "6", "term_rate_year": "9", "savings_floor": "10000", "approval_limit": "50000000",
             **rules}  # fmt: skip
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        for key, value in given.items():
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=made.books_from)
        post_event(
            "grant.cash", made.id, on=date(2026, 1, 2), amount=rp(100_000_000), by=SRI, request_id=uuid4(), memo="Hibah"
        )
    return made


@pytest.fixture
def karangbesuki(db):
    with clock.frozen(NOON):
        made = make_cooperative()
        with acting_for(made.id):
            yield made


@pytest.fixture
def enrol(karangbesuki):
    def one(full_name, **facts):
        return members.register(
            cooperative_id=karangbesuki.id, full_name=full_name, joined_on=date(2026, 1, 5), by=SRI, **facts
        )

    return one


@pytest.fixture
def siti(enrol):
    return enrol("Siti Aminah")


def save(member, rupiah, on=date(2026, 8, 3), **facts):
    given = {"by": SRI, "request_id": uuid4(), **facts}
    return actions.deposit(member=member, amount=rp(rupiah), on=on, **given)


def take(member, rupiah, on=date(2026, 11, 3), **facts):
    given = {"by": SRI, "request_id": uuid4(), **facts}
    return actions.withdraw(member=member, amount=rp(rupiah), on=on, **given)


def put_away(member, rupiah, on=date(2026, 8, 15), months=3, rate=900, **facts):
    given = {"by": SRI, "request_id": uuid4(), **facts}
    return actions.place_term(member=member, amount=rp(rupiah), months=months, rate=rate, on=on, **given)


def credit(cooperative_id, period="2026-10", on=date(2026, 10, 31), **facts):
    return actions.credit_interest(cooperative_id=cooperative_id, period=period, on=on, by=SRI, **facts)


def held(member, account="211100"):
    """In rupiah."""
    return books.holder_balance(member.cooperative_id, account, member.id) // 100
