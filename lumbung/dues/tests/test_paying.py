from datetime import date
from uuid import uuid4

import pytest

from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions, reports
from lumbung.dues.actions import Due
from lumbung.dues.models import Allocation, Payment
from lumbung.dues.rules import Part
from lumbung.dues.tests.conftest import SRI, journal
from lumbung.ledger.journal import Place
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.web.words import Refused


def test_a_second_tap_pays_once(siti):
    tap = {"member": siti, "amount": rp(20_000), "paid_on": date(2025, 2, 3), "by": SRI, "request_id": uuid4()}
    first, second = actions.pay_dues(**tap), actions.pay_dues(**tap)

    assert second == first._replace(is_new=False)
    assert journal(siti.cooperative_id, {siti.id: "siti"}) == ["2025-02-03 BKM-2025-000001 111100 <- 320000/siti 20000"]


def test_a_rapel_is_one_entry_over_the_oldest_months(siti, pay):
    receipt = pay(siti, 70_000, date(2025, 4, 2))

    assert (receipt.document, receipt.periods) == ("BKM-2025-000001", "Januari–April 2025")
    assert receipt.months[-1] == Part("2025-04", rp(10_000))
    assert reports.unpaid_months(siti, "2025-05") == [Part("2025-04", rp(10_000)), Part("2025-05", rp(20_000))]
    assert len(journal(siti.cooperative_id)) == 1


def test_what_is_over_pays_months_ahead(siti, pay):
    assert pay(siti, 50_000, date(2025, 1, 6)).periods == "Januari–Maret 2025"
    assert pay(siti, 10_000, date(2025, 1, 7)).months == (Part("2025-03", rp(10_000)),)


def test_the_words_in_the_book_say_for_what_and_from_whom(siti, pay):
    from lumbung.ledger import reports as ledger

    pay(siti, 40_000)
    assert ledger.entry(siti.cooperative_id, 1).memo == "Simpanan wajib Januari–Februari 2025, Siti Aminah (0001)"


def test_the_money_goes_where_it_was_put(siti, pay):
    pay(siti, 20_000, cash=Place("112100", 55))

    assert journal(siti.cooperative_id, {siti.id: "siti"}) == [
        "2025-02-03 BKM-2025-000001 112100/55 <- 320000/siti 20000"
    ]


def test_money_of_unknown_origin_becomes_dues_without_a_second_receipt(siti, pay):
    from lumbung.ledger import actions as ledger

    facts = {"on": date(2025, 2, 1), "amount": rp(60_000), "by": SRI, "request_id": uuid4()}
    ledger.post_event("receipt.unidentified", siti.cooperative_id, cash=Place("112100", 55), holder=77, **facts)

    assert pay(siti, 40_000, cash=Place("212300", 77)).periods == "Januari–Februari 2025"
    assert journal(siti.cooperative_id, {siti.id: "siti"}) == [
        "2025-02-01 BKM-2025-000001 112100/55 <- 212300/77 60000",
        "2025-02-03 JU-2025-000001 212300/77 <- 320000/siti 40000",
    ]


@pytest.mark.parametrize(
    "change", [{"amount": rp(40_000)}, {"paid_on": date(2025, 2, 4)}, {"cash": Place("112100", 55)}]
)
def test_a_form_that_comes_back_with_other_figures_is_refused(siti, change):
    tap = {"member": siti, "amount": rp(20_000), "paid_on": date(2025, 2, 3), "by": SRI, "request_id": uuid4()}
    actions.pay_dues(**tap)

    with pytest.raises(Refused, match="isi lain"):
        actions.pay_dues(**{**tap, **change})
    assert Payment.objects.count() == 1


def test_nobody_pays_before_joining(enrol, pay):
    with pytest.raises(Refused, match="baru bergabung 12 Juni 2025"):
        pay(enrol("Sutini", date(2025, 6, 12)), 20_000, date(2025, 6, 11))


