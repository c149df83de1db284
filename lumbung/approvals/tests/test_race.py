"""Eight approvals at the same moment: one entry, and everybody is told of it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lumbung.approvals import actions
from lumbung.approvals.tests.conftest import KETUA, ask, give_cash, journal, new_cooperative
from lumbung.cooperatives.tenant import acting_for

AT_ONCE = 8


@pytest.fixture
def waiting(transactional_db):
    coop = new_cooperative("serentak").id
    with acting_for(coop):
        return ask(give_cash(coop))


def test_eight_approvals_at_once_post_one_entry(waiting):
    coop, barrier = waiting.cooperative_id, Barrier(AT_ONCE)

    def tap(number):
        try:
            with acting_for(coop):
                barrier.wait(10)
                return actions.approve(
                    cooperative_id=coop, draft_id=waiting.id, digest=waiting.digest, by=KETUA + number
                ).number
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        numbers = list(pool.map(tap, range(AT_ONCE)))

    assert len(set(numbers)) == 1
    with acting_for(coop):
        assert len(journal(coop)) == 2
