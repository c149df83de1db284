"""Sums through the deeds themselves, one hand with two accounts, officers and their families, the long absent."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.approvals import actions, reports
from lumbung.approvals.models import Draft
from lumbung.approvals.tests.conftest import DAY, KETUA, SITI, ask, facts, journal
from lumbung.cash import actions as cash
from lumbung.cash import reports as places
from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.reports import open_tasks
from lumbung.ledger import actions as ledger
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.savings import actions as savings
from lumbung.security.models import Appointment, Event, Person
from lumbung.web.words import Refused

BUDI = 9


def person(coop, name, role, *, phone="", member=None) -> int:
    made = Person.objects.create(login_name=name, full_name=name.title(), phone=phone, created_at=clock.now())
    Appointment.objects.create(
        cooperative_id=coop, person_id=made.id, role=role, since=date(2024, 1, 1), member_id=member
    )  # fmt: skip
    return made.id


def saver(coop, name="Tumini", rupiah=2_000_000, on=DAY):
    member = register(cooperative_id=coop, full_name=name, joined_on=date(2025, 1, 5), by=SITI)
    savings.deposit(member=member, amount=rp(rupiah), on=on, by=SITI, request_id=uuid4())
    return member


def test_a_purchase_cut_in_pieces_waits_with_the_piece_that_passes_the_limit(coop, kas):
    assert isinstance(ask(kas, 1_200_000), int)
    waits = ask(kas, 1_200_000)
    assert isinstance(waits, Draft) and waits.facts["why"][0] == ["same", rp(2_400_000), rp(2_000_000)]
    with pytest.raises(Refused, match="Bersama pembayaran sejenis hari itu menjadi Rp2.400.000"):
        cash.pay(category="machinery.bought", amount=rp(1_200_000), place=kas, **facts())


def test_what_was_taken_back_or_approved_does_not_count(coop, kas, decide):
    first = ask(kas, 1_200_000)
    ledger.reverse(coop, first, on=DAY, by=SITI, reason="salah", request_id=uuid4())
    assert isinstance(ask(kas, 1_200_000), int)
    decide(ask(kas, 1_900_000))
    assert isinstance(ask(kas, 800_000), int)


def test_a_second_tap_does_not_count_against_itself(kas):
    tap = facts(category="machinery.bought", amount=rp(1_900_000), place=kas)
    assert cash.pay(**tap).number == cash.pay(**tap).number
    assert cash.pay_or_ask("cash.pay", **facts(**tap)) == cash.pay(**tap).number


def test_one_person_spends_so_much_a_day_and_in_days_alone(coop, kas):
    set_bylaw(cooperative_id=coop, key="limit_person_day", value="2000000", valid_from=date(2025, 1, 1))
    set_bylaw(cooperative_id=coop, key="limit_person_days", value="3000000", valid_from=date(2025, 1, 1))
    other = {"category": "expense.stationery"}
    ask(kas, 1_500_000)
    assert isinstance(ask(kas, 600_000, **other), Draft)
    assert isinstance(ask(kas, 600_000, by=BUDI, **other), int)
    later = DAY + timedelta(days=6)
    assert isinstance(ask(kas, 1_600_000, on=later, **other), Draft)
    assert isinstance(ask(kas, 1_600_000, on=later + timedelta(days=1), **other), int)


def test_a_second_account_of_the_maker_is_the_maker(coop, kas):
    member = register(cooperative_id=coop, full_name="Siti Aminah", nik="3573046501800001", by=1)
    maker = person(coop, "siti", "bendahara", member=member.id)
    same_member = person(coop, "siti2", "ketua", member=member.id)
    waiting = ask(kas, by=maker)
    with pytest.raises(Refused, match="dipakai orang yang sama"):
        actions.approve(cooperative_id=coop, draft_id=waiting.id, digest=waiting.digest, by=same_member)

    phone = {"phone": "+628123456789"}
    with_phone, its_twin = (person(coop, name, "ketua", **phone) for name in ("budi", "budi2"))
    waiting = ask(kas, by=with_phone)
    for deed, more in ((actions.approve, {}), (actions.refuse, {"reason": "tidak perlu"})):
        with pytest.raises(Refused, match="dipakai orang yang sama"):
            deed(cooperative_id=coop, draft_id=waiting.id, digest=waiting.digest, by=its_twin, **more)


def test_what_goes_to_an_officers_family_waits_and_she_does_not_decide_it(coop, kas):
    wife = saver(coop, "Yayuk")
    chair = person(coop, "heru", "ketua")
    pay = {"member": wife, "by": SITI, "on": DAY}
    assert isinstance(savings.withdraw_or_ask(amount=rp(600_000), request_id=uuid4(), **pay), int)
    actions.tie(cooperative_id=coop, payee=wife.id, officer=chair, relation="istri", by=3, request_id=uuid4())
    waits = savings.withdraw_or_ask(amount=rp(100_000), request_id=uuid4(), **pay)

    assert [one[0] for one in waits.facts["why"]] == ["related"]
    seen = {"cooperative_id": coop, "draft_id": waits.id, "digest": waits.digest}
    with pytest.raises(Refused, match="untuk Anda atau keluarga Anda"):
        actions.approve(by=chair, **seen)
    decision = actions.stand_in(by=KETUA, reason="ketua suaminya, tidak boleh memutuskan", **seen)
    assert decision.number and Event.objects.filter(deed="approval.stood_in", cooperative_id=coop).count() == 1

    actions.tie(cooperative_id=coop, payee=wife.id, officer=chair, relation="cerai", holds=False, by=3,
                request_id=uuid4())  # fmt: skip
    assert wife.id not in reports.near(coop, DAY)


def test_whoever_stands_in_says_why(waiting, coop):
    with pytest.raises(Refused, match="mengapa tidak bisa menunggu ketua"):
        actions.stand_in(cooperative_id=coop, draft_id=waiting.id, digest=waiting.digest, by=KETUA, reason="cepat")


def test_savings_that_slept_need_two_and_the_family_is_told(coop, kas):
    member = saver(coop)
    actions.name_heir(cooperative_id=coop, member_id=member.id, name="Yanti", relation="anak", phone="08123456789",
                      by=3, request_id=uuid4())  # fmt: skip
    later = date(2026, 3, 2)
    asked = savings.withdraw_or_ask(member=member, amount=rp(50_000), on=later, by=SITI, request_id=uuid4())
    assert asked.needs == 2
    [task] = open_tasks(coop, subject_kind="member", subject_id=member.id)
    assert "Kabari Yanti (anak) +628123456789." in task.message

    seen = {"cooperative_id": coop, "draft_id": asked.id, "digest": asked.digest}
    with pytest.raises(Refused, match="Sekretaris atau pengawas membenarkan dulu"):
        actions.approve(by=KETUA, **seen)
    with pytest.raises(Refused, match="Yang mengajukan tidak boleh"):
        actions.endorse(by=SITI, **seen)
    actions.endorse(by=KETUA, **seen)
    with pytest.raises(Refused, match="membenarkan dulu"):
        actions.approve(by=KETUA, **seen)
    actions.endorse(by=BUDI, **seen)
    assert actions.approve(by=KETUA, **seen).number
    awake = savings.withdraw_or_ask(member=member, amount=rp(50_000), on=later, by=SITI, request_id=uuid4())
    assert isinstance(awake, int)


def test_interest_and_bills_do_not_wake_savings(coop, kas):
    member = saver(coop)
    ledger.post_event("savings.interest", coop, on=date(2026, 2, 28), amount=rp(100), holder=member.id, by=SITI,
                      request_id=uuid4(), memo="Jasa")  # fmt: skip
    assert reports.is_dormant(coop, member.id, date(2026, 3, 2))
    assert not reports.is_dormant(coop, member.id, date(2026, 2, 2))
    assert journal(coop) and places.balance(kas)
