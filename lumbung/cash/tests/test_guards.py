"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from datetime import date
from typing import NamedTuple

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import ids
from lumbung.cash import actions, reports
from lumbung.cash.models import BankMatch, BankStatement, Reconciliation
from lumbung.cash.statements import Printed, Told
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
    "statement": "cash_bankstatement",
    "statement_line": "cash_statementline",
    "bank_match": "cash_bankmatch",
    "reconciliation": "cash_reconciliation",
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
    "statement": "file_name = 'lain'",
    "statement_line": "text = 'lain'",
    "bank_match": "number = number - 1",
    "reconciliation": '"by" = 9',
}
KEYS = {
    "cash_handover": "count_id",
    "cash_handoveranswer": "count_id",
    "cash_statementline": "statement_id",
    "cash_reconciliation": "statement_id",
}


def only(table: str) -> str:
    """The row of the table that nothing points at."""
    return f"WHERE {KEYS.get(table, 'id')} = {{id}}"


def emptied(name: str) -> str:
    """The guard that refuses TRUNCATE: a table that is only added to has one of its own for it."""
    own = f"{name}_is_not_replaced"
    return own if POSTGRESQL in guards.REGISTRY[own].sql else f"{name}_stays"


ATTACKS = [
    *(Attack(f"{name}_keeps", f"UPDATE {table} SET {CHANGES[name]} {only(table)}") for name, table in TABLES.items()),
    *(Attack(f"{name}_stays", f"DELETE FROM {table} {only(table)}") for name, table in TABLES.items()),
    *(Attack(emptied(name), f"TRUNCATE {table} CASCADE", POSTGRESQL) for name, table in TABLES.items()),
    *(
        Attack(
            f"{name}_is_not_replaced", REPLACE.replace("{table}", table).replace("{key}", KEYS.get(table, "id")), SQLITE
        )
        for name, table in TABLES.items()
    ),
    Attack("advance_keeps", "UPDATE cash_advance SET settled_number = NULL"),
    Attack("bank_match_keeps", "UPDATE cash_bankmatch SET released_by = NULL"),
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
    bank = bank_rows(bri, facts)
    since = date(2025, 1, 1)
    other = actions.open_place(cooperative_id=coop, kind="bank", name="Lain", bank_name="BRI", opened_on=since)
    kept = {"attachment": photo, "advance": advance, "unidentified": receipt, "cash_place": other, "supplier": supplier,
            "count": counted, "handover": offered, "handover_answer": answered}  # fmt: skip
    kept |= bank
    return {TABLES[name]: row.id for name, row in kept.items()}


def bank_rows(bri, facts) -> dict:
    """A statement that nothing points at, one with a line, one that was agreed, and what was said of its line."""
    receipt = actions.receive(category="sale.member", amount=700, place=bri, **facts())
    whole, lone = (a_statement(bri, facts, month, closing) for month, closing in ((2, 800), (3, 900)))
    pair = (whole.id, 1, receipt.number)
    actions.confirm(statement=whole, pairs=[pair], by=BENDAHARA)
    said = BankMatch.objects.get(statement_id=whole.id)
    agreed = Reconciliation.objects.create(
        cooperative_id=bri.cooperative_id, statement_id=whole.id, through=whole.end, bank=800, book=800, outstanding=0,
        unbooked=0, by=1, agreed_at=whole.imported_at,
    )  # fmt: skip
    bare = BankStatement.objects.create(
        cooperative_id=bri.cooperative_id, place_id=bri.id, file_name="x", sha256="x", start=date(2026, 1, 1),
        end=date(2026, 1, 31), opening=0, closing=0, imported_by=1, imported_at=whole.imported_at,
    )  # fmt: skip
    agreed.id = agreed.statement_id
    return {"statement": bare, "statement_line": lone, "bank_match": said, "reconciliation": agreed}


def a_statement(bri, facts, month: int, closing: int):
    day, amount = date(2025, month, 3), 700 if month == 2 else 100
    told = Told([Printed(day, amount, "x")], closing - amount, closing, str(month) * 64)
    return actions.keep_statement(place=bri, told=told, file_name="x", by=BENDAHARA, through=day)


def a_till_offered(place, facts):
    seen = reports.balance(place)
    return actions.offer_till(place=place, pieces={}, seen=seen, taker=SITI, **facts())


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[:16]}")
def test_a_guard_stands_alone(rows, coop, attack):
    table = guards.REGISTRY[attack.guard].table
    stands_alone(attack.guard, attack.sql.format(coop=coop, id=rows[table]))


def stands_alone(guard: str, sql: str, *also: str) -> None:
    """The guard refuses the statement, and nothing else does: not even those that TRUNCATE would meet further on.

    also  guards that refuse it as well, for another reason
    """
    for other in [*also, *(_further_on(guard) if "TRUNCATE" in sql else ())]:
        drop(other)
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql)
    with transaction.atomic():
        drop(guard)
        run(sql)
        transaction.set_rollback(True)


def _further_on(guard: str) -> list[str]:
    return [name for name in guards.REGISTRY if name.endswith(("_stays", "_is_not_replaced")) and name != guard]


def run(sql):
    """On SQLite without recursive triggers, as another program would open the file: REPLACE then deletes unseen."""
    with connection.cursor() as cursor:
        if connection.vendor == SQLITE:
            cursor.execute("PRAGMA recursive_triggers = OFF")
        try:
            cursor.execute(sql)
        finally:
            if connection.vendor == SQLITE:
                cursor.execute("PRAGMA recursive_triggers = ON")
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
    "reconciliation_agrees": "INSERT INTO cash_reconciliation (cooperative_id, statement_id, through, bank, book,"
    ' outstanding, unbooked, "by", agreed_at) SELECT cooperative_id, id, "end", 100, 99, 0, 0, 1, imported_at'
    " FROM cash_bankstatement WHERE sha256 = 'x'",
    "bank_match_entry_once": "INSERT INTO cash_bankmatch (cooperative_id, id, statement_id, position, place_id, number,"
    ' "by", matched_at) SELECT m.cooperative_id, {new}, l.statement_id, l.position, m.place_id, m.number, 1,'
    " m.matched_at FROM cash_bankmatch m JOIN cash_statementline l ON l.statement_id <> m.statement_id",
    "statement_line_moves_something": "INSERT INTO cash_statementline (cooperative_id, statement_id, position,"
    " booked_on, amount, text) SELECT cooperative_id, id, 9, start, 0, '' FROM cash_bankstatement WHERE sha256 = 'x'",
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
