from datetime import date
from uuid import uuid4

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.rules import by_slug
from lumbung.cash.tests.conftest import BENDAHARA, DAY
from lumbung.cooperatives.actions import set_bylaw
from lumbung.ledger import actions as ledger
from lumbung.money import rp

FEBRUARY = date(2025, 2, 14)


def page(book):
    """The book as it prints: no, day, document, words, accounts, in, out, balance."""
    return [
        f"{line.no} {line.entry.booked_on:%d} {line.entry.document} {line.entry.memo} | {line.against}"
        f" | {line.entry.inward // 100} {line.entry.outward // 100} {line.balance // 100}"
        for line in book.lines
    ]


def test_a_month_of_the_cash_book_starts_with_the_balance_of_the_month_before(coop, kas, bri, facts):
    actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas", **facts())
    actions.move(source=kas, target=bri, amount=rp(500_000), memo="Setor ke BRI", **facts(on=date(2025, 2, 4)))
    actions.receive(category="sale.member", amount=rp(15_000), place=kas, memo="Keripik", **facts(on=date(2025, 3, 1)))
    february, march = reports.cash_book(kas, FEBRUARY), reports.cash_book(kas, date(2025, 3, 31))

    assert page(february) == [
        "1 01 BKM-2025-000001 Bantuan dinas | 330000 Hibah/Donasi | 1000000 0 1000000",
        "2 03 BKK-2025-000001 Kertas | 522300 ATK, Cetak dan Fotokopi | 0 68000 932000",
        "3 04 BM-2025-000001 Setor ke BRI | 112100 Bank BRI | 0 500000 432000",
    ]
    assert (february.opening, february.inward, february.outward) == (0, rp(1_000_000), rp(568_000))
    assert february.closing == march.opening == rp(432_000)
    assert march.closing == reports.balance(kas) == rp(447_000)
    assert reports.cash_book(bri, FEBRUARY).closing == rp(500_000)


def test_each_till_and_bank_account_has_a_book_of_its_own(coop, kas, laci, facts):
    other = actions.open_place(cooperative_id=coop, kind="till", name="Laci Dua", opened_on=DAY)
    actions.move(source=kas, target=laci, amount=rp(100_000), **facts())
    actions.move(source=laci, target=other, amount=rp(30_000), **facts())

    assert [reports.cash_book(place, FEBRUARY).closing for place in (kas, laci, other)] == [
        rp(900_000),
        rp(70_000),
        rp(30_000),
    ]
    assert page(reports.cash_book(other, FEBRUARY)) == [
        "1 03 BM-2025-000002 Pindah uang antar kas dan bank | 111300 Kas Gerai/Laci Kasir | 30000 0 30000"
    ]


def test_an_entry_of_several_lines_is_one_row(coop, kas, facts):
    sutini = actions.add_supplier(cooperative_id=coop, name="Bu Sutini", commission=2_000)
    actions.sale_consigned(supplier=sutini, amount=rp(50_000), place=kas, memo="Keripik", **facts())

    accounts = "212200 Utang Konsinyasi, 423100 Komisi Konsinyasi - Non-Anggota"
    assert page(reports.cash_book(kas, FEBRUARY))[1:] == [
        f"2 03 BKM-2025-000002 Keripik | {accounts} | 50000 0 1050000"
    ]


def test_what_was_undone_stands_in_the_book_but_not_in_the_chart(coop, kas, facts):
    wrong = actions.receive(category="sale.member", amount=rp(40_000), place=kas, **facts())
    ledger.reverse(coop, wrong.number, on=DAY, by=BENDAHARA, reason="salah jumlah", request_id=uuid4())
    book = reports.cash_book(kas, FEBRUARY)

    assert [(line.entry.reversed_by, line.entry.reverses) for line in book.lines[1:]] == [(3, None), (None, 2)]
    assert reports.span(coop, date(2025, 2, 1), date(2025, 2, 28))[2:] == (rp(1_000_000), 0)


