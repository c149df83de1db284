"""Book 6 says of every member what the ledger says, line by line."""

from datetime import date
from uuid import uuid4

from lumbung.books.shape import Asked
from lumbung.dues import books
from lumbung.dues.tests.conftest import SRI
from lumbung.ledger import actions as ledger
from lumbung.ledger.reports import balance_of
from lumbung.money import rp


def told(part) -> list[tuple]:
    return [
        (row.kind, row.cells.get("memo"), row.cells.get("dues_in"), row.cells["dues_left"], row.cells["total"])
        for row in part.rows
    ]


def test_a_member_s_page_runs_from_the_balance_before_to_the_sum(karangbesuki, siti, enrol, pay):
    pay(siti, 20_000, paid_on=date(2025, 2, 3))
    pay(siti, 40_000, paid_on=date(2025, 4, 3))
    pay(enrol("Slamet"), 20_000, paid_on=date(2025, 4, 4))
    first, second = books.savings(Asked(karangbesuki, date(2025, 3, 1), date(2025, 12, 31)))

    assert first.heading == "0001 Siti Aminah · RT 03/RW 02"
    assert told(first) == [
        ("carried", "Saldo awal", None, rp(20_000), rp(20_000)),
        ("row", "Simpanan wajib Februari–Maret 2025", rp(40_000), rp(60_000), rp(60_000)),
        ("total", "Jumlah", rp(40_000), rp(60_000), rp(60_000)),
    ]
    assert second.heading.startswith("0002 Slamet")


def test_one_member_can_be_chosen(karangbesuki, siti, enrol, pay):
    pay(siti, 20_000)
    other = enrol("Slamet")
    pay(other, 20_000)
    (part,) = books.savings(Asked(karangbesuki, date(2025, 1, 1), date(2025, 12, 31), str(other.id)))
    assert part.heading == "0002 Slamet"
    assert (str(siti.id), "0001 Siti Aminah") in books.members(karangbesuki.id)


def test_what_was_undone_stands_as_money_out_and_the_pages_add_up_to_the_accounts(karangbesuki, siti, pay):
    paid = pay(siti, 20_000)
    pay(siti, 20_000, paid_on=date(2025, 3, 3))
    ledger.reverse(karangbesuki.id, paid.number, on=date(2025, 3, 4), by=SRI, reason="salah orang", request_id=uuid4())
    (part,) = books.savings(Asked(karangbesuki, date(2025, 1, 1), date(2025, 12, 31)))

    assert [row.cells.get("dues_out") for row in part.rows if row.kind == "row"] == [None, None, rp(20_000)]
    last = part.rows[-1].cells
    assert last["dues_in"] - last["dues_out"] == last["dues_left"] == balance_of(karangbesuki.id, "320000")


def test_a_member_without_money_has_no_page(karangbesuki, siti):
    assert books.savings(Asked(karangbesuki, date(2025, 1, 1), date(2025, 12, 31))) == []
