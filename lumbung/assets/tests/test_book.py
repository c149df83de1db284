from datetime import date
from uuid import uuid4

import pytest

from lumbung.assets import actions
from lumbung.assets.models import Depreciation, Item
from lumbung.assets.reports.inventory import checks, inventory, unwritten
from lumbung.assets.reports.wearing import plan
from lumbung.assets.tests.conftest import LAPTOP, SRI, TODAY, agree, journal, line
from lumbung.cooperatives.actions import set_bylaw
from lumbung.cooperatives.reports import open_tasks
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import Place
from lumbung.money import rp
from lumbung.web.words import Refused


def test_a_thing_that_is_bought_is_paid_and_written_at_once(coop, write):
    item = write()

    assert journal(coop)[-1] == "2026-08-21 BKK-2026-000001 121500 <- 111100 8000000"
    assert (item.code, item.life_months, item.starts) == ("INV-0001", 48, "2026-09")
    assert agree(coop)


def test_gifts_are_capital_and_what_is_lent_is_only_remembered(coop, write):
    write(LAPTOP._replace(source="granted", party="Kementerian"))
    write(LAPTOP._replace(source="granted", kind="outlet", name="Freezer"))
    lent = write(LAPTOP._replace(source="lent", name="Proyektor", residual=rp(5)))

    assert [row.split(" ", 2)[2] for row in journal(coop)[-3:]] == [
        "121500 <- 330000 8000000", "121400 <- 330000 8000000", "900300 <- 900400 8000000",
    ]  # fmt: skip
    assert (lent.life_months, lent.starts, line(lent).value) == (0, "", 0)
    assert agree(coop)


def test_a_second_tap_writes_it_once(coop, write):
    request_id = uuid4()
    assert write(request_id=request_id) == write(request_id=request_id)
    assert Item.objects.count() == 1
    with pytest.raises(Refused, match="isi lain"):
        write(LAPTOP._replace(cost=rp(1)), request_id=request_id)


def test_what_the_ledger_has_already_is_named_and_not_paid_again(coop, write):
    posted = ledger.post_event(
        "grant.laptop", coop, on=date(2025, 9, 3), amount=rp(16_000_000), by=SRI, request_id=uuid4(), memo="2 laptop"
    )
    assert [(each.number, each.left) for each in unwritten(coop, TODAY)] == [(posted.number, rp(16_000_000))]
    before = len(journal(coop))

    one = write(LAPTOP._replace(source="granted"), number=posted.number)
    assert one.acquired_on == date(2025, 9, 3)
    with pytest.raises(Refused, match=r"tinggal memuat Rp8\.000\.000"):
        write(LAPTOP._replace(source="granted", cost=rp(9_000_000)), number=posted.number)
    write(LAPTOP._replace(source="granted"), number=posted.number)
    assert unwritten(coop, TODAY) == []
    with pytest.raises(Refused, match="tidak memuat barang"):
        write(LAPTOP, number=posted.number)
    assert len(journal(coop)) == before
    assert agree(coop)


def test_a_thing_brought_along_goes_on_wearing_off_where_it_was(coop, write, wear):
    facts = {"on": date(2025, 1, 31), "by": SRI}
    posted = ledger.post_event(
        "opening.asset", coop, amount=rp(4_000_000), account=Place("121500"), request_id=uuid4(), **facts
    )
    ledger.post_event("opening.claim", coop, amount=rp(1_000_000), account=Place("122500"), request_id=uuid4(), **facts)
    item = write(LAPTOP._replace(cost=rp(4_000_000), before=rp(1_000_000), life=30), number=posted.number)
    wear("2025-02")

    assert line(item).worn == rp(1_100_000)
    assert agree(coop)


def test_a_place_pays_no_more_than_lies_in_it(write):
    with pytest.raises(Refused, match=r"hanya Rp100\.000\.000"):
        write(LAPTOP._replace(cost=rp(200_000_000)))


