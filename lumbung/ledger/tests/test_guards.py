"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from datetime import date
from typing import NamedTuple

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import ids
from lumbung.ledger import actions
from lumbung.ledger.models import Erasure
from lumbung.ledger.tests.conftest import BENDAHARA, new_cooperative
from lumbung.security.actions import record
from lumbung.security.tests.test_trail import HERE as OF_THE_TRAIL
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine

ENTRY = (
    "INSERT INTO ledger_entry (cooperative_id, number, booked_on, kind, document, request_id, request_digest, made_by,"
    " posted_at, memo, salt, leaf_hash) SELECT cooperative_id, {number}, '{day}', '{kind}', '{document}', '{request}',"
    " request_digest, made_by, posted_at, memo, salt, leaf_hash FROM ledger_entry"
    " WHERE cooperative_id = {coop} AND number = 1"
)
NEXT = ENTRY.replace("{number}", "4").replace("{kind}", "dues.paid").replace("{document}", "BKM-2025-000009")


class Attack(NamedTuple):
    guard: str
    sql: tuple[str, ...]
    only: str = ""  # engine


ATTACKS = [
    Attack("book_moves_by_posting", ("UPDATE ledger_book SET root = frontier WHERE cooperative_id = {coop}",)),
    Attack(
        "book_has_every_number",
        ("UPDATE ledger_book SET last_number = 9, leaf_count = 9 WHERE cooperative_id = {coop}",),
    ),
    Attack(
        "book_closes_by_an_entry",
        (
            NEXT.replace("{day}", "2025-03-01"),
            "UPDATE ledger_book SET last_number = 4, leaf_count = 4, closed_through = '2025-02-28'"
            " WHERE cooperative_id = {coop}",
        ),
    ),
    Attack(
        "book_starts_empty",
        (
            "INSERT INTO ledger_book (cooperative_id, last_number, leaf_count, frontier, root)"
            " SELECT {stranger}, 5, 5, frontier, root FROM ledger_book WHERE cooperative_id = {coop}",
        ),
    ),
    Attack("book_stays", ("DELETE FROM ledger_book WHERE cooperative_id = {empty}",)),
    Attack(
        "account_keeps",
        ("UPDATE ledger_account SET name = 'Kas Ketua' WHERE cooperative_id = {coop} AND code = '111100'",),
    ),
    Attack("account_stays", ("DELETE FROM ledger_account WHERE cooperative_id = {empty} AND code = '111100'",)),
    Attack(
        "account_is_not_replaced",
        (
            "PRAGMA recursive_triggers = OFF",
            "INSERT OR REPLACE INTO ledger_account SELECT cooperative_id, code, 'Kas Ketua', kind, normal_side,"
            " statement_line, holder_kind, valid_from, valid_to FROM ledger_account"
            " WHERE cooperative_id = {empty} AND code = '111100'",
        ),
        only=SQLITE,
    ),
    Attack("series_only_rises", ("UPDATE ledger_series SET last = last - 1 WHERE cooperative_id = {coop}",)),
    Attack("series_stays", ("DELETE FROM ledger_series WHERE cooperative_id = {coop}",)),
    Attack("entry_in_an_open_month", (NEXT.replace("{day}", "2025-01-31"),)),
    Attack(
        "entry_is_new",
        (
            "PRAGMA recursive_triggers = OFF",
            "INSERT OR REPLACE INTO ledger_entry (cooperative_id, number, booked_on, kind, document, request_id,"
            " request_digest, made_by, posted_at, memo, salt, leaf_hash) SELECT cooperative_id, number, booked_on,"
            " kind, document, request_id, request_digest, made_by, posted_at, 'lain', salt, leaf_hash FROM ledger_entry"
            " WHERE cooperative_id = {coop} AND number = 3",
        ),
        only=SQLITE,
    ),
    Attack("entry_keeps", ("UPDATE ledger_entry SET memo = 'lain' WHERE cooperative_id = {coop} AND number = 1",)),
    Attack("entry_stays", ("DELETE FROM ledger_entry WHERE cooperative_id = {coop} AND kind = 'period.closed'",)),
    Attack(
        "transfer_of_a_new_entry",
        (
            "INSERT INTO ledger_transfer (cooperative_id, number, position, debit_code, credit_code, amount,"
            " debit_holder, credit_holder, unit, counterparty)"
            " VALUES ({coop}, 1, 2, '111100', '411100', 100, 0, 0, 0, '')",
        ),
    ),
    Attack(
        "transfer_between_accounts",
        (
            NEXT.replace("{day}", "2025-03-01"),
            "INSERT INTO ledger_transfer (cooperative_id, number, position, debit_code, credit_code, amount,"
            " debit_holder, credit_holder, unit, counterparty)"
            " VALUES ({coop}, 4, 1, '111100', '999999', 100, 0, 0, 0, '')",
        ),
        only=POSTGRESQL,
    ),
    Attack("transfer_keeps", ("UPDATE ledger_transfer SET amount = 1 WHERE cooperative_id = {coop} AND number = 1",)),
    Attack("transfer_stays", ("DELETE FROM ledger_transfer WHERE cooperative_id = {coop} AND number = 1",)),
    Attack("balance_only_grows", ("UPDATE ledger_balance SET debit = 0 WHERE cooperative_id = {coop}",)),
    Attack(
        "balance_of_an_account",
        ("INSERT INTO ledger_balance VALUES ({coop}, 0, 0, '2025-03', 100, 0, '999999')",),
        only=POSTGRESQL,
    ),
    Attack("balance_stays", ("DELETE FROM ledger_balance WHERE cooperative_id = {coop}",)),
    Attack("erasure_keeps", ("UPDATE ledger_erasure SET reason = 'lain' WHERE cooperative_id = {coop}",)),
    Attack("erasure_stays", ("DELETE FROM ledger_erasure WHERE cooperative_id = {coop}",)),
    Attack(
        "erasure_is_not_replaced",
        (
            "PRAGMA recursive_triggers = OFF",
            "INSERT OR REPLACE INTO ledger_erasure SELECT * FROM ledger_erasure WHERE cooperative_id = {coop}",
        ),
        only=SQLITE,
    ),
    Attack("erasure_is_not_replaced", ("TRUNCATE ledger_erasure",), only=POSTGRESQL),
    Attack("event_keeps", ("UPDATE security_event SET deed = 'lain'",)),
    Attack("event_stays", ("DELETE FROM security_event",)),
    Attack(
        "event_is_not_replaced",
        ("PRAGMA recursive_triggers = OFF", "INSERT OR REPLACE INTO security_event SELECT * FROM security_event"),
        only=SQLITE,
    ),
]
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]


