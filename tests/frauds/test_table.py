"""The table of frauds is whole: each has its control, its figure, its test and its row on paper."""

from lumbung.supervision.frauds import FRAUDS
from lumbung.supervision.reports.signs import SIGNS
from tests.frauds import paper


def test_each_of_the_twenty_two_has_a_figure_and_is_committed_once():
    numbers = list(range(1, 23))
    assert [one.number for one in FRAUDS] == numbers
    assert sorted(SIGNS) == numbers and sorted(paper.tests()) == numbers
    assert all(one.name and one.held and one.look for one in FRAUDS)


def test_the_page_on_paper_is_the_table():
    assert paper.PAGE.read_text(encoding="utf-8") == paper.page(), "run: .venv/bin/python -m tests.frauds.paper"
