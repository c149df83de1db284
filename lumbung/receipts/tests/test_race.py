"""One form tapped by eight thumbs at once: one copy, one message, no mistake shown to anybody."""

from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.dues.tests.conftest import SRI
from lumbung.dues.tests.test_together import at_once
from lumbung.receipts import actions
from lumbung.receipts.tests.conftest import village


@pytest.fixture
def sutini(transactional_db):
    """A member, and what a form about her payment says."""
    _coop, sutini, _slamet, paid, _bought = village()
    return sutini, {"number": paid, "by": SRI, "at": clock.now(), "request_id": uuid4()}


def test_a_copy_is_counted_once(sutini):
    member, form = sutini
    facts = {"cooperative_id": member.cooperative_id, "kind": "receipt", "sheet": "58", **form}
    made = at_once(member.cooperative_id, lambda _n: actions.print_copy(**facts))
    assert {one.copy for one in made} == {1}


def test_a_message_is_kept_once(sutini):
    member, form = sutini
    facts = {"member": member, "kind": "receipt", "text": "Terima kasih.", **form}
    sent = at_once(member.cooperative_id, lambda _n: actions.send(**facts))
    assert len({one.id for one in sent}) == 1
