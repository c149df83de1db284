"""Frauds upon cash, savings, panjar and prices (reference: domain section 9)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.cash import actions as cash
from lumbung.cash import reports as tills
from lumbung.ledger import actions as ledger
from lumbung.ledger.events import EVENTS
from lumbung.ledger.journal import Place
from lumbung.money import rp
from lumbung.receipts import actions as receipts
from lumbung.savings import actions as savings
from lumbung.web.photos import made_anew
from lumbung.web.words import Refused
from tests.frauds.conftest import TODAY
from tests.village import photo


def test_fraud_03_savings_withdrawn_on_false_slips(village):
    """Above the limit and from savings that slept it waits; below it is told until a signed slip is there."""
    village.receive(9_000_000)
    rich, asleep = village.member("Kaya"), village.member("Lama", joined=date(2024, 2, 1), paid=False)
    with village.days_ago(700):
        savings.deposit(member=asleep, amount=rp(900_000), **village.facts(on=clock.today()))
    savings.deposit(member=rich, amount=rp(5_000_000), **village.facts())
    assert isinstance(savings.withdraw_or_ask(member=rich, amount=rp(2_500_000), **village.facts()), Draft)
    assert savings.withdraw_or_ask(member=asleep, amount=rp(100_000), **village.facts()).needs == 2
    number = savings.withdraw_or_ask(member=rich, amount=rp(400_000), **village.facts())

    assert [row.amount for row in village.signs(3).rows] == [rp(400_000)] and village.signs(3).since == TODAY
    cash.attach_slip(cooperative_id=village.id, number=number, slip=made_anew(photo()), by=1)
    assert not village.signs(3).found


def test_fraud_04_blank_receipts(village):
    """There is no paper without an entry, and each further copy is counted."""
    with pytest.raises(Refused, match="tidak ada bukti yang dapat dicetak"):
        printed(village, 77)
    posted = village.receive(50_000)
    printed(village, posted.number)
    assert not village.signs(4).found
    printed(village, posted.number)
    seen = village.signs(4)
    assert (seen.figure, seen.since, seen.rows[0].small) == ("1 salinan", TODAY, "salinan ke-2")


def printed(village, number):
    receipts.print_copy(cooperative_id=village.id, number=number, kind="receipt", sheet="a5", by=1, at=clock.now(),
                        request_id=uuid4())  # fmt: skip


def test_fraud_05_money_kept_in_the_drawer(village):
    """What lies in hand above the limit is told, to the rupiah."""
    village.receive(2_000_000)
    assert not village.signs(5).found
    village.receive(750_000)
    assert village.signs(5).found and village.signs(5).figure == "Rp750.000 di atas batas"


def test_fraud_06_lapping(village):
    """Today's money covers yesterday's: what came in twelve days ago has still not reached the bank."""
    bank = cash.open_place(
        cooperative_id=village.id, kind="bank", name="BRI", bank_name="BRI", opened_on=date(2024, 1, 1)
    )
    with village.days_ago(12):
        village.receive(600_000, on=clock.today())
    with village.days_ago(2):
        village.receive(300_000, on=clock.today())
    seen = village.signs(6)
    assert seen.found and (seen.figure, seen.since) == ("tertua 12 hari", TODAY - timedelta(days=12))

    cash.move(source=village.place, target=bank, amount=rp(600_000), **village.facts())
    assert not village.signs(6).found and tills.balance(village.place) == rp(300_000)


def test_fraud_07_cash_sales_not_recorded(village):
    """Goods were bought for more than was ever sold; and the drawer holds what nobody wrote down."""
    village.receive(2_000_000)
    village.pay(1_000_000, "goods.bought")
    village.receive(400_000, "sale.non_member")
    cash.count_cash(pieces={"lembar_100000": 16}, seen=tills.balance(village.place), witness="", book_it=True,
                    reason="tidak tahu", place=village.place, **village.facts())  # fmt: skip
    seen = village.signs(7)
    assert seen.found and [row.amount for row in seen.rows] == [rp(200_000), rp(600_000)]


def test_fraud_11_own_money_and_the_cooperatives_mixed(village):
    """What an officer lent stands under her name, ages, and is never given back twice."""
    sri = village.people["bendahara"]
    with village.days_ago(45):
        cash.officer_lent(holder=sri, amount=rp(300_000), place=village.place, **village.facts(on=clock.today()))
    seen = village.signs(11)
    assert seen.found and (seen.figure, seen.since) == ("Rp300.000", TODAY - timedelta(days=45))
    with pytest.raises(Refused, match="Yang boleh dibayarkan hanya Rp300.000"):
        village.receive(500_000)
        cash.officer_repaid(holder=sri, amount=rp(400_000), place=village.place, **village.facts())


def test_fraud_14_padded_prices(village):
    """Rice for three times the usual price stands out, with the usual beside it."""
    village.receive(9_000_000)
    for rupiah in (200_000, 210_000, 190_000, 640_000):
        village.pay(rupiah, "goods.bought", memo="Beras")
    seen = village.signs(14)
    assert [(row.amount, row.small) for row in seen.rows] == [(rp(640_000), "biasanya Rp200.000")]


def test_fraud_15_a_producer_who_is_not_paid(village):
    """Her goods were sold three weeks ago; she cannot be paid more than her share, and she waits."""
    producer = cash.add_supplier(cooperative_id=village.id, name="Keripik Bu Nah", commission=1000)
    with village.days_ago(21):
        ledger.post_event("sale.consigned", village.id, parts={"share": rp(90_000), "commission": rp(10_000)},
                          cash=Place("111100"), holder=producer.id, memo="keripik",
                          **village.facts(on=clock.today()))  # fmt: skip
    seen = village.signs(15)
    assert seen.found and (seen.figure, seen.since) == ("Rp90.000", TODAY - timedelta(days=21))
    with pytest.raises(Refused, match="hanya Rp90.000"):
        village.pay(95_000, "consignor.paid", holder=producer.id)


def test_fraud_16_a_panjar_that_never_ends(village):
    """No second one while the first is open; past its days it is told."""
    with village.days_ago(20):
        village.receive(2_000_000, on=clock.today())
        give = {"holder": village.people["sekretaris"], "holder_name": "Bu Ning", "place": village.place}
        cash.give_advance(purpose="RAT", amount=rp(300_000), **give, **village.facts(on=clock.today()))
    with pytest.raises(Refused, match="masih memegang panjar"):
        cash.give_advance(purpose="lagi", amount=rp(100_000), **give, **village.facts())
    assert [(row.on, row.amount) for row in village.signs(16).rows] == [(TODAY - timedelta(days=20), rp(300_000))]


def test_fraud_20_a_payment_cut_in_pieces(village):
    """The third piece passes the sum and waits; pieces with another program are told."""
    village.receive(9_000_000)
    pieces = [cash.pay_or_ask("cash.pay", category="machinery.bought", amount=rp(900_000), place=village.place,
                              **village.facts()) for _ in range(3)]  # fmt: skip
    assert [isinstance(one, Draft) for one in pieces] == [False, False, True]
    with pytest.raises(Refused, match="Bersama pembayaran sejenis"):
        village.pay(900_000, "machinery.bought")
    ledger.post_event("machinery.bought", village.id, amount=rp(900_000), cash=Place("111100"), memo="rak",
                      **village.facts())  # fmt: skip
    assert len(village.signs(20).rows) == 3


def test_fraud_13_surplus_paid_before_the_meeting(village):
    """No deed pays surplus out; whoever hides it under another word is told by that word."""
    pays = [event.name for event in EVENTS.values() if "215700" in str(event.debit) and "cash" in str(event.credit)]
    assert pays == []
    village.receive(2_000_000)
    village.pay(500_000, "expense.other", memo="Bagi SHU pengurus")
    seen = village.signs(13)
    assert seen.found and (seen.figure, seen.since) == ("1 pembayaran", TODAY)
