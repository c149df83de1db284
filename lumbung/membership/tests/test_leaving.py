"""Leaving, dying, giving back, taking it back, coming back: what the books and the register say afterwards."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from lumbung import clock, money
from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions as dues
from lumbung.dues import reports as dues_reports
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.audit import problems
from lumbung.ledger.journal import Place
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.membership import actions, reports
from lumbung.membership.models import Refund, Settlement
from lumbung.membership.tests.conftest import NOON, SRI, TODAY, has, leave, pay_back
from lumbung.security.actions import appoint, create_person
from lumbung.security.reports import roles_in
from lumbung.web.words import Refused

PHRASE = "padi kuning lumbung desa"


def again(member):
    return Member.objects.get(id=member.id)


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


# --- money given back ---------------------------------------------------------------------------------------------


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


# --- taken back ---------------------------------------------------------------------------------------------------


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


# --- pages --------------------------------------------------------------------------------------------------------


def test_the_account_stands_in_words_before_anything_is_done(enrol, browser_of):
    siti = enrol("Siti", wajib=20_000)
    chair, treasurer = browser_of("ketua"), browser_of("bendahara")
    at = f"/k/karbes/anggota/{siti.id}/"
    html = chair.get(f"{at}keluar/").content.decode()
    assert "Simpanan Pokok" in html and "120.000" in html and "1 bulan iuran (Rp20.000) tidak pernah disetor" in html

    form = {"on": "20/3/2026", "reason": "pindah", "seen": str(money.rp(120_000)), "request_id": str(uuid4())}
    assert treasurer.post(f"{at}keluar/", form).status_code == 403, "who pays does not decide"
    stale = chair.post(f"{at}keluar/", {**form, "seen": "1"})
    assert stale.status_code == 422 and f'value="{money.rp(120_000)}"' in stale.content.decode()
    assert chair.post(f"{at}keluar/", form).status_code == 302
    assert "Menunggu dikembalikan" in chair.get(at).content.decode()
    assert "1 anggota keluar menunggu simpanannya" in treasurer.get("/k/karbes/").content.decode()
    assert "120.000" in treasurer.get("/k/karbes/anggota/kembalikan/").content.decode()
    assert chair.get(f"{at}kembalikan/").status_code == 403


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
