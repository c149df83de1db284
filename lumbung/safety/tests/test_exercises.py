"""Exercises: one a month for everybody, three answers, one of them right, in two languages."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from lumbung.safety import exercises, rules
from lumbung.safety.drawing import WIDTH, measured, wrapped

MONTHS = st.dates(date(2024, 1, 1), date(2099, 12, 31)).map(rules.month_of)


def test_there_is_a_year_of_them_and_each_has_a_word_of_its_own():
    assert len({one.word for one in exercises.EXERCISES}) == len(exercises.EXERCISES) >= 12


@pytest.mark.parametrize("one", exercises.EXERCISES, ids=lambda one: one.word)
def test_one_answer_of_three_is_right_and_says_so(one):
    assert [answer.right for answer in one.answers].count(True) == 1
    assert all(str(answer.then).startswith("Benar") == answer.right for answer in one.answers)
    assert len({str(answer.words) for answer in one.answers}) == 3


def test_the_right_answer_stands_now_here_now_there():
    places = [[answer.right for answer in one.answers].index(True) for one in exercises.EXERCISES]
    assert all(places.count(place) >= 3 for place in range(3))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("one", exercises.EXERCISES, ids=lambda one: one.word)
def test_everything_drawn_lies_within_the_picture(one, language):
    with translation.override(language):
        drawing = one.draw()
    assert drawing.told.count(" ") > 8
    for shape in drawing.shapes:
        if shape.kind == "rect":
            assert shape.x >= 0 and shape.x + shape.width <= WIDTH and shape.y + shape.height <= drawing.height
        elif shape.kind == "text":
            wide = measured(shape.words, shape.size, shape.weight)
            left = {"start": shape.x, "middle": shape.x - wide // 2, "end": shape.x - wide}[shape.anchor]
            assert left >= 0 and left + wide <= WIDTH and shape.y <= drawing.height, shape.words


@given(MONTHS)
def test_all_of_them_come_before_one_comes_again(month):
    coming = [exercises.of_month(one).word for one in rules.months_back(month, len(exercises.EXERCISES))]
    assert len(set(coming)) == len(coming)


@given(st.text(alphabet="abc DEF\n", max_size=80), st.integers(60, 300))
def test_wrapping_loses_no_letter_and_stays_narrow(words, width):
    lines = wrapped(words, width)
    assert "".join(lines).replace(" ", "") == "".join(words.split())
    assert all(measured(line) <= width for line in lines)


@given(st.lists(st.tuples(st.integers(1, 5), st.booleans()), max_size=20))
def test_a_score_is_full_only_when_all_is_well(looks):
    share = rules.share(looks)
    assert 0 <= share.percent <= 100 and (share.percent == 100) == all(ok for _weight, ok in looks)
    better = rules.share([(weight, True) for weight, _ok in looks])
    assert better.percent >= share.percent


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_programme_is_told_no_share_of_few_people(people, right):
    told = rules.told(people, min(right, people))
    assert (told is None) == (people < 3)
