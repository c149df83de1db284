from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.assets import actions
from lumbung.assets.actions import Thing
from lumbung.assets.reports.inventory import checks, inventory, one
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues.tests.conftest import journal
from lumbung.ledger.actions import open_book, post_event
from lumbung.money import rp

__all__ = ["journal"]
SRI = 7
TODAY = date(2026, 11, 24)
LAPTOP = Thing("Laptop", "office", "bought", rp(8_000_000), location="Kantor")


def make_cooperative(slug="kmp-karangbesuki"):
    """A cooperative with a hundred million in the treasurer's cash since January 2025."""
    made = create_cooperative(
        slug=slug, name="KMP Karangbesuki", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        set_bylaw(cooperative_id=made.id, key="approval_limit", value="900000000", valid_from=date(2025, 1, 1))
        post_event(
            "grant.cash", made.id, on=date(2025, 1, 2), amount=rp(100_000_000), by=SRI, request_id=uuid4(), memo="Hibah"
        )
    return made


@pytest.fixture
def coop(db):
    with clock.frozen(datetime(2026, 11, 24, 5, 0, tzinfo=UTC)):
        made = make_cooperative()
        with acting_for(made.id):
            yield made.id


@pytest.fixture
def write(coop):
    """Write a thing into the book."""

    def it(thing=LAPTOP, on=date(2026, 8, 21), **facts):
        given = {"by": SRI, "request_id": uuid4(), **facts}
        return actions.register(cooperative_id=coop, thing=thing, on=on, **given)

    return it


@pytest.fixture
def wear(coop):
    """Book a month's depreciation."""

    def it(period, on=None, **facts):
        from lumbung.web.months import last_day

        return actions.depreciate(cooperative_id=coop, period=period, on=on or last_day(period), by=SRI, **facts)

    return it


@pytest.fixture
def leave(coop):
    def it(item, kind="scrapped", on=date(2026, 11, 3), **facts):
        given = {"by": SRI, "reason": "rusak berat", "request_id": uuid4(), **facts}
        return actions.depart(cooperative_id=coop, item_id=item.id, kind=kind, on=on, **given)

    return it


def line(item, on=TODAY):
    return one(item.cooperative_id, item.id, on)


def agree(cooperative_id):
    """Whether every account of goods is what the book says."""
    return all(check.agrees for check in checks(cooperative_id, TODAY, inventory(cooperative_id, TODAY)))