@pytest.fixture
def book(coop, post):
    """Two receipts and a closed January; beside it an empty book and a cooperative without one."""
    post()
    actions.close_month(cooperative_id=coop, month=date(2025, 1, 1), by=BENDAHARA, request_id=ids.new_request())
    post()
    record(cooperative_id=coop, person_id=BENDAHARA, deed="test")
    note = {"erased_at": "2036-01-01T00:00Z", "by": BENDAHARA, "reason": "minta"}
    Erasure.objects.create(cooperative_id=coop, number=3, commitment=bytes(32), **note)
    stranger = new_cooperative("tanpa-buku").id
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guards.REGISTRY["book_stays"], connection.vendor))
        cursor.execute("DELETE FROM ledger_book WHERE cooperative_id = %s", [stranger])
        cursor.execute(guards.REGISTRY["book_stays"].sql[connection.vendor])
    return {"coop": coop, "empty": new_cooperative("kosong").id, "stranger": stranger, "request": ids.new_request().hex}


def attack_with(attack: Attack, book: dict) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in attack.sql:
            cursor.execute(statement.format(**book))
    if connection.vendor == SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: attack.guard)
def test_a_guard_refuses_what_only_it_forbids(book, attack):
    with pytest.raises(DatabaseError):
        attack_with(attack, book)


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: attack.guard)
def test_without_the_guard_the_same_attack_passes(book, attack):
    guard = guards.REGISTRY[attack.guard]
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guard, connection.vendor))

    attack_with(attack, book)

    assert guards.missing() == [attack.guard]


def test_every_guard_of_the_ledger_and_the_trail_is_attacked():
    attacked = {attack.guard for attack in [*HERE, *OF_THE_TRAIL] if attack.guard != "helper_is_short"}
    tables = ("ledger_", "security_event", "security_trail")
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table.startswith(tables)}

    assert ours == attacked


