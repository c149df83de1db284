"""What members wrote on their phones stands in book 7, with its answers."""

from datetime import date
from uuid import uuid4

from lumbung.books import registry
from lumbung.books.shape import Asked
from lumbung.portal import actions
from lumbung.portal.tests.conftest import SRI

BOOK = registry.BOOKS["saran-anggota"]


def test_a_suggestion_by_phone_stands_among_those_on_paper(karbes, siti):
    said = actions.suggest(member=siti, text="Buka Minggu pagi.", by=SRI, request_id=uuid4())
    actions.answer(suggestion=said, text="Mulai April.", by=SRI, request_id=uuid4())
    this_year = Asked(karbes, date(2026, 1, 1), date(2026, 12, 31))
    (part,) = registry.parts(BOOK, this_year)
    (row,) = part.rows

    assert (row.cells["day"], row.cells["number"], row.cells["name"]) == (date(2026, 3, 20), "0001", "Siti Aminah")
    assert row.cells["text"] == "Buka Minggu pagi." and row.cells["answer"].endswith("Mulai April.")
    assert registry.parts(BOOK, this_year._replace(start=date(2025, 1, 1), end=date(2025, 12, 31))) == []
