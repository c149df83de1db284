"""Two taps at once, on both engines: threads, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from lumbung.cooperatives.tenant import acting_for
from lumbung.meetings import actions
from lumbung.meetings.models import TermEnd
from lumbung.meetings.tests.conftest import DAY, SRI, new_cooperative
from lumbung.web.words import Refused

TAPS = 6


@pytest.fixture
def term(transactional_db):
    coop = new_cooperative().id
    facts = {"body": "board", "position": "Ketua", "name": "Bu Susy", "on": DAY}
    with acting_for(coop):
        return actions.record_term(cooperative_id=coop, by=SRI, request_id=uuid4(), **facts)


def test_six_who_write_the_same_end_at_once_write_one_and_five_are_told(term):
    barrier = Barrier(TAPS)

    def tap(_number):
        try:
            with acting_for(term.cooperative_id):
                barrier.wait(10)
                return actions.end_term(term=term, on=DAY, reason="pindah", by=SRI, request_id=uuid4())
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(TAPS) as pool:
        answers = list(pool.map(tap, range(TAPS)))

    assert sum(isinstance(answer, TermEnd) for answer in answers) == 1
    assert answers.count("Bu Susy sudah dicatat berhenti 3 Maret 2026.") == TAPS - 1
