"""What was signed is checked against the rows: any single stored value of the log that is changed is found."""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps

from lumbung.ledger import actions as ledger
from lumbung.ledger.tests.conftest import BENDAHARA
from lumbung.ledger.tests.test_audit import stripped
from lumbung.sql.engine import SQLITE, engine
from lumbung.sql.values import as_moment
from lumbung.witness import actions
from lumbung.witness.audit import problems
from lumbung.witness.models import Branch
from lumbung.witness.tests.test_proofs import fill

NOT_SIGNED = {"id", "sealed", "made_by", "cooperative_id"}  # what no signature is over; the seed: only its secret knows
KEYS = {"logkey": "id", "checkpoint": "size", "branch": "place"}
COLUMNS = [
    (name, field.column)
    for name in KEYS
    for field in apps.get_model("witness", name)._meta.local_concrete_fields
    if field.column and field.get_internal_type() != "CompositePrimaryKey" and field.column not in NOT_SIGNED
]


@pytest.fixture
def log(coop, post):
    """A book of 260 entries with two days' ends, between them a change of keys."""
    post()
    ledger.close_day(cooperative_id=coop, on=date(2025, 2, 3), by=BENDAHARA)
    actions.rotate_key(cooperative_id=coop, by=BENDAHARA)
    fill(coop, 257)
    ledger.close_day(cooperative_id=coop, on=date(2025, 2, 4), by=BENDAHARA)
    return coop


@pytest.fixture
def attack(log):
    """Change one value with every guard and key away, and look."""

    def _attack(sql, *values):
        with stripped() as cursor:
            cursor.execute(sql, values)
            assert cursor.rowcount
            return problems(log)

    return _attack


def test_an_honest_log_is_whole(log):
    assert problems(log) == []
    assert Branch.objects.filter(cooperative_id=log).count() == 1


def other_than(value):
    match value:
        case int():
            return value + 1
        case bytes() | memoryview():
            return bytes([bytes(value)[0] ^ 1, *bytes(value)[1:]])
        case datetime():
            return value + timedelta(days=10)
    return f"{value[:-9]}x{value[-8:]}"


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x)
def test_one_changed_value_is_found(log, attack, table, column):
    key = KEYS[table]
    rows = apps.get_model("witness", table).objects.filter(cooperative_id=log).exclude(**{column: None})
    which, value = rows.order_by(key).values_list(key, column).last()
    other = other_than(value)
    if isinstance(other, datetime):
        other = as_moment(other)

    assert attack(f"UPDATE witness_{table} SET {column} = %s WHERE {key} = %s", other, which)


def test_a_changed_seal_is_found(log, attack):
    for change in ("root", "NULL"):
        assert attack(f"UPDATE ledger_book SET seal = {change} WHERE cooperative_id = %s", log)


def test_a_checkpoint_that_was_taken_away_is_missed(log, attack):
    (found,) = attack("DELETE FROM witness_checkpoint WHERE size = 2 AND cooperative_id = %s", log)
    assert "catatan nomor 2 hilang" in found.message


def test_a_history_rewritten_with_the_books_own_program_is_convicted_by_the_kept_heads(log, attack):
    """Every row and root made anew without the keys: the ledger alone would be whole again."""
    from lumbung.ledger import audit as books
    from lumbung.ledger import rules, store
    from lumbung.ledger.rows import leaf_of, rows
    from lumbung.tlog import tree

    with stripped() as cursor:
        cursor.execute("UPDATE ledger_entry SET memo = 'lain' WHERE number = 1 AND cooperative_id = %s", [log])
        (row,) = rows(log, 0, 1)
        digest = rules.digest(row.draft)
        leaf = tree.leaf_hash(leaf_of(row._replace(digest=digest)))
        cursor.execute(
            "UPDATE ledger_entry SET request_digest = %s, leaf_hash = %s WHERE number = 1 AND cooperative_id = %s",
            [digest, leaf, log],
        )
        to = store.grown(store.BookRow(log, 0, b"", None, b""), [row.leaf_hash for row in rows(log)])
        cursor.execute("UPDATE ledger_book SET frontier = %s, root = %s WHERE cooperative_id = %s", [*to[1:], log])

        assert books.problems(log) == []
        found = [problem.message for problem in problems(log)]

    assert sum("tidak lagi berawal" in words for words in found) == 2
    assert any("terbaru tidak sah" in words for words in found)
    assert any("Cabang" in words for words in found)


@pytest.mark.skipif(engine() != SQLITE, reason="only SQLite keeps what is no moment in a column of moments")
def test_a_log_that_cannot_be_read_is_said_in_words(log, attack):
    found = attack("UPDATE witness_checkpoint SET signed_at = '2025-0x' WHERE cooperative_id = %s", log)
    assert any("tidak dapat dibaca seluruhnya" in problem.message for problem in found)
