from datetime import date

import pytest

from lumbung.cash import actions, reports
from lumbung.cash.tests.conftest import DAY, journal
from lumbung.cooperatives.actions import set_bylaw
from lumbung.money import rp
from lumbung.web.words import Refused


def test_buying_paper_empties_the_cash_into_stationery(coop, kas, facts):
    actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas HVS", **facts())

    assert journal(coop)[-1] == "2025-02-03 BKK-2025-000001 522300 <- 111100 68000"
    assert reports.balance(kas) == rp(932_000)


def test_a_second_tap_pays_once_and_gets_the_first_answer(coop, kas, facts):
    tap = facts(category="expense.wages", amount=rp(1_000_000), place=kas)
    first = actions.pay(**tap)

    assert actions.pay(**tap) == first._replace(is_new=False)
    assert len(journal(coop)) == 2


def test_a_form_sent_again_with_another_amount_is_refused(kas, facts):
    tap = facts(category="expense.wages", place=kas)
    actions.pay(amount=rp(5_000), **tap)

    with pytest.raises(Refused, match="sudah dikirim dengan isi lain"):
        actions.pay(amount=rp(6_000), **tap)


def test_more_than_the_place_holds_is_refused_and_leaves_nothing(coop, kas, facts):
    with pytest.raises(Refused, match="Uang di Kas Umum hanya Rp1.000.000"):
        actions.pay(category="expense.wages", amount=rp(1_000_001), place=kas, **facts())

    assert len(journal(coop)) == 1


def test_money_that_came_later_cannot_be_spent_before(kas, facts):
    with pytest.raises(Refused, match="Pada 31 Januari 2025 uang di Kas Umum hanya Rp0"):
        actions.pay(category="expense.wages", amount=rp(1), place=kas, **facts(on=date(2025, 1, 31)))


@pytest.mark.parametrize("amount", [0, -1, rp(-20_000)])
def test_nothing_and_less_than_nothing_are_refused(kas, facts, amount):
    for deed, category in ((actions.pay, "expense.wages"), (actions.receive, "sale.member")):
        with pytest.raises(Refused, match="lebih dari nol"):
            deed(category=category, amount=amount, place=kas, **facts())


def test_a_day_to_come_is_refused(kas, facts):
    with pytest.raises(Refused, match="belum terjadi"):
        actions.receive(category="sale.member", amount=rp(5_000), place=kas, **facts(on=date(2199, 1, 1)))


def test_a_day_before_the_books_is_refused(kas, facts):
    with pytest.raises(Refused, match="baru dipakai 1 Januari 2025"):
        actions.receive(category="sale.member", amount=rp(5_000), place=kas, **facts(on=date(2024, 12, 31)))


def test_a_till_is_funded_and_gives_back(coop, kas, laci, facts):
    actions.move(source=kas, target=laci, amount=rp(200_000), **facts())
    actions.move(source=laci, target=kas, amount=rp(50_000), **facts())

    assert journal(coop, names={laci.id: "laci"})[1:] == [
        "2025-02-03 BM-2025-000001 111300/laci <- 111100 200000",
        "2025-02-03 BM-2025-000002 111100 <- 111300/laci 50000",
    ]
    assert [(str(held.place), held.amount) for held in reports.held(coop)] == [
        ("Kas Umum", rp(850_000)),
        ("Laci Gerai", rp(150_000)),
    ]


def test_cash_is_banked_and_drawn(coop, kas, bri, facts):
    actions.move(source=kas, target=bri, amount=rp(700_000), **facts())
    actions.move(source=bri, target=kas, amount=rp(100_000), **facts())

    assert journal(coop, names={bri.id: "bri"})[1:] == [
        "2025-02-03 BM-2025-000001 112100/bri <- 111100 700000",
        "2025-02-03 BM-2025-000002 111100 <- 112100/bri 100000",
    ]


def test_money_does_not_move_to_where_it_lies(kas, facts):
    with pytest.raises(Refused, match="asal dan tujuan sama"):
        actions.move(source=kas, target=kas, amount=rp(5_000), **facts())


def test_an_empty_till_lends_nothing(kas, laci, facts):
    with pytest.raises(Refused, match="Uang di Laci Gerai hanya Rp0"):
        actions.move(source=laci, target=kas, amount=rp(5_000), **facts())


def test_a_grant_is_capital_unless_the_cooperative_decided_income(coop, kas, facts):
    set_bylaw(cooperative_id=coop, key="grant_policy", value="income", valid_from=DAY)
    actions.receive(category="grant.cash", amount=rp(500_000), place=kas, **facts())

    assert journal(coop) == [
        "2025-02-01 BKM-2025-000001 111100 <- 330000 1000000",
        "2025-02-03 BKM-2025-000002 111100 <- 431200 500000",
    ]


