"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.cash.tests.test_guards import Attack, afterwards, run, stands_alone  # noqa: F401 - the fixture
from lumbung.recovery.models import Case
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine

CASE = (
    "INSERT INTO recovery_case (cooperative_id, id, kind, person_id, opened_by, opened_at, reason, seen, wait_hours,"
    " request_id) SELECT cooperative_id, 9, {kind}, {person}, opened_by, opened_at, {reason}, {seen}, {hours},"
    " '00000000000000000000000000000009' FROM recovery_case WHERE id = {{open}}"
)
STEP = (
    'INSERT INTO recovery_step (cooperative_id, case_id, position, kind, "by", at, ready_at, code_hash, expires_at,'
    " note)"
    " SELECT cooperative_id, id, {position}, '{kind}', {by}, {at}, {ready}, {hash}, {expires}, {note}"
    " FROM recovery_case WHERE id = {{{which}}}"
)
LATER = "'2099-01-01 00:00:00+00:00'"
USUAL = {"ready": "NULL", "hash": "''", "expires": "NULL", "note": "''", "at": LATER, "position": 1, "which": "open"}


def case(**more):
    return CASE.format(
        **{"kind": "kind", "person": "person_id", "reason": "reason", "seen": "seen", "hours": 24, **more}
    )


def step(kind, by, **more):
    return STEP.format(kind=kind, by=by, **{**USUAL, **more})


CONFIRM = {"ready": "'2099-01-04 00:00:00+00:00'"}
CODE = {"hash": "'x'", "expires": "'2099-01-01 00:10:00+00:00'", "which": "ready", "position": 2}
USED = {"hash": "'x'", "which": "ready", "position": 2}
ATTACKS = [
    Attack("way_keeps", "UPDATE recovery_case SET wait_hours = 72 WHERE id = {open}"),
    Attack("way_stays", "DELETE FROM recovery_case WHERE id = {open}"),
    Attack("way_is_not_replaced", "INSERT OR REPLACE INTO recovery_case SELECT * FROM recovery_case", SQLITE),
    Attack("way_is_not_replaced", "TRUNCATE recovery_case CASCADE", POSTGRESQL),
    Attack("way_step_keeps", "UPDATE recovery_step SET ready_at = at WHERE case_id = {ready}"),
    Attack("way_step_stays", "DELETE FROM recovery_step"),
    Attack("way_step_is_not_replaced", "INSERT OR REPLACE INTO recovery_step SELECT * FROM recovery_step", SQLITE),
    Attack("way_step_is_not_replaced", "TRUNCATE recovery_step", POSTGRESQL),
    Attack("way_first_is_first", case(kind="'first'", hours=0)),
    Attack("way_step_follows", step("confirmed", "opened_by", **CONFIRM)),
    Attack("way_step_follows", step("confirmed", "person_id", **CONFIRM)),
    Attack("way_step_follows", step("confirmed", 9, ready="'2099-01-01 23:59:00+00:00'")),
    Attack("way_step_follows", step("confirmed", 9, **{**CONFIRM, "position": 3})),
    Attack("way_step_follows", step("code", 9, **{**CODE, "which": "open", "position": 1})),
    Attack("way_step_follows", step("code", 9, **CODE)),
    Attack("way_step_follows", step("code", "{pengawas}", **{**CODE, "expires": "'2099-01-01 02:00:00+00:00'"})),
    Attack("way_step_follows", step("code", "{pengawas}", **{**CODE, "at": "opened_at", "expires": "opened_at"})),
    Attack("way_step_follows", step("activated", "person_id", **USED)),
    Attack("way_step_follows", step("activated", "person_id", **{**USED, "which": "open", "position": 1})),
    Attack("way_step_follows", step("activated", "person_id", **{**USED, "which": "coded", "position": 3})),
    Attack("way_step_follows", step("withdrawn", 9)),
    Attack("way_step_follows", step("objected", 9, note="''")),
    Attack("way_step_follows", step("withdrawn", "opened_by", which="over", position=2)),
]  # fmt: skip
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]
ALSO = {"way_step_is_not_replaced": ["way_step_follows"], "way_is_not_replaced": ["way_first_is_first"]}


@pytest.fixture
def rows(ways):
    """A case just opened, one that waits, one with a code, one that is over; their ids."""
    opened = ways.open("kasir")
    waiting, _at = ways.ready("sekretaris")
    coded, _code, _at = ways.code("bendahara")
    over = ways.open("pengawas")
    ways.do("withdraw", over, "ketua")
    found = {"open": opened.id, "ready": waiting.id, "coded": coded.id, "over": over.id}
    return found | {"pengawas": ways.ids["pengawas"]}


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[-60:-20]}")
def test_a_guard_stands_alone(rows, attack):
    stands_alone(attack.guard, attack.sql.format(**rows), *ALSO.get(attack.guard, []))


def test_every_guard_has_an_attack():
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table.startswith("recovery_")}
    assert ours == {attack.guard for attack in HERE}


WRONG = {
    "way_opened_by_another": case(person="opened_by"),
    "way_has_a_reason": case(reason="''"),
    "way_lost_is_seen": case(seen="false"),
    "way_lost_waits": case(hours=1),
    "way_step_is_whole": step("confirmed", 9),
    "way_kind_known": step("skipped", 9),
}


@pytest.mark.parametrize("sql", WRONG.values(), ids=WRONG.keys())
def test_the_database_refuses_what_may_never_be(rows, sql):
    guards.drop()
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql.format(**rows))
        connection.check_constraints()
    assert Case.objects.exists()
