"""Money given back to who has left, or to the heir of who has died."""

from datetime import timedelta
from uuid import uuid4

import pytest

from lumbung import money
from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.membership import reports
from lumbung.membership.models import Refund
from lumbung.membership.tests.conftest import SRI, TODAY, again, has, leave, pay_back
from lumbung.security.actions import appoint, create_person
from lumbung.security.reports import roles_in
from lumbung.web.words import Refused

PHRASE = "padi kuning lumbung desa"


def test_money_is_given_back_whole_or_in_parts_and_never_more(enrol, till):
    siti = enrol("Siti", saved=50_000)
    leave(siti)
    pay_back(again(siti), 100_000, till)
    assert reports.farewell(again(siti)).waits == money.rp(50_000)

    with pytest.raises(Refused, match="Rp50.000"):
        pay_back(again(siti), 50_001, till)
    pay_back(again(siti), 50_000, till)
    assert has(siti) == {} and reports.farewell(again(siti)).paid == money.rp(150_000)
    assert reports.waiting_count(siti.cooperative_id) == 0


def test_a_second_tap_gives_back_once(enrol, till):
    siti, tap = enrol("Siti"), uuid4()
    leave(siti)
    assert pay_back(again(siti), 60_000, till, request_id=tap).number == pay_back(
        again(siti), 60_000, till, request_id=tap
    ).number  # fmt: skip
    assert Refund.objects.count() == 1 and has(siti) == {"216100": 40_000}


def test_nothing_is_given_back_to_who_is_here(enrol, till):
    with pytest.raises(Refused, match="belum diselesaikan"):
        pay_back(enrol("Siti"), 1_000, till)


def test_a_refund_that_was_reversed_waits_again(enrol, till):
    siti = enrol("Siti")
    leave(siti)
    paid = pay_back(again(siti), 100_000, till)
    ledger.reverse(siti.cooperative_id, paid.number, on=TODAY, by=SRI, reason="salah orang", request_id=uuid4())

    standing = reports.farewell(again(siti))
    assert (standing.waits, standing.paid) == (money.rp(100_000), 0)


def test_above_the_limit_the_chair_approves_and_the_refund_is_kept_in_the_same_deed(enrol, till, browser_of):
    siti = enrol("Siti", saved=3_000_000)
    leave(siti)
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        pay_back(again(siti), 3_100_000, till)
    tap = {"amount": "3100000", "on": "20/3/2026", "place": str(till.id), "receiver": "Siti", "request_id": uuid4()}
    answer = browser_of("bendahara").post(f"/k/karbes/anggota/{siti.id}/kembalikan/", tap)
    draft = Draft.objects.get()
    assert answer.status_code in (302, 204) and has(again(siti)) == {"216100": 3_100_000}

    decision = approvals.approve(cooperative_id=draft.cooperative_id, draft_id=draft.id, digest=draft.digest, by=99)
    assert Refund.objects.get().number == decision.number and has(again(siti)) == {}


# --- death --------------------------------------------------------------------------------------------------------


def test_the_heir_is_named_and_paid(enrol, till):
    siti = enrol("Siti")
    with pytest.raises(Refused, match="ahli waris"):
        leave(siti, died=True)
    leave(siti, died=True, heir_name="Slamet Raharjo", heir_relation="suami", reason="sakit")

    assert again(siti).status == "deceased"
    paid = pay_back(again(siti), 100_000, till)
    assert paid.receiver == "Slamet Raharjo"
    assert books.entry(siti.cooperative_id, paid.number).memo.endswith("diterima Slamet Raharjo")


def test_nobody_signs_in_as_who_has_died_or_has_all_her_money(enrol, karbes, till):
    siti, wagi = enrol("Siti"), enrol("Wagi")
    tomorrow = TODAY + timedelta(days=1)
    people = {}
    for member in (siti, wagi):
        person = create_person(login_name=member.full_name, full_name=member.full_name, passphrase=PHRASE)
        appoint(cooperative_id=karbes.id, person_id=person.id, role="anggota", since=TODAY, member_id=member.id)
        people[member.id] = person.id
    leave(siti, died=True, heir_name="Slamet")
    leave(wagi)
    assert [bool(roles_in(karbes.id, people[m.id], tomorrow)) for m in (siti, wagi)] == [False, True]
    pay_back(again(wagi), 100_000, till)
    assert not roles_in(karbes.id, people[wagi.id], tomorrow)
