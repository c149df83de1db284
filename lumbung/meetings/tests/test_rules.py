from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.meetings import rules


@pytest.mark.parametrize(
    ("invited", "present", "second", "enough"),
    [(120, 60, False, False), (120, 61, False, True), (121, 61, False, True), (120, 40, True, True),
     (120, 39, True, False), (1, 1, False, True), (3, 1, True, True)],
)  # fmt: skip
def test_more_than_half_come_first_and_a_third_at_the_second_call(invited, present, second, enough):
    assert rules.quorum(invited, present, second_call=second) is enough


@given(st.integers(1, 5_000), st.booleans())
def test_the_number_needed_is_the_smallest_that_is_enough(invited, second):
    least = rules.needed(invited, second_call=second)
    assert rules.quorum(invited, least, second_call=second)
    assert not rules.quorum(invited, least - 1, second_call=second)


def test_age_counts_whole_years():
    assert rules.age(date(1980, 5, 4), date(2026, 5, 3)) == 45
    assert rules.age(date(1980, 5, 4), date(2026, 5, 4)) == 46
    assert rules.age(None, date(2026, 5, 4)) is None
    assert rules.age(date(2027, 1, 1), date(2026, 5, 4)) is None


def test_years_later_keeps_a_leap_day_in_its_month():
    assert rules.years_later(date(2024, 2, 29), 5) == date(2029, 2, 28)
    assert rules.years_later(date(2024, 3, 1), 5) == date(2029, 3, 1)
