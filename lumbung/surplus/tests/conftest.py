from datetime import date
from uuid import uuid4

import pytest

from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cash.tests.conftest import coop, journal, new_cooperative  # noqa: F401 - the fixture
from lumbung.money import rp
from lumbung.surplus import actions

SITI, KETUA = 1, 2
JANUARY, TODAY = date(2025, 1, 1), date(2025, 2, 3)


def facts(**more):
    return {"on": date(2025, 1, 20), "by": SITI, "request_id": uuid4(), **more}


@pytest.fixture
def kas(coop):  # noqa: F811
    """Rp500.000 in the treasurer's cash since 5 January."""
    place = places.general(coop)
    cash.receive(category="grant.cash", amount=rp(500_000), place=place, **facts(on=date(2025, 1, 5)))
    return place


def count(place, **more):
    seen = places.balance(place)
    pieces = {"lembar_1000": seen // rp(1_000)}
    return cash.count_cash(place=place, pieces=pieces, seen=seen, **facts(on=TODAY, **more))


def close(coop, month=JANUARY, today=TODAY, **more):  # noqa: F811
    given = {"cooperative_id": coop, "month": month, "today": today, "by": SITI, "request_id": uuid4()}
    return actions.close_month(**given | more)


@pytest.fixture
def ready(coop, kas):  # noqa: F811
    """Nothing is missing for January."""
    count(kas)
    actions.look_at_dues(cooperative_id=coop, month=JANUARY, by=SITI)
    return coop
