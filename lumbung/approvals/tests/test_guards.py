"""Each guard alone: raw SQL that only this guard refuses, and that passes once the guard is gone."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.approvals import actions
from lumbung.approvals.rules import Why
from lumbung.approvals.tests.conftest import DAY, SITI, ask
from lumbung.cash.tests.test_guards import Attack, afterwards, run, stands_alone  # noqa: F401 - the fixture
from lumbung.members.actions import register
from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine

NEW_VERSION = (
    "INSERT INTO approvals_draft (cooperative_id, id, version, deed, title, facts, amount, booked_on, memo, digest,"
    " made_by, made_at, request_id, needs) SELECT cooperative_id, id, {version}, deed, title, facts, amount, booked_on,"
    " memo, digest, {maker}, made_at, '00000000000000000000000000000009', needs FROM approvals_draft"
    " WHERE id = {{{which}}}"
)
DECIDE = (
    'INSERT INTO approvals_decision (cooperative_id, draft_id, version, verdict, digest, "by", decided_at, reason)'
    " SELECT cooperative_id, id, version, '{verdict}', {digest}, {by}, made_at, 'x' FROM approvals_draft"
    " WHERE id = {{{which}}} AND version = 1"
)
ENDORSE = (
    "INSERT INTO approvals_endorsement (cooperative_id, draft_id, version, endorser, digest, at)"
    " SELECT cooperative_id, id, version, {by}, {digest}, made_at FROM approvals_draft WHERE id = {{two}}"
)
APPROVE = (  # the entry of another deed serves: what is attacked is the order
    'INSERT INTO approvals_decision (cooperative_id, draft_id, version, verdict, digest, "by", decided_at, reason,'
    " number) SELECT cooperative_id, id, version, 'approved', digest, {by}, made_at, '', 1 FROM approvals_draft"
    " WHERE id = {{two}}"
)
ATTACKS = [
    Attack("draft_keeps", "UPDATE approvals_draft SET amount = 1 WHERE id = {open}"),
    Attack("draft_stays", "DELETE FROM approvals_draft WHERE id = {open}"),
    Attack("draft_is_not_replaced", "TRUNCATE approvals_draft CASCADE", POSTGRESQL),
    Attack("draft_is_not_replaced", "INSERT OR REPLACE INTO approvals_draft SELECT * FROM approvals_draft"
           " WHERE id = {open}", SQLITE),
    Attack("decision_keeps", "UPDATE approvals_decision SET reason = 'lain'"),
    Attack("decision_stays", "DELETE FROM approvals_decision"),
    Attack("decision_is_not_replaced", "TRUNCATE approvals_decision", POSTGRESQL),
    Attack("decision_is_not_replaced", "INSERT OR REPLACE INTO approvals_decision SELECT * FROM approvals_decision",
           SQLITE),
    Attack("draft_waits_still", NEW_VERSION.format(version=2, maker=SITI, which="ended")),
    Attack("draft_in_turn", NEW_VERSION.format(version=7, maker=SITI, which="open")),
    Attack("draft_in_turn", NEW_VERSION.format(version=2, maker=SITI + 1, which="open")),
    Attack("decision_on_what_was_seen", DECIDE.format(verdict="refused", digest="'x'", by=9, which="open")),
    Attack("decision_on_what_was_seen", DECIDE.format(verdict="refused", digest="digest", by=9, which="changed")),
    Attack("decision_by_another", DECIDE.format(verdict="refused", digest="digest", by=SITI, which="open")),
    *[
        attack
        for guard, table in (("endorsement", "endorsement"), ("tie", "tie"), ("heir_contact", "heircontact"))
        for attack in (
            Attack(f"{guard}_keeps", f"UPDATE approvals_{table} SET cooperative_id = cooperative_id"),
            Attack(f"{guard}_stays", f"DELETE FROM approvals_{table}"),
            Attack(f"{guard}_is_not_replaced", f"TRUNCATE approvals_{table}", POSTGRESQL),
            Attack(f"{guard}_is_not_replaced", f"INSERT OR REPLACE INTO approvals_{table} SELECT * FROM"
                   f" approvals_{table}", SQLITE),
        )
    ],
    Attack("endorsement_by_another", ENDORSE.format(digest="digest", by=SITI)),
    Attack("endorsement_by_another", ENDORSE.format(digest="'x'", by=8)),
    Attack("decision_after_endorsement", APPROVE.format(by=9)),
    Attack("decision_by_another", DECIDE.format(verdict="withdrawn", digest="digest", by=9, which="open")),
]  # fmt: skip
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]
ALSO = {"draft_is_not_replaced": ["draft_in_turn"]}  # a guard that says no as well, for another reason


@pytest.fixture
def rows(coop, kas, decide):
    """An open draft, one that was changed, one that was refused; their ids."""
    found = {name: ask(kas).id for name in ("open", "changed", "ended")}
    one = ask(kas)
    facts = {"cooperative_id": coop, "by": SITI, "amount": 100, "on": one.booked_on, "memo": ""}
    actions.change(draft_id=found["changed"], request_id="00000000-0000-0000-0000-000000000001", **facts)
    decide(type(one)(id=found["ended"]), actions.refuse, reason="x")
    found["two"] = vouched_by_nine(coop, kas)
    return found


def vouched_by_nine(coop, kas) -> int:
    """A draft that needs two, which person 9 has vouched for; a tie and a contact."""
    why = [Why("dormant", 100, 0)]
    member = register(cooperative_id=coop, full_name="Tumini", by=SITI)
    two = actions.propose(
        cooperative_id=coop, deed="cash.pay", title="x", amount=100, on=DAY, by=SITI, request_id=uuid4(),
        facts={}, why=why, payee=member.id,
    )  # fmt: skip
    actions.endorse(cooperative_id=coop, draft_id=two.id, digest=two.digest, by=9)
    actions.tie(cooperative_id=coop, payee=5, officer=2, relation="istri", by=SITI, request_id=uuid4())
    actions.name_heir(
        cooperative_id=coop, member_id=member.id, name="Yanti", relation="anak", phone="", by=SITI, request_id=uuid4()
    )
    return two.id


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[:24]}")
def test_a_guard_stands_alone(rows, attack):
    stands_alone(attack.guard, attack.sql.format(**rows), *ALSO.get(attack.guard, []))


def test_every_guard_has_an_attack():
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table.startswith("approvals_")}
    assert ours == {attack.guard for attack in HERE}


WRONG = {
    "decision_posts_what_it_approves": DECIDE.format(verdict="approved", digest="digest", by=9, which="open"),
    "decision_verdict_known": DECIDE.format(verdict="perhaps", digest="digest", by=9, which="open"),
    "decision_refused_with_reason": DECIDE.format(verdict="refused", digest="digest", by=9, which="open").replace(
        "'x' FROM", "'' FROM"
    ),
}


@pytest.mark.parametrize("sql", WRONG.values(), ids=WRONG.keys())
def test_the_database_refuses_what_may_never_be(rows, sql):
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql.format(**rows))
        connection.check_constraints()
