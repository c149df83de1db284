from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.dues import rules
from lumbung.dues.rules import Card, Part, Rate
from lumbung.money import rp

amounts = st.integers(min_value=1, max_value=rp(5_000_000))
rooms = st.lists(st.integers(min_value=1, max_value=rp(100_000)), max_size=40)


def months(sizes, first="2025-01"):
    return [Part(rules.later(first, place), size) for place, size in enumerate(sizes)]


RATES = (Rate(date(2025, 1, 1), rp(20_000)),)


def card(first="2025-01", last=None, paid=None):
    return Card(first, last, paid or {}, RATES)


@given(amounts, rooms)
def test_nothing_of_a_payment_is_lost_and_no_month_takes_more_than_it_can(amount, sizes):
    unpaid = months(sizes)
    try:
        parts, over = rules.allocate(amount, unpaid), 0
    except rules.TooMuch as too_much:
        parts, over = unpaid, too_much.left

    assert sum(part.amount for part in parts) + over == amount
    assert all(0 < part.amount <= room.amount for part, room in zip(parts, unpaid, strict=False))


@given(amounts, rooms)
def test_the_oldest_month_is_full_before_the_next_gets_anything(amount, sizes):
    unpaid = months(sizes)
    try:
        parts = rules.allocate(amount, unpaid)
    except rules.TooMuch:
        return

    assert [part.period for part in parts] == [room.period for room in unpaid][: len(parts)]
    assert [part.amount for part in parts[:-1]] == [room.amount for room in unpaid][: len(parts) - 1]


@given(st.lists(st.integers(min_value=1, max_value=rp(70_000)), min_size=1, max_size=12))
def test_many_small_payments_settle_what_one_large_one_does(payments):
    one, many = card(), card()
    one.take(rules.allocate(sum(payments), one.room("2040-12")))
    for payment in payments:
        many.take(rules.allocate(payment, many.room("2040-12")))

    assert one.paid == many.paid


@given(amounts, st.dictionaries(st.integers(0, 30), st.integers(1, rp(20_000)), max_size=8))
def test_what_settles_bills_and_what_does_not_add_up_to_the_payment(amount, bills):
    parts = rules.allocate(amount, card().room("2070-12"))
    billed = {rules.later("2025-01", place): open_ for place, open_ in bills.items()}
    collected, other = rules.divide(parts, billed)

    assert sum(p.amount for p in [*collected, *other]) == amount
    assert all(0 < p.amount <= billed[p.period] for p in collected)
    assert all(p.amount > 0 for p in other)


def test_a_rapel_of_three_months_and_a_half():
    due = card(paid={"2025-01": rp(20_000), "2025-03": rp(5_000)})

    assert rules.allocate(rp(55_000), due.room("2030-12")) == [
        Part("2025-02", rp(20_000)),
        Part("2025-03", rp(15_000)),
        Part("2025-04", rp(20_000)),
    ]


def test_a_new_rate_counts_from_its_first_whole_month():
    rates = (Rate(date(2025, 1, 1), rp(15_000)), Rate(date(2025, 7, 1), rp(20_000)), Rate(date(2025, 9, 15), 0))

    costs = [rules.rate_in(month, rates) // 100 for month in ("2024-12", "2025-06", "2025-07", "2025-09", "2025-10")]
    assert costs == [15_000, 15_000, 20_000, 20_000, 0]


def test_a_month_owed_is_one_between_joining_and_leaving():
    due = card(first="2025-03", last="2025-05")

    assert due.unpaid("2025-12") == months([rp(20_000)] * 3, first="2025-03")
    assert card(first=None).unpaid("2025-12") == []


@given(st.integers(0, 12 * 3000), st.integers(-500, 500))
def test_counting_months_forth_and_back_comes_home(start, steps):
    period = rules.later("1000-01", start + 500)

    assert rules.later(rules.later(period, steps), -steps) == period


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (["2026-05"], "Mei 2026"),
        (["2026-05", "2026-06", "2026-07"], "Mei–Juli 2026"),
        (["2025-11", "2025-12", "2026-01"], "November 2025–Januari 2026"),
        (["2026-03", "2026-06", "2026-05"], "Maret dan Mei–Juni 2026"),
        (["2025-03", "2026-05", "2026-07"], "Maret 2025, Mei dan Juli 2026"),
        ([], ""),
    ],
)
def test_months_are_said_as_people_say_them(periods, words):
    assert rules.spoken(periods) == words
