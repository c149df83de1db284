"""Collecting dues: whose money, in whose hands, once, and handed over."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from lumbung import ids
from lumbung.dues import actions, reports, rules
from lumbung.dues.models import Collection, Gathered
from lumbung.dues.rules import Card, Rate
from lumbung.dues.tests.conftest import SRI, journal
from lumbung.ledger.journal import Place
from lumbung.money import rp
from lumbung.web.words import Refused

BUDI, DAY, EVENING = 8, date(2025, 8, 21), datetime(2025, 8, 21, 12, tzinfo=UTC)


@pytest.fixture
def rt3(karbes_open):
    return karbes_open("RT 03")


@pytest.fixture
def karbes_open(karangbesuki):
    """Begin to collect."""

    def one(name, day=DAY, **facts):
        given_ = {"by": SRI, "at": EVENING, "today": DAY, "request_id": uuid4(), **facts}
        return actions.open_collection(cooperative_id=karangbesuki.id, name=name, day=day, **given_)

    return one


def take(collection, member, rupiah, by=SRI, before=0, **facts):
    request_id = facts.pop("request_id", None) or actions.request_of(collection, member.id, before)
    return actions.collect(collection=collection, member=member, amount=rp(rupiah), by=by, request_id=request_id)


def close(collection, rupiah, **facts):
    given_ = {"handed_to": "Sri", "by": SRI, "at": EVENING, **facts}
    return actions.close_collection(collection=collection, counted=rp(rupiah), **given_)


def test_money_goes_to_the_place_and_the_day_of_the_collection(karbes_open, siti):
    meeting = karbes_open("Rapat", day=date(2025, 8, 20), cash=Place("111300", 5))
    take(meeting, siti, 40_000)

    assert journal(siti.cooperative_id, {siti.id: "siti"}) == [
        "2025-08-20 BKM-2025-000001 111300/5 <- 320000/siti 40000"
    ]


def test_a_second_tap_pays_once_even_from_another_phone(rt3, siti):
    first = take(rt3, siti, 20_000)
    again = take(rt3, siti, 20_000, by=BUDI)

    assert (again.number, again.is_new) == (first.number, False)
    assert reports.tally_of(reports.taken(rt3)) == (1, rp(20_000), ((SRI, 1, rp(20_000)),))


def test_another_phone_with_another_figure_is_told_to_look_again(rt3, siti):
    take(rt3, siti, 20_000)
    with pytest.raises(Refused, match="sudah dikirim dengan isi lain"):
        take(rt3, siti, 40_000)


def test_the_tally_says_how_much_is_in_whose_hands(rt3, siti, enrol):
    slamet = enrol("Slamet Utomo")
    take(rt3, siti, 20_000)
    take(rt3, siti, 20_000, before=1)
    take(rt3, slamet, 160_000, by=BUDI)

    tally = reports.tally_of(reports.taken(rt3))
    assert tally == (2, rp(200_000), ((BUDI, 1, rp(160_000)), (SRI, 1, rp(40_000))))
    assert reports.tallies(rt3.cooperative_id, [rt3.id]) == {rt3.id: tally}


def test_what_is_taken_back_leaves_the_tally_and_stays_in_the_list(rt3, siti):
    paid = take(rt3, siti, 20_000)
    actions.reverse_payment(
        cooperative_id=siti.cooperative_id, number=paid.number, on=DAY, by=SRI, reason="salah orang", request_id=uuid4()
    )

    found = reports.taken(rt3)
    assert reports.tally_of(found) == reports.tallies(siti.cooperative_id, [rt3.id])[rt3.id] == (0, 0, ())
    assert [each.paid.undone for each in found] == [True]
    assert take(rt3, siti, 20_000, before=1).is_new


def test_months_that_were_billed_and_months_that_were_not_are_one_payment_in_the_tally(rt3, siti):
    from lumbung.cooperatives.actions import set_bylaw

    set_bylaw(cooperative_id=siti.cooperative_id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    actions.bill_month(cooperative_id=siti.cooperative_id, period="2025-01", by=SRI)
    take(rt3, siti, 60_000)

    assert Gathered.objects.count() == 2
    assert len(reports.taken(rt3)) == 1
    assert reports.tally_of(reports.taken(rt3)).amount == reports.tallies(siti.cooperative_id, [rt3.id])[rt3.id].amount


def test_the_same_form_begins_once(karbes_open):
    request_id = uuid4()
    assert karbes_open("RT 03", request_id=request_id).id == karbes_open("RT 03", request_id=request_id).id


def test_nobody_collects_tomorrow(karbes_open):
    with pytest.raises(Refused, match="22 Agustus 2025 belum terjadi"):
        karbes_open("RT 03", day=date(2025, 8, 22))


def test_money_that_differs_from_the_list_wants_a_reason(rt3, siti):
    take(rt3, siti, 20_000)
    with pytest.raises(Refused, match="Menurut daftar Rp20.000, yang dihitung Rp15.000"):
        close(rt3, 15_000)

    closed = close(rt3, 15_000, note="kembalian kurang")
    assert (closed.counted, closed.is_open) == (rp(15_000), False)


def test_closed_it_takes_no_more_but_answers_an_old_tap(rt3, siti, enrol):
    paid = take(rt3, siti, 20_000)
    close(rt3, 20_000)

    assert take(rt3, siti, 20_000).number == paid.number
    with pytest.raises(Refused, match="RT 03 sudah selesai"):
        take(rt3, enrol("Slamet Utomo"), 20_000)


def test_closing_twice_is_closing_once(rt3, siti):
    take(rt3, siti, 20_000)
    first = close(rt3, 20_000)
    assert close(rt3, 20_000, by=BUDI).closed_by == first.closed_by
    with pytest.raises(Refused, match="sudah ditutup"):
        close(rt3, 20_000, handed_to="Budi")


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_the_database_keeps_a_collection_and_what_came_in(rt3, siti):
    take(rt3, siti, 20_000)
    attempt("UPDATE dues_collection SET name = 'RT 04'")
    attempt("UPDATE dues_collection SET closed_at = opened_at")
    attempt('UPDATE dues_gathered SET "by" = 9')
    attempt("DELETE FROM dues_gathered")
    attempt("DELETE FROM dues_collection")
    close(rt3, 20_000)
    attempt("UPDATE dues_collection SET counted = 1")
    attempt("UPDATE dues_collection SET closed_at = NULL, closed_by = NULL, counted = NULL, handed_to = ''")
    if connection.vendor == "sqlite":
        attempt("INSERT OR REPLACE INTO dues_gathered SELECT * FROM dues_gathered")
        attempt("INSERT OR REPLACE INTO dues_collection SELECT * FROM dues_collection")
    else:
        attempt("TRUNCATE dues_gathered")
        attempt("TRUNCATE dues_collection CASCADE")


def test_the_database_adds_nothing_to_a_closed_collection(rt3, siti, pay):
    close(rt3, 0)
    paid = pay(siti, 20_000)
    columns = '(cooperative_id, number, collection_id, "by")'
    attempt(f"INSERT INTO dues_gathered {columns} VALUES (%s, %s, %s, 1)", siti.cooperative_id, paid.number, rt3.id)


def test_a_collection_is_behind_the_wall(rt3):
    assert reports.collection(rt3.cooperative_id + 1, rt3.id) is None
    assert Collection.objects.get(id=rt3.id) == rt3


@given(st.integers(1, 9), st.integers(0, 20), st.integers(1, 400))
def test_so_many_months_cost_the_oldest_first(paid_months, behind, rupiah):
    """Whoever brings what is asked for n months settles exactly n months, the oldest that are open."""
    first = rules.later("2025-08", -behind)
    card = Card(first, None, {first: rp(rupiah)} if paid_months > 4 else {}, (Rate(date(2000, 1, 1), rp(rupiah)),))
    for count, amount in rules.first_months(card, rules.later("2025-08", rules.AHEAD), (1, 2, 3, 6)):
        parts = rules.allocate(amount, card.room(rules.later("2025-08", rules.AHEAD)))
        assert len(parts) == count and parts == list(card.unpaid(rules.later(parts[-1].period, 0)))[:count]


def test_request_ids_come_from_the_fact(rt3, siti):
    assert actions.request_of(rt3, siti.id, 0) == ids.from_fact(f"collection:{rt3.id}:{siti.id}:0")
    assert len({actions.request_of(rt3, siti.id, before) for before in range(5)}) == 5