def test_an_applicant_pays_principal_first(enrol, pay):
    with pytest.raises(Refused, match="masih calon anggota"):
        pay(enrol("Sutini", None), 20_000)


def test_a_slip_of_three_noughts_is_refused_with_the_most_that_can_be(siti, pay):
    with pytest.raises(Refused, match=r"Paling banyak Rp1\.240\.000"):
        pay(siti, 20_000_000, date(2025, 2, 3))
    assert Payment.objects.count() == 0 and journal(siti.cooperative_id) == []


def test_whoever_left_settles_what_was_owed_and_no_more(siti, pay):
    gone = members.leave(member=siti, on=date(2025, 4, 10), reason="pindah", by=SRI)

    with pytest.raises(Refused, match=r"Paling banyak Rp60\.000"):
        pay(gone, 80_000, date(2025, 6, 1))
    assert pay(gone, 60_000, date(2025, 6, 1)).periods == "Januari–Maret 2025"
    with pytest.raises(Refused, match="Tidak ada iuran"):
        pay(gone, 1_000, date(2025, 6, 2))


def test_rates_are_those_of_the_month_not_of_the_day_of_paying(siti, pay):
    set_bylaw(cooperative_id=siti.cooperative_id, key="wajib_amount", value="25000", valid_from=date(2025, 3, 1))

    months = pay(siti, 90_000, date(2025, 6, 1)).months
    assert [part.amount for part in months] == [rp(20_000), rp(20_000), rp(25_000), rp(25_000)]


def test_an_undone_payment_stops_counting_and_stays_in_sight(siti, pay):
    wrong = pay(siti, 40_000)
    actions.reverse_payment(
        cooperative_id=siti.cooperative_id, number=wrong.number, on=date(2025, 2, 4), by=SRI, reason="salah orang",
        request_id=uuid4(),
    )  # fmt: skip

    assert reports.unpaid_months(siti, "2025-02") == [Part("2025-01", rp(20_000)), Part("2025-02", rp(20_000))]
    assert pay(siti, 20_000, date(2025, 2, 5)).periods == "Januari 2025"
    assert journal(siti.cooperative_id, {siti.id: "siti"}) == [
        "2025-02-03 BKM-2025-000001 111100 <- 320000/siti 40000",
        "2025-02-04 JU-2025-000001 320000/siti <- 111100 40000",
        "2025-02-05 BKM-2025-000002 111100 <- 320000/siti 20000",
    ]


def test_a_payment_is_undone_once_with_a_reason(siti, pay):
    undo = {
        "cooperative_id": siti.cooperative_id,
        "number": pay(siti, 20_000).number,
        "on": date(2025, 2, 4),
        "by": SRI,
    }
    with pytest.raises(Refused, match="alasan"):
        actions.reverse_payment(**undo, reason="", request_id=uuid4())
    tap = uuid4()
    actions.reverse_payment(**undo, reason="salah", request_id=tap)
    assert actions.reverse_payment(**undo, reason="salah", request_id=tap)[0].is_new is False
    with pytest.raises(Refused, match="sudah dibatalkan"):
        actions.reverse_payment(**undo, reason="salah lagi", request_id=uuid4())
    with pytest.raises(Refused, match="tidak ditemukan"):
        actions.reverse_payment(**{**undo, "number": 99}, reason="salah", request_id=uuid4())


def test_principal_in_two_parts_makes_a_member_when_it_is_whole(enrol):
    slamet = enrol("Slamet", None, applied_on=date(2025, 1, 2))
    first = principal(slamet, 40_000, date(2025, 1, 3))
    assert (first.owed, first.activated, Member.objects.get(id=slamet.id).status) == (rp(60_000), False, "applicant")

    second = principal(slamet, 60_000, date(2025, 1, 9))
    now = Member.objects.get(id=slamet.id)
    assert (second.owed, second.activated, now.status, now.joined_on) == (0, True, "active", date(2025, 1, 9))
    assert journal(slamet.cooperative_id, {slamet.id: "slamet"}) == [
        "2025-01-03 BKM-2025-000001 111100 <- 310000/slamet 40000",
        "2025-01-09 BKM-2025-000002 111100 <- 310000/slamet 60000",
    ]


