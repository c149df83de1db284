from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from lumbung.dues import actions, reports, rules
from lumbung.dues.rules import Card, Rate
from lumbung.dues.tests.conftest import SRI
from lumbung.ledger import reports as books
from lumbung.members import actions as members
from lumbung.money import rp

TODAY = date(2025, 8, 21)


def states(row):
    return [cell.state for cell in row.cells]


def test_the_grid_tells_paid_part_late_ahead_and_not_yet_a_member(enrol, pay, karangbesuki):
    pay(enrol("Siti"), 190_000, date(2025, 2, 1))
    pay(enrol("Slamet", date(2025, 3, 9)), 50_000, date(2025, 4, 1))
    enrol("Wagiman", date(2025, 9, 1))
    everyone = members.Member.objects.order_by("number")
    grid = reports.year_grid(karangbesuki.id, 2025, TODAY, everyone)

    assert [states(row) for row in grid.rows] == [
        ["paid"] * 8 + ["ahead", "part", "", ""],
        ["none"] * 2 + ["paid", "paid", "part", "late", "late", "late"] + [""] * 4,
        ["none"] * 8 + [""] * 4,
    ]
    assert [(row.total, row.late, row.owed) for row in grid.rows] == [
        (rp(190_000), 0, 0),
        (rp(50_000), 3, rp(50_000)),
        (0, 0, 0),
    ]
    assert grid.sums[2:5] == (rp(40_000), rp(40_000), rp(30_000)) and grid.total == sum(grid.sums) == rp(240_000)


@given(st.integers(1, 24), st.lists(st.integers(1, rp(90_000)), max_size=12))
def test_a_row_adds_up_to_what_was_paid_for_its_year_and_lateness_to_what_is_owed(first, payments):
    card = Card(rules.later("2025-01", first - 6), None, {}, (Rate(date(2025, 1, 1), rp(20_000)),))
    for payment in payments:
        card.take(rules.allocate(payment, card.room("2040-12")))
    years = [reports.grid_row(None, card, year, TODAY) for year in range(2024, 2041)]

    assert sum(row.total for row in years) == sum(payments)
    assert years[0].owed == sum(part.amount for part in card.unpaid("2025-07"))
    assert all((cell.state in ("part", "late", "")) == (cell.left > 0) for row in years for cell in row.cells)


def test_arrears_leave_out_the_month_that_runs_and_add_up_by_rt(enrol, pay, karangbesuki):
    enrol("Siti", date(2025, 5, 1), rt="1", rw="2")
    enrol("Slamet", date(2025, 7, 1), rt="1", rw="2")
    enrol("Wagiman", date(2025, 8, 1), rt="2", rw="2")
    pay(enrol("Lestari", date(2025, 6, 1)), 25_000, date(2025, 6, 2))
    found = reports.arrears(karangbesuki.id, TODAY)

    assert [(a.member.full_name, a.months, a.amount, a.since) for a in found] == [
        ("Siti", 3, rp(60_000), "2025-05"),
        ("Slamet", 1, rp(20_000), "2025-07"),
        ("Lestari", 1, rp(15_000), "2025-07"),
    ]
    assert [(q.rw, q.rt, q.people, q.amount) for q in reports.by_quarter(found)] == [
        ("", "", 1, rp(15_000)),
        ("002", "001", 2, rp(80_000)),
    ]


def test_the_summary_says_how_the_year_stands(enrol, pay, karangbesuki):
    pay(enrol("Siti", date(2025, 7, 1)), 40_000, date(2025, 8, 2))
    pay(enrol("Slamet", date(2025, 7, 1)), 20_000, date(2025, 8, 2))
    wrong = pay(enrol("Wagiman", date(2025, 5, 1)), 20_000, date(2025, 8, 2))
    undo = {"cooperative_id": karangbesuki.id, "on": TODAY, "by": SRI, "reason": "salah", "request_id": uuid4()}
    actions.reverse_payment(number=wrong.number, **undo)

    assert reports.summary(karangbesuki.id, TODAY)._asdict() == {
        "members": 3, "settled": 1, "waiting": 2, "behind": 1, "long": 1, "arrears": rp(60_000),
        "received": rp(60_000),
    }  # fmt: skip
    assert [(m.full_name, left) for m, left in reports.not_paid(karangbesuki.id, "2025-08")] == [
        ("Slamet", rp(20_000)),
        ("Wagiman", rp(20_000)),
    ]


def test_what_members_paid_by_month_is_what_the_ledger_holds(enrol, pay, karangbesuki):
    people = [enrol(f"Anggota {n}") for n in range(6)]
    for n, member in enumerate(people):
        pay(member, 7_000 * (n + 1), date(2025, 1, 6 + n))
    known = reports.cards(karangbesuki.id, people)

    assert {m.id: sum(known[m.id].paid.values()) for m in people} == books.holder_balances(karangbesuki.id, "320000")


def test_history_shows_every_payment_once_with_its_months(siti, pay):
    first, second = pay(siti, 30_000, date(2025, 2, 3)), pay(siti, 40_000, date(2025, 3, 3))
    actions.reverse_payment(
        cooperative_id=siti.cooperative_id, number=first.number, on=TODAY, by=SRI, reason="salah", request_id=uuid4()
    )

    told = [(one.payment.document, one.periods, one.amount, one.undone) for one in reports.payments_of(siti)]
    assert told == [
        ("BKM-2025-000002", "Februari–April 2025", rp(40_000), False),
        ("BKM-2025-000001", "Januari–Februari 2025", rp(30_000), True),
    ]
    assert reports.payment(siti.cooperative_id, second.number).amount == rp(40_000)
    assert reports.payment(siti.cooperative_id, 99) is None
