"""Dates as they were typed, items of other versions of the program, and what is no item at all."""

from datetime import timedelta

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.outbox import kinds
from lumbung.outbox.kinds import Done
from lumbung.outbox.rules import Unreadable, read_item
from lumbung.outbox.tests.conftest import NOON


def booked_on(village, document: str):
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
    assert "belum terjadi" in village.tasks()[0]


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
    assert village.receipts() == []


def test_an_item_older_than_two_versions_is_a_task(village, device, monkeypatch):
    monkeypatch.setitem(
        kinds.KINDS, "dues.pay", kinds.KINDS["dues.pay"]._replace(version=5, upgrades={3: dict, 4: dict})
    )
    assert village.states(device.dues(version=2), device.dues(version=3)) == ["refused", "accepted"]
    assert "terlalu lama" in village.tasks()[0]


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
