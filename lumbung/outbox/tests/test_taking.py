"""What the server makes of what devices send: each once, under its own name; what is refused waits for somebody."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection

from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.money import rp
from lumbung.outbox import kinds
from lumbung.outbox.tests.conftest import NOON, as_uuid
from lumbung.web.words import Refused

# --- once -------------------------------------------------------------------------------------------------------------


def test_an_item_becomes_an_entry_and_a_receipt_with_both_times(village, device):
    item = device.dues("40rb", written_at=(NOON - timedelta(hours=3)).isoformat())
    answer = village.take(item)[0]

    assert (answer.state, answer.document) == ("accepted", "BKM-2025-000002")
    assert village.sums() == {"cash": rp(1_040_000), "dues": rp(40_000), "members": [rp(40_000), 0, 0]}
    receipt = village.receipts()[0]
    assert (receipt.written_at, receipt.received_at) == (NOON - timedelta(hours=3), NOON)
    assert receipt.body == {}, "what is in the books is not kept twice"


def test_a_hundred_repeats_are_answered_alike_and_booked_once(village, device):
    letter = [device.dues(), device.spend(), device.earn()]
    first = village.take(*letter)
    for _time in range(100):
        assert village.take(*letter) == first
    assert village.sums()["cash"] == rp(1_065_000)
    assert village.entries() == 4 and len(village.receipts()) == 3 and village.sound()


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
    assert len(village.tasks()) == 1 and "isi lain" in village.tasks()[0]


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


# --- under one name ---------------------------------------------------------------------------------------------------


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
    assert "Peran Anda" in village.tasks()[0]
    assert village.receipts()[0].body == item["body"]


# --- refused ----------------------------------------------------------------------------------------------------------


def test_one_of_many_is_refused_and_the_others_are_taken(village, device):
    letter = [device.dues(), device.spend("2.000.000"), device.dues(member=1)]
    answers = village.take(*letter)
    assert [answer.state for answer in answers] == ["accepted", "refused", "accepted"]
    assert answers[1].words and answers[1].url == village.at("iuran/terima/")
    assert village.tasks() == [f"Uang keluar yang dicatat tanpa sambungan ditolak: {answers[1].words}"]
    assert village.sums()["cash"] == rp(1_040_000) and village.sound()


def test_what_a_refused_deed_had_written_already_is_undone(village, device, monkeypatch):
    spend = kinds.KINDS["cash.out"]

    def half_way(sent):
        spend.record(sent)
        raise Refused("Ternyata tidak boleh.")

    monkeypatch.setitem(kinds.KINDS, "cash.out", spend._replace(record=half_way))
    assert village.states(device.spend()) == ["refused"]
    assert village.entries() == 1 and len(village.receipts()) == 1


@pytest.mark.parametrize("member", ["", "Siti", "77", "9" * 19, "9" * 5000])
def test_dues_of_nobody_are_a_task(village, device, member):
    assert village.states(device.dues(body={"member": member})) == ["refused"]
    assert "tidak ditemukan" in village.tasks()[0]


def test_what_is_owed_to_somebody_is_never_paid_out_without_a_line(village, device):
    assert village.states(device.spend(body={"category": "bayar-penitip", "supplier": "1"})) == ["refused"]
    assert "saat ada sambungan" in village.tasks()[0]


def test_what_is_written_anew_settles_the_task(village, device):
    wrong = device.spend("2.000.000")
    village.take(wrong)
    assert village.states(device.spend("9.000", replaces=wrong["uuid"])) == ["accepted"]
    assert village.tasks() == []


def test_what_was_taken_back_before_sending_is_noted_and_not_done(village, device):
    first = device.dues(withdrawn=True)
    assert village.states(first, device.dues(member=1)) == ["withdrawn", "accepted"]
    assert village.sums()["members"] == [0, rp(20_000), 0]
    assert village.tasks() == []


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
    assert village.receipts() == [] and village.entries() == 1
    monkeypatch.undo()
    assert village.states(*letter) == ["accepted", "accepted"]


def test_a_payment_above_the_limit_waits_for_the_chair_and_is_not_booked(village, device):
    answer = village.take(device.earn("5.000.000"), device.spend("3.000.000"))[1]

    assert (answer.state, answer.document) == ("accepted", "menunggu ketua")
    assert "/persetujuan/" in answer.url
    assert village.entries() == 2, "the opening balance and what came in"
