"""Two taps at once, on both engines: threads, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.models import Advance
from lumbung.cash.tests.conftest import BENDAHARA, SITI, new_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.web.words import Refused

TAPS = 6


def at_once(coop, tap) -> list:
    """What six threads that start together answer: a result, or the words of a refusal."""
    barrier = Barrier(TAPS)

    def one(number):
        try:
            with acting_for(coop):
                barrier.wait(10)
                return tap(number)
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(TAPS) as pool:
        return list(pool.map(one, range(TAPS)))


@pytest.fixture
def rich(transactional_db):
    """A cooperative with Rp100.000 in the treasurer's cash, committed."""
    coop = new_cooperative("serentak").id
    with acting_for(coop):
        actions.receive(
            category="grant.cash", amount=rp(100_000), on=date(2025, 2, 1), by=BENDAHARA,
            request_id=ids.new_request(), place=reports.general(coop),
        )  # fmt: skip
    return coop


def facts(coop, request_id):
    return {"on": date(2025, 2, 3), "by": BENDAHARA, "request_id": request_id, "place": reports.general(coop)}


def test_one_form_tapped_by_six_thumbs_pays_once(rich):
    form = ids.new_request()
    posted = at_once(rich, lambda _n: actions.pay(category="expense.wages", amount=rp(90_000), **facts(rich, form)))

    assert {one.document for one in posted} == {"BKK-2025-000001"}
    assert sum(one.is_new for one in posted) == 1
    with acting_for(rich):
        assert reports.balance(reports.general(rich)) == rp(10_000)


def test_six_payments_at_once_never_take_more_than_there_is(rich):
    answers = at_once(
        rich, lambda _n: actions.pay(category="expense.wages", amount=rp(40_000), **facts(rich, ids.new_request()))
    )

    assert sum(isinstance(answer, tuple) for answer in answers) == 2
    assert {answer for answer in answers if isinstance(answer, str)} == {"Uang di Kas Umum hanya Rp20.000."}
    with acting_for(rich):
        assert reports.balance(reports.general(rich)) == rp(20_000)


def test_six_advances_at_once_to_one_person_are_one(rich):
    def tap(_number):
        who = {"holder": SITI, "holder_name": "Bu Siti", "purpose": "belanja", "amount": rp(10_000)}
        return actions.give_advance(**who, **facts(rich, ids.new_request()))

    answers = at_once(rich, tap)

    assert sum(isinstance(answer, Advance) for answer in answers) == 1
    with acting_for(rich):
        assert reports.balance(reports.general(rich)) == rp(90_000)
        assert len(reports.open_advances(rich)) == 1
