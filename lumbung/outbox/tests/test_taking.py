"""What the server makes of what devices send: each once, in order, under its own name."""

import random
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.money import rp
from lumbung.outbox import kinds
from lumbung.outbox.kinds import Done
from lumbung.outbox.models import Receipt
from lumbung.outbox.rules import Unreadable, read_item
from lumbung.outbox.tests.conftest import NOON, Device, as_uuid
from lumbung.web.words import Refused


def tasks(village) -> list[str]:
    with acting_for(village.id):
        return [task.message for task in open_tasks(village.id)]


def receipts(village) -> list[Receipt]:
    with acting_for(village.id):
        return list(Receipt.objects.order_by("id"))


# --- once -----------------------------------------------------------------------------------------------------------


def test_an_item_becomes_an_entry_and_a_receipt_with_both_times(village, device):
    item = device.dues("40rb", written_at=(NOON - timedelta(hours=3)).isoformat())
    answer = village.take(item)[0]

    assert (answer.state, answer.document) == ("accepted", "BKM-2025-000002")
    assert village.sums() == {"cash": rp(1_040_000), "dues": rp(40_000), "members": [rp(40_000), 0, 0]}
    receipt = receipts(village)[0]
    assert (receipt.written_at, receipt.received_at) == (NOON - timedelta(hours=3), NOON)
    assert receipt.body == {}, "what is in the books is not kept twice"


def test_a_hundred_repeats_are_answered_alike_and_booked_once(village, device):
    letter = [device.dues(), device.spend(), device.earn()]
    first = village.take(*letter)
    for _time in range(100):
        assert village.take(*letter) == first
    assert village.sums()["cash"] == rp(1_065_000)
    assert village.entries() == 4 and len(receipts(village)) == 3 and village.sound()


def test_what_was_posted_online_and_whose_answer_was_lost_is_the_same_deed(village, device):
    """The form's own request id is the item's: the line broke after the server had written."""
    item = device.dues()
    with acting_for(village.id):
        paid = dues.pay_dues(
            member=village.members[0], amount=rp(20_000), paid_on=NOON.date(), by=village.sri.id,
            request_id=as_uuid(item),
        )  # fmt: skip
    assert village.take(item)[0].document == paid.document
    assert village.entries() == 2


def test_one_id_with_two_contents_is_a_task_and_the_first_stands(village, device):
    item = device.dues("20.000")
    other = {**item, "body": {**item["body"], "amount": "90.000"}}
    assert village.states(item, other, other) == ["accepted", "refused", "refused"]
    assert village.sums()["dues"] == rp(20_000)
    assert len(tasks(village)) == 1 and "isi lain" in tasks(village)[0]


@pytest.mark.django_db(transaction=True)
def test_the_same_letter_by_two_lines_at_once_is_booked_once(village, device):
    letter, answers = [device.dues(), device.spend()], []

    def line():
        try:
            answers.append(village.take(*letter))
        finally:
            connection.close()

    lines = [Thread(target=line) for _ in range(4)]
    [one.start() for one in lines]
    [one.join() for one in lines]
    assert len(answers) == 4 and all(answer == answers[0] for answer in answers)
    assert village.entries() == 3 and village.sound()


# --- in order -------------------------------------------------------------------------------------------------------


def test_an_item_waits_for_the_one_before_it(village, device):
    """Rp1.400.000 can only be spent after Rp500.000 came in: arriving first must not refuse it for ever."""
    earned, spent = device.earn("500.000"), device.spend("1.400.000")
    assert village.states(spent) == ["wait"]
    assert receipts(village) == []
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


# --- under one name -------------------------------------------------------------------------------------------------


def test_an_item_of_another_person_or_cooperative_is_left_alone(village, device):
    wati = village.people["kasir"]
    assert village.states(device.dues(), by=wati) == ["other"]
    assert village.states(device.dues(cooperative="12345")) == ["other"]
    item = device.dues(previous=None)
    assert village.states(item) == ["accepted"]
    assert village.states({**item, "person": str(wati.id)}, by=wati) == ["other"], "not even its answer"
    assert village.entries() == 2


