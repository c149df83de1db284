"""What the server makes of what devices send in any order, any number of times: the same books."""

import random

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung.money import rp
from lumbung.outbox.tests.conftest import Device


def test_an_item_waits_for_the_one_before_it(village, device):
    """Rp1.400.000 can only be spent after Rp500.000 came in: arriving first must not refuse it for ever."""
    earned, spent = device.earn("500.000"), device.spend("1.400.000")
    assert village.states(spent) == ["wait"]
    assert village.receipts() == []
    assert village.states(spent, earned, spent) == ["wait", "accepted", "accepted"]


def test_an_item_that_is_told_nothing_waits_before_it_is_taken(village, device):
    device.earn()  # lost with a device that burnt
    assert village.states({**device.spend(), "previous": None}) == ["accepted"]


def test_shuffled_and_repeated_letters_end_in_the_same_books(village, device):
    letter = [device.earn("10.000"), device.dues(member=1), device.spend("700.000"), device.spend("320.000")]
    turns = letter * 6
    random.Random(5).shuffle(turns)
    for item in turns + letter:
        village.take(item)
    assert village.sums() == {"cash": rp(10_000), "dues": rp(20_000), "members": [0, rp(20_000), 0]}
    assert village.states(*letter) == ["accepted"] * 4 and village.sound()


# --- any order, any number of times -----------------------------------------------------------------------------------

DEEDS = st.lists(
    st.tuples(st.sampled_from(["dues", "spend", "earn"]), st.integers(1, 60), st.integers(0, 2)), min_size=1, max_size=7
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, data=st.data())
def test_any_interleaving_of_repeats_and_prefixes_ends_in_the_same_books(village, deeds, data):
    """Ours: the outbox in order, once. Theirs: repeats, shuffles and prefixes of it before it is done."""
    mark = transaction.savepoint()
    letter = [_written(Device(village), *deed) for deed in deeds]
    for before, item in zip([None, *letter], letter, strict=False):
        item["previous"] = before and before["uuid"]
    for item in letter:
        village.take(item)
    ours = (village.sums(), village.states(*letter), village.entries())
    transaction.savepoint_rollback(mark)

    for item in data.draw(st.lists(st.sampled_from(letter), max_size=20)):
        village.take(item)
    for length in data.draw(st.lists(st.integers(0, len(letter)), max_size=3)):
        village.take(*letter[:length])
    village.take(*letter)
    assert (village.sums(), village.states(*letter), village.entries()) == ours
    assert village.sound()
    transaction.savepoint_rollback(mark)


def _written(device, deed: str, thousands: int, member: int) -> dict:
    if deed == "dues":
        return device.dues(f"{thousands}.000", member=member)
    return {"spend": device.spend, "earn": device.earn}[deed](f"{thousands}0.000")


def test_the_restore_point_of_the_property_is_real(village, device):
    """Were the books not set back between the two, the property could not fail."""
    mark = transaction.savepoint()
    village.take(device.dues())
    transaction.savepoint_rollback(mark)
    assert village.receipts() == [] and village.entries() == 1
