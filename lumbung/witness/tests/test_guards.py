"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from typing import NamedTuple

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.ledger.tests.conftest import new_cooperative
from lumbung.sql import guards
from lumbung.sql.engine import SQLITE, engine
from lumbung.witness.actions.signing import grow
from lumbung.witness.models import Branch, Checkpoint


class Attack(NamedTuple):
    guard: str
    sql: str
    only: str = ""  # engine


def kept(name: str, table: str, columns: str, change: str) -> list[Attack]:
    """The three attacks on a table that is only added to."""
    there = "WHERE cooperative_id = {coop}"
    replace = f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} {there}"
    return [
        Attack(f"{name}_keeps", f"UPDATE {table} SET {change} {there}"),
        Attack(f"{name}_stays", f"DELETE FROM {table} WHERE cooperative_id = {{idle}}"),
        Attack(f"{name}_is_not_replaced", replace, SQLITE),
    ]


KEY = "cooperative_id, id, name, kind, public, sealed, made_at, handover"
ATTACKS = [
    *kept("log_key", "witness_logkey", KEY, "name = 'lain'"),
    *kept("log_checkpoint", "witness_checkpoint", "cooperative_id, size, root, signed_at, note", "note = 'lain'"),
    *kept("log_branch", "witness_branch", "cooperative_id, place, root", "place = 7"),
]
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]


@pytest.fixture
def log(coop, post):
    """A log with one of everything; beside it one whose book is idle."""
    post()
    idle = new_cooperative("sepi").id
    for each in (coop, idle):
        Branch.everywhere.create(cooperative_id=each, place=0, root=bytes(32))
        Checkpoint.everywhere.create(
            cooperative_id=each, size=1, root=bytes(32), signed_at="2025-01-01T00:00Z", note="x"
        )
    return {"coop": coop, "idle": idle}


def attack_with(attack: Attack, log: dict) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == SQLITE:
            cursor.execute("PRAGMA recursive_triggers = OFF")
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        cursor.execute(attack.sql.format(**log))
    if connection.vendor == SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: attack.guard)
def test_a_guard_refuses_what_only_it_forbids(log, attack):
    with pytest.raises(DatabaseError):
        attack_with(attack, log)


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: attack.guard)
def test_without_the_guard_the_same_attack_passes(log, attack):
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guards.REGISTRY[attack.guard], connection.vendor))

    attack_with(attack, log)

    assert guards.missing() == [attack.guard]


@pytest.mark.parametrize("table", ["logkey", "checkpoint", "branch"])
@pytest.mark.skipif(engine() == SQLITE, reason="SQLite has no TRUNCATE")
def test_no_table_of_the_log_can_be_emptied_at_once(log, table):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE witness_{table} CASCADE")


def test_every_guard_of_the_log_is_attacked():
    ours = ("witness_logkey", "witness_checkpoint", "witness_branch")
    attacked = {attack.guard for attack in ATTACKS}
    assert {guard.name for guard in guards.of_engine(engine()) if guard.table in ours} <= attacked


def test_a_book_without_branches_grows_them_all(coop, post):
    post()
    grow(coop, 1)
    assert Branch.objects.filter(cooperative_id=coop).count() == 0
