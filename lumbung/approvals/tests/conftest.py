from datetime import date
from uuid import uuid4

import pytest

from lumbung.approvals import actions, reports
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cash.tests.conftest import coop, journal, new_cooperative  # noqa: F401 - the fixture
from lumbung.money import rp

SITI, KETUA, DAY = 1, 2, date(2025, 2, 3)


def facts(**more):
    return {"on": DAY, "by": SITI, "request_id": uuid4(), **more}


def give_cash(cooperative_id, rupiah=9_000_000):
    place = places.general(cooperative_id)
    cash.receive(category="grant.cash", amount=rp(rupiah), place=place, **facts())
    return place


def ask(place, rupiah=3_500_000, **more):
    who = {"category": "machinery.bought", "memo": "Etalase kaca", **more}
    return cash.pay_or_ask("cash.pay", amount=rp(rupiah), place=place, **facts(**who))


@pytest.fixture
def kas(coop):  # noqa: F811
    return give_cash(coop)


@pytest.fixture
def waiting(kas):
    """A glass case of Rp3.500.000 waits for the chair."""
    return ask(kas)


@pytest.fixture
def decide(coop):  # noqa: F811
    """Approve a draft as the chair who has just read it, unless the test says otherwise."""

    def one(draft, deed=actions.approve, **more):
        seen = reports.newest(coop, draft.id).digest
        return deed(**{"cooperative_id": coop, "draft_id": draft.id, "digest": seen, "by": KETUA, **more})

    return one
