"""The five statements of a small cooperative, line by line, against figures added up by hand (see story.py)."""

from datetime import date

import pytest

from lumbung.ledger import reports
from lumbung.ledger.tests import story
from lumbung.money import rp

END = date(2025, 12, 31)


@pytest.fixture
def year(coop):
    """2025, lived and not yet closed."""
    story.open_from_old_book(coop)
    story.live_2025(coop)
    return coop


@pytest.fixture
def closed(year):
    story.close_2025(year)
    story.allocate_in_2026(year)
    return year


def figures(statement, column="amount"):
    """{line: whole rupiah} of the lines that are not nil."""
    found = {row.key: row.cells.get(column) for row in statement.rows}
    return {key: amount // 100 for key, amount in found.items() if amount}


def test_the_position_of_the_year_line_by_line(year):
    statement = reports.position(year, None, END)

    assert statement.subtitle == "per 31 Desember 2025 (dalam rupiah)"
    assert figures(statement) == {
        "AL1": 3_602_222, "AL6": 50_000, "AL7": 50_000, "AL.": 3_702_222,
        "AT3": 8_000_000, "AT.": 8_000_000, "A.": 11_702_222,
        "LP2": 30_000, "LP3": 1_600_000, "LP11": 38_000, "LP.": 1_668_000, "L.": 1_668_000,
        "EK1": 200_000, "EK2": 1_000_000, "EK3": -20_000, "EK4": 9_000_000, "EK6": 450_000, "EK7": 50_000,
        "EK8": -645_778, "EK.": 10_034_222, "LE.": 11_702_222,
    }  # fmt: skip
    assert statement.ok


def test_the_surplus_of_the_year_line_by_line(year):
    statement = reports.surplus(year, None, END)

    assert statement.subtitle == "untuk tahun yang berakhir 31 Desember 2025 (dalam rupiah)"
    assert figures(statement) == {
        "PA1": 350_000, "PA2": -250_000, "PA5": 20_000, "PA.": 120_000,
        "NA1": 150_000, "NA2": -100_000, "NA.": 50_000, "SK.": 170_000,
        "BU1": -300_000, "BU2": -74_000, "BU5": -5_000, "BU.": -379_000, "SB.": -209_000,
        "BK1": -440_000, "SP.": -649_000, "LL1": 3_222, "ST.": -645_778, "S.": -645_778,
    }  # fmt: skip
    assert statement.ok


def test_the_changes_in_equity_line_by_line(year):
    statement = reports.equity(year, None, END)
    rows = {row.key: [row.cells[c.key] // 100 for c in statement.columns[:6]] for row in statement.rows}

    #                 pokok     wajib       hibah  cadangan      SHU      jumlah
    assert rows == {
        "start":       [0,       0,         0,         0, 0,        0],
        "opening":     [200_000, 800_000,   0,         0, 500_000,  1_500_000],
        "correction":  [0,       0,         0,         0, 0,        0],
        "paid_in":     [100_000, 200_000,   0,         0, 0,        300_000],
        "paid_back":   [-100_000, -20_000,  0,         0, 0,        -120_000],
        "granted":     [0,       0,         9_000_000, 0, 0,        9_000_000],
        "to_reserves": [0,       0,         0,         0, 0,        0],
        "to_members":  [0,       0,         0,         0, 0,        0],
        "result":      [0,       0,         0,         0, -645_778, -645_778],
        "end":         [200_000, 980_000,   9_000_000, 0, -145_778, 10_034_222],
    }  # fmt: skip
    assert statement.ok


def test_the_cash_flow_line_by_line(year):
    statement = reports.cash_flow(year, None, END)

    assert figures(statement) == {
        "O1": 350_000, "O2": 150_000, "O3": 20_000, "O4": 3_222, "O6": 300_000, "O8i": 40_000, "O17": 20_000,
        "O7": -400_000, "O8": -30_000, "O10": -200_000, "O11": -300_000, "O12": -451_000, "O16": -50_000,
        "O.": -547_778,
        "P1": 100_000, "P2": 200_000, "P3": -100_000, "P4": 1_000_000, "P8": -50_000, "P.": 1_150_000,
        "change": 602_222, "opening": 3_000_000, "end": 3_602_222,
    }  # fmt: skip
    assert statement.ok
    assert "Hibah laptop menjadi milik koperasi Rp8.000.000" in statement.notes[0]


def test_the_trial_balance_is_nil_three_times(year):
    statement = reports.trial_balance(year, None, END)

    assert statement.ok
    assert [check.left for check in statement.checks] == [0, *[statement.checks[1].right, statement.checks[2].right]]
    assert figures(statement)["310000"] == 200_000
    assert statement.row("111100").cells["debit"] == rp(1_937_000)
    assert "900300" not in figures(statement)


def test_closing_the_year_changes_no_statement_of_it(year):
    asked = {
        "position": reports.position,
        "surplus": reports.surplus,
        "equity": reports.equity,
        "cash": reports.cash_flow,
    }
    before = {name: figures(report(year, None, END)) for name, report in asked.items()}

    story.close_2025(year)

    for name, report in asked.items():
        statement = report(year, None, END)
        assert (figures(statement), statement.ok) == (before[name], True), name
    assert reports.surplus(year, None, END).notes == ("Jurnal penutup tahun buku tidak ikut dihitung.",)
    assert "ikut dihitung" in reports.trial_balance(year, None, END).notes[0]


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_result_that_nobody_has_decided_on_belongs_to_the_year_before(year, is_closed):
    if is_closed:
        story.close_2025(year)

    statement = reports.position(year, None, date(2026, 2, 28))

    assert (statement.amount("EK6"), statement.amount("EK8")) == (rp(450_000 - 645_778), 0)
    assert (statement.amount("EK6", "prior"), statement.amount("EK8", "prior")) == (rp(450_000), rp(-645_778))
    assert [column.label for column in statement.columns] == ["28 Feb 2026", "2025"]
    assert statement.ok


def test_the_allocation_of_the_surplus_stands_in_the_next_year(closed):
    day = date(2026, 12, 31)
    position, equity, cash = (r(closed, None, day) for r in (reports.position, reports.equity, reports.cash_flow))

    assert figures(equity) == {
        "start": 10_034_222, "to_members": -250_000, "end": 9_784_222,
    }  # fmt: skip
    assert equity.row("to_reserves").cells["reserves"] == rp(54_222)
    assert figures(equity, "prior")["end"] == 10_034_222
    assert (position.amount("EK5"), position.amount("EK7"), position.amount("LP8")) == (
        rp(54_222), rp(-450_000), rp(100_000),
    )  # fmt: skip
    assert (cash.amount("P7"), cash.amount("start"), cash.amount("end")) == (
        rp(-150_000), rp(3_602_222), rp(3_452_222),
    )  # fmt: skip
    assert position.ok and equity.ok and cash.ok


def test_last_year_stands_beside_this_year(closed):
    now = reports.surplus(closed, None, date(2026, 12, 31))
    then = reports.surplus(closed, None, END)

    assert {row.key: row.cells.get("prior") for row in now.rows} == {r.key: r.cells.get("amount") for r in then.rows}


def test_a_reversal_of_an_earlier_period_is_a_correction(coop):
    paid = story.post(coop, "dues.paid", date(2025, 3, 1), 20_000, holder=story.SITI)
    story.actions.reverse(
        coop, paid.number, on=date(2026, 1, 5), by=1, reason="salah", request_id=story.ids.new_request()
    )

    statement = reports.equity(coop, None, date(2026, 12, 31))

    assert (statement.amount("correction"), statement.amount("paid_in"), statement.ok) == (rp(-20_000), 0, True)


def test_an_opening_that_does_not_balance_is_shown_and_fails_its_check(coop):
    story.post(coop, "opening.dues", story.OPENING, 20_000, holder=story.SITI)

    statement = reports.position(coop, None, END)

    assert figures(statement) == {"EK2": 20_000, "EK.390000": -20_000}
    assert [check.ok for check in statement.checks] == [True, False, True]


def test_every_account_has_its_line_and_its_way():
    from lumbung.ledger.chart import ACCOUNTS, is_cash
    from lumbung.ledger.layout import LINE_OF, POSITION, SURPLUS, accounts_of
    from lumbung.ledger.layout_flows import CASH_FLOW, WAYS

    mapped = [code for line in [*POSITION, *SURPLUS] for code in accounts_of(line)]
    outside = {code for code, line in ACCOUNTS.items() if line.memo} | {"390000", "590000"}
    assert sorted(mapped) == sorted(set(ACCOUNTS) - outside) == sorted(LINE_OF)
    assert set(WAYS) == {code for code, line in ACCOUNTS.items() if not line.memo and not is_cash(code)}
    assert {key for ways in WAYS.values() for key in ways} <= {line.key for line in CASH_FLOW}


def test_each_gerai_has_its_column_and_the_rest_is_the_office(coop):
    from lumbung.cooperatives.actions import open_unit

    unit = open_unit(cooperative_id=coop, name="Gerai Sembako", kind="sembako", opened_on=date(2025, 1, 1))
    story.post(coop, "sale.member", date(2025, 2, 3), 300_000, unit=unit.id)
    story.post(coop, "expense.wages", date(2025, 2, 4), 100_000)

    statement = reports.surplus(coop, None, END, by_unit=True)

    heads = [(column.label, statement.amount("S.", column.key) // 100) for column in statement.columns]
    assert heads == [("Kantor", -100_000), ("Gerai Sembako", 300_000), ("2025", 200_000), ("2024", 0)]


def test_a_book_year_from_july_compares_with_the_june_before(coop):
    from lumbung.cooperatives.actions import set_bylaw

    set_bylaw(cooperative_id=coop, key="fiscal_year_start", value="07-01", valid_from=date(2024, 1, 1))
    story.post(coop, "income.other", date(2025, 6, 30), 70_000)
    story.post(coop, "income.other", date(2025, 7, 1), 30_000)

    position = reports.position(coop, None, date(2026, 6, 30))
    surplus = reports.surplus(coop, None, date(2026, 6, 30))

    assert [column.label for column in position.columns] == ["30 Jun 2026", "30 Jun 2025"]
    assert (position.amount("EK8"), position.amount("EK6")) == (rp(30_000), rp(70_000))
    assert position.amount("EK8", "prior") == rp(70_000)
    assert surplus.subtitle == "untuk tahun yang berakhir 30 Juni 2026 (dalam rupiah)"


def test_the_notes_name_who_holds_a_part(year):
    reports.know_holders("bank", lambda _coop, ids: {story.BANK: "BRI Sukun"})
    try:
        rows = {row.key: row for row in reports.notes(year, None, END).rows}
    finally:
        from lumbung.site.holders import introduce_holders

        introduce_holders()

    assert rows[f"D.112100.{story.BANK}"].label == "BRI Sukun"
    assert rows[f"D.112100.{story.BANK}"].cells["amount"] == rp(3_375_222)
    assert rows["D.320000"].cells["text"] == "2 anggota"
    assert rows["D.AL2"].cells["text"] == "nihil"
    assert rows["A.members"].cells["text"] == "awal 0, masuk 2, keluar 0, akhir 2"


def test_a_loss_of_last_year_that_nobody_moved_stays_with_last_year_when_this_year_is_closed(year):
    """Closed twice and never decided on: each year's result stands on its own line."""
    story.close_2025(year)
    story.post(year, "income.other", date(2026, 5, 1), 90_000)
    day = date(2026, 12, 31)
    story.journal(year, "year.closed", day, {"431900": 90_000}, {"590000": 90_000})
    story.journal(year, "year.closed", day, {"590000": 90_000}, {"350000": 90_000})

    statement = reports.position(year, None, day)

    assert (statement.amount("EK6"), statement.amount("EK8")) == (rp(450_000 - 645_778), rp(90_000))
    assert statement.ok
