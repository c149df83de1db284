"""Pairing two lists of lines: one to one, never far apart, the same whatever the order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lumbung.cash.rules.matching import NEAR, Line, match

DAY = date(2025, 2, 1)


def line(key, day, amount):
    return Line(key, DAY + timedelta(days=day), amount)


sides = st.lists(st.tuples(st.integers(0, 14), st.sampled_from([100, 200, -100])), max_size=9)


def lines(pairs, start=0):
    return [line(start + key, day, amount) for key, (day, amount) in enumerate(pairs)]


@given(sides, sides)
def test_each_pair_has_one_amount_and_near_days_and_nobody_is_paired_twice(bank, book):
    theirs, ours = lines(bank), lines(book, 100)
    pairs = match(theirs, ours)
    by_key = {each.key: each for each in theirs + ours}

    assert len(set(pairs.values())) == len(pairs)
    for one, other in pairs.items():
        assert by_key[one].amount == by_key[other].amount
        assert abs((by_key[one].on - by_key[other].on).days) <= NEAR


@given(sides, sides, st.randoms())
def test_the_order_in_which_lines_come_changes_nothing(bank, book, random):
    theirs, ours = lines(bank), lines(book, 100)
    expected = match(theirs, ours)
    random.shuffle(theirs)
    random.shuffle(ours)
    assert match(theirs, ours) == expected


@given(sides, sides)
def test_what_is_left_over_fits_nothing_that_is_left_over(bank, book):
    theirs, ours = lines(bank), lines(book, 100)
    pairs = match(theirs, ours)
    for one in theirs:
        for other in ours:
            if one.key not in pairs and other.key not in pairs.values() and one.amount == other.amount:
                assert abs((one.on - other.on).days) > NEAR


@given(sides, sides)
def test_the_same_day_comes_first(bank, book):
    theirs, ours = lines(bank), lines(book, 100)
    pairs = match(theirs, ours)
    for one in theirs:
        same = [each.key for each in ours if each[1:] == one[1:]]
        if one.key not in pairs:
            assert set(same) <= set(pairs.values())


def test_as_many_pairs_as_there_can_be():
    """The nearest entry is not taken from the line that has no other."""
    bank = [line(1, 0, 100), line(2, 4, 100)]
    book = [line(11, 3, 100), line(12, 7, 100)]
    assert match(bank, book) == {1: 11, 2: 12}


def test_four_days_are_too_far():
    assert match([line(1, 0, 100)], [line(11, 4, 100)]) == {}
    assert match([line(1, 0, 100)], [line(11, 3, 100)]) == {1: 11}
    assert match([line(1, 0, 100)], [line(11, 0, -100)]) == {}
