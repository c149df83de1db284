"""A book is whole, and any single stored value that is changed behind its back is named."""

from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction

from lumbung import ids
from lumbung.ledger import actions
from lumbung.ledger.audit import problems
from lumbung.ledger.tests.conftest import BENDAHARA, KETUA, SLAMET
from lumbung.sql import guards
from lumbung.sql.engine import SQLITE, engine

BOOKS = ("ledger_", "witness_")
TABLES = ["book", "account", "series", "entry", "transfer", "balance"]
COLUMNS = [
    (table, field.column)
    for table in TABLES
    for field in apps.get_model("ledger", table)._meta.local_concrete_fields
    if field.column
    and field.get_internal_type() != "CompositePrimaryKey"
    and field.column != "seal"  # which only the keys can judge: lumbung/witness/tests/test_audit.py
]


@pytest.fixture
def book(coop, post):
    post()
    post("sale.consigned", parts={"share": 4_000_000, "commission": 1_000_000}, holder=7, counterparty="member")
    actions.reverse(coop, 1, on=date(2025, 2, 4), by=BENDAHARA, reason="salah", request_id=ids.new_request())
    actions.close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request())
    post(holder=SLAMET, approved_by=KETUA)
    return coop


def test_an_honest_book_is_whole(book):
    assert problems(book) == []


def other_than(value, column: str):
    match value:
        case int():
            return value + 1000
        case bytes() | memoryview():
            return bytes([bytes(value)[0] ^ 1, *bytes(value)[1:]]) if len(value) else b"\x01"
        case datetime() | date():
            return value + timedelta(days=10)
        case None:
            return {"reverses": 2, "approved_by": 99}.get(column, date(2025, 1, 15))
        case UUID():
            return ids.new_request()
    return {
        "month": "2025-07",
        "request_id": ids.new_request().hex,
        "normal_side": "D" if value == "K" else "K",
        "counterparty": "member" if value != "member" else "",
    }.get(column, f"{value[:4]}9")


@pytest.fixture
def defenceless(book):
    with stripped() as cursor:
        yield cursor


@contextmanager
def stripped():
    """Everything off, as an attacker with the owner's rights would have it; all back at the end."""
    mark = transaction.savepoint()
    with connection.cursor() as cursor:
        strip_defences(cursor)
        yield cursor
        transaction.savepoint_rollback(mark)
        if connection.vendor == SQLITE:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x)
def test_one_changed_value_is_found(book, defenceless, table, column):
    defenceless.execute(f"SELECT {column} FROM ledger_{table} WHERE cooperative_id = %s ORDER BY 1 LIMIT 1", [book])
    value = defenceless.fetchone()[0]
    row, same = ("rowid", "IS") if connection.vendor == SQLITE else ("ctid", "IS NOT DISTINCT FROM")
    which = f"{row} = (SELECT min({row}) FROM ledger_{table} WHERE cooperative_id = %s AND {column} {same} %s)"
    changed = [other_than(value, column), book, value]
    defenceless.execute(f"UPDATE ledger_{table} SET {column} = %s WHERE {which}", changed)
    assert defenceless.rowcount == 1

    found = problems(book)

    assert found, f"a changed {table}.{column} went unseen"
    if table in ("entry", "transfer") and column != "cooperative_id":
        assert any(problem.number for problem in found), found


@pytest.mark.skipif(engine() != SQLITE, reason="only SQLite keeps a day as text")
@pytest.mark.parametrize("torn", ["'2025-0x-03'", "CAST(X'ff' AS TEXT)"])
def test_what_cannot_be_read_any_more_is_said_in_words(book, defenceless, torn):
    defenceless.execute(f"UPDATE ledger_entry SET booked_on = {torn} WHERE number = 2 AND cooperative_id = %s", [book])
    assert any("tidak dapat dibaca seluruhnya" in problem.message for problem in problems(book))


def strip_defences(cursor) -> None:
    """Triggers, keys and checks."""
    for guard in guards.of_engine(connection.vendor):
        if guard.table.startswith(BOOKS):
            cursor.execute(guards._drop_sql(guard, connection.vendor))
    if connection.vendor == SQLITE:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        return
    cursor.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype IN ('f', 'c', 'u') AND conrelid <> 0"
    )
    for name, constraint in cursor.fetchall():
        if name.startswith(BOOKS):
            cursor.execute(f"ALTER TABLE {name} DROP CONSTRAINT {constraint} CASCADE")
