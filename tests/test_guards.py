"""The guards of all tables: each refuses, and what it refused passes once it is dropped.

Those whose rows must tell a story (the ledger, the audit trail, drafts that wait) have attacks of their own.
"""

import uuid
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import UniqueConstraint

from lumbung.sql import append_only, guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from lumbung.sql.values import as_uuid

ROOT = Path(__file__).parent.parent
ELSEWHERE = ("ledger_", "security_event", "security_trail", "approvals_", "surplus_", "recovery_")
ADDED_TO = [line for file in sorted(ROOT.glob("lumbung/*/append_only.txt")) for line in file.read_text().splitlines()]
HERE = [guard for guard in guards.of_engine(engine()) if not guard.table.startswith(ELSEWHERE)]
TABLES = {model._meta.db_table: model for model in apps.get_models()}
VALUES = {
    "BigIntegerField": 7,
    "RootColumn": 7,
    "IntegerField": 7,
    "PositiveIntegerField": 7,
    "PositiveSmallIntegerField": 7,
    "SmallIntegerField": 7,
    "BooleanField": False,
    "CharField": "x",
    "TextField": "x",
    "DateField": date(2025, 1, 31),
    "DateTimeField": datetime(2025, 1, 31, tzinfo=UTC),
    "UUIDField": as_uuid(uuid.UUID(int=7)),
    "JSONField": "{}",
    "BinaryField": b"x",
}
OTHER = {
    "BooleanField": True,
    "CharField": "y",
    "TextField": "y",
    "DateField": date(2025, 2, 28),
    "DateTimeField": datetime(2025, 2, 28, tzinfo=UTC),
    "UUIDField": as_uuid(uuid.UUID(int=8)),
    "JSONField": "[]",
    "BinaryField": b"y",
}
SPECIAL = {"dues_allocation": {"period": "2025-01"}, "assets_item": {"residual": 0, "before": 0}}
OF_SOME_ROWS = {"way_code_once"}  # keys of some rows of a table, which a guard in turn looks after
POINTS_HERE = {"approvals_heircontact"}  # tables from elsewhere whose rows point at these
STANDS_ON = {  # rows that must be there before
    "dues_allocation": ["dues_payment"],
    "cash_handoveranswer": ["cash_handover"],
    "savings_termentry": ["savings_termdeposit"],
    "assets_depreciation": ["assets_item"],
}
ONE_MORE = {  # guards of what is added: the row that is one too many
    "term_gives_back_what_was_placed": {"number": 8, "request_id": OTHER["UUIDField"]},
    "depreciation_within_cost": {"number": 8, "period": "2025-02"},
    "dues_allocation_within_payment": {"period": "2025-02"},
    "handover_answer_by_the_taker": {"count_id": 8},
    "witness_seen_grows": {"size": 6},
    "helper_is_short": {"id": 8, "request_id": OTHER["UUIDField"], "until": OTHER["DateTimeField"]},
}


def columns(table: str) -> list:
    return [f for f in TABLES[table]._meta.local_concrete_fields if f.column and f.get_internal_type() in VALUES]


def value(field, table: str, more: dict):
    if field.name in more:
        return more[field.name]
    if field.name in SPECIAL.get(table, {}):
        return SPECIAL[table][field.name]
    if field.choices:
        return next(choice for choice, _label in field.flatchoices if choice != "")
    return VALUES[field.get_internal_type()]


@pytest.mark.parametrize("line", ADDED_TO, ids=lambda line: line.partition(" ")[0])
def test_a_table_that_is_only_added_to_names_all_its_keys(line):
    """Or REPLACE would take a row away by the key that was forgotten."""
    _name, table, keys, _says = append_only.LINE.fullmatch(line).groups()
    meta, named = TABLES[table]._meta, {frozenset(key.split()) for key in keys.split(",")}
    unique = [rule for rule in meta.constraints if isinstance(rule, UniqueConstraint) and rule.name not in OF_SOME_ROWS]
    whole = [meta.pk_fields, *([meta.get_field(name) for name in rule.fields] for rule in unique)]
    forgotten = [
        key for key in ({field.column for field in fields} for fields in whole) if not any(map(key.issuperset, named))
    ]
    assert forgotten == []


@pytest.fixture
def cursor(db):
    """A cursor under which nothing but the guards stands: keys and checks are off until the end."""
    mark = transaction.savepoint()
    with connection.cursor() as cursor:
        if engine() == POSTGRESQL:
            drop_constraints(cursor)
        else:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        yield cursor
        transaction.savepoint_rollback(mark)
        if engine() == SQLITE:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
            cursor.execute("PRAGMA recursive_triggers = ON")


def drop_constraints(cursor) -> None:
    cursor.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid"
        " WHERE c.relname = ANY(%s) AND contype IN ('f', 'c')",
        [sorted({guard.table for guard in HERE} | POINTS_HERE)],
    )
    for table, name in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")


def insertion(table: str, verb="INSERT", **more) -> tuple:
    fields = columns(table)
    names, marks = ", ".join(f'"{f.column}"' for f in fields), ", ".join(["%s"] * len(fields))
    return f"{verb} INTO {table} ({names}) VALUES ({marks})", [value(f, table, more) for f in fields]


def replacement(cursor, table: str) -> tuple:
    """The way round a deletion that an engine has: REPLACE here, TRUNCATE there."""
    if engine() == POSTGRESQL:
        return f"TRUNCATE {table} CASCADE", []
    cursor.execute("PRAGMA recursive_triggers = OFF")
    return insertion(table, "INSERT OR REPLACE")


def attacks(cursor, guard) -> list:
    """What the guard is for, as (statement, values): a change of any column, a deletion, a replacement."""
    if guard.name.endswith("_stays"):
        return [(f"DELETE FROM {guard.table}", [])]
    if guard.name.endswith(("_is_not_replaced", "_is_not_emptied")):
        return [replacement(cursor, guard.table)]
    if guard.name in ONE_MORE:
        return [insertion(guard.table, **ONE_MORE[guard.name])]
    if guard.name == "supervision_remark_while_open":
        cursor.execute(*insertion(guard.table, id=8, kind="close", request_id=OTHER["UUIDField"]))
        return [insertion(guard.table, id=9, request_id=as_uuid(uuid.UUID(int=9)))]
    if guard.name == "dues_gathered_while_open":
        cursor.execute(*insertion("dues_collection"))  # with a time of closing
        return [('INSERT INTO dues_gathered (cooperative_id, number, collection_id, "by") VALUES (7, 8, 7, 7)', [])]
    fields = [f for f in columns(guard.table) if not f.choices]
    return [(f'UPDATE {guard.table} SET "{f.column}" = %s', [OTHER.get(f.get_internal_type(), 8)]) for f in fields]


def refused(cursor, statement, values) -> bool:
    try:
        with transaction.atomic():
            cursor.execute(statement, values)
            transaction.set_rollback(True)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("guard", HERE, ids=lambda guard: guard.name)
def test_a_guard_refuses_and_without_it_the_same_passes(cursor, guard):
    for table in STANDS_ON.get(guard.table, []):
        cursor.execute(*insertion(table))
    cursor.execute(*insertion(guard.table))
    caught = [attack for attack in attacks(cursor, guard) if refused(cursor, *attack)]
    assert caught, f"{guard.name} refuses nothing"

    cursor.execute(guards._drop_sql(guard, engine()))

    assert [attack for attack in caught if not refused(cursor, *attack)], (
        f"something else refuses what {guard.name} does"
    )
