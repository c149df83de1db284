"""The traps of reference/domain.md 7.4, one by one, each with the smallest book that holds it."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from lumbung.intake.reading import NotUnderstood, read
from lumbung.intake.tests.workshop import Page, write
from lumbung.money import rp

MONTHS = "Jan Peb Mar Apr Mei Jun Jul Agt Sep Okt Nop Des".split()
CASH = ["Tgl", "Uraian", "Masuk", "Keluar", "Saldo"]
BANK = ["Tgl", "Uraian", "Debet", "Kredit", "Saldo"]


@pytest.fixture
def book(tmp_path):
    def make(*pages: Page | list, ending: str = "xlsx", **how: str) -> Path:
        made = [page if isinstance(page, Page) else Page(f"Sheet{n}", page) for n, page in enumerate(pages, 1)]
        width = max(len(row) for page in made for row in page.rows)
        for page in made:
            page.rows = [row + [None] * (width - len(row)) for row in page.rows]
        return write(made, tmp_path / f"buku.{ending}", **how)

    return make


def data(reading):
    return [row for row in reading.rows if row.status != "skipped"]


def asked(reading):
    return [(row.row, problem.field, problem.column) for row in reading.rows for problem in row.problems]


# --- members ----------------------------------------------------------------------------------------------


def member(book, head: str, cell, **how):
    reading = read("members", book([["Nama", "Alamat", head], ["Siti", "Jl. Candi 3", cell]], **how))
    return data(reading)[0]


def test_a_year_alone_is_no_birth_date(book):
    for cell in ("1975", 1975, "Maret 1975", "tahun 1975"):
        row = member(book, "Tgl Lahir", cell)
        assert (row.values["born"], [p.field for p in row.problems]) == (None, ["born"]), cell


def test_place_and_date_in_one_cell(book):
    row = member(book, "Tempat, Tgl Lahir", "Malang, 5-3-85")
    assert (row.values["born"], row.values["birthplace"]) == (date(1985, 3, 5), "Malang")


def test_a_serial_number_is_a_date(book):
    assert member(book, "Tgl Masuk", 45_658).values["joined"] == date(2025, 1, 1)


def test_rt_and_rw_that_the_spreadsheet_took_for_a_date(book):
    row = member(book, "RT/RW", date(2025, 2, 3))
    assert (row.values["rt"], row.values["rw"]) == ("003", "002")


def test_rt_and_rw_in_columns_of_their_own_or_inside_the_address(book):
    reading = read("members", book([["Nama", "NIK", "RT", "RW"], ["Siti", None, 3, "02"]]))
    assert (data(reading)[0].values["rt"], data(reading)[0].values["rw"]) == ("003", "002")
    row = data(read("members", book([["Nama", "Alamat"], ["Siti", "Jl. Candi RT. 04/RW. 07"]])))[0]
    assert (row.values["rt"], row.values["rw"]) == ("004", "007")


@pytest.mark.parametrize(("said", "left", "standing"), [
    ("keluar 24-11-2021", date(2021, 11, 24), "left"),
    ("berhenti per 17 Oktober 2021 (pindah)", date(2021, 10, 17), "left"),
    ("alm. 3/5/2024", date(2024, 5, 3), "deceased"),
    ("alm.", None, "deceased"),
    ("lunas", None, None),
    ("belum bayar pokok", None, None),
    ("aktif", None, None),
])  # fmt: skip
def test_words_about_standing(book, said, left, standing):
    row = member(book, "Ket", said)
    assert (row.values["left"], row.values["standing"], row.problems) == (left, standing, [])


def test_left_without_a_date_is_asked_about(book):
    assert [p.field for p in member(book, "Ket", "sudah keluar").problems] == ["left"]


def test_a_column_for_men_and_a_column_for_women(book):
    rows = [["No", "Nama", "Jenis Kelamin", None, "Alamat"], [None, None, "L", "P", None],
            [1, "Budi", "v", None, "Jl. A"], [2, "Siti", None, "v", "Jl. B"]]  # fmt: skip
    assert [row.values["gender"] for row in data(read("members", book(rows)))] == ["L", "P"]


def test_ditto_marks_repeat_the_row_above(book):
    rows = [["Nama", "Alamat", "Tgl Masuk"], ["Siti", "Jl. Candi", "5-3-2020"], ["Budi", '"', '"']]
    row = data(read("members", book(rows)))[1]
    assert (row.values["address"], row.values["joined"]) == ("Jl. Candi", date(2020, 3, 5))


def test_numbered_rows_without_a_name_are_passed_over(book):
    rows = [
        ["No", "Nama", "NIK", "Alamat"],
        [1, "Siti", "3573044503859999", "Jl. A"],
        [2, None, None, None],
        [3, None, None, None],
    ]
    assert [row.row for row in data(read("members", book(rows)))] == [2]


def test_a_row_without_a_name_but_with_a_nik_is_asked_about(book):
    rows = [["No", "Nama", "NIK"], [1, None, "3573044503859999"]]
    assert asked(read("members", book(rows))) == [(2, "name", 2)]


def test_a_number_shown_with_noughts_keeps_them(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(["No Anggota", "Nama", "Alamat"])
    workbook.active.append([7, "Siti", "Jl. A"])
    workbook.active["A2"].number_format = "0000"
    workbook.save(tmp_path / "a.xlsx")
    assert data(read("members", tmp_path / "a.xlsx"))[0].values["number"] == "0007"


def test_columns_without_a_known_head_are_known_by_what_is_in_them(book):
    rows = [["Peserta", "Nama", "Identitas diri", "Nomer aktif", "Kel."], *(
        [str(n), name, f"35730445038599{n:02d}", f"0812345678{n:02d}", "P"] for n,
        name in enumerate(["Siti", "Ani", "Dewi"], 10)
    )]  # fmt: skip
    row = data(read("members", book(rows)))[0]
    assert (row.values["nik"], row.values["phone"], row.values["gender"]) == (
        "3573044503859910",
        "+62812345678" + "10",
        "P",
    )


def test_a_column_written_month_first_is_read_so(book):
    rows = [["Nama", "Tgl Lahir", "NIK"], ["Siti", "12/25/1980", None], ["Budi", "03/04/1981", None]]
    assert [row.values["born"] for row in data(read("members", book(rows)))] == [date(1980, 12, 25), date(1981, 3, 4)]


def test_sheets_that_are_no_member_list_are_left_alone(book):
    lists = Page("RT 1", [["Nama", "NIK", "Alamat"], ["Siti", "3573044503859999", "Jl. A"]])
    more = Page("RT 2", [["Nama", "NIK", "Alamat"], ["Budi", "3573040503859999", "Jl. A"]])
    other = Page("Petunjuk", [["Isi semua kolom"], ["Terima kasih"]])
    assert [row.sheet for row in data(read("members", book(other, lists, more)))] == ["RT 1", "RT 2"]
    with pytest.raises(NotUnderstood, match="daftar anggota"):
        read("members", book(other))


# --- dues -------------------------------------------------------------------------------------------------


def grid(book, *cells, title="IURAN 2025 (Rp 15.000/bulan)", **how):
    rows = [[title], ["No", "Nama", *MONTHS], *([n, f"Siti {n}", *row] for n, row in enumerate(cells, 1))]
    return read("dues", book(rows, **how))


@pytest.mark.parametrize(("cell", "paid"), [
    (15_000, 15_000), (15, 15_000), ("15", 15_000), ("15.000", 15_000), ("v", 15_000), ("x", 15_000), ("ok", 15_000),
    ("-", 0),
    (45_000, 45_000), ("3x", 45_000), ("x3", 45_000), ("3 bln", 45_000), ("Jan-Mar", 45_000),
    ("rapel jan s/d mar", 45_000),
    ("3 x 15.000", 45_000), ("15rb x 3", 45_000), ("rapel 45rb", 45_000), ("45.000 (3 bln)", 45_000),
    ("45.000 (Jan-Mar)", 45_000),
    ("12/3", 15_000), (date(2025, 3, 12), 15_000), ("lunas tgl 12/3", 15_000), ("lunas 15.000", 15_000),
    ("12 Mar", 15_000), (True, 15_000), (False, 0),
    ("belum", 0), ("nunggak", 0), ("Rp15.000,-", 15_000), ("√", 15_000), (7_500, 7_500), ("0", 0),
    ("45.000 (2 bln)", None), ("15.00", None),
    (-15_000, None), ("15.000 (kurang 5.000)", None), ("titip", None), ("rapel", None), ("lunas tunai", 15_000),
    ("tf 15.000", 15_000), ("1/2", None), ("15,00", None), (1, None), ("?", None),
    ("#REF!", None),
])  # fmt: skip
def test_what_a_cell_of_the_grid_means(book, cell, paid):
    reading = grid(book, [cell], [None, 15_000])
    row = data(reading)[0]
    assert (row.values["paid"].get(1), [p.column for p in row.problems]) == (
        (rp(paid), []) if paid is not None else (None, [3])
    )  # fmt: skip


def test_ones_and_noughts_are_ticks_when_nothing_else_is_there(book):
    assert grid(book, [1, 0, 1], [1, 1, None]).totals["paid_total"] == rp(60_000)


def test_without_a_rate_in_the_title_the_usual_amount_is_the_rate(book):
    reading = grid(book, [10_000, "v"], ["10rb", 30_000], [10_000], title="IURAN 2025")
    assert (reading.sheets[0].rate, reading.totals["paid_total"]) == (rp(10_000), rp(70_000))


def test_ticks_without_any_amount_ask_for_the_rate(book, tmp_path):
    path = book([["IURAN 2025"], ["No", "Nama", *MONTHS], [1, "Siti", "v", "v"]])
    reading = read("dues", path)
    assert ([p.field for p in reading.sheets[0].problems], reading.totals["paid_total"]) == (["rate"], 0)
    assert read("dues", path, rate=rp(5_000)).totals["paid_total"] == rp(10_000)


def test_a_coloured_empty_cell_is_asked_about_but_a_coloured_row_is_not(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in [
        ["IURAN 2025 (Rp 15.000/bulan)"],
        ["No", "Nama", *MONTHS],
        *([n, f"Siti {n}", 15_000] for n in range(1, 7)),
    ]:
        sheet.append(row)
    yellow, grey = (PatternFill("solid", fgColor=colour) for colour in ("FFFF00", "DDDDDD"))
    sheet["E4"].fill = yellow
    for column in range(1, 15):
        sheet.cell(6, column).fill = grey
    for row in range(3, 9):
        sheet.cell(row, 14).fill = grey
    sheet["C5"].fill = yellow
    workbook.save(tmp_path / "a.xlsx")
    assert asked(read("dues", tmp_path / "a.xlsx")) == [(4, "paid", 5)]


def test_a_comment_names_the_periods_and_one_on_an_empty_cell_is_asked_about(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in [
        ["IURAN 2025 (Rp 15.000/bulan)"],
        ["No", "Nama", *MONTHS],
        [1, "Siti", *[None] * 6, 90_000],
        [2, "Budi"],
    ]:
        sheet.append(row)
    sheet["I3"].comment, sheet["D4"].comment = Comment("Juli-Des 25", "b"), Comment("sudah titip", "b")
    workbook.save(tmp_path / "a.xlsx")
    reading = read("dues", tmp_path / "a.xlsx")
    assert asked(reading) == [(4, "paid", 4)]
    assert data(reading)[0].values["covers"] == {"7": "7,8,9,10,11,12"}


def test_one_sheet_a_month(book):
    pages = [Page(f"{month} 25",
        [["SIMPANAN WAJIB"], ["No", "Nama", "Simpanan Wajib", "Tgl"], [1, "Siti", 15_000, None],
            [2, "Budi", paid, None]])
             for month, paid in (("Januari", "15rb"), ("Pebruari", "v"), ("Maret", None))]  # fmt: skip
    reading = read("dues", book(*pages))
    assert reading.totals["paid_by_month"][:4] == [rp(30_000), rp(30_000), rp(15_000), 0]


def test_months_with_a_date_column_beside_each_amount(book):
    rows = [["IURAN 2025"], ["No", "Nama", "Januari", None, "Februari", None, "Maret", None],
            [None, None, "Tgl", "Jumlah", "Tgl", "Jumlah", "Tgl", "Jumlah"],
            [1, "Siti", "3/1", 20_000, "4/2", 20_000, None, None]]  # fmt: skip
    reading = read("dues", book(rows))
    assert reading.totals["paid_by_month"][:3] == [rp(20_000), rp(20_000), 0]


def test_voluntary_savings_beside_the_dues_are_no_dues(book):
    rows = [["SIMPANAN 2025"], ["No", "Nama", "Simpanan Wajib", *[None] * 11, "Simpanan Sukarela", *[None] * 11],
            [None, None, *MONTHS, *MONTHS], [1, "Siti", *[10_000] * 12, *[50_000] * 12]]  # fmt: skip
    assert read("dues", book(rows)).totals["paid_total"] == rp(120_000)


def test_of_several_years_the_last_or_the_one_asked_for(book):
    pages = [
        Page(str(year), [[f"IURAN {year}"], ["No", "Nama", *MONTHS], [1, "Siti", amount]])
        for year, amount in ((2024, 10_000), (2025, 20_000))
    ]
    path = book(*pages)
    assert read("dues", path).totals["paid_total"] == rp(20_000)
    assert read("dues", path, year=2024).totals["paid_total"] == rp(10_000)


def test_a_csv_that_groups_by_commas(book):
    reading = grid(book, ["15,000", "15,000"], ["45,000", "v"], ending="csv", separator=",")
    assert (asked(reading), reading.totals["paid_total"]) == ([], rp(90_000))


def test_a_written_total_that_does_not_add_up_is_listed_not_mended(book):
    rows = [
        ["IURAN 2025 (Rp 15.000/bulan)"],
        ["No", "Nama", *MONTHS, "Jumlah"],
        [1, "Siti", 15_000, *[None] * 11, 30_000],
    ]
    reading = read("dues", book(rows))
    assert (asked(reading), len(reading.notes), reading.totals["paid_total"]) == ([], 1, rp(15_000))


def test_subtotals_and_headings_of_an_rt_are_no_members(book):
    rows = [["IURAN 2025"], ["No", "Nama", *MONTHS], ["RT 01"], [1, "Siti", 15_000], [None, "JUMLAH RT 01", 15_000],
        ["RT 02"], [1, "Budi", 15_000],
            [None, "TOTAL", 30_000], [None, "Catatan: v = lunas"]]  # fmt: skip
    assert [row.row for row in data(read("dues", book(rows)))] == [4, 7]


# --- cash and bank ----------------------------------------------------------------------------------------


def test_a_carried_balance_under_income_is_the_opening(book):
    rows = [
        ["BUKU KAS JANUARI 2025"],
        CASH,
        ["1/1/25", "Saldo bulan lalu", 500_000, None, 500_000],
        ["2/1/25", "Iuran", 20_000, None, 520_000],
    ]
    totals = read("cash", book(rows)).totals
    assert (totals["opening"], totals["inflow"], totals["closing"], totals["entries"]) == (
        rp(500_000),
        rp(20_000),
        rp(520_000),
        1,
    )


def test_a_bank_book_whose_first_row_carries_turnover(book):
    rows = [["BUKU BANK"], ["Periode 31 Januari 2026"], BANK,
        ["01/01/2026", "Saldo Bank Bulan Lalu", 18_000, 8_042_000, 8_024_000],
            ["02/01/2026", "Setoran anggota", None, 120_000, 8_144_000],
            ["03/01/2026", "Biaya admin", 1_222.5, None, 8_142_777.5]]  # fmt: skip
    reading = read("bank", book(rows))
    assert (reading.sheets[0].polarity, reading.totals["opening"], reading.totals["inflow"],
        reading.totals["outflow"]) == (
        "credit", rp(8_024_000), rp(120_000), 122_250,
    )  # fmt: skip
    assert asked(reading) == []


def test_sides_that_nothing_decides_are_asked_about_in_a_bank_book(book):
    path = book([["BUKU BANK JANUARI 2025"], BANK, ["2/1/25", "Setoran", 20_000, None, None]])
    assert [p.field for p in read("bank", path).sheets[0].problems] == ["polarity"]
    chosen = read("bank", path, polarity="debit")
    assert (chosen.sheets[0].problems, chosen.totals["inflow"]) == ([], rp(20_000))


def test_a_date_of_another_month_is_asked_about(book):
    rows = [["BUKU KAS"], CASH, [None, "Saldo awal", None, None, 0],
            *([f"{n} Juli 2026", "Iuran", 10_000, None, None] for n in range(1, 6)),
            ["Tgl 03 Juli 2028", "Iuran", 10_000, None, None]]  # fmt: skip
    assert asked(read("cash", book(Page("Juli ", rows)))) == [(9, "date", 1)]


def test_the_sheets_dates_outweigh_its_caption(book):
    rows = [
        ["BUKU KAS"],
        ["Periode 31 Juli 2025"],
        CASH,
        *([f"{n}/6/2025", "Iuran", 10_000, None, None] for n in range(1, 4)),
    ]
    assert [month["month"] for month in read("cash", book(Page("Juni ", rows))).totals["months"]] == [6]


def test_a_bare_day_belongs_to_the_sheets_month(book):
    rows = [
        ["BUKU KAS"],
        CASH,
        [3, "Iuran", 10_000, None, None],
        ["5", "Iuran", 10_000, None, None],
        ["Bulan Maret", "Iuran", 5_000, None, None],
    ]
    reading = read("cash", book(Page("Maret 25", rows)))
    assert [row.values["date"] for row in data(reading)] == [date(2025, 3, 3), date(2025, 3, 5), None]
    assert asked(reading) == [(5, "date", 1)]
    assert reading.totals["months"][0]["entries"] == 3


def test_balances_that_were_never_calculated_are_computed_again(book):
    rows = [
        ["KAS MEI 2025"],
        CASH,
        [None, "Saldo awal", None, None, 100_000],
        ["1/5/25", "Iuran", 20_000, None, "=E3+C4-D4"],
        ["2/5/25", "Beli", None, 5_000, "#REF!"],
    ]
    reading = read("cash", book(rows))
    assert (asked(reading), reading.totals["closing"]) == ([], rp(115_000))


def test_a_slip_carried_on_is_reported_once(book):
    rows = [["KAS MEI 2025"], CASH, [None, "Saldo awal", None, None, 100_000],
        ["1/5/25", "Iuran", 20_000, None, 120_000],
            ["2/5/25", "Iuran", 20_000, None, 149_000], ["3/5/25", "Beli", None, 9_000, 140_000],
            ["4/5/25", "Beli", None, 40_000, 100_000]]  # fmt: skip
    reading = read("cash", book(rows))
    assert (asked(reading), reading.totals["closing"]) == ([(5, "balance", 5)], rp(91_000))


def test_an_opening_that_does_not_follow_is_reported_where_it_stands(book):
    first = Page(
        "Jan 25", [["KAS"], CASH, [None, "Saldo awal", None, None, 100_000], ["1/1/25", "Iuran", 20_000, None, 120_000]]
    )
    second = Page(
        "Feb 25",
        [["KAS"], CASH, [None, "Saldo bulan lalu", None, None, 130_000], ["1/2/25", "Iuran", 20_000, None, 140_000]],
    )
    reading = read("cash", book(first, second))
    assert [(row.sheet, row.row) for row in reading.rows if row.problems] == [("Feb 25", 3)]
    assert reading.totals["closing"] == rp(140_000)


def test_an_opening_written_above_the_head(book):
    rows = [["BUKU KAS MEI 2025"], ["Saldo awal", None, "Rp 100.000"], CASH, ["1/5/25", "Iuran", 20_000, None, None]]
    assert read("cash", book(rows)).totals["opening"] == rp(100_000)


def test_without_any_opening_it_is_what_leads_to_the_first_balance(book):
    rows = [["BUKU KAS MEI 2025"], CASH, ["1/5/25", "Iuran", 20_000, None, 70_000]]
    assert read("cash", book(rows)).totals["opening"] == rp(50_000)


def test_one_column_of_amounts_with_a_direction(book):
    rows = [
        ["KAS MEI 2025"],
        ["Tanggal", "Uraian", "Jenis", "Jumlah"],
        ["1/5/25", "Iuran", "Masuk", 20_000],
        ["2/5/25", "Beli", "Keluar", 5_000],
    ]
    totals = read("cash", book(rows)).totals
    assert (totals["inflow"], totals["outflow"]) == (rp(20_000), rp(5_000))


def test_a_banks_own_export_with_cr_and_db(book):
    rows = [["Tanggal", "Keterangan", "Cabang", "Jumlah", "Saldo"],
        ["01/05/2025", "SETORAN", "0000", "20,000.00 CR", "120,000.00"],
            ["02/05/2025", "BIAYA ADM", "0000", "5,000.00 DB", "115,000.00"]]  # fmt: skip
    reading = read("bank", book(rows, ending="csv", separator=","))
    assert (reading.totals["opening"], reading.totals["inflow"], reading.totals["outflow"], asked(reading)) == (
        rp(100_000), rp(20_000), rp(5_000), [],
    )  # fmt: skip


def test_sheets_are_taken_in_the_order_of_their_months(book):
    def page(month, before):
        return Page(
            f"{month} 25",
            [
                ["KAS"],
                CASH,
                [None, "Saldo awal", None, None, before],
                [f"3 {month} 25", "Iuran", 10_000, None, before + 10_000],
            ],
        )

    summary = Page("REKAP", [["Bulan", "Masuk", "Keluar", "Saldo"], ["Januari", 10_000, 0, 10_000]])
    reading = read("cash", book(summary, page("Mar", 20_000), page("Feb", 10_000), page("Jan", 0)))
    assert [month["month"] for month in reading.totals["months"]] == [1, 2, 3]
    assert (reading.totals["opening"], reading.totals["closing"], asked(reading)) == (0, rp(30_000), [])


def test_a_description_that_runs_on_into_the_next_row(book):
    rows = [
        ["KAS MEI 2025"],
        CASH,
        ["1/5/25", "Beli ATK untuk", None, 5_000, None],
        [None, "rapat pengurus", None, None, None],
    ]
    reading = read("cash", book(rows))
    assert ([row.values["description"] for row in data(reading)], reading.totals["entries"]) == (
        ["Beli ATK untuk rapat pengurus"],
        1,
    )


def test_an_amount_nobody_can_read_is_asked_about_and_the_balances_go_on_from_there(book):
    rows = [
        ["KAS MEI 2025"],
        CASH,
        [None, "Saldo awal", None, None, 100_000],
        ["1/5/25", "Iuran", "2O.000", None, 120_000],
        ["2/5/25", "Iuran", 5_000, None, 125_000],
    ]
    reading = read("cash", book(rows))
    assert (asked(reading), reading.totals["closing"]) == ([(4, "inflow", 3)], rp(125_000))


def test_money_in_and_out_in_one_row_is_asked_about(book):
    rows = [["KAS MEI 2025"], CASH, ["1/5/25", "Setor tarik", 5_000, 2_000, None]]
    assert asked(read("cash", book(rows))) == [(3, "outflow", 4)]


def test_side_columns_without_a_head_are_left_alone(book):
    rows = [["KAS MEI 2025"], CASH, ["1/5/25", "Iuran", 5_000, None, 5_000, None, "Pak Slamet", 700_000]]
    totals = read("cash", book(rows)).totals
    assert (totals["inflow"], totals["closing"]) == (rp(5_000), rp(5_000))


def test_a_unit_book_keeps_profit_in_the_remarks(book):
    head = ["No", "Tanggal", "Jenis Transaksi", "Masuk", "Keluar", "Saldo", "Keterangan"]
    rows = [["UNIT SEMBAKO MEI 2025"], head, [1, "1/5/25", "Penjualan beras", 112_000, None, 112_000, "laba : 12000"]]
    row = data(read("cash", book(rows)))[0]
    assert (row.values["inflow"], row.values["note"]) == (rp(112_000), "laba : 12000")
