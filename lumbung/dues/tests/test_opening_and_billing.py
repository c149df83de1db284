from datetime import date
from uuid import uuid4

import pytest

from lumbung.cooperatives.actions import set_bylaw
from lumbung.dues import actions, reports
from lumbung.dues.models import Bill, Payment
from lumbung.dues.rules import Part
from lumbung.dues.tests.conftest import SRI, journal
from lumbung.ledger import reports as ledger
from lumbung.money import rp
from lumbung.web.words import Refused

CUTOVER = date(2025, 4, 1)


def opening(member, **facts):
    given = {"principal": rp(100_000), "dues": rp(50_000), "on": CUTOVER, "by": SRI, "request_id": uuid4(),
             "paid_months": {"2025-01": rp(20_000), "2025-02": 0, "2025-03": rp(10_000)}}  # fmt: skip
    return actions.open_member(member=member, **{**given, **facts})


def test_an_opening_books_both_savings_and_remembers_the_months(siti):
    opening(siti)

    assert journal(siti.cooperative_id, {siti.id: "siti"}) == [
        "2025-04-01 JU-2025-000001 390000 <- 310000/siti 100000",
        "2025-04-01 JU-2025-000002 390000 <- 320000/siti 50000",
    ]
    assert reports.unpaid_months(siti, "2025-04") == [
        Part("2025-02", rp(20_000)),
        Part("2025-03", rp(10_000)),
        Part("2025-04", rp(20_000)),
    ]


def test_the_same_opening_twice_changes_nothing(siti):
    tap = uuid4()
    first, second = opening(siti, request_id=tap), opening(siti, request_id=tap)

    assert (second.principal.number, second.dues.number, second.dues.is_new) == (1, first.dues.number, False)
    assert Payment.objects.count() == 2


def test_an_opening_with_other_figures_is_refused(siti):
    tap = uuid4()
    opening(siti, request_id=tap)
    with pytest.raises(Refused, match="isi lain"):
        opening(siti, request_id=tap, dues=rp(60_000))


def test_months_never_add_up_to_more_than_the_balance(siti):
    with pytest.raises(Refused, match="lebih banyak dari saldo"):
        opening(siti, dues=rp(29_999))
    assert journal(siti.cooperative_id) == []


def test_months_before_the_opened_book_are_not_claimed(enrol, pay):
    old = enrol("Wagiman", date(2019, 3, 1))
    opening(old, dues=rp(900_000), paid_months={"2025-01": rp(20_000)})

    assert pay(old, 20_000, date(2025, 4, 2)).periods == "Februari 2025"


def test_an_opening_undone_takes_its_months_and_its_start_along(enrol, karangbesuki):
    old = enrol("Wagiman", date(2019, 3, 1))
    opened = opening(old, dues=rp(900_000), since="2024-01", paid_months={"2024-01": rp(20_000)})
    assert reports.unpaid_months(old, "2024-03") == [Part("2024-02", rp(20_000)), Part("2024-03", rp(20_000))]
    actions.reverse_payment(
        cooperative_id=karangbesuki.id, number=opened.dues.number, on=CUTOVER, by=SRI, reason="berkas salah",
        request_id=uuid4(),
    )  # fmt: skip

    assert reports.unpaid_months(old, "2024-12") == []
    assert ledger.balance_of(karangbesuki.id, "390000") == 0


def bill(cooperative, period="2025-01"):
    return actions.bill_month(cooperative_id=cooperative.id, period=period, by=SRI)


@pytest.fixture
def billing(karangbesuki):
    set_bylaw(cooperative_id=karangbesuki.id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    return karangbesuki


def test_dues_are_billed_only_where_the_bylaws_say_so(karangbesuki):
    with pytest.raises(Refused, match="tidak ditagihkan"):
        bill(karangbesuki)


def test_a_month_is_billed_once_whatever_often_it_is_run(billing, siti, enrol):
    assert len(bill(billing)) == 1
    late = enrol("Slamet")

    assert [Bill.objects.get(number=number).member_id for number in bill(billing)] == [late.id]
    assert bill(billing) == []
    assert journal(billing.id, {siti.id: "siti", late.id: "slamet"}) == [
        "2025-01-01 BM-2025-000001 329000/siti <- 320000/siti 20000",
        "2025-01-01 BM-2025-000002 329000/slamet <- 320000/slamet 20000",
    ]


def test_what_was_paid_ahead_is_not_billed(billing, siti, pay):
    pay(siti, 30_000, date(2025, 1, 6))
    bill(billing, "2025-01")
    bill(billing, "2025-02")

    assert [(b.period, b.amount) for b in Bill.objects.all()] == [("2025-02", rp(10_000))]


def test_a_billed_month_is_collected_and_the_rest_is_paid_ahead(billing, siti, pay):
    bill(billing, "2025-01")
    bill(billing, "2025-02")
    tap = uuid4()
    receipt = pay(siti, 50_000, date(2025, 2, 3), request_id=tap)

    assert receipt.periods == "Januari–Maret 2025"
    assert journal(billing.id, {siti.id: "siti"})[2:] == [
        "2025-02-03 BKM-2025-000001 111100 <- 320000/siti 10000",
        "2025-02-03 BKM-2025-000002 111100 <- 329000/siti 40000",
    ]
    assert ledger.holder_balance(billing.id, "329000", siti.id) == 0
    assert ledger.holder_balance(billing.id, "320000", siti.id) == rp(50_000)
    assert pay(siti, 50_000, date(2025, 2, 3), request_id=tap) == receipt._replace(is_new=False)


def test_a_payment_over_two_entries_is_undone_whole(billing, siti, pay):
    bill(billing)
    receipt, tap = pay(siti, 50_000, date(2025, 2, 3)), uuid4()
    undo = {"cooperative_id": billing.id, "number": receipt.number, "on": date(2025, 2, 4), "by": SRI,
            "reason": "salah orang", "request_id": tap}  # fmt: skip
    assert len(actions.reverse_payment(**undo)) == 2
    assert [entry.is_new for entry in actions.reverse_payment(**undo)] == [False, False]

    assert ledger.balance_of(billing.id, "111100") == 0
    assert ledger.holder_balance(billing.id, "329000", siti.id) == rp(20_000)
    assert pay(siti, 20_000, date(2025, 2, 5)).periods == "Januari 2025"
    assert ledger.holder_balance(billing.id, "329000", siti.id) == 0