@pytest.mark.parametrize("table", ["book", "account", "series", "entry", "transfer", "balance", "erasure"])
@pytest.mark.skipif(engine() != POSTGRESQL, reason="SQLite has no TRUNCATE")
def test_no_table_of_the_ledger_can_be_emptied_at_once(book, table):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE ledger_{table} CASCADE")


CONSTRAINTS = {
    "an amount of nothing": "VALUES ({coop}, 4, 1, '111100', '411100', 0, 0, 0, 0, '')",
    "an amount below nothing": "VALUES ({coop}, 4, 1, '111100', '411100', -5, 0, 0, 0, '')",
    "a move from a place to itself": "VALUES ({coop}, 4, 1, '111100', '111100', 5, 0, 0, 0, '')",
    "an account that does not exist": "VALUES ({coop}, 4, 1, '999999', '411100', 5, 0, 0, 0, '')",
    "an account of another cooperative only": "VALUES ({stranger}, 4, 1, '111100', '999999', 5, 0, 0, 0, '')",
    "an entry that does not exist": "VALUES ({coop}, 77, 1, '111100', '411100', 5, 0, 0, 0, '')",
    "a kind of counterparty that is not": "VALUES ({coop}, 4, 1, '111100', '411100', 5, 0, 0, 0, 'friend')",
}
TRANSFER = (
    "INSERT INTO ledger_transfer (cooperative_id, number, position, debit_code, credit_code, amount, debit_holder,"
    " credit_holder, unit, counterparty) "
)


@pytest.mark.parametrize("what", CONSTRAINTS)
def test_a_transfer_cannot_hold(book, what):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(NEXT.replace("{day}", "2025-03-01").format(**book))
        cursor.execute((TRANSFER + CONSTRAINTS[what]).format(**book))
        connection.check_constraints()


ENTRY_FAULTS = {
    "a number twice": {"number": "1", "document": "X-2025-000001"},
    "a document twice": {"number": "4", "document": "BKM-2025-000001"},
    "a number of nothing": {"number": "0", "document": "X-2025-000001"},
}


@pytest.mark.parametrize("what", ENTRY_FAULTS)
def test_an_entry_cannot_have(book, what):
    facts = {"day": "2025-03-01", "kind": "dues.paid", **book, **ENTRY_FAULTS[what]}
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ENTRY.format(**facts))


def test_one_request_makes_one_entry_even_by_hand(book):
    same = "(SELECT request_id FROM ledger_entry WHERE cooperative_id = {coop} AND number = 1)"
    statement = NEXT.replace("{day}", "2025-03-01").replace("'{request}'", same)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(**book))


@pytest.mark.parametrize(
    "change",
    ["approved_by = made_by", "reverses = number", "reverses = 3", "number = -number"],
)
def test_the_tables_refuse_an_entry_that(book, change):
    """With the append-only guard lifted, the CHECKs and keys still stand."""
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guards.REGISTRY["entry_keeps"], connection.vendor))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_entry SET {change} WHERE cooperative_id = {book['coop']} AND number = 2")


SET = {"salt": "''", "request_digest": "''", "memo": "''"}
ERASED = "UPDATE ledger_entry SET {what} WHERE number = {number} AND cooperative_id = {coop}"
NOT_ERASING = {
    "without a word about it": (1, SET),
    "and another day with it": (3, SET | {"booked_on": "'2025-04-01'"}),
    "and another leaf with it": (3, SET | {"leaf_hash": "''"}),
    "and its words stay": (3, SET | {"memo": "memo"}),
    "and its digest stays": (3, SET | {"request_digest": "request_digest"}),
    "and another salt comes": (3, SET | {"salt": "leaf_hash"}),
}


def erasing(number: int, changes: dict[str, str], book: dict) -> str:
    what = ", ".join(f"{column} = {value}" for column, value in changes.items())
    return ERASED.format(what=what, number=number, **book)


@pytest.mark.parametrize("how", NOT_ERASING)
def test_a_salt_is_never_taken_out(book, how):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(erasing(*NOT_ERASING[how], book))


def test_a_salt_is_taken_out_where_an_erasure_says_so_and_then_for_ever(book):
    with connection.cursor() as cursor:
        cursor.execute(erasing(3, SET, book))
        assert cursor.rowcount == 1
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(erasing(3, SET, book))
