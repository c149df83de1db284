"""A small cooperative whose figures fit on one sheet: from an old book, a year of trade, closed, allocated.

Each line is written as `day event amount …`; the expected statements in the tests were added up by hand from it.
"""

from datetime import date

from lumbung import ids
from lumbung.ledger import actions
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft, Side, pour
from lumbung.money import rp

SITI, BUDI, TONO = 1001, 1002, 1003
BANK, TILL, OFFICER, RECEIPT, PRODUCER = 501, 502, 503, 504, 505
BRI = Place("112100", BANK)

OPENING = date(2025, 1, 31)  # the cut-over from the old book


def post(coop, name, day, amount=0, **facts):
    facts = {"by": 1, "request_id": ids.new_request(), **facts}
    return actions.post_event(name, coop, on=day, amount=rp(amount), **facts)


def journal(coop, kind, day, debits, credits, **more):
    """An entry that no event of the table makes: closing, allocation, exit. Sides are `account` or `account/holder`."""
    sides = [[_side(text, amount) for text, amount in each.items()] for each in (debits, credits)]
    draft = Draft(kind, day, "JU", kind, ids.new_request(), 1, pour(*sides), **more)
    return actions.post(coop, [draft])[0]


def _side(text, amount):
    account, _, holder = text.partition("/")
    return Side(account, int(holder or 0), rp(amount))


def open_from_old_book(coop):
    """Cash 1.000.000, bank 2.000.000; pokok 200.000, wajib 800.000, sukarela 1.500.000; SHU 450.000; 50.000 over."""
    post(coop, "opening.asset", OPENING, 1_000_000, account=Place("111100"))
    post(coop, "opening.asset", OPENING, 2_000_000, account=BRI)
    post(coop, "opening.principal", OPENING, 100_000, holder=SITI)
    post(coop, "opening.principal", OPENING, 100_000, holder=BUDI)
    post(coop, "opening.dues", OPENING, 500_000, holder=SITI)
    post(coop, "opening.dues", OPENING, 300_000, holder=BUDI)
    post(coop, "opening.savings", OPENING, 1_500_000, holder=SITI)
    post(coop, "opening.claim", OPENING, 450_000, account=Place("351000"))
    post(coop, "opening.excess", OPENING, 50_000)


