"""Several people at once: real threads, real commits, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions, reports
from lumbung.dues.models import Allocation
from lumbung.dues.tests.conftest import SRI, journal, make_cooperative
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp

HANDS = 8


@pytest.fixture
def siti(transactional_db):
    coop = make_cooperative()
    with acting_for(coop.id):
        yield members.register(cooperative_id=coop.id, full_name="Siti", joined_on=date(2025, 1, 5), by=SRI)


def at_once(cooperative_id, deed):
    """Run `deed(n)` in eight threads that start together; what each returned."""
    barrier = Barrier(HANDS)

    def hand(n):
        try:
            with acting_for(cooperative_id):
                barrier.wait()
                return deed(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(hand, range(HANDS)))


def test_eight_simultaneous_taps_write_one_entry(siti):
    tap = {"member": siti, "amount": rp(50_000), "paid_on": date(2025, 2, 3), "by": SRI, "request_id": uuid4()}
    receipts = at_once(siti.cooperative_id, lambda n: actions.pay_dues(**tap))

    assert sorted(receipt.is_new for receipt in receipts) == [False] * 7 + [True]
    assert len({receipt._replace(is_new=True) for receipt in receipts}) == 1
    assert len(journal(siti.cooperative_id)) == 1 and Allocation.objects.count() == 3


def test_eight_tills_never_settle_the_same_month_twice(siti):
    def one(n):
        return actions.pay_dues(
            member=siti, amount=rp(20_000), paid_on=date(2025, 9, 1), by=n + 1, request_id=uuid4()
        )  # fmt: skip

    paid = sorted(part.period for receipt in at_once(siti.cooperative_id, one) for part in receipt.months)
    assert paid == [f"2025-{month:02d}" for month in range(1, 9)]
    assert set(reports.card(siti).paid.values()) == {rp(20_000)}


def test_eight_simultaneous_taps_of_principal_make_a_member_once(siti):
    slamet = members.register(cooperative_id=siti.cooperative_id, full_name="Slamet", by=SRI)
    tap = {"member": slamet, "amount": rp(100_000), "paid_on": date(2025, 2, 3), "by": SRI, "request_id": uuid4()}
    receipts = at_once(siti.cooperative_id, lambda n: actions.pay_principal(**tap))

    assert sum(receipt.activated for receipt in receipts) == 1 and len(journal(siti.cooperative_id)) == 1
    assert Member.objects.get(id=slamet.id).status == "active"


def test_eight_applications_get_eight_numbers(siti):
    numbers = at_once(
        siti.cooperative_id,
        lambda n: members.register(cooperative_id=siti.cooperative_id, full_name=f"Orang {n}", by=SRI).number,
    )

    assert sorted(numbers) == [f"{n:04d}" for n in range(2, 10)]


def test_eight_simultaneous_taps_begin_one_collection(siti):
    form = {"name": "RT 03", "day": date(2025, 2, 3), "today": date(2025, 2, 3), "request_id": uuid4()}
    facts = {"cooperative_id": siti.cooperative_id, "by": SRI, "at": clock.now(), **form}
    begun = at_once(siti.cooperative_id, lambda _n: actions.open_collection(**facts))

    assert len({one.id for one in begun}) == 1
