from datetime import date

import pytest

from lumbung import ids
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions
from lumbung.money import rp

SUTINI, SLAMET, BENDAHARA, KETUA = 1001, 1002, 1, 2


def new_cooperative(slug="karbes"):
    cooperative = create_cooperative(
        slug=slug, name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(cooperative.id):
        actions.open_book(cooperative_id=cooperative.id)
    return cooperative


@pytest.fixture
def coop(db):
    """A cooperative with an empty book, and we act for it."""
    cooperative = new_cooperative()
    with acting_for(cooperative.id):
        yield cooperative.id


@pytest.fixture
def post(coop):
    """Post an event of 3 February 2025, Rp20.000 of Sutini's unless the test says otherwise."""

    def _post(name="dues.paid", **facts):
        usual = {"on": date(2025, 2, 3), "amount": rp(20_000), "by": BENDAHARA, "holder": SUTINI}
        return actions.post_event(name, coop, **{**usual, "request_id": ids.new_request(), **facts})

    return _post