def test_a_gift_that_is_large_for_the_cooperative_asks_for_a_meeting(coop, write):
    write(LAPTOP._replace(source="granted"))
    assert not open_tasks(coop)
    write(LAPTOP._replace(source="granted", cost=rp(60_000_000), name="Mesin"))
    assert "lebih dari 25% aset" in open_tasks(coop).get().message


def test_the_bylaws_say_how_long_a_thing_lasts_and_when_it_begins(coop, write):
    for key, value in (("life_office_months", "36"), ("depreciation_from", "same_month")):
        set_bylaw(cooperative_id=coop, key=key, value=value, valid_from=date(2026, 1, 1))
    item = write()
    assert (item.life_months, item.starts) == (36, "2026-08")


# --- wearing off --------------------------------------------------------------------------------------------


def test_a_month_of_depreciation_is_booked_once(coop, write, wear):
    write()
    [posted] = wear("2026-09")

    assert journal(coop)[-1] == f"2026-09-30 {posted.document} 523100 <- 122500 166667"
    assert wear("2026-09") == []
    assert agree(coop)


def test_a_run_posts_only_what_is_missing_and_makes_good_what_was_left_out(coop, write, wear):
    first = write()
    wear("2026-09")
    second = write(on=date(2026, 8, 30))

    assert [(each.item.id, each.amount, each.months) for each in plan(coop, "2026-10").lines] == [
        (first.id, rp(166_667), 1), (second.id, rp(333_334), 2),
    ]  # fmt: skip
    wear("2026-10")
    assert plan(coop, "2026-09").lines == ()  # an earlier month has nothing more to book
    assert (line(first).worn, line(second).worn) == (rp(333_334), rp(333_334))


def test_depreciation_taken_back_is_booked_again(coop, write, wear):
    item = write()
    [posted] = wear("2026-09")
    ledger.reverse(coop, posted.number, on=date(2026, 10, 2), by=SRI, reason="salah", request_id=uuid4())

    assert line(item).worn == 0
    wear("2026-09")
    assert line(item).worn == rp(166_667)
    assert agree(coop)


def test_it_stops_at_the_residual_value(coop, write, wear):
    item = write(LAPTOP._replace(life=2, residual=rp(1_000_000)))
    for period in ("2026-09", "2026-10"):
        wear(period)

    assert line(item).value == rp(1_000_000)
    assert sum(Depreciation.objects.values_list("amount", flat=True)) == rp(7_000_000)


def test_a_month_that_runs_and_a_list_that_is_old_are_refused(coop, write, wear):
    write()
    with pytest.raises(Refused, match="November 2026 belum selesai"):
        wear("2026-11", on=TODAY)
    seen = plan(coop, "2026-10").seal
    write()
    with pytest.raises(Refused, match="Periksa angka yang baru"):
        wear("2026-10", seal=seen)


# --- leaving ------------------------------------------------------------------------------------------------


def test_a_thing_is_sold_above_and_below_what_it_is_worth(coop, write, leave):
    above, below = write(LAPTOP._replace(life=4)), write(LAPTOP._replace(life=4))
    leave(above, "sold", price=rp(5_000_000))
    leave(below, "sold", price=rp(1_000_000))

    assert [row.split(" ", 2)[2] for row in journal(coop)[-6:]] == [
        "523100 <- 122500 4000000", "122500 <- 121500 4000000", "111100 <- 121500+431400 5000000",
        "523100 <- 122500 4000000", "122500 <- 121500 4000000", "111100+541100 <- 121500 4000000",
    ]  # fmt: skip
    assert agree(coop)


def test_a_thing_without_value_leaves_without_loss(coop, write, leave):
    item = write(LAPTOP._replace(life=1))
    leave(item)
    assert journal(coop)[-1].endswith("122500 <- 121500 8000000")
    assert agree(coop)