def live_2025(coop):
    """Every event of the books in 2025, once or twice."""
    post(coop, "member.principal_paid", date(2025, 2, 3), 100_000, holder=TONO)
    post(coop, "member.card_sold", date(2025, 2, 3), 10_000)
    wrong = post(coop, "dues.paid", date(2025, 2, 4), 25_000, holder=TONO)
    actions.reverse(coop, wrong.number, on=date(2025, 2, 4), by=1, reason="salah", request_id=ids.new_request())
    post(coop, "dues.paid", date(2025, 2, 4), 20_000, holder=TONO)
    post(coop, "dues.paid_many", date(2025, 3, 5), 120_000, holder=SITI, cash=BRI)
    post(coop, "dues.billed", date(2025, 4, 1), 20_000, holder=BUDI)
    post(coop, "dues.billed", date(2025, 5, 1), 20_000, holder=BUDI)
    post(coop, "dues.collected", date(2025, 5, 10), 20_000, holder=BUDI)
    post(coop, "receipt.unidentified", date(2025, 5, 12), 60_000, holder=RECEIPT, cash=BRI)
    sides = {"holder": SITI, "account": Place("212300", RECEIPT)}
    _identify(coop, date(2025, 5, 20), 40_000, sides)
    post(coop, "savings.deposited", date(2025, 6, 1), 300_000, holder=BUDI)
    post(coop, "savings.withdrawn", date(2025, 6, 9), 200_000, holder=SITI)
    post(coop, "unit.funded", date(2025, 6, 10), 500_000, holder=TILL)
    post(coop, "goods.bought", date(2025, 6, 11), 400_000, cash=Place("111300", TILL))
    post(coop, "sale.member", date(2025, 6, 12), 350_000, cash=Place("111300", TILL), counterparty="member")
    post(coop, "sale.non_member", date(2025, 6, 13), 150_000, cash=Place("111300", TILL), counterparty="non_member")
    post(coop, "goods.used_member", date(2025, 6, 30), 250_000)
    post(coop, "goods.used_non_member", date(2025, 6, 30), 100_000)
    share = {"share": rp(40_000), "commission": rp(10_000)}
    post(coop, "sale.consigned", date(2025, 7, 1), holder=PRODUCER, parts=share, cash=Place("111300", TILL))
    post(coop, "consignor.paid", date(2025, 7, 5), 30_000, holder=PRODUCER)
    post(coop, "unit.returned", date(2025, 7, 6), 450_000, holder=TILL)
    post(coop, "grant.cash", date(2025, 8, 1), 1_000_000, cash=BRI)
    post(coop, "grant.laptop", date(2025, 8, 2), 8_000_000)
    post(coop, "grant.lent", date(2025, 8, 2), 5_000_000)
    post(coop, "expense.wages", date(2025, 9, 1), 300_000)
    post(coop, "advance.given", date(2025, 9, 2), 450_000, holder=OFFICER)
    spent = {"spent": rp(440_000), "returned": rp(10_000)}
    post(coop, "advance.settled", date(2025, 9, 9), holder=OFFICER, parts=spent, account=Place("531200"))
    post(coop, "advance.given", date(2025, 12, 20), 50_000, holder=OFFICER)
    post(coop, "officer.paid_for_us", date(2025, 10, 1), 68_000, holder=OFFICER, account=Place("522300"))
    post(coop, "officer.repaid", date(2025, 10, 8), 50_000, holder=OFFICER)
    post(coop, "money.moved", date(2025, 10, 10), 200_000, to=BRI)
    post(coop, "cash.short", date(2025, 11, 1), 5_000)
    post(coop, "cash.over", date(2025, 11, 2), 2_000)
    post(coop, "bank.fee", date(2025, 11, 30), 6_000, cash=BRI)
    post(coop, "bank.interest", date(2025, 11, 30), 1_222, cash=BRI)
    journal(coop, "member.left", date(2025, 12, 1), {f"310000/{TONO}": 100_000, f"320000/{TONO}": 20_000},
            {f"216100/{TONO}": 120_000})  # fmt: skip
    journal(coop, "member.refunded", date(2025, 12, 2), {f"216100/{TONO}": 100_000}, {"111100": 100_000})


def _identify(coop, day, amount, sides):
    debit, credit = {f"212300/{RECEIPT}": amount}, {f"320000/{sides['holder']}": amount}
    journal(coop, "receipt.was_dues", day, debit, credit)


def close_2025(coop):
    """J44: every revenue and expense account to nil through 590000, the result to 350000, on to 351000 in January."""
    day = date(2025, 12, 31)
    earned = {
        "411100": 350_000,
        "413100": 10_000,
        "414100": 10_000,
        "421100": 150_000,
        "431100": 1_222,
        "431300": 2_000,
    }
    spent = {"511100": 250_000, "511200": 100_000, "521100": 300_000, "522300": 68_000, "522800": 6_000,
             "526100": 5_000, "531200": 440_000}  # fmt: skip
    journal(coop, "year.closed", day, earned, {"590000": sum(earned.values())})
    journal(coop, "year.closed", day, {"590000": sum(spent.values())}, spent)
    loss = sum(spent.values()) - sum(earned.values())
    journal(coop, "year.closed", day, {"350000": loss}, {"590000": loss})


def allocate_in_2026(coop):
    """The old SHU of 450.000 by decision of the RAT; the loss of 645.778 from the reserve, the rest carried on."""
    day = date(2026, 3, 20)
    shares = {"340000": 200_000, f"215700/{SITI}": 150_000, "215100": 100_000}
    journal(coop, "surplus.allocated", day, {"351000": 450_000}, shares)
    journal(coop, "surplus.covered", day, {"340000": 145_778, "352000": 500_000}, {"350000": 645_778})
    journal(coop, "surplus.paid", date(2026, 4, 1), {f"215700/{SITI}": 150_000}, {f"112100/{BANK}": 150_000})
