"""Frauds upon the books themselves and upon things (reference: domain section 9)."""

from datetime import date, timedelta

import pytest

from lumbung import clock
from lumbung.assets import actions as assets
from lumbung.assets.actions import Thing
from lumbung.ledger import actions as ledger
from lumbung.money import rp
from lumbung.web.words import Refused
from tests.frauds.conftest import TODAY


def test_fraud_08_entries_dated_back(village):
    """Into a closed month not at all; into an open one with its real moment beside it."""
    village.receive(2_000_000, on=TODAY - timedelta(days=17))
    ledger.close_month(
        cooperative_id=village.id, month=date(2026, 2, 1), by=1, request_id=village.facts()["request_id"]
    )
    with pytest.raises(Refused, match="Buku sudah ditutup"):
        village.pay(50_000, on=date(2026, 2, 27))
    seen = village.signs(8)
    assert seen.found and (seen.figure, seen.since) == ("1 catatan mundur", TODAY - timedelta(days=17))


def test_fraud_10_borrowing_without_a_decision(village):
    """A bank's money without the number of the members' decision does not come into the books."""
    with pytest.raises(Refused, match="perlu keputusan rapat anggota"):
        village.receive(50_000_000, "loan.received", memo="Pinjaman BRI")
    village.receive(50_000_000, "loan.received", memo="Pinjaman BRI, keputusan RAT-2026-03")
    seen = village.signs(10)
    assert seen.found and seen.figure == "Rp50.000.000"


def test_fraud_12_booked_as_something_else(village):
    """Stock as an expense, a member's savings as income: the surplus jumps, and the words betray it."""
    village.receive(2_000_000)
    village.pay(300_000, "expense.general", memo="beli beras")
    village.receive(100_000, "income.other", memo="simpanan sukarela")
    village.pay(20_000, "expense.general", memo="sapu")
    assert [row.words for row in village.signs(12).rows] == ["beli beras", "simpanan sukarela"]


def test_fraud_18_things_taken_home(village):
    """A thing that two people did not both see within a year is told; one who looks twice is one."""
    with village.days_ago(500):
        lent = Thing("Laptop hibah", "office", "granted", rp(8_000_000), location="Kantor")
        thing = assets.register(cooperative_id=village.id, thing=lent, **village.facts(on=clock.today()))
    assert [row.words for row in village.signs(18).rows] == ["INV-0001 Laptop hibah"]
    for by in ("sekretaris", "sekretaris"):
        look(village, thing, by)
    assert village.signs(18).found
    look(village, thing, "bendahara")
    assert not village.signs(18).found


def look(village, thing, by):
    assets.look(cooperative_id=village.id, item_id=thing.id, on=TODAY, condition="good", location="Kantor",
                by=village.people[by])  # fmt: skip