def test_who_has_lost_the_role_is_refused_in_words_and_nothing_is_lost(village, device):
    item = device.dues()
    assert village.states(item, roles=frozenset({"pengawas"})) == ["refused"]
    assert "Peran Anda" in tasks(village)[0]
    assert receipts(village)[0].body == item["body"]


# --- refused --------------------------------------------------------------------------------------------------------


def test_one_of_many_is_refused_and_the_others_are_taken(village, device):
    letter = [device.dues(), device.spend("2.000.000"), device.dues(member=1)]
    answers = village.take(*letter)
    assert [answer.state for answer in answers] == ["accepted", "refused", "accepted"]
    assert answers[1].words and answers[1].url == village.at("iuran/terima/")
    assert tasks(village) == [f"Uang keluar yang dicatat tanpa sambungan ditolak: {answers[1].words}"]
    assert village.sums()["cash"] == rp(1_040_000) and village.sound()


def test_what_a_refused_deed_had_written_already_is_undone(village, device, monkeypatch):
    spend = kinds.KINDS["cash.out"]

    def half_way(sent):
        spend.record(sent)
        raise Refused("Ternyata tidak boleh.")

    monkeypatch.setitem(kinds.KINDS, "cash.out", spend._replace(record=half_way))
    assert village.states(device.spend()) == ["refused"]
    assert village.entries() == 1 and len(receipts(village)) == 1


@pytest.mark.parametrize("member", ["", "Siti", "77", "9" * 19, "9" * 5000])
def test_dues_of_nobody_are_a_task(village, device, member):
    assert village.states(device.dues(body={"member": member})) == ["refused"]
    assert "tidak ditemukan" in tasks(village)[0]


def test_what_is_owed_to_somebody_is_never_paid_out_without_a_line(village, device):
    assert village.states(device.spend(body={"category": "bayar-penitip", "supplier": "1"})) == ["refused"]
    assert "saat ada sambungan" in tasks(village)[0]


def test_what_is_written_anew_settles_the_task(village, device):
    wrong = device.spend("2.000.000")
    village.take(wrong)
    assert village.states(device.spend("9.000", replaces=wrong["uuid"])) == ["accepted"]
    assert tasks(village) == []


def test_what_was_taken_back_before_sending_is_noted_and_not_done(village, device):
    first = device.dues(withdrawn=True)
    assert village.states(first, device.dues(member=1)) == ["withdrawn", "accepted"]
    assert village.sums()["members"] == [0, rp(20_000), 0]
    assert tasks(village) == []


def test_taking_back_what_had_arrived_says_that_it_had(village, device):
    item = device.dues()
    village.take(item)
    assert village.states({**item, "withdrawn": True}) == ["accepted"]


def test_our_own_mistake_does_nothing_of_the_letter(village, device, monkeypatch):
    def broken(sent):
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "cash.out", kinds.KINDS["cash.out"]._replace(record=broken))
    letter = [device.dues(), device.spend()]
    with pytest.raises(ZeroDivisionError):
        village.take(*letter)
    assert receipts(village) == [] and village.entries() == 1
    monkeypatch.undo()
    assert village.states(*letter) == ["accepted", "accepted"]


# --- dates and versions ---------------------------------------------------------------------------------------------


def booked_on(village, document: str):
    from lumbung.ledger import reports as books

    with acting_for(village.id):
        return books.entry_of_document(village.id, document).booked_on


def test_kemarin_means_the_day_before_it_was_written(village, device):
    item = device.dues(body={"paid_on": "kemarin"}, written_at=(NOON - timedelta(days=3)).isoformat())
    assert booked_on(village, village.take(item)[0].document).isoformat() == "2025-08-17"


def test_a_clock_a_day_behind_changes_no_date_that_was_typed(village, device):
    item = device.dues(written_at=(NOON - timedelta(days=1)).isoformat())
    assert booked_on(village, village.take(item)[0].document).isoformat() == "2025-08-21"


