"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from typing import NamedTuple

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.tests.conftest import BENDAHARA, SITI
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from lumbung.web.photos import Slip


class Attack(NamedTuple):
    guard: str
    sql: str
    only: str = ""  # engine


REPLACE = "INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE cooperative_id = {coop} AND {key} = {id}"
TABLES = {
    "attachment": "cash_attachment",
    "advance": "cash_advance",
    "unidentified": "cash_unidentifiedreceipt",
    "cash_place": "cash_cashplace",
    "supplier": "cash_supplier",
    "count": "cash_count",
    "handover": "cash_handover",
    "handover_answer": "cash_handoveranswer",
}
CHANGES = {
    "attachment": "sha256 = 'lain'",
    "advance": "amount = 1",
    "unidentified": "text = 'lain'",
    "cash_place": "account_code = '112200'",
    "supplier": "id = id + 1",
    "count": "witness = 'lain'",
    "handover": "taker = taker + 1",
    "handover_answer": "reason = 'lain'",
}
KEYS = {"cash_handover": "count_id", "cash_handoveranswer": "count_id"}


def only(table: str) -> str:
    """The row of the table that nothing points at."""
    return f"WHERE {KEYS.get(table, 'id')} = {{id}}"


ATTACKS = [
    *(Attack(f"{name}_keeps", f"UPDATE {table} SET {CHANGES[name]} {only(table)}") for name, table in TABLES.items()),
    *(Attack(f"{name}_stays", f"DELETE FROM {table} {only(table)}") for name, table in TABLES.items()),
    *(Attack(f"{name}_stays", f"TRUNCATE {table} CASCADE", POSTGRESQL) for name, table in TABLES.items()),
    *(
        Attack(
            f"{name}_is_not_replaced", REPLACE.replace("{table}", table).replace("{key}", KEYS.get(table, "id")), SQLITE
        )
        for name, table in TABLES.items()
    ),
    Attack("advance_keeps", "UPDATE cash_advance SET settled_number = NULL"),
    Attack("unidentified_keeps", "UPDATE cash_unidentifiedreceipt SET identified_number = NULL"),
    Attack("advance_keeps", "UPDATE cash_advance SET settled_number = given_number + 1, amount = amount"),
    Attack(
        "handover_answer_by_the_taker",
        'INSERT INTO cash_handoveranswer (cooperative_id, count_id, "by", accepted, reason, answered_at)'
        " SELECT cooperative_id, count_id, giver, true, '', '2025-02-03' FROM cash_handover WHERE count_id <> {id}",
    ),
]
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]


@pytest.fixture(autouse=True)
def afterwards(db):
    yield
    if connection.vendor == SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")


@pytest.fixture
def rows(coop, kas, bri, laci, facts):
    """One row in every table; {table: id}."""
    advance = actions.give_advance(
        **facts(holder=SITI, holder_name="Bu Siti", purpose="RAT", amount=100, place=kas),
    )
    actions.pay(category="expense.wages", amount=100, place=kas, **facts())
    settled = actions.settle_advance(advance=advance, spent=100, category="expense.wages", place=kas, **facts())
    receipt = actions.receive_unidentified(**facts(text="?", amount=100, place=bri))
    actions.identify_as_other(receipt=receipt, category="sale.member", **facts())
    slip = Slip(b"\xff\xd8\xff", 1, 1)
    photo = actions.attach_slip(cooperative_id=coop, number=settled.number, slip=slip, by=BENDAHARA)
    supplier = actions.add_supplier(cooperative_id=coop, name="Bu Sutini")
    offered, answered = (a_till_offered(place, facts) for place in (kas, laci))
    counted = actions.count_cash(place=laci, pieces={}, seen=0, **facts())
    actions.answer_offer(cooperative_id=coop, count_id=answered.id, by=SITI, accepted=True)
    kept = {"attachment": photo, "advance": advance, "unidentified": receipt, "cash_place": bri, "supplier": supplier,
            "count": counted, "handover": offered, "handover_answer": answered}  # fmt: skip
    return {TABLES[name]: row.id for name, row in kept.items()}


def a_till_offered(place, facts):
    seen = reports.balance(place)
    return actions.offer_till(place=place, pieces={}, seen=seen, taker=SITI, **facts())


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[:16]}")
def test_a_guard_stands_alone(rows, coop, attack):
    table = guards.REGISTRY[attack.guard].table
    sql = attack.sql.format(coop=coop, id=rows[table])

    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql)
    with transaction.atomic():
        drop(attack.guard)
        run(sql)
        transaction.set_rollback(True)


def run(sql):
    """On SQLite without recursive triggers, as another program would open the file: REPLACE then deletes unseen."""
    with connection.cursor() as cursor:
        if connection.vendor == SQLITE:
            cursor.execute("PRAGMA recursive_triggers = OFF")
        cursor.execute(sql)
        if connection.vendor == POSTGRESQL:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def drop(name):
    guard = guards.REGISTRY[name]
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guard, connection.vendor))


def test_every_guard_of_cash_has_an_attack():
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table.startswith("cash_")}

    assert ours == {attack.guard for attack in HERE}


COUNT = (
    'INSERT INTO cash_count (cooperative_id, id, year, no, place_id, counted_on, counted_at, "by", witness, pieces,'
    " counted, book, difference, reason, number, request_id) VALUES ({coop}, {new}, 2025, 99, 0, '2025-01-01',"
    " '2025-01-01', 1, '', '{{}}', %s, '00000000000000000000000000000001')"
)
WRONG = {
    "count_not_below_nothing": COUNT % "-100, 0, -100, '', NULL",
    "count_difference_is_that": COUNT % "100, 0, 0, '', NULL",
    "count_booked_with_reason": COUNT % "100, 0, 100, '', 1",
    "cash_count_place_fk": (COUNT % "0, 0, 0, '', NULL").replace("99, 0,", "99, 999,"),
    "cash_place_account_fits": "INSERT INTO cash_cashplace (cooperative_id, id, kind, name, account_code, bank_name,"
    " bank_number, opened_on) VALUES ({coop}, {new}, 'bank', 'x', '111300', '', '', '2025-01-01')",
    "cash_place_general_is_zero": "INSERT INTO cash_cashplace (cooperative_id, id, kind, name, account_code, bank_name,"
    " bank_number, opened_on) VALUES ({coop}, {new}, 'general', 'x', '111100', '', '', '2025-01-01')",
    "cash_place_name_once": "INSERT INTO cash_cashplace (cooperative_id, id, kind, name, account_code, bank_name,"
    " bank_number, opened_on) VALUES ({coop}, {new}, 'till', 'BRI Unit Sukun', '111300', '', '', '2025-01-01')",
    "supplier_commission_within_whole": "INSERT INTO cash_supplier (cooperative_id, id, name, phone, commission)"
    " VALUES ({coop}, {new}, 'x', '', 10001)",
    "cash_advance_given_fk": "INSERT INTO cash_advance (cooperative_id, id, holder, holder_name, purpose, amount,"
    " given_on, given_number) VALUES ({coop}, {new}, 1, 'x', 'x', 100, '2025-01-01', 999)",
}


@pytest.mark.parametrize("sql", WRONG.values(), ids=WRONG.keys())
def test_the_database_refuses_what_may_never_be(rows, coop, sql):
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql.format(coop=coop, new=ids.new()))
        connection.check_constraints()
