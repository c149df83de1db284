"""Every event balances, names accounts that exist, and prints as the reference's table prints it."""

import re

import pytest

from lumbung.ledger.chart import ACCOUNTS, CHART, MUST_HAVE_HOLDER
from lumbung.ledger.events import BKK, BKM, EVENTS
from lumbung.ledger.journal import CASH, Place, moves_of
from lumbung.ledger.layout import LINE_OF, POSITION, SURPLUS
from lumbung.ledger.rules import Draft, merged, reversed_moves, wrong_with
from lumbung.money import plain, rp

SUTINI = 1001
BANK, TILL, SAVED = Place("112100", 31), Place("111300", 32), Place("211100", 9)

NO_PART = "associate_savings term long_term term_interest earmarked surplus billed bought interest_due".split()

# event, figures, debit and credit as domain.md 3.3 prints them
TABLE = [
    ("J01", "member.principal_paid", {"amount": 100_000}, "111100 100.000", "310000 100.000"),
    ("J02", "member.card_sold", {"amount": 10_000}, "111100 10.000", "414100 10.000"),
    ("J03", "dues.paid", {"amount": 15_000}, "111100 15.000", "320000 15.000"),
    ("J04", "dues.paid_many", {"amount": 120_000}, "111100 120.000", "320000 120.000"),
    ("J05a", "dues.billed", {"amount": 15_000}, "329000 15.000", "320000 15.000"),
    ("J05b", "dues.collected", {"amount": 15_000}, "111100 15.000", "329000 15.000"),
    ("J06a", "receipt.unidentified", {"amount": 120_000, "cash": BANK}, "112100 120.000", "212300 120.000"),
    ("J06b", "receipt.was_dues", {"amount": 120_000}, "212300 120.000", "320000 120.000"),
    ("J07", "savings.deposited", {"amount": 500_000}, "111100 500.000", "211100 500.000"),
    ("J08", "savings.withdrawn", {"amount": 200_000}, "211100 200.000", "111100 200.000"),
    ("J09", "savings.interest", {"amount": 50_000}, "512100 50.000", "211100 50.000"),
    (
        "J10a", "savings.interest_taxed", {"parts": {"share": 225_000, "tax": 25_000}},
        "512100 250.000", "211100 225.000; 213100 25.000",
    ),
    ("J10b", "savings.tax_remitted", {"amount": 25_000, "cash": BANK}, "213100 25.000", "112100 25.000"),
    ("J11", "term.placed", {"amount": 10_000_000}, "111100 10.000.000", "211300 10.000.000"),
    ("J11", "term.placed_from_savings", {"amount": 1_000_000}, "211100 1.000.000", "211300 1.000.000"),
    ("J11a", "term.accrued", {"parts": {"share": 75_000, "tax": 0}}, "512200 75.000", "211400 75.000"),
    (
        "J11a", "term.credited", {"parts": {"share": 270_000, "tax": 30_000}},
        "512200 300.000", "211100 270.000; 213100 30.000",
    ),
    (
        "J11b", "term.paid", {"parts": {"interest": 75_000, "principal": 10_000_000}, "cash": BANK},
        "211400 75.000; 211300 10.000.000", "112100 10.075.000",
    ),
    (
        "J11b", "term.to_savings", {"parts": {"interest": 75_000, "principal": 10_000_000}},
        "211400 75.000; 211300 10.000.000", "211100 10.075.000",
    ),
    ("J11b", "term.interest_paid", {"amount": 75_000}, "211400 75.000", "111100 75.000"),
    ("J11b", "term.forfeited", {"amount": 75_000}, "211400 75.000", "512200 75.000"),
    ("J11b", "term.penalty", {"amount": 100_000}, "211300 100.000", "431900 100.000"),
    ("J20", "unit.funded", {"amount": 2_477_500}, "111300 2.477.500", "111100 2.477.500"),
    (
        "J27a",
        "sale.consigned",
        {"parts": {"share": 40_000, "commission": 10_000}, "cash": TILL},
        "111300 50.000",
        "212200 40.000; 413100 10.000",
    ),
    ("J28a", "consignor.paid", {"amount": 40_000}, "212200 40.000", "111100 40.000"),
    ("J32", "grant.cash", {"amount": 10_000_000, "cash": BANK}, "112100 10.000.000", "330000 10.000.000"),
    ("J34a", "grant.laptop", {"amount": 8_000_000}, "121500 8.000.000", "330000 8.000.000"),
    ("J34b", "grant.lent", {"amount": 8_000_000}, "900300 8.000.000", "900400 8.000.000"),
    ("J34a", "grant.goods", {"amount": 2_000_000, "account": Place("121400")}, "121400 2.000.000", "330000 2.000.000"),
    ("J34b", "lent.returned", {"amount": 8_000_000}, "900400 8.000.000", "900300 8.000.000"),
    ("121300", "vehicle.bought", {"amount": 9_000_000}, "121300 9.000.000", "111100 9.000.000"),
    ("121200", "building.bought", {"amount": 9_000_000}, "121200 9.000.000", "111100 9.000.000"),
    ("J36a", "loan.received", {"amount": 300_000_000}, "111100 300.000.000", "221100 300.000.000"),
    ("J35", "asset.depreciated", {"amount": 166_667, "account": Place("122500")}, "523100 166.667", "122500 166.667"),
    (
        "J35", "asset.worn_off", {"amount": 500_000, "account": Place("122500"), "to": Place("121500")},
        "122500 500.000", "121500 500.000",
    ),
    (
        "431400", "asset.sold", {"parts": {"book": 100_000, "gain": 50_000}, "account": Place("121500")},
        "111100 150.000", "121500 100.000; 431400 50.000",
    ),
    (
        "541100", "asset.sold_below", {"parts": {"price": 60_000, "loss": 40_000}, "account": Place("121500")},
        "111100 60.000; 541100 40.000", "121500 100.000",
    ),
    (
        "541100", "asset.written_off", {"amount": 100_000, "account": Place("121500")},
        "541100 100.000", "121500 100.000",
    ),
    ("J37", "expense.wages", {"amount": 1_500_000}, "521100 1.500.000", "111100 1.500.000"),
    ("J38a", "advance.given", {"amount": 450_000}, "113900 450.000", "111100 450.000"),
    (
        "J38b",
        "advance.settled",
        {"parts": {"spent": 440_000, "returned": 10_000}, "account": Place("531200")},
        "531200 440.000; 111100 10.000",
        "113900 450.000",
    ),
    (
        "J39a",
        "officer.paid_for_us",
        {"amount": 68_000, "account": Place("522300")},
        "522300 68.000",
        "216200 68.000",
    ),
    ("J39b", "officer.repaid", {"amount": 68_000}, "216200 68.000", "111100 68.000"),
    ("J41", "money.moved", {"amount": 2_000_000, "to": BANK}, "112100 2.000.000", "111100 2.000.000"),
    ("J42a", "cash.short", {"amount": 5_000}, "526100 5.000", "111100 5.000"),
    ("J42b", "cash.over", {"amount": 2_000}, "111100 2.000", "431300 2.000"),
    ("J43a", "bank.fee", {"amount": 6_000, "cash": BANK}, "522800 6.000", "112100 6.000"),
    ("J43b", "bank.interest", {"amount": 1_222, "cash": BANK}, "112100 1.222", "431100 1.222"),
    (
        "J50a",
        "member.settled",
        {"parts": {**dict.fromkeys(NO_PART, 0), "principal": 100_000, "dues": 1_080_000, "savings": 350_000,
                   "loan": 400_000, "interest": 6_000, "refund": 1_124_000}},
        "310000 100.000; 320000 1.080.000; 211100 350.000",
        "113100 400.000; 412100 6.000; 216100 1.124.000",
    ),
    ("J50b", "member.refunded", {"amount": 1_124_000}, "216100 1.124.000", "111100 1.124.000"),
    (
        "J52",
        "member.merged",
        {"amount": 60_000, "account": Place("320000", 8), "to": Place("320000", 9)},
        "320000 60.000",
        "320000 60.000",
    ),
    ("J51a", "opening.asset", {"amount": 5_000_000, "account": CASH}, "111100 5.000.000", "390000 5.000.000"),
    ("J51b", "opening.claim", {"amount": 2_000_000, "account": SAVED}, "390000 2.000.000", "211100 2.000.000"),
    ("J51b", "opening.principal", {"amount": 13_000_000}, "390000 13.000.000", "310000 13.000.000"),
    ("J51b", "opening.dues", {"amount": 6_500_000}, "390000 6.500.000", "320000 6.500.000"),
    ("J51c", "opening.shortfall", {"amount": 50_000}, "352000 50.000", "390000 50.000"),
]  # fmt: skip