def test_a_clock_a_day_ahead_cannot_book_tomorrow(village, device):
    ahead = (NOON + timedelta(days=1)).isoformat()
    asked = device.dues(body={"paid_on": "22 Agustus 2025"}, written_at=ahead)
    assert village.states(asked, device.dues(written_at=ahead)) == ["refused", "accepted"]
    assert "belum terjadi" in tasks(village)[0]


def test_items_of_the_two_versions_before_are_taken(village, device):
    member = str(village.members[0].id)
    letter = [
        device.write("dues.pay", {"member": member, "amount": "20.000", "on": "20/8/2025"}, version=1),
        device.write("dues.pay", {"member": member, "amount": "20.000", "paid_on": "20/8/2025"}, version=2),
        device.write("cash.out", {"category": "expense.stationery", "amount": "5rb", "on": "20/8/2025"}, version=1),
        device.write("cash.in", {"category": "penjualan", "amount": "7rb", "on": "20/8/2025"}, version=2),
    ]
    assert village.states(*letter) == ["accepted"] * 4
    assert village.sums() == {"cash": rp(1_042_000), "dues": rp(40_000), "members": [rp(40_000), 0, 0]}


def test_an_item_of_a_newer_program_waits_for_the_server(village, device):
    assert village.states(device.dues(version=4)) == ["newer"]
    assert receipts(village) == []


def test_an_item_older_than_two_versions_is_a_task(village, device, monkeypatch):
    monkeypatch.setitem(
        kinds.KINDS, "dues.pay", kinds.KINDS["dues.pay"]._replace(version=5, upgrades={3: dict, 4: dict})
    )
    assert village.states(device.dues(version=2), device.dues(version=3)) == ["refused", "accepted"]
    assert "terlalu lama" in tasks(village)[0]


def test_a_kind_that_nobody_knows_is_a_task(village, device):
    assert village.states(device.write("loan.approve", {})) == ["refused"]


def test_a_kind_without_its_upgrades_is_not_registered():
    with pytest.raises(AssertionError, match="upgrade"):
        kinds.register(kinds.Kind("x", "x", "dues.receive", 3, lambda sent: Done("", ""), {2: dict}))


def test_nothing_that_approves_confirms_or_undoes_can_be_recorded_without_a_line():
    allowed = {"dues.receive", "cash.receive", "cash.pay"}
    assert {kind.deed for kind in kinds.KINDS.values()} <= allowed, "a new deed here is a decision: add it"


@pytest.mark.parametrize("wrong", [
    {"uuid": "x"}, {"written_at": "2025-08-21"}, {"body": {"amount": 5}}, {"body": []}, {"kind": ""},
    {"version": None}, {"version": 0}, {"sequence": 2**60}, {"person": "sri"}, {"written_at": "9999-99-99"},
])  # fmt: skip
def test_what_is_no_item_is_not_read(village, device, wrong):
    read_item(device.dues())
    with pytest.raises(Unreadable):
        read_item({**device.dues(), **wrong})


# --- any order, any number of times ---------------------------------------------------------------------------------

DEEDS = st.lists(
    st.tuples(st.sampled_from(["dues", "spend", "earn"]), st.integers(1, 60), st.integers(0, 2)), min_size=1, max_size=7
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, data=st.data())
def test_any_interleaving_of_repeats_and_prefixes_ends_in_the_same_books(village, deeds, data):
    """Ours: the outbox in order, once. Theirs: repeats, shuffles and prefixes of it before it is done."""
    from django.db import transaction

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
    from django.db import transaction

    mark = transaction.savepoint()
    village.take(device.dues())
    transaction.savepoint_rollback(mark)
    assert receipts(village) == [] and village.entries() == 1


def test_a_payment_above_the_limit_waits_for_the_chair_and_is_not_booked(village, device):
    answer = village.take(device.earn("5.000.000"), device.spend("3.000.000"))[1]

    assert (answer.state, answer.document) == ("accepted", "menunggu ketua")
    assert "/persetujuan/" in answer.url
    assert village.entries() == 2, "the opening balance and what came in"
