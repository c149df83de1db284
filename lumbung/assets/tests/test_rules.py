"""How things wear off, as arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from lumbung.assets import rules
from lumbung.assets.rules import Wear
from lumbung.money import rp

periods = st.integers(2000 * 12, 2060 * 12).map(lambda place: f"{place // 12:04}-{place % 12 + 1:02}")
wears = st.builds(Wear, st.integers(0, 10**13), st.integers(1, 1_200), periods)


def test_a_laptop_wears_off_as_the_table_says():
    wear = Wear(rp(8_000_000), 48, "2025-09")
    months = [rules.worn(wear, rules.later("2025-09", n)) for n in range(48)]

    assert months[0] == rp(166_667)
    assert months[47] - months[46] == rp(166_651)
    assert months[47] == rp(8_000_000)


@given(wear=wears, period=periods, more=st.integers(0, 200))
def test_what_has_worn_off_grows_never_beyond_the_whole(wear, period, more):
    then, now = rules.worn(wear, period), rules.worn(wear, rules.later(period, more))
    assert 0 <= then <= now <= wear.amount


@given(wear=wears)
def test_nothing_is_worn_before_the_first_month_and_all_of_it_after_the_last(wear):
    assert rules.worn(wear, rules.later(wear.starts, -1)) == 0
    assert rules.worn(wear, rules.later(wear.starts, wear.months - 1)) == wear.amount


@given(wear=wears, order=st.lists(st.integers(-5, 1_300), max_size=30))
def test_months_booked_in_any_order_with_any_missing_add_up_exactly(wear, order):
    booked = 0
    for place in order:
        month = rules.due(wear, rules.later(wear.starts, place), booked)
        assert month >= 0
        booked += month
        assert booked <= wear.amount
    assert booked + rules.due(wear, rules.later(wear.starts, wear.months), booked) == wear.amount


@given(period=periods, months=st.integers(-500, 500))
def test_months_are_counted_as_they_are_added(period, months):
    assert rules.months_through(period, rules.later(period, months)) == max(months + 1, 0)
    assert rules.later(rules.later(period, months), -months) == period
