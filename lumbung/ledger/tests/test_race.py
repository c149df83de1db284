"""Eight taps at once are one entry, on both engines: threads, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from lumbung import ids
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions
from lumbung.ledger.audit import problems
from lumbung.ledger.models import Entry
from lumbung.ledger.tests.conftest import SUTINI, new_cooperative
from lumbung.money import rp

TAPS = 8


def at_once(tap) -> list:
    """Run `tap(number)` in eight threads that start together."""
    barrier = Barrier(TAPS)

    def one(number):
        try:
            barrier.wait(10)
            return tap(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(TAPS) as pool:
        return list(pool.map(one, range(TAPS)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same_request", [True, False], ids=["one form", "eight forms"])
def test_eight_taps_at_once(same_request):
    coop = new_cooperative("serentak").id
    form = ids.new_request()

    def tap(_number):
        with acting_for(coop):
            request_id = form if same_request else ids.new_request()
            return actions.post_event(
                "dues.paid", coop, on=date(2025, 2, 3), amount=rp(20_000), by=1, holder=SUTINI, request_id=request_id
            )

    posted = at_once(tap)

    expected = {1} if same_request else set(range(1, TAPS + 1))
    assert {p.number for p in posted} == expected
    assert sum(p.is_new for p in posted) == len(expected)
    with acting_for(coop):
        assert Entry.objects.count() == len(expected)
        assert problems(coop) == []