def test_a_laptop_is_owned_or_only_lent(coop, facts):
    actions.goods_granted(cooperative_id=coop, amount=rp(8_000_000), memo="Laptop Komdigi", **facts())
    actions.goods_lent(cooperative_id=coop, amount=rp(8_000_000), memo="Laptop pinjam pakai", **facts())

    assert journal(coop) == [
        "2025-02-03 JU-2025-000001 121500 <- 330000 8000000",
        "2025-02-03 BM-2025-000001 900300 <- 900400 8000000",
    ]


def test_a_count_that_differs_is_booked_either_way(coop, kas, facts):
    actions.cash_difference(place=kas, difference=rp(-5_000), **facts())
    actions.cash_difference(place=kas, difference=rp(2_000), **facts())

    assert journal(coop)[1:] == [
        "2025-02-03 BKK-2025-000001 526100 <- 111100 5000",
        "2025-02-03 BKM-2025-000002 111100 <- 431300 2000",
    ]


def test_the_bank_takes_a_fee_and_gives_interest_with_sen(coop, kas, bri, facts):
    actions.move(source=kas, target=bri, amount=rp(100_000), **facts())
    actions.bank_fee(place=bri, amount=rp(6_000), **facts())
    actions.bank_interest(place=bri, amount=122_250, **facts())

    assert journal(coop, names={bri.id: "bri"})[2:] == [
        "2025-02-03 BKK-2025-000001 522800 <- 112100/bri 6000",
        "2025-02-03 BKM-2025-000002 112100/bri <- 431100 1222.50",
    ]
    with pytest.raises(Refused, match="bukan rekening bank"):
        actions.bank_fee(place=kas, amount=rp(6_000), **facts())


def test_a_producers_share_is_owed_to_her_and_paid_once(coop, kas, facts):
    sutini = actions.add_supplier(cooperative_id=coop, name="Keripik Bu Sutini", commission=2_000)
    actions.sale_consigned(supplier=sutini, amount=rp(50_000), place=kas, **facts())
    actions.consignor_paid(supplier=sutini, amount=rp(40_000), place=kas, **facts())

    assert journal(coop, names={sutini.id: "sutini"})[1:] == [
        "2025-02-03 BKM-2025-000002 111100 50000 <- 212200/sutini 40000 + 423100 10000",
        "2025-02-03 BKK-2025-000001 212200/sutini <- 111100 40000",
    ]
    with pytest.raises(Refused, match="hanya Rp0"):
        actions.consignor_paid(supplier=sutini, amount=rp(1), place=kas, **facts())


def test_a_fund_that_the_members_have_not_filled_cannot_be_spent(kas, facts):
    with pytest.raises(Refused, match="hanya Rp0"):
        actions.pay(category="expense.social", amount=rp(100_000), place=kas, **facts())


def test_two_places_of_one_name_and_a_second_petty_cash_are_refused(coop, bri):
    with pytest.raises(Refused, match="sudah ada"):
        actions.open_place(cooperative_id=coop, kind="till", name=" bri  unit sukun ", opened_on=DAY)
    actions.open_place(cooperative_id=coop, kind="petty", name="Kas Kecil", opened_on=DAY)
    with pytest.raises(Refused, match="satu kas kecil"):
        actions.open_place(cooperative_id=coop, kind="petty", name="Kas Kecil 2", opened_on=DAY)


def test_a_place_with_money_is_not_closed_and_a_closed_one_takes_none(kas, laci, facts):
    actions.move(source=kas, target=laci, amount=rp(5_000), **facts())
    with pytest.raises(Refused, match="Masih ada Rp5.000"):
        actions.close_place(place=laci, on=DAY)
    actions.move(source=laci, target=kas, amount=rp(5_000), **facts())
    actions.close_place(place=laci, on=DAY)
    laci.refresh_from_db()
    with pytest.raises(Refused, match="sudah ditutup"):
        actions.receive(category="sale.member", amount=rp(5_000), place=laci, **facts(on=date(2025, 2, 4)))


def test_each_bank_lies_in_its_account(coop, bri):
    jatim = actions.open_place(cooperative_id=coop, kind="bank", name="Jatim", bank_name="Bank Jatim", opened_on=DAY)
    program = actions.open_place(
        cooperative_id=coop, kind="bank", name="Program", bank_name="BRI", account="112300", opened_on=DAY
    )

    assert [place.account_code for place in (bri, jatim, program)] == ["112100", "112200", "112300"]
