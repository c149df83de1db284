from datetime import date
from uuid import uuid4

import pytest

from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import Place
from lumbung.members.models import Member
from lumbung.savings import actions
from lumbung.savings.tests.conftest import SRI, held, journal, save, take
from lumbung.web.words import Refused


def undo(member, number, **facts):
    given = {"on": date(2026, 11, 4), "by": SRI, "reason": "salah orang", "request_id": uuid4(), **facts}
    return actions.undo(cooperative_id=member.cooperative_id, number=number, **given)


def test_savings_come_and_go(siti):
    save(siti, 500_000)
    take(siti, 200_000)

    assert journal(siti.cooperative_id, {siti.id: "siti"})[1:] == [
        "2026-08-03 BKM-2026-000002 111100 <- 211100/siti 500000",
        "2026-11-03 BKK-2026-000001 211100/siti <- 111100 200000",
    ]


def test_a_second_tap_saves_once_and_never_something_else(siti):
    request_id = uuid4()
    first = save(siti, 500_000, request_id=request_id)

    assert save(siti, 500_000, request_id=request_id) == first._replace(is_new=False)
    with pytest.raises(Refused, match="isi lain"):
        save(siti, 50_000, request_id=request_id)
    assert held(siti) == 500_000


def test_the_floor_stays_and_the_words_say_what_may_be_taken(siti):
    save(siti, 120_000)

    with pytest.raises(Refused) as refused:
        take(siti, 115_000)
    assert str(refused.value) == (
        "Simpanan Siti Aminah Rp120.000 dan harus tersisa Rp10.000. Yang boleh diambil paling banyak Rp110.000."
    )
    assert held(siti) == 120_000
    take(siti, 110_000)
    assert held(siti) == 10_000


def test_the_floor_is_the_one_of_the_day(siti):
    set_bylaw(cooperative_id=siti.cooperative_id, key="savings_floor", value="50000", valid_from=date(2026, 11, 1))
    save(siti, 120_000)

    with pytest.raises(Refused, match=r"harus tersisa Rp50\.000"):
        take(siti, 100_000)
    take(siti, 100_000, on=date(2026, 10, 31))


def test_closing_takes_all_and_nothing_but_all(siti):
    save(siti, 120_000)

    with pytest.raises(Refused, match=r"ambil semuanya: Rp120\.000"):
        take(siti, 100_000, closes=True)
    take(siti, 120_000, closes=True)
    assert held(siti) == 0


def test_a_second_tap_of_a_withdrawal_is_not_measured_against_what_it_left(siti):
    save(siti, 120_000)
    request_id = uuid4()

    first = take(siti, 110_000, request_id=request_id)
    assert take(siti, 110_000, request_id=request_id) == first._replace(is_new=False)


def test_the_first_deposit_opens_and_has_a_least(siti):
    with pytest.raises(Refused, match=r"Setoran pertama Siti Aminah paling sedikit Rp10\.000"):
        save(siti, 5_000)
    save(siti, 10_000)
    save(siti, 1_000)
    assert held(siti) == 11_000


def test_savings_are_not_taken_before_they_came(siti):
    save(siti, 500_000, on=date(2026, 11, 10))
    with pytest.raises(Refused, match="belum cukup"):
        take(siti, 100_000, on=date(2026, 11, 3))


def test_a_place_pays_no_more_than_lies_in_it(siti):
    bank = Place("112100", 31)
    save(siti, 500_000, cash=bank)

    with pytest.raises(Refused, match="hanya Rp500.000"):
        save(siti, 200_000)
        take(siti, 600_000, cash=bank)
    take(siti, 490_000, cash=bank)


def test_only_members_save_and_only_until_today(siti, enrol):
    Member.objects.filter(id=siti.id).update(status="left")
    siti.refresh_from_db()
    with pytest.raises(Refused, match="hanya untuk anggota"):
        save(siti, 50_000)
    with pytest.raises(Refused, match="belum terjadi"):
        save(enrol("Slamet"), 50_000, on=date(2026, 11, 25))


def test_a_mistake_is_undone_for_all_to_see(siti):
    posted = save(siti, 500_000)
    undone = undo(siti, posted.number)

    assert held(siti) == 0
    assert journal(siti.cooperative_id, {siti.id: "siti"})[-1] == (
        f"2026-11-04 {undone.document} 211100/siti <- 111100 500000"
    )
    with pytest.raises(Refused, match="sudah dibatalkan"):
        undo(siti, posted.number)


def test_a_deposit_that_was_taken_is_not_undone(siti):
    posted = save(siti, 100_000)
    take(siti, 90_000)
    with pytest.raises(Refused, match="sudah diambil"):
        undo(siti, posted.number)


def test_only_savings_are_undone_here(siti):
    with pytest.raises(Refused, match="bukan setoran"):
        undo(siti, 1)
    with pytest.raises(Refused, match="alasan"):
        undo(siti, save(siti, 50_000).number, reason=" ")


def test_a_closed_month_takes_nothing_more(siti):
    ledger.close_month(cooperative_id=siti.cooperative_id, month=date(2026, 9, 1), by=SRI, request_id=uuid4())
    with pytest.raises(Refused, match="sudah ditutup"):
        save(siti, 50_000, on=date(2026, 9, 30))


def test_another_cooperative_is_another_world(siti):
    other = create_cooperative(
        slug="tetangga", name="T", kind="kmp", village_code="35.73.04.1009", books_from=date(2026, 1, 1)
    )
    stranger = Member(cooperative_id=other.id, full_name="Orang", number="0001", status="active")
    with pytest.raises(Exception, match="not acting for"):
        save(stranger, 50_000)
