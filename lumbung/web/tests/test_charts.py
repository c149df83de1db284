"""Charts are drawn from amounts: the drawing and its table say the same, whatever the amounts."""

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from lumbung.money import rp
from lumbung.web import charts

amounts = st.lists(st.integers(min_value=-(10**14), max_value=10**14), min_size=1, max_size=24)


def drawn(make, values, **more):
    return make(title="Uang", labels=[str(i) for i in range(len(values))], series=[("Masuk", values)], **more)


@given(amounts)
def test_every_bar_stands_inside_the_drawing(values):
    chart = drawn(charts.bars, values)
    for mark in chart.marks:
        assert mark.x >= 0 and mark.x + mark.width <= 100.2
        assert mark.y >= charts.TOP - 0.2 and mark.y + mark.height <= chart.height - charts.FOOT + 1.2


@given(amounts)
def test_every_point_stands_inside_and_the_line_joins_them(values):
    chart = drawn(charts.lines, values)
    assert len(chart.strokes) == len(values) - 1
    assert all(
        0 <= mark.x <= 100 and charts.TOP - 0.2 <= mark.y <= chart.height - charts.FOOT + 0.2 for mark in chart.marks
    )


def test_a_larger_amount_is_a_taller_bar_in_proportion():
    half, whole = drawn(charts.bars, [rp(100), rp(200)]).marks
    assert whole.height == pytest.approx(2 * half.height, abs=0.2)


def test_an_amount_below_zero_hangs_from_the_axis():
    chart = drawn(charts.bars, [rp(-100), rp(100)])
    assert chart.marks[0].y == chart.zero
    assert chart.marks[1].y + chart.marks[1].height == pytest.approx(chart.zero, abs=0.2)


@given(st.integers(min_value=1, max_value=10**17))
def test_rules_are_few_and_round(span):
    step = charts.step_for(span)
    assert span <= step * 5
    assert str(step).rstrip("0") in {"1", "2", "5"}


@pytest.mark.parametrize(
    ("sen", "words"),
    [(0, "0"), (rp(250), "250"), (rp(250_000), "250 rb"), (rp(1_500_000), "1,5 jt"), (rp(-2_000_000_000), "−2 M")],
)
def test_an_axis_is_written_short(sen, words):
    assert charts.brief(sen) == words


def test_the_table_beneath_holds_every_amount_and_nothing_is_inline():
    chart = charts.lines(
        title="Kas <kini>", labels=["Jan", "Feb"], series=[("Masuk", [rp(1), rp(2)]), ("Keluar", [rp(3), rp(4)])]
    )
    html = render_to_string("web/chart.html", {"chart": chart})
    assert all(words in html for words in ("Rp1<", "Rp2<", "Rp3<", "Rp4<", "<desc", "Kas &lt;kini&gt;"))
    assert "style=" not in html


def test_no_amounts_draw_an_empty_chart():
    assert charts.bars(title="Kosong", labels=[], series=[("Masuk", [])]).marks == []
