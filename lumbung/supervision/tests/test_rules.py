"""What is drawn and what looks unusual: plain arithmetic, by examples at the edge and by properties."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.money import rp
from lumbung.supervision import rules
from lumbung.supervision.rules import Limits, Seen, unusual

LIMITS = Limits(3, 21, 5, rp(1_000_000), rp(2_000_000))
DAY = date(2026, 3, 18)


def seen(number=1, **facts):
    given_ = {
        "kind": "expense.stationery", "booked_on": DAY, "posted": datetime(2026, 3, 18, 12), "amount": rp(23_000),
        "outward": 0, "made_by": 7, "approved_by": None, "reverses": None, "reversed_by": None, **facts,
    }  # fmt: skip
    return Seen(number, **given_)


def why(*entries, limits=LIMITS):
    return unusual(entries, limits)


def test_an_ordinary_entry_is_not_unusual():
    assert why(seen()) == {}


@pytest.mark.parametrize(("days", "found"), [(0, {}), (3, {}), (4, {1: ["mundur"]})])
def test_backdated_is_later_than_the_days_allowed(days, found):
    assert why(seen(posted=datetime(2026, 3, 18, 12) + timedelta(days=days))) == found


@pytest.mark.parametrize("kind", ["opening.dues", "period.closed"])
def test_what_is_carried_in_or_closed_has_its_own_day(kind):
    assert why(seen(kind=kind, posted=datetime(2026, 5, 1, 12), amount=rp(5_000_000))) == {}


@pytest.mark.parametrize(
    ("hour", "minute", "strikes"),
    [(20, 59, False), (21, 0, True), (23, 59, True), (0, 0, True), (4, 59, True), (5, 0, False), (12, 0, False)],
)
def test_night_runs_over_midnight(hour, minute, strikes):
    assert bool(why(seen(posted=datetime(2026, 3, 18, hour, minute)))) is strikes


@given(st.integers(0, 23), st.integers(0, 23), st.integers(0, 23))
def test_night_has_as_many_hours_as_lie_between(start, end, _any):
    limits = LIMITS._replace(night_from=start, night_until=end)
    struck = [hour for hour in range(24) if why(seen(posted=datetime(2026, 3, 18, hour)), limits=limits)]
    assert len(struck) == (end - start) % 24


@pytest.mark.parametrize(
    ("rupiah", "strikes"),
    [(999_999, False), (1_000_000, True), (1_000_001, False), (1_500_000, False), (3_000_000, True)],
)
def test_round_is_a_whole_multiple_of_a_large_amount(rupiah, strikes):
    assert bool(why(seen(amount=rp(rupiah)))) is strikes


def test_no_amount_is_round_where_the_cooperative_asks_for_none():
    assert why(seen(amount=rp(5_000_000)), limits=LIMITS._replace(round_amount=0)) == {}


@pytest.mark.parametrize(
    ("facts", "strikes"),
    [
        ({"outward": rp(2_000_000)}, False),
        ({"outward": rp(2_000_000) + 1}, True),
        ({"outward": rp(2_100_000), "approved_by": 8}, False),
        ({"outward": rp(2_100_000), "approved_by": 7}, True),
        ({"outward": -rp(9_100_000)}, False),
    ],
)
def test_a_large_payment_needs_a_second_person(facts, strikes):
    assert ("sendiri" in why(seen(**facts)).get(1, [])) is strikes


def test_both_sides_of_a_reversal_are_shown():
    assert why(seen(1, reversed_by=2), seen(2, reverses=1)) == {1: ["batal"], 2: ["batal"]}


# --- split under the limit ----------------------------------------------------------------------------------------


def part(number, rupiah, **facts):
    return seen(number, outward=rp(rupiah), amount=rp(rupiah), **facts)


def test_two_halves_of_a_payment_are_seen_as_one():
    assert why(part(1, 1_100_007), part(2, 1_200_007)) == {1: ["pecah"], 2: ["pecah"]}


@pytest.mark.parametrize(
    "other",
    [
        {"booked_on": DAY + timedelta(days=1)},
        {"made_by": 8},
        {"kind": "expense.rent"},
        {"reversed_by": 9},
    ],
)
def test_another_day_person_or_purpose_is_another_payment(other):
    assert "pecah" not in str(why(part(1, 1_100_007), part(2, 1_200_007, **other)))


def test_together_at_the_limit_is_within_it():
    assert why(part(1, 900_007), part(2, 1_099_993)) == {}


@given(st.lists(st.integers(1, 3_000_000), max_size=8), st.integers(1, 2_000_000))
def test_whoever_is_split_is_within_the_limit_alone_and_beyond_it_together(rupiah, limit):
    entries = [part(number, amount) for number, amount in enumerate(rupiah)]
    found = [entry for entry in entries if entry.number in rules.split(entries, rp(limit))]

    assert all(entry.outward <= rp(limit) for entry in found)
    assert not found or (len(found) > 1 and sum(entry.outward for entry in found) > rp(limit))
    within = [entry for entry in entries if entry.outward <= rp(limit)]
    assert bool(found) == (len(within) > 1 and sum(entry.outward for entry in within) > rp(limit))


def test_the_weightiest_reason_comes_first():
    odd = seen(posted=datetime(2026, 3, 28, 22), outward=rp(3_000_000), amount=rp(3_000_000), reversed_by=2)
    assert why(odd) == {1: ["sendiri", "malam", "batal", "mundur", "bulat"]}


# --- the draw -----------------------------------------------------------------------------------------------------

NUMBERS = st.lists(st.integers(1, 10_000), unique=True, max_size=60)


@given(st.binary(min_size=32, max_size=32), NUMBERS, st.integers(1, 12))
def test_a_draw_takes_ten_or_all_each_once_whatever_the_order(root, numbers, count):
    found = rules.drawn(root, "2026-W12", numbers, count)

    assert len(found) == min(count, len(numbers)) and found == sorted(set(found)) and set(found) <= set(numbers)
    assert rules.drawn(root, "2026-W12", reversed(numbers), count) == found


@given(NUMBERS.filter(lambda numbers: len(numbers) > 10))
def test_nobody_moves_out_of_a_draw_by_adding_an_entry(numbers):
    """An entry more takes the place of one at most: the others stay where the root put them."""
    root, added = bytes(32), max(numbers) + 1
    before, after = (set(rules.drawn(root, "2026-W12", some, 10)) for some in (numbers, [*numbers, added]))
    assert len(before - after) <= 1 and after - before <= {added}


def test_each_week_and_each_root_draws_others():
    numbers = range(1, 200)
    draws = {
        tuple(rules.drawn(root, week, numbers, 10))
        for root in (bytes(32), b"\x01" * 32)
        for week in ("2026-W12", "2026-W13")
    }
    assert len(draws) == 4


def test_over_many_roots_every_entry_is_drawn_about_as_often():
    counts = dict.fromkeys(range(1, 41), 0)
    for root in range(400):
        for number in rules.drawn(root.to_bytes(32), "2026-W12", counts, 10):
            counts[number] += 1
    assert min(counts.values()) > 60 and max(counts.values()) < 140  # 100 expected


@pytest.mark.parametrize("week", ["2026-W54", "2026-W00", "x", "", "2026-12", "2026-W1"])
def test_no_such_week(week):
    with pytest.raises(ValueError):
        rules.first_day(week)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_day_lies_in_its_week(day):
    week = rules.week_of(day)
    assert rules.first_day(week) <= day <= rules.last_day(week)
