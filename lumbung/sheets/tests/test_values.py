"""Single cells: dates, months, names, phones, NIK, as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbung.sheets import cells, dates, months, people
from lumbung.sheets.refusals import Undecided

FIFTH_OF_MARCH = date(1985, 3, 5)


# --- dates ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", [
    FIFTH_OF_MARCH, datetime(1985, 3, 5, 10, 30), 31111, "31111", "5-3-85", "05/03/1985", "5.3.1985", "5 3 1985",
    "5 / 3 / 85",
    "5 Maret 1985", "05 mrt 85", "5-Mar-85", "5 Maret '85", "Maret 5, 1985", "1985-03-05", "1985-03-05 00:00:00",
    "05031985",
    "Malang, 5-3-85", "Malang 5 Maret 1985", "Kab. Malang, 05 Maret 1985", "Tgl 05 Maret 1985", "Selasa, 5 Maret 1985",
    "05/03/1985 10:15", "05/03/1985 10.15 WIB", "  5 Maret  1985 ", "'5-3-1985",
])  # fmt: skip
def test_every_form_of_a_date(cell):
    assert dates.read(cell) == FIFTH_OF_MARCH


@pytest.mark.parametrize(("cell", "said"), [
    ("1985", "baru tahunnya"), (1985, "baru tahunnya"), ("Maret 1985", "belum ada tanggalnya"),
    ("Bulan Januari", "belum ada tanggalnya"),
    ("31-02-1975", "tidak ada di kalender"), ("00-00-0000", "tidak ada di kalender"),
    ("12/25/1985", "tidak ada di kalender"),
    ("kapan-kapan", "tidak terbaca"), ("5-3", "tidak terbaca"), ("5 Maret", "tidak terbaca"),
    ("#REF!", "tidak terbaca"), (12, "tidak terbaca"),
    (cells.Broken("#REF!"), "tidak punya hasil"),
])  # fmt: skip
def test_what_is_no_whole_date_is_asked_about(cell, said):
    with pytest.raises(Undecided, match=said):
        dates.read(cell)


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "tdk ada", "n/a"])
def test_no_date_is_no_date(cell):
    assert dates.read(cell) is None


def test_the_sheet_completes_what_it_tells():
    frame = dates.Frame(year=2025, month=3)
    assert [dates.read(cell, frame) for cell in ("5", 5, "5 Maret", "5/3", "5-3")] == [date(2025, 3, 5)] * 5


def test_two_digit_years_lie_before_the_latest():
    assert dates.read("1/1/25", dates.Frame(latest=2026)) == date(2025, 1, 1)
    assert dates.read("1/1/27", dates.Frame(latest=2026)) == date(1927, 1, 1)


@given(
    st.dates(date(1931, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d-%m-%y", "%Y-%m-%d", "%d.%m.%Y", "%d%m%Y"]),
)
def test_any_date_reads_back(day, form):
    assert dates.read(day.strftime(form)) == day
    assert dates.read(f"Malang, {day.day} {months.NAMES[day.month]} {day.year}") == day
    assert dates.read((day - date(1899, 12, 30)).days) == day


@given(st.text(max_size=20) | st.text("0123456789-/. Maretgl", max_size=14) | st.floats() | st.integers())
def test_any_cell_is_a_date_or_a_question_and_nothing_else(cell):
    try:
        assert dates.read(cell) is None or isinstance(dates.read(cell), date)
    except Undecided as question:
        assert str(question)


def test_a_column_is_month_first_only_when_it_cannot_be_day_first():
    assert dates.is_month_first(["12/25/2024", "03/04/2024"])
    assert not dates.is_month_first(["12/25/2024", "25/12/2024"])
    assert not dates.is_month_first(["03/04/2024", None, date(2024, 1, 1)])


@pytest.mark.parametrize("cell", ['"', "''", "”", "sda", "Idem", ' " ', "s.d.a."])
def test_ditto_marks(cell):
    assert dates.is_ditto(cell)
    assert not dates.is_ditto("sdr")


# --- months -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("head", "month"), [
    ("Jan", (1, None)), ("PEBRUARI ", (2, None)), ("Peb.", (2, None)), ("Agt", (8, None)), ("Agust", (8, None)),
    ("Sept", (9, None)),
    ("Nopember", (11, None)), ("Jan-25", (1, 2025)), ("Des 2025", (12, 2025)), ("Jan'25", (1, 2025)),
    ("VII", (7, None)), ("Bln 3", (3, None)),
    ("03/2025", (3, 2025)), ("2025-03", (3, 2025)), ("Bulan Mei", (5, None)), (date(2025, 4, 1), (4, 2025)),
    ("01/06/2025", (6, 2025)),
    ("Nama", None), ("Jumlah", None), ("", None), ("13/2025", None), ("Bln 13", None), (3, None),
])  # fmt: skip
def test_heads_of_months(head, month):
    assert months.of_head(head) == month


@pytest.mark.parametrize(("caption", "month", "year"), [
    ("BUKU KAS JANUARI 2025", 1, 2025), ("Juni ", 6, None), ("Nopember ", 11, None), ("Jan 25", 1, 2025),
    ("Periode 31 Januari 2026", 1, 2026),
    ("Agt'25", 8, 2025), ("3", 3, None), ("2025-03", 3, 2025), ("Per 31 Des 2025", 12, 2025),
    ("Januari s/d Desember 2025", None, 2025),
    ("Sheet1", None, None), ("KAS", None, None), ("Rekap 2024/2025", None, 2025), ("Bulan 4", 4, None),
])  # fmt: skip
def test_captions(caption, month, year):
    assert (months.in_caption(caption), months.year_in_caption(caption)) == (month, year)


def test_spans_of_months_are_filled_in():
    assert months.all_in("Juli-Des 25") == [7, 8, 9, 10, 11, 12]
    assert months.all_in("Nop s/d Jan") == [11, 12, 1]
    assert months.all_in("Jan, Feb, Mei") == [1, 2, 5]
    assert months.all_in("lunas") == []


def test_numbers_are_months_only_twelve_in_a_row():
    assert months.run_of_numbers(["No", "Nama", *range(1, 13)]) == {place: place - 1 for place in range(2, 14)}
    assert months.run_of_numbers(["No", 1, 2, 3]) == {}


# --- people -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("cell", "name"), [
    ("Sutini", "Sutini"), ("  Siti  Hidayat ", "Siti Hidayat"), ("Bu Wati", "Wati"), ("Bpk. Slamet", "Slamet"),
    ("H. Budi", "Budi"),
    ("Hj. Siti Aminah", "Siti Aminah"), ("Drs. H. Slamet, M.M.", "Slamet"), ("Dewi, S.Pd", "Dewi"), ("Ibu", "Ibu"),
    ("BUDI", "BUDI"),
    ("Sdr. Agus", "Agus"), ("Alm. Karto", "Karto"), ("Karto (alm)", "Karto"), ("Ibunda Sari", "Ibunda Sari"),
    ("Hartono", "Hartono"),
    ("I Made Ayu", "I Made Ayu"), ("M. Yusuf", "M. Yusuf"), ("'Siti", "Siti"), (None, ""), ("Masruri", "Masruri"),
    ("Ny. Tan", "Tan"),
])  # fmt: skip
def test_names_without_honorifics(cell, name):
    assert people.name(cell) == name


@pytest.mark.parametrize("cell", [
    "0812-3456-7890", "62 812 3456 7890", "+62 (0)812 3456 7890", "81234567890", 81234567890, 81234567890.0,
    "0812.3456.7890",
    "+6281234567890", "0812 3456 7890 / 0856 1111 2222", "62081234567890", "006281234567890", "WA 081234567890",
    "81234567890.0",
])  # fmt: skip
def test_every_spelling_of_a_phone(cell):
    assert people.phone(cell) == "+6281234567890"


def test_a_landline_of_malang():
    assert people.phone("(0341) 551234") == "+62341551234"


@pytest.mark.parametrize("cell", [None, "", "-", "tdk ada", "tidak punya", "0", 0])
def test_no_phone_is_no_question(cell):
    assert people.phone(cell) is None


@pytest.mark.parametrize(
    "cell", ["0812", "123", "08123456789012345", "punya tetangga 081234567890", "1234567890", "8,12346E+10"]
)
def test_a_phone_that_cannot_be_rung_is_asked_about(cell):
    with pytest.raises(Undecided, match="Nomor telepon"):
        people.phone(cell)


@pytest.mark.parametrize(
    "cell", ["3573040503859999", "'3573040503859999", "357304 050385 9999", "3573.0405.0385.9999", "3573044503859999 "]
)
def test_a_nik_in_any_grouping(cell):
    assert people.nik(cell) in {"3573040503859999", "3573044503859999"}


@pytest.mark.parametrize(("cell", "said"), [
    (3573040503859990, "angka ke-16"), (3573040503859990.0, "angka ke-16"), ("3,57304E+15", "angka ke-16"),
    ("357304050385999", "di sini 15"),
    ("3573047203859999", "tanggal lahir"), ("3573040513859999", "tanggal lahir"), ("3573040503850000", "tanggal lahir"),
    ("35730405O3859999", "16 angka"), ("belum punya", "16 angka"),
])  # fmt: skip
def test_a_nik_that_cannot_be_true_is_asked_about(cell, said):
    with pytest.raises(Undecided, match=said):
        people.nik(cell)


def test_a_nik_tells_birthday_and_gender():
    assert people.born_in_nik("3573044503859999") == (5, 3, 85, "P")
    assert people.born_in_nik("3573040503859999") == (5, 3, 85, "L")


@pytest.mark.parametrize(("cell", "gender"),
    [("L", "L"), ("Pria", "L"), ("laki-laki", "L"), ("Laki - Laki", "L"), ("LK.", "L"), ("laki2", "L"),
                                              ("P", "P"), ("perempuan", "P"), ("Wanita", "P"), ("Pr", "P"),
                                              ("", None), ("-", None)])  # fmt: skip
def test_words_for_gender(cell, gender):
    assert people.gender(cell) == gender


def test_a_gender_nobody_can_read_is_asked_about():
    with pytest.raises(Undecided, match="jenis kelamin"):
        people.gender("banci?")


@pytest.mark.parametrize(("cell", "pair"), [
    ("03/02", ("003", "002")), ("RT 3 RW 2", ("003", "002")), ("Jl. Candi No. 3 RT 4 RW 7", ("004", "007")),
    ("RT.04/RW.07", ("004", "007")),
    (date(2025, 2, 3), ("003", "002")), ("Jl. Candi", None), ("RT 5", ("005", "")), ("", None),
])  # fmt: skip
def test_rt_and_rw(cell, pair):
    assert people.rt_rw(cell) == pair


# --- text -------------------------------------------------------------------------------------------------


def test_cells_as_text():
    assert [cells.text(cell) for cell in (None, 1.0, 1.5, True, "a\u00a0 b\u200b", date(2025, 1, 2),
        3573040503859990.0, cells.Broken("#REF!"))] == [
        "", "1", "1.5", "ya", "a b", "2025-01-02", "3573040503859990", "",
    ]  # fmt: skip


@given(st.text() | st.floats() | st.integers() | st.booleans() | st.none() | st.dates() | st.times())
def test_any_cell_has_a_text_on_one_line(cell):
    assert cells.text(cell) == " ".join(cells.text(cell).split())
    assert isinstance(cells.key(cell), str)
