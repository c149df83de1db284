"""The database refuses by itself what the actions never ask for. Each attempt is raw SQL past all Python."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.dues.tests.conftest import SRI

KEPT = ["dues_payment", "dues_allocation"]


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("table", KEPT)
def test_what_a_payment_was_for_is_never_changed_or_taken_away(siti, pay, table):
    pay(siti, 30_000)

    attempt(f"UPDATE {table} SET amount = amount + 1")
    attempt(f"UPDATE {table} SET member_id = member_id")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def allocate(siti, number=1, member_id=None, period="2025-09", amount=1):
    attempt(
        "INSERT INTO dues_allocation (cooperative_id, number, member_id, period, amount) VALUES (%s, %s, %s, %s, %s)",
        siti.cooperative_id, number, member_id or siti.id, period, amount,
    )  # fmt: skip


def test_months_never_take_more_than_was_paid(siti, pay):
    pay(siti, 30_000)
    allocate(siti, amount=1)


def test_a_month_takes_more_than_nothing_and_once_a_payment(siti, pay):
    pay(siti, 30_000)
    allocate(siti, amount=0)
    allocate(siti, amount=-5)
    allocate(siti, period="2025-01")


def test_months_belong_to_the_member_who_paid(siti, enrol, pay):
    """A key may be checked only at commit, so the attempt commits."""
    pay(siti, 30_000)
    other = enrol("Slamet")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE dues_start SET number = 1")
        cursor.execute(
            "INSERT INTO dues_allocation (cooperative_id, number, member_id, period, amount) VALUES (%s, 1, %s, %s, 1)",
            [siti.cooperative_id, other.id, "2025-09"],
        )
        connection.check_constraints()


def test_a_payment_points_at_an_entry_and_a_member_of_its_own_cooperative(siti, pay):
    pay(siti, 30_000)
    columns = "cooperative_id, number, member_id, kind, amount, paid_on, cash_code, cash_holder, document, request_id"
    for number, member_id in ((99, siti.id), (1, 5)):
        attempt(
            f"INSERT INTO dues_payment ({columns}) VALUES (%s, %s, %s, 'dues', 1, %s, '', 0, 'X', %s)",
            siti.cooperative_id, number, member_id, date(2025, 2, 3).isoformat(), "0" * 32,
        )  # fmt: skip


def test_a_bill_is_kept_as_it_was_made(siti):
    from lumbung.cooperatives.actions import set_bylaw
    from lumbung.dues import actions

    set_bylaw(cooperative_id=siti.cooperative_id, key="dues_accrual", value="1", valid_from=date(2025, 1, 1))
    actions.bill_month(cooperative_id=siti.cooperative_id, period="2025-02", by=SRI)

    attempt("UPDATE dues_bill SET amount = 1")
    attempt("DELETE FROM dues_bill")
    if connection.vendor == "sqlite":
        attempt("INSERT OR REPLACE INTO dues_bill SELECT * FROM dues_bill")
    else:
        attempt("TRUNCATE dues_bill")
