"""Books 14 and 19 to 21: the same lines and balances as the ledger, each place by itself."""

from datetime import date

import pytest

from lumbung.books.shape import Asked
from lumbung.cash import actions, books, reports
from lumbung.cooperatives.models import Cooperative
from lumbung.ledger import actions as ledger
from lumbung.money import rp


@pytest.fixture
def asked(coop):
    cooperative = Cooperative.objects.get(id=coop)

    def of(choice=""):
        return Asked(cooperative, date(2025, 2, 1), date(2025, 2, 28), choice)

    return of


def told(part) -> list[str]:
    return [
        f"{row.kind} {row.cells.get('document', '')} {(row.cells.get('inward') or 0) // 100}"
        f" {(row.cells.get('outward') or 0) // 100} {row.cells['balance'] // 100}"
        for row in part.rows
    ]


def test_the_cash_book_holds_all_money_in_hand_and_the_bank_book_each_account(coop, kas, bri, laci, facts, asked):
    actions.move(source=kas, target=bri, amount=rp(500_000), **facts())
    actions.move(source=kas, target=laci, amount=rp(100_000), **facts())
    actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas", **facts())
    (whole,), (bank,), (own,), (till,) = (
        read(asked()) for read in (books.cash, books.bank, books.treasury, books.units)
    )

    assert told(whole) == [
        "carried  0 0 0",
        "row BKM-2025-000001 1000000 0 1000000",
        "row BM-2025-000001 0 500000 500000",
        "row BM-2025-000002 100000 100000 500000",
        "row BKK-2025-000001 0 68000 432000",
        "total  1100000 668000 432000",
    ]
    assert bank.heading == "BRI Unit Sukun · Bank BRI" and told(bank)[-1] == "total  500000 0 500000"
    assert own.heading == "Kas Umum" and told(own)[-1] == "total  1000000 668000 332000"
    assert till.heading == "Laci Gerai" and told(till)[-1] == "total  100000 0 100000"
    assert own.rows[-1].cells["balance"] == reports.balance(kas)


def test_one_place_can_be_chosen_and_an_undone_entry_is_marked(coop, kas, bri, facts, asked):
    paid = actions.pay(category="expense.stationery", amount=rp(68_000), place=kas, memo="Kertas", **facts())
    told_why = {"on": date(2025, 2, 4), "by": 1, "reason": "dua kali", "request_id": facts()["request_id"]}
    ledger.reverse(coop, paid.number, **told_why)
    (part,) = books.treasury(asked(str(kas.id)))

    assert [row.cells.get("remark") for row in part.rows if row.kind == "row"] == ["", "dibatalkan", ""]
    assert books.bank(asked("999")) == []
    assert books.bank_choices(coop) == [(str(bri.id), "BRI Unit Sukun")]