def printed(moves) -> tuple[str, str]:
    """The two cells of the table: accounts merged, in order."""
    debits, credits = merged(moves)
    cell = lambda side: "; ".join(f"{account} {plain(amount)}" for (account, _holder), amount in side.items())  # noqa: E731
    return cell(debits), cell(credits)


def figures(given: dict) -> dict:
    """The table's rupiah in sen."""
    given = {"holder": SUTINI, **given}
    if "parts" in given:
        return given | {"parts": {name: rp(amount) for name, amount in given["parts"].items()}}
    return given | {"amount": rp(given["amount"])}


@pytest.mark.parametrize(("code", "name", "given", "debit", "credit"), TABLE, ids=[row[1] for row in TABLE])
def test_an_event_prints_as_the_table_prints_it(code, name, given, debit, credit):
    assert EVENTS[name].code == code
    assert printed(moves_of(name, **figures(given))) == (debit, credit)


def test_a_correction_prints_the_wrong_entry_the_other_way_round():
    wrong = moves_of("expense.utilities", amount=rp(530_000))

    assert printed(reversed_moves(wrong)) == ("111100 530.000", "522100 530.000")  # J52


WITH_LINES = [event for event in EVENTS.values() if event.debit]


def parts_of(sides) -> set[str]:
    return {side.partition(":")[2] for side in sides} - {"", "total"}


