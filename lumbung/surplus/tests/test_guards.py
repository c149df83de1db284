"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.cash.tests.test_guards import Attack, afterwards, run, stands_alone  # noqa: F401 - the fixture
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from lumbung.surplus import actions
from lumbung.surplus.models import Reopening
from lumbung.surplus.tests.conftest import JANUARY, KETUA, SITI, TODAY, close

TABLES = {
    "dues_look": ("surplus_dueslook", '"by" = 9', "month IS NOT NULL"),
    "reopening": ("surplus_reopening", "reason = 'lain'", "id = {waiting}"),
    "reopening_answer": ("surplus_reopeninganswer", "reason = 'lain'", "reopening_id = {answered}"),
}
ANSWER = (
    'INSERT INTO surplus_reopeninganswer (cooperative_id, reopening_id, agreed, reason, "by", answered_at, number)'
    " SELECT cooperative_id, id, {agreed}, '{reason}', {by}, asked_at, NULL FROM surplus_reopening"
    " WHERE id = {{waiting}}"
)
ATTACKS = [
    *(Attack(f"{name}_keeps", f"UPDATE {table} SET {what} WHERE {which}")
      for name, (table, what, which) in TABLES.items()),
    *(Attack(f"{name}_stays", f"DELETE FROM {table} WHERE {which}") for name, (table, _w, which) in TABLES.items()),
    *(Attack(f"{name}_is_not_replaced", f"TRUNCATE {table} CASCADE", POSTGRESQL)
      for name, (table, *_more) in TABLES.items()),
    *(Attack(f"{name}_is_not_replaced", f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE {which}", SQLITE)
      for name, (table, _w, which) in TABLES.items()),
    Attack("reopening_by_two", ANSWER.format(agreed="false", reason="x", by=SITI)),
]  # fmt: skip
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]


@pytest.fixture
def rows(ready):
    """A wish that was answered, and one that waits."""
    close(ready)
    wish = {"cooperative_id": ready, "month": JANUARY, "by": SITI}
    answered = actions.ask_reopening(reason="x", request_id=uuid4(), **wish)
    actions.answer_reopening(
        cooperative_id=ready, reopening_id=answered.id, agreed=False, on=TODAY, by=KETUA, reason="tidak"
    )
    waiting = actions.ask_reopening(reason="y", request_id=uuid4(), **wish)
    assert Reopening.objects.count() == 2
    return {"answered": answered.id, "waiting": waiting.id}


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[:16]}")
def test_a_guard_stands_alone(rows, attack):
    stands_alone(attack.guard, attack.sql.format(**rows))


def test_every_guard_has_an_attack():
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table.startswith("surplus_")}
    assert ours == {attack.guard for attack in HERE}


@pytest.mark.parametrize(("agreed", "reason"), [("true", ""), ("false", "")])
def test_an_answer_posts_or_says_why(rows, agreed, reason):
    with pytest.raises(DatabaseError), transaction.atomic():
        run(ANSWER.format(agreed=agreed, reason=reason, by=KETUA).format(**rows))
        connection.check_constraints()