def principal(member, rupiah, paid_on=date(2025, 1, 3), **facts):
    given = {"by": SRI, "request_id": uuid4(), **facts}
    return actions.pay_principal(member=member, amount=rp(rupiah), paid_on=paid_on, **given)


def test_a_second_tap_of_principal_pays_once(enrol):
    slamet, tap = enrol("Slamet", None), uuid4()
    first = principal(slamet, 100_000, request_id=tap)
    second = principal(slamet, 100_000, request_id=tap)

    assert (first.number, first.is_new, second.number, second.is_new) == (1, True, 1, False)
    with pytest.raises(Refused, match="isi lain"):
        principal(slamet, 50_000, request_id=tap)


def test_principal_is_never_paid_twice_or_too_much(enrol):
    slamet = enrol("Slamet", None)
    with pytest.raises(Refused, match=r"kurang Rp100\.000"):
        principal(slamet, 100_001)
    principal(slamet, 100_000)
    with pytest.raises(Refused, match="sudah lunas"):
        principal(slamet, 1)


def test_principal_taken_back_leaves_a_task(enrol):
    from lumbung.cooperatives.reports import open_tasks

    slamet = enrol("Slamet", None)
    paid = principal(slamet, 100_000)
    actions.reverse_payment(
        cooperative_id=slamet.cooperative_id, number=paid.number, on=date(2025, 1, 4), by=SRI, reason="uang palsu",
        request_id=uuid4(),
    )  # fmt: skip

    assert [task.subject_id for task in open_tasks(slamet.cooperative_id, subject_kind="member")] == [slamet.id]


def test_many_payments_are_one_call_of_few_statements(enrol, django_assert_max_num_queries):
    people = [enrol(f"Anggota {n}") for n in range(40)]
    batch = [Due(m, rp(20_000 * (1 + n % 3)), date(2025, 2, 3), uuid4()) for n, m in enumerate(people)]
    with django_assert_max_num_queries(25):
        receipts = actions.pay_many(cooperative_id=people[0].cooperative_id, dues=batch, by=SRI)

    assert [r.document for r in receipts[:2]] == ["BKM-2025-000001", "BKM-2025-000002"]
    assert Payment.objects.count() == 40 and Allocation.objects.count() == sum(1 + n % 3 for n in range(40))
    again = actions.pay_many(cooperative_id=people[0].cooperative_id, dues=batch, by=SRI)
    assert again == [receipt._replace(is_new=False) for receipt in receipts]
    assert len(journal(people[0].cooperative_id)) == 40


def test_payments_of_a_batch_see_each_other_and_a_form_twice_in_it_counts_once(siti):
    tap = uuid4()
    batch = [Due(siti, rp(30_000), date(2025, 2, 3), tap), Due(siti, rp(30_000), date(2025, 2, 3), uuid4()),
             Due(siti, rp(30_000), date(2025, 2, 3), tap)]  # fmt: skip
    receipts = actions.pay_many(cooperative_id=siti.cooperative_id, dues=batch, by=SRI)

    assert [r.periods for r in receipts] == ["Januari–Februari 2025", "Februari–Maret 2025", "Januari–Februari 2025"]
    assert [r.is_new for r in receipts] == [True, True, False]


def test_one_wrong_payment_of_a_batch_keeps_all_others_out(siti, enrol):
    batch = [Due(siti, rp(20_000), date(2025, 2, 3), uuid4()), Due(enrol("Calon", None), 1, date(2025, 2, 3), uuid4())]
    with pytest.raises(Refused):
        actions.pay_many(cooperative_id=siti.cooperative_id, dues=batch, by=SRI)
    assert journal(siti.cooperative_id) == [] and Payment.objects.count() == 0
