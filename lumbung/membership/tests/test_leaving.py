"""Leaving and dying: what the books and the register say afterwards."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import money
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues import reports as dues_reports
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.audit import problems
from lumbung.ledger.journal import Place
from lumbung.members import actions as members
from lumbung.membership import reports
from lumbung.membership.models import Settlement
from lumbung.membership.tests.conftest import SRI, TODAY, again, has, leave
from lumbung.web.words import Refused


def test_all_that_a_member_has_waits_to_be_given_back(enrol):
    siti = enrol("Siti", wajib=60_000, saved=350_000)
    made = leave(siti)

    assert has(siti) == {"216100": 510_000} and made.refund == money.rp(510_000)
    assert (again(siti).status, again(siti).left_on) == ("left", TODAY)
    assert made.pay_by == TODAY + timedelta(days=30)
    entry = books.entry(siti.cooperative_id, made.number)
    assert entry.kind == "member.settled" and entry.document.startswith("JU-")
    assert problems(siti.cooperative_id) == []


def test_debts_are_taken_off_first(enrol, karbes):
    """J50 of the reference: principal, dues and savings less a loan; interest booked before as a claim."""
    siti = enrol("Siti", wajib=60_000, saved=350_000)
    lend(karbes, siti, "113100", 400_000)
    lend(karbes, siti, "113200", 6_000)
    made = leave(siti)

    assert has(siti) == {"216100": 104_000} and made.refund == money.rp(104_000)


def lend(coop, member, account, rupiah):
    """A claim on the member, as an older book would bring it in."""
    ledger.post_event(
        "opening.asset", coop.id, on=TODAY, amount=money.rp(rupiah), account=Place(account, member.id), by=SRI,
        request_id=uuid4(),
    )  # fmt: skip


def test_what_the_savings_do_not_cover_stays_a_debt(enrol, karbes):
    siti = enrol("Siti")
    lend(karbes, siti, "113100", 250_000)
    made = leave(siti)

    assert has(siti) == {"113100": 150_000} and (made.refund, made.debt) == (0, money.rp(150_000))


def test_a_bill_that_was_never_paid_is_no_savings(enrol, karbes):
    set_bylaw(cooperative_id=karbes.id, key="dues_accrual", value="1", valid_from=date(2026, 1, 1))
    siti = enrol("Siti", wajib=20_000)
    dues.bill_month(cooperative_id=karbes.id, period="2026-02", by=SRI)
    assert has(siti) == {"310000": 100_000, "320000": 40_000, "329000": 20_000}

    leave(siti)
    assert has(siti) == {"216100": 120_000}


def test_after_the_settlement_nothing_is_owed_any_more(enrol):
    siti = enrol("Siti")
    assert dues_reports.arrears_of([(siti, dues_reports.card(siti))], TODAY)[0].months == 2
    leave(siti)

    assert dues_reports.arrears(siti.cooperative_id, TODAY) == []
    assert dues_reports.arrears_at(siti.cooperative_id, TODAY - timedelta(days=1)) == money.rp(40_000)


def test_a_second_tap_leaves_once(enrol):
    siti, tap = enrol("Siti"), uuid4()
    first = leave(siti, request_id=tap)

    assert leave(siti, request_id=tap, seen=money.rp(100_000)).id == first.id
    assert Settlement.objects.count() == 1
    with pytest.raises(Refused, match="sudah diselesaikan"):
        leave(again(siti))


def test_an_amount_that_changed_since_is_shown_again(enrol):
    siti = enrol("Siti")
    seen = reports.account_of(siti).refund
    dues.pay_dues(member=siti, amount=money.rp(20_000), paid_on=TODAY, by=SRI, request_id=uuid4())

    with pytest.raises(Refused, match="berubah sejak"):
        leave(siti, seen=seen)
    assert again(siti).status == "active" and not Settlement.objects.exists()


def test_what_the_register_refuses_leaves_the_books_alone(enrol):
    siti = enrol("Siti")
    before = has(siti)
    for wrong in ({"on": date(2026, 1, 1)}, {"reason": " "}):
        with pytest.raises(Refused):
            leave(siti, **wrong)
    assert has(siti) == before and not Settlement.objects.exists()


def test_an_applicant_gets_the_part_of_the_principal_back(enrol):
    siti = enrol("Siti", principal=40_000)
    assert siti.status == "applicant"
    leave(siti)
    assert has(siti) == {"216100": 40_000}


def test_who_has_nothing_leaves_without_an_entry(enrol):
    siti = enrol("Siti", principal=0)
    made = leave(siti)
    assert (made.number, made.refund) == (None, 0) and reports.farewell(again(siti)).waits == 0


def test_who_had_left_before_there_were_settlements_is_settled_later(enrol):
    siti = enrol("Siti")
    gone = members.leave(member=siti, on=date(2026, 2, 1), reason="pindah", by=SRI)
    leave(gone, on=TODAY, reason="x")

    assert has(siti) == {"216100": 100_000} and again(siti).left_on == date(2026, 2, 1)
