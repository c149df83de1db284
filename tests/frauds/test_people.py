"""Frauds upon the register, the meetings and the accounts of people (reference: domain section 9)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.cash import actions as cash
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.ledger.events import EVENTS
from lumbung.meetings import actions as meetings
from lumbung.members.actions import register
from lumbung.money import rp
from lumbung.security.actions import appoint
from lumbung.security.models import Person
from lumbung.supervision.reports import to_confirm
from lumbung.web.words import Refused
from tests.frauds.conftest import TODAY


def test_fraud_01_ghost_members(village):
    """Five who do not exist, in one afternoon, with the clerk's own telephone; and one NIK twice."""
    village.member("Ponirah", phone="08111111111")
    for name in ("Anu", "Inu", "Unu", "Enu", "Onu"):
        village.member(name, joined=date(2026, 2, 2), paid=False, phone="08122222222")
    register(cooperative_id=village.id, full_name="Satu", nik="3573046501800001", by=1)
    with pytest.raises(Refused, match="sudah terdaftar atas nama Satu"):
        register(cooperative_id=village.id, full_name="Dua", nik="3573046501800001", by=1)

    seen = village.signs(1)
    assert seen.found and (seen.figure, seen.since) == ("5 anggota", date(2026, 2, 2))
    assert all("Ponirah" not in row.words for row in seen.rows)


def test_fraud_02_loans_in_the_names_of_members(village):
    """No deed pays one out; whatever came into the books stands under the name and is asked about on paper."""
    lent = [event.name for event in EVENTS.values() if "113100" in str(event.debit) and "cash" in str(event.credit)]
    assert lent == []
    unaware = village.member("Tumini")
    ledger.post_event("opening.asset", village.id, amount=rp(3_000_000), memo="pinjaman",
                      account=ledger_place("113100", unaware.id), **village.facts())  # fmt: skip
    seen = village.signs(2)
    assert seen.found and [(row.words[5:], row.amount) for row in seen.rows] == [("Tumini", rp(3_000_000))]
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert [(one.member.id, one.loan) for one in to_confirm(village.id, "2026-04")] == [(unaware.id, rp(3_000_000))]


def ledger_place(account, holder):
    from lumbung.ledger.journal import Place

    return Place(account, holder)


def test_fraud_09_an_officer_favours_her_family(village):
    """The chair's brother is paid: it waits, the chair does not decide it, and the supervisor has its line."""
    village.receive(9_000_000)
    brother = cash.add_supplier(cooperative_id=village.id, name="Toko Adik", commission=0)
    ledger.post_event("opening.claim", village.id, amount=rp(5_000_000), memo="titip jual",
                      account=ledger_place("212200", brother.id), **village.facts())  # fmt: skip
    approvals.tie(cooperative_id=village.id, payee=brother.id, officer=village.people["ketua"], relation="adik",
                  by=village.people["sekretaris"], request_id=uuid4())  # fmt: skip
    waits = cash.pay_or_ask("cash.pay", category="consignor.paid", amount=rp(900_000), holder=brother.id,
                            place=village.place, **village.facts())  # fmt: skip
    assert isinstance(waits, Draft)
    with pytest.raises(Refused, match="keluarga Anda"):
        approvals.approve(cooperative_id=village.id, draft_id=waits.id, digest=waits.digest, by=village.people["ketua"])
    approvals.stand_in(cooperative_id=village.id, draft_id=waits.id, digest=waits.digest,
                       by=village.people["sekretaris"], reason="ketua kakaknya penitip")  # fmt: skip

    seen = village.signs(9)
    assert (seen.figure, seen.since) == ("1 pembayaran, Rp900.000", TODAY) and seen.rows[0].small == "adik, Ketua"


def test_fraud_17_an_inflated_attendance(village):
    """More at the meeting than there are members: refused, not only counted."""
    for name in ("Satu", "Dua", "Tiga"):
        village.member(name)
    told = {"cooperative_id": village.id, "body": "members", "kind": "annual", "place": "Balai", "leader": "Sri",
            "agenda": "RAT 2025", "decisions": "Setuju"}  # fmt: skip
    with pytest.raises(Refused, match="hanya 3 anggota"):
        meetings.record_meeting(invited=60, present=45, **told, **village.facts())
    meetings.record_meeting(invited=3, present=2, **told, **village.facts())
    assert not village.signs(17).found


def test_fraud_19_one_person_does_everything(village):
    """She may not approve herself, nor hold the roles that would let her; and the supervisor is told."""
    village.receive(9_000_000)
    with pytest.raises(Refused, match="tidak boleh dirangkap"):
        appoint(cooperative_id=village.id, person_id=village.people["bendahara"], role="pengawas", since=TODAY)
    waits = cash.pay_or_ask("cash.pay", category="machinery.bought", amount=rp(3_000_000), place=village.place,
                            **village.facts())  # fmt: skip
    with pytest.raises(Refused, match="tidak boleh memutuskan"):
        approvals.approve(cooperative_id=village.id, draft_id=waits.id, digest=waits.digest, by=waits.made_by)
    seen = village.signs(19)
    assert seen.found and [row.words for row in seen.rows] == ["Bendahara"]


def test_fraud_21_one_hand_with_two_accounts(village):
    """The treasurer makes herself a second account and approves with it."""
    village.receive(9_000_000)
    Person.objects.filter(id=village.people["bendahara"]).update(phone="+628123456789")
    twin = Person.objects.create(
        login_name="bu ketua", full_name="Bu Ketua", phone="+628123456789", created_at=clock.now()
    )
    with pytest.raises(Refused, match="Ketua tidak boleh dirangkap dengan Bendahara"):
        appoint(cooperative_id=village.id, person_id=twin.id, role="ketua", since=TODAY)
    appoint(cooperative_id=village.id, person_id=twin.id, role="sekretaris", since=TODAY)
    waits = cash.pay_or_ask("cash.pay", category="machinery.bought", amount=rp(3_000_000), place=village.place,
                            **village.facts())  # fmt: skip
    with pytest.raises(Refused, match="dipakai orang yang sama"):
        approvals.stand_in(cooperative_id=village.id, draft_id=waits.id, digest=waits.digest, by=twin.id,
                           reason="ketua sedang pergi")  # fmt: skip
    seen = village.signs(21)
    assert seen.found and "bu ketua" in seen.rows[0].words


def test_fraud_22_an_impostor_on_whatsapp(village):
    """Whoever knows only the name of the cooperative does not know its words."""
    from lumbung.receipts import reports as receipts
    from lumbung.receipts.rules import receipt_text

    assert village.signs(22).found
    set_bylaw(cooperative_id=village.id, key="message_phrase", value="padi rawit", valid_from=TODAY)
    assert not village.signs(22).found
    facts = {"to": "Bu Sri", "amount": rp(1), "on": TODAY, "document": "BKM-1", "purpose": "", "balance": ""}
    forged = receipt_text(house="KMP Karbes", **facts)
    true = receipt_text(house="KMP Karbes", phrase="padi rawit", **facts)
    assert "Kata pengenal: padi rawit." in true and "Kata pengenal" not in forged
    member = village.member("Tumini", joined=date(2025, 1, 5), paid=False)
    waiting = receipts.waiting_for(village.cooperative, member, TODAY)
    assert waiting and "Kata pengenal: padi rawit." in waiting.text