def test_weeks_run_from_monday_and_moves_between_places_are_neither_in_nor_out(coop, kas, bri, facts):
    actions.move(source=kas, target=bri, amount=rp(500_000), **facts())
    actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, **facts())
    actions.bank_fee(place=bri, amount=rp(6_000), **facts(on=date(2025, 2, 9)))
    weeks = reports.weeks(coop, date(2025, 2, 12))

    assert [(week.start.day, week.inward, week.outward) for week in weeks] == [
        (6, 0, 0),
        (13, 0, 0),
        (20, 0, 0),
        (27, rp(1_000_000), 0),
        (3, 0, rp(74_000)),
        (10, 0, 0),
    ]
    assert weeks[-1].end == date(2025, 2, 12)


def test_the_newest_entries_come_first_with_their_direction(coop, kas, bri, facts):
    actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, **facts())
    actions.move(source=kas, target=bri, amount=rp(500_000), **facts())
    actions.goods_granted(cooperative_id=coop, amount=rp(8_000_000), memo="Laptop", **facts())

    assert [(touch.kind, touch.inward, touch.outward) for touch in reports.newest(coop, 2)] == [
        ("money.moved", 0, 0),
        ("expense.stationery", 0, rp(68_000)),
    ]


def test_habits_are_the_cooperatives_own_and_recent_and_know_their_last_entry(coop, kas, facts):
    for category, times in (("expense.utilities", 1), ("expense.stationery", 3)):
        for time in range(times):
            actions.pay(category=category, amount=rp(1_000 + time), place=kas, memo=f"ke-{time}", **facts())
    actions.pay(category="expense.utilities", amount=rp(9_000), place=kas, **facts(by=BENDAHARA + 1))

    found = reports.habits(coop, DAY, inward=False)
    assert [(habit.event, habit.amount, habit.last.memo) for habit in found] == [
        ("expense.stationery", rp(1_002), "ke-2"),
        ("expense.utilities", rp(9_000), "Listrik dan air"),
    ]
    assert [habit.event for habit in reports.habits(coop, DAY, inward=True)] == ["grant.cash"]
    assert reports.habits(coop, date(2026, 1, 1), inward=False) == []


def test_what_was_undone_is_no_habit_and_is_not_repeated(coop, kas, facts):
    wrong = actions.pay(category="expense.stationery", amount=rp(530_000), place=kas, **facts())
    ledger.reverse(coop, wrong.number, on=DAY, by=BENDAHARA, reason="salah ketik", request_id=ids.new_request())
    assert reports.habits(coop, DAY, inward=False) == []

    right = actions.pay(category="expense.stationery", amount=rp(53_000), place=kas, **facts())
    assert [habit.last.number for habit in reports.habits(coop, DAY, inward=False)] == [right.number]


def test_a_grant_that_counts_as_income_is_the_same_habit(coop, kas, facts):
    set_bylaw(cooperative_id=coop, key="grant_policy", value="income", valid_from=date(2025, 1, 1))
    made = actions.receive(category="grant.cash", amount=rp(50_000), place=kas, **facts())
    (habit,) = reports.habits(coop, DAY, inward=True)
    assert (habit.event, habit.last.number) == ("grant.cash", made.number)


def test_an_entry_says_again_what_it_said(coop, kas, laci, facts):
    supplier = actions.add_supplier(cooperative_id=coop, name="Bu Sutini", commission=2_000)
    sold = actions.sale_consigned(supplier=supplier, amount=rp(50_000), place=laci, memo="Keripik", **facts())

    again = reports.before(coop, sold.number, by_slug("hasil-titip-jual", True))
    assert again == (sold.number, rp(50_000), "Keripik", supplier.id, laci.spot)
    assert reports.before(coop, sold.number, by_slug("penjualan", True)) is None
    assert reports.before(coop, 99, by_slug("penjualan", True)) is None
