"""Whatever stands in the cells, a book is read or refused in words; nothing else happens."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lumbung.intake.reading import Reading, cash, dues, members
from lumbung.intake.reading.contract import NotUnderstood
from lumbung.sheets.cells import Broken
from lumbung.sheets.opening import Book, Sheet

HEADS = {
    "members": ["No", "Nama", "NIK", "L/P", "Tempat, Tgl Lahir", "RT/RW", "HP", "Tgl Masuk", "Simp. Pokok", "Ket"],
    "dues": ["No", "Nama", "Saldo s/d 2024", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jumlah"],
    "cash": ["No", "Tgl", "Uraian", "Bukti", "Debet", "Kredit", "Saldo", "Ket", None, None],
}
words = st.sampled_from(
    ["", "-", '"', "v", "3x", "20.000", "Rp20.000,-", "20.00", "(5.000)", "Siti", "JUMLAH", "Saldo awal", "Ketua",
        "5-3-85",
     "Malang, 5-3-85", "Jan-Mar", "12/3", "0812-3456-7890", "3573044503859999", "keluar 1-1-2025", "1/2",
     "45.000 (3 bln)"]
)  # fmt: skip
anything = st.one_of(
    words, st.none(), st.text(max_size=8), st.integers(-(10**18), 10**18), st.floats(), st.booleans(),
    st.dates(date(1899, 1, 1)), st.just(datetime(2025, 1, 2, 3, 4)), st.just(time(3, 2)), st.just(Broken("#REF!")),
)  # fmt: skip
readers = {
    "members": lambda book, reading: members.read(book, reading, year=None, today=None),
    "dues": lambda book, reading: dues.read(book, reading, year=None, rate=None),
    "cash": lambda book, reading: cash.read(book, reading, year=None, today=None, polarity=None),
}


@pytest.mark.parametrize("kind", list(HEADS))
@settings(deadline=None, max_examples=150)
@given(rows=st.lists(st.lists(anything, min_size=10, max_size=10), max_size=8), heads=st.booleans())
def test_any_cells_under_a_head_are_read(kind, rows, heads):
    sheet = Sheet("Mei 25", [["BUKU 2025"], *([HEADS[kind]] if heads else []), *rows])
    reading = Reading(kind, "a.xlsx", "")
    try:
        readers[kind](Book("a.xlsx", "xlsx", "", [sheet]), reading)
    except NotUnderstood:
        assert not heads
        return
    answer = reading.as_json()
    for row in answer["rows"]:
        assert row["status"] in {"accepted", "question", "skipped"}
        assert all(problem["message"] for problem in row["problems"])
    if kind == "dues":
        paid = sum(row.values["paid_total"] for row in reading.rows if row.status != "skipped")
        assert reading.totals["paid_total"] == paid == sum(reading.totals["paid_by_month"])
    if kind == "cash" and not any(line.problems for line in reading.rows):
        totals = reading.totals
        assert (
            totals["opening"] is None or totals["closing"] == totals["opening"] + totals["inflow"] - totals["outflow"]
        )