def test_what_is_lent_goes_back_and_is_not_sold(coop, write, leave):
    item = write(LAPTOP._replace(source="lent"))
    with pytest.raises(Refused, match="Barang pinjam pakai dikembalikan"):
        leave(item, "sold", price=rp(5))
    leave(item, "returned")
    assert journal(coop)[-1].endswith("900400 <- 900300 8000000")
    assert line(item).left.kind == "returned"
    assert agree(coop)


def test_from_the_journal_a_leaving_is_undone_with_the_depreciation_it_took_out(coop, write, leave):
    item = write()
    left = leave(item)
    facts = {"on": left.left_on, "by": 1, "reason": "masih ada", "request_id": uuid4()}
    assert ledger.undo(coop, left.number, **facts).is_new
    assert line(item).left is None and agree(coop)


def test_it_leaves_once_and_comes_back_when_that_was_a_mistake(coop, write, leave):
    item, request_id = write(), uuid4()
    first = leave(item, request_id=request_id)
    assert leave(item, request_id=request_id) == first
    with pytest.raises(Refused, match="sudah keluar"):
        leave(item)
    actions.undo_departure(
        cooperative_id=coop, item_id=item.id, on=date(2026, 11, 5), by=SRI, reason="ditemukan", request_id=uuid4()
    )
    assert line(item).is_here
    assert agree(coop)
    leave(item, on=date(2026, 11, 6))


def test_an_entry_that_was_taken_back_takes_its_thing_out_of_the_book(coop, write):
    item = write()
    ledger.reverse(coop, item.number, on=date(2026, 8, 22), by=SRI, reason="salah", request_id=uuid4())
    assert inventory(coop, TODAY) == []
    assert agree(coop)


def test_the_check_names_what_the_book_lacks(coop, write):
    write()
    ledger.post_event(
        "equipment.bought", coop, on=date(2026, 9, 1), amount=rp(500_000), by=SRI, request_id=uuid4(), memo="Meja"
    )
    [check] = checks(coop, TODAY, inventory(coop, TODAY))
    assert (check.written, check.unwritten, check.ledger) == (rp(8_000_000), rp(500_000), rp(8_500_000))
    assert check.agrees


# --- looking and handing over -------------------------------------------------------------------------------


def test_the_newest_look_is_how_things_stand(coop, write):
    item = write()
    given = {"cooperative_id": coop, "item_id": item.id, "by": SRI}
    actions.look(on=date(2026, 9, 1), condition="worn", location="Rumah Bu Sri", keeper="Sri", **given)
    assert (line(item).seen.condition, line(item, on=date(2026, 8, 30)).seen.condition) == ("worn", "good")


def test_a_handover_lists_things_as_they_are(coop, write):
    items = [write().id, write(LAPTOP._replace(source="lent")).id]
    people = {"giver": "Kementerian", "taker": "Bu Susy", "purpose": "hibah"}
    given = {"cooperative_id": coop, "on": TODAY, "by": SRI, "request_id": uuid4(), **people}

    paper = actions.hand_over(items=items, **given)
    assert paper.code == "BAST-2026-0001"
    assert actions.hand_over(items=items, **given) == paper
    with pytest.raises(Refused, match="Pilih barang"):
        actions.hand_over(items=[5], **{**given, "request_id": uuid4()})


def test_many_things_cost_no_more_questions(coop, write, django_assert_num_queries):
    write()
    with django_assert_num_queries(5):
        inventory(coop, TODAY)
    for _ in range(5):
        write()
    with django_assert_num_queries(5):
        inventory(coop, TODAY)


def test_above_the_limit_nothing_is_bought_past_the_chair(coop, write):
    set_bylaw(cooperative_id=coop, key="approval_limit", value="2000000", valid_from=date(2026, 1, 1))
    with pytest.raises(Refused, match="menunggu persetujuan ketua"):
        write()

    number = ledger.post_event(
        "equipment.bought", coop, on=date(2026, 8, 21), amount=rp(8_000_000), by=SRI, approved_by=9, request_id=uuid4()
    ).number
    assert write(number=number).number == number, "what the chair approved is written into the book"
