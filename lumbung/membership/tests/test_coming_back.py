"""A leaving that is taken back, and a former member who comes back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock, money
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues import reports as dues_reports
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.audit import problems
from lumbung.membership import actions, reports
from lumbung.membership.tests.conftest import NOON, SRI, TODAY, again, has, leave, pay_back
from lumbung.web.words import Refused


def test_a_leaving_taken_back_is_as_if_it_had_not_been_and_stays_visible(enrol):
    siti = enrol("Siti", wajib=20_000, saved=50_000)
    before = has(siti), dues_reports.card(siti)
    made = leave(siti)
    actions.take_back(member=again(siti), reason="salah orang", by=SRI, request_id=uuid4())

    assert (has(siti), dues_reports.card(again(siti))) == before and again(siti).status == "active"
    assert books.entry(siti.cooperative_id, made.number).reversed_by
    assert reports.farewell(again(siti)) is None and problems(siti.cooperative_id) == []
    leave(again(siti))
    assert has(siti) == {"216100": 170_000}


def test_it_is_not_taken_back_once_money_was_given(enrol, till):
    siti = enrol("Siti")
    leave(siti)
    pay_back(again(siti), 1_000, till)
    with pytest.raises(Refused, match="Batalkan dulu"):
        actions.take_back(member=again(siti), reason="salah", by=SRI, request_id=uuid4())


def test_what_was_settled_is_not_undone_piece_by_piece(enrol):
    siti = enrol("Siti")
    paid = dues.pay_dues(member=siti, amount=money.rp(20_000), paid_on=TODAY, by=SRI, request_id=uuid4())
    leave(siti)
    with pytest.raises(Refused, match="sudah diselesaikan"):
        dues.reverse_payment(
            cooperative_id=siti.cooperative_id, number=paid.number, on=TODAY, by=SRI, reason="x", request_id=uuid4()
        )


def test_a_settlement_is_taken_back_with_the_leaving_not_from_the_journal(enrol):
    siti = enrol("Siti")
    dues.pay_dues(member=siti, amount=money.rp(20_000), paid_on=TODAY, by=SRI, request_id=uuid4())
    number = leave(siti).number
    with pytest.raises(Refused, match="Batalkan keluarnya dari halaman anggota itu"):
        ledger.undo(siti.cooperative_id, number, on=TODAY, by=SRI, reason="x", request_id=uuid4())


# --- coming back --------------------------------------------------------------------------------------------------


def come_back(member, till):
    leave(member)
    if waits := reports.farewell(again(member)).waits:
        pay_back(again(member), waits // 100, till)
    return actions.rejoin(member=again(member), on=TODAY, by=SRI)


@pytest.mark.parametrize(("rule", "number"), [("same", "0001"), ("new", "0003")])
def test_a_former_member_comes_back_with_the_number_that_the_bylaws_say(enrol, karbes, till, rule, number):
    siti, _other = enrol("Siti"), enrol("Slamet")
    set_bylaw(cooperative_id=karbes.id, key="rejoin_number", value=rule, valid_from=date(2026, 1, 1))
    back = come_back(siti, till)

    assert (back.id, back.number, back.status) == (siti.id, number, "applicant")
    assert "pernah keluar 20/03/2026" in back.notes


def test_who_comes_back_begins_anew_with_principal_and_dues(enrol, till):
    siti = enrol("Siti", wajib=240_000)  # the whole year ahead, and all of it given back
    back = come_back(siti, till)
    assert dues_reports.principal_owed(back, TODAY) == money.rp(100_000)

    with clock.frozen(NOON + timedelta(days=40)):
        paid_on = date(2026, 4, 29)
        dues.pay_principal(member=back, amount=money.rp(100_000), paid_on=paid_on, by=SRI, request_id=uuid4())
        card = dues_reports.card(again(siti))
        assert card.first == "2026-04" and card.unpaid("2026-05")[0].period == "2026-04"
        assert len(card.unpaid("2026-05")) == 2, "months that were given back are not paid any more"
        dues.pay_dues(member=again(siti), amount=money.rp(20_000), paid_on=paid_on, by=SRI, request_id=uuid4())
        assert dues_reports.card(again(siti)).paid == {"2026-04": money.rp(20_000)}


def test_nobody_comes_back_before_the_old_savings_are_settled(enrol):
    siti = enrol("Siti")
    leave(siti)
    with pytest.raises(Refused, match="belum selesai"):
        actions.rejoin(member=again(siti), on=TODAY, by=SRI)
    with pytest.raises(Refused, match="tidak tercatat keluar"):
        actions.rejoin(member=enrol("Slamet", principal=0), on=TODAY, by=SRI)
