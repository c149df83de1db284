"""The database refuses by itself what the actions never ask for. Each attempt is raw SQL past all Python."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.savings import actions
from lumbung.savings.models import TermDeposit
from lumbung.savings.tests.conftest import SRI, credit, put_away, save

TABLES = {"savings_termdeposit": "amount", "savings_interest": "gross", "savings_termentry": "principal"}


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        connection.check_constraints()


@pytest.fixture
def lived(siti):
    """A deposit that earned and was given back before its time."""
    save(siti, 10_000_000)
    one = put_away(siti, 10_000_000)
    credit(siti.cooperative_id)
    actions.end_term(
        cooperative_id=siti.cooperative_id, deposit_id=one.id, on=date(2026, 11, 3), by=SRI, request_id=uuid4(),
        early=True,
    )  # fmt: skip
    return one


@pytest.mark.parametrize(("table", "column"), TABLES.items())
def test_what_was_agreed_and_given_is_never_changed_or_taken_away(lived, table, column):
    attempt(f"UPDATE {table} SET {column} = {column} + 1")
    attempt(f"UPDATE {table} SET number = number")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def give_back(one, number, principal=1, kind="paid", deposit_id=None, interest=0):
    columns = "cooperative_id, number, deposit_id, kind, principal, interest, request_id"
    attempt(
        f"INSERT INTO savings_termentry ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s)",
        one.cooperative_id, number, deposit_id or one.id, kind, principal, interest, uuid4().hex,
    )  # fmt: skip


def test_a_deposit_gives_back_what_was_placed_once(lived):
    give_back(lived, number=2)


def test_a_row_of_a_deposit_moves_something_of_a_known_kind(siti):
    one = put_away(siti, 1_000_000)
    give_back(one, number=1, principal=0)
    give_back(one, number=1, principal=-1)
    give_back(one, number=1, principal=1, interest=-1)
    give_back(one, number=1, kind="gift")


def test_rows_point_at_entries_and_deposits_that_are_there(siti):
    one = put_away(siti, 1_000_000)
    give_back(one, number=99)
    give_back(one, number=1, deposit_id=5)


def test_interest_is_above_nothing_and_its_tax_within_it(siti):
    save(siti, 10_000_000)
    columns = "cooperative_id, number, member_id, period, basis, rate, gross, tax"
    for basis, gross, tax in ((1, 0, 0), (0, 5, 0), (1, 5, 6), (1, 5, -1)):
        attempt(
            f"INSERT INTO savings_interest ({columns}) VALUES (%s, 1, %s, '2026-10', %s, 600, %s, %s)",
            siti.cooperative_id, siti.id, basis, gross, tax,
        )  # fmt: skip


def test_a_deposit_runs_one_to_twelve_months_for_some_money(siti):
    put_away(siti, 1_000_000)
    kept = TermDeposit.objects.get()
    columns = "cooperative_id, id, serial, member_id, amount, months, rate, rollover, interest_to, placed_on, number"
    good = {"amount": 1, "months": 3, "rate": 900, "interest_to": "end"}
    for wrong in ({"amount": 0}, {"months": 0}, {"months": 13}, {"rate": 10_001}, {"interest_to": "x"}):
        row = {**good, **wrong}
        attempt(
            f"INSERT INTO savings_termdeposit ({columns}) VALUES (%s, 5, 'X', %s, %s, %s, %s, %s, %s, %s, 1)",
            kept.cooperative_id, kept.member_id, row["amount"], row["months"], row["rate"], False, row["interest_to"],
            "2026-08-15",
        )  # fmt: skip