@pytest.mark.parametrize("event", WITH_LINES, ids=lambda event: event.name)
def test_every_event_balances_and_names_accounts_that_exist(event):
    debits, credits = (
        {side.partition(":")[2] for side in sides} - {"", "total"} for sides in (event.debit, event.credit)
    )
    parts = dict.fromkeys(debits, rp(7) * max(len(credits), 1)) | dict.fromkeys(credits, rp(7) * max(len(debits), 1))
    money = {"parts": parts} if parts else {"amount": rp(7)}
    moves = moves_of(event.name, holder=SUTINI, to=BANK, account=Place("522300"), **money)

    assert wrong_with(Draft(event.name, None, event.series, "", None, 1, moves)) == ""


@pytest.mark.parametrize("event", WITH_LINES, ids=lambda event: event.name)
def test_a_receipt_fills_the_till_and_a_payment_empties_it(event):
    fills = any(side.startswith("cash") for side in event.debit)
    empties = any(side.startswith("cash") for side in event.credit)
    assert {BKM: fills, BKK: empties}.get(event.series, True)


def test_the_chart_is_whole():
    assert (len(CHART), len(ACCOUNTS)) == (162, 149)
    assert all(re.fullmatch(r"\d{6}", code) for code in CHART)
    assert ACCOUNTS.keys() >= MUST_HAVE_HOLDER


def test_every_account_stands_on_one_line_of_the_statements():
    nowhere = {"390000", "590000"} | {code for code, line in ACCOUNTS.items() if line.memo}
    lines = [line for line in [*POSITION, *SURPLUS] if line.ranges]
    places = [
        code
        for line in lines
        for code in ACCOUNTS
        if any(first <= code <= (last or first) for first, _, last in (r.partition("-") for r in line.ranges))
    ]

    assert sorted(places) == sorted(ACCOUNTS.keys() - nowhere)
    assert set(LINE_OF) == set(places)
