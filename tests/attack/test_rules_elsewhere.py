"""Every check, key and unique rule of the tables outside of the ledger, taken away one by one.

With the rule the row is refused, without it the same row passes: so it is this rule that says no. The tables of the
ledger have their attempts written by hand (table.py); these are found by a search, from the definitions that are
installed.
"""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint, UniqueConstraint

from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from tests.attack import scratch

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(
    engine() != SQLITE, reason="the same definitions; PostgreSQL proves that it has them all"
)


def failing(kinds: set[str], attempt) -> list[str]:
    """The rules of these kinds that do not do what they are for, with what went wrong."""
    known = scratch.tables()
    rules = [rule for rule in scratch.rules(known) if rule.kind in kinds]
    assert rules
    return [f"{rule.table}.{rule.name}: {wrong}" for rule in rules if (wrong := attempt(known, rule))]


@on_sqlite
def test_each_check_refuses_what_it_forbids_and_nothing_else_would():
    def attempt(known, rule):
        expression = rule.text[rule.text.index("CHECK") + 5 :]
        among = scratch.columns(known[rule.table])
        bad, good = (scratch.row_where(expression, among, holds) for holds in (False, True))
        if bad is None or good is None:
            return f"no row found that it {'refuses' if bad is None else 'lets pass'}"
        with scratch.standing(known, rule.table, rule.text) as made:
            if not scratch.refused(made, rule.table, bad) or scratch.refused(made, rule.table, good):
                return f"refuses {good} or lets {bad} pass"
        with scratch.standing(known, rule.table) as made:
            return scratch.refused(made, rule.table, bad) and "refused without it too"

    assert failing({"CHECK"}, attempt) == []


@on_sqlite
def test_each_key_points_into_the_same_cooperative_or_nowhere():
    def attempt(known, rule):
        parent = re.search(r'REFERENCES "(\w+)"', rule.text)[1]
        mine, theirs = scratch.listed(rule.text), scratch.listed(rule.text[rule.text.index("REFERENCES") :])
        if mine[0] != "cooperative_id":
            return "does not begin with the cooperative"
        row = {name: place for place, name in enumerate(mine, start=5)}
        other = {name: row[mine[place]] + (place == 0) for place, name in enumerate(theirs)}  # of the next cooperative
        if parent != rule.table:
            with scratch.standing(known, rule.table, rule.text, also=parent) as made:
                made.execute("PRAGMA foreign_keys = OFF")
                scratch.refused(made, parent, other)
                made.commit()
                made.execute("PRAGMA foreign_keys = ON")
                if not scratch.refused(made, rule.table, row):
                    return "points at another cooperative's row"
        with scratch.standing(known, rule.table, also=parent) as made:
            return scratch.refused(made, rule.table, row) and "refused without it too"

    assert failing({"FOREIGN KEY"}, attempt) == []


@on_sqlite
def test_each_unique_rule_refuses_a_second_one_in_the_same_cooperative_only():
    def attempt(known, rule):
        of = scratch.listed(rule.text[rule.text.index("UNIQUE") :])
        where = rule.text.partition(" WHERE ")[2]
        row = {name: place for place, name in enumerate(of, start=5)}
        row |= (scratch.row_where(where, scratch.columns(known[rule.table]), True) if where else {}) or {}
        parts = {"index": rule.text} if rule.kind == "INDEX" else {}
        with scratch.standing(known, rule.table, *([] if parts else [rule.text]), **parts) as made:
            if scratch.refused(made, rule.table, row) or not scratch.refused(made, rule.table, row):
                return f"lets {row} pass twice"
            owned = "cooperative_id" in scratch.columns(known[rule.table])
            if owned and scratch.refused(made, rule.table, row | {"cooperative_id": 99}):
                return "reaches into another cooperative"
        with scratch.standing(known, rule.table) as made:
            scratch.refused(made, rule.table, row)
            return scratch.refused(made, rule.table, row) and "refused without it too"

    assert failing({"UNIQUE", "INDEX"}, attempt) == []


def test_whatever_the_models_forbid_is_installed():
    """On both engines: a migration that forgot a rule, or remade a table without it, is found by name."""
    stated = {
        rule.name for model in apps.get_models()
        if model.__module__.startswith("lumbung.") and ".tests." not in model.__module__
        for rule in model._meta.constraints if isinstance(rule, CheckConstraint | UniqueConstraint)
    }  # fmt: skip
    with connection.cursor() as cursor:
        if engine() == POSTGRESQL:
            cursor.execute("SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes")
            installed = {name for (name,) in cursor.fetchall()}
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
            installed = set(re.findall(r'"(\w+)"', " ".join(sql for (sql,) in cursor.fetchall())))
    assert len(stated) > 150 and stated - installed == set()
