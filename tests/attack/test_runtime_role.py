"""The role that Lumbung runs as on PostgreSQL: enough for every deed, and nothing that a guard forbids."""

import os
from types import SimpleNamespace

import pytest
from django.db import connection

from lumbung.ledger.audit import problems
from lumbung.site import readiness
from lumbung.site.commands import migrate, serve
from lumbung.site.readiness import refuse_powerful_role
from lumbung.sql import copying_postgresql, guards, roles
from lumbung.sql.engine import POSTGRESQL, engine
from lumbung.web.words import Refused
from tests.attack import deeds
from tests.runtime import runtime_role

on_postgresql = pytest.mark.skipif(engine() != POSTGRESQL, reason="SQLite knows no roles")


def test_rights_follow_from_the_guards():
    assert roles.rights("ledger_transfer") == roles.rights("security_event") == ["SELECT", "INSERT"]
    assert (
        roles.rights("ledger_entry")
        == roles.rights("ledger_book")
        == roles.rights("ledger_balance")
        == ["SELECT", "INSERT", "UPDATE"]
    )
    assert roles.rights("django_session") == ["SELECT", "INSERT", "UPDATE", "DELETE"]
    assert roles.rights("sql_fingerprint") == ["SELECT"]


@pytest.mark.parametrize("table", sorted({guard.table for guard in guards.REGISTRY.values()}))
def test_what_is_only_added_to_is_never_changed_by_it(table):
    """Every table whose deletion a guard refuses loses the right to it, on whatever page the guard is written."""
    kept = any(guard.name.endswith("_stays") for guard in guards.REGISTRY.values() if guard.table == table)
    assert ("DELETE" in roles.rights(table)) is not kept


@on_postgresql
def test_a_posting_of_it_is_whole_and_a_big_one_too(book, runtime):
    from lumbung.ledger import actions

    actions.post(book["coop"], [deeds.drafted() for _ in range(300)])  # more than a statement: through COPY
    assert problems(book["coop"]) == []


@on_postgresql
@pytest.mark.parametrize("made", ["SUPERUSER", "BYPASSRLS", "CREATEROLE"])
def test_a_role_above_the_guards_is_refused(db, made):
    role = f"lumbung_high_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role} {made}")
    with pytest.raises(roles.Unfit):
        roles.grant(role)


@on_postgresql
def test_the_owner_itself_is_refused(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'ledger_entry'")
        owner = cursor.fetchone()[0]
    with pytest.raises(roles.Unfit):
        roles.grant(owner)


@on_postgresql
def test_lumbung_serves_as_its_own_role_only(db, settings):
    """The owner of the tables, or a superuser, is refused in words; the demo may, its people are invented."""
    with pytest.raises(Refused, match="--runtime-role"):
        refuse_powerful_role()
    with runtime_role():
        refuse_powerful_role()
    settings.DEMO = True
    refuse_powerful_role()


def test_copies_are_made_by_a_role_of_their_own(monkeypatch, tmp_path):
    """The wall lets no role that meets it dump all rows, so another one copies, and does nothing else."""
    asked = []
    monkeypatch.setenv("LUMBUNG_COPIER", "copies:x:y")
    monkeypatch.setattr(copying_postgresql, "_may_replicate", lambda settings: False)
    monkeypatch.setattr(copying_postgresql, "_run", lambda settings, *words: asked.append(settings))
    copying_postgresql.copy_into(tmp_path, {"USER": "app", "PASSWORD": "p", "NAME": "lumbung"})
    assert asked == [{"USER": "copies", "PASSWORD": "x:y", "NAME": "lumbung"}]


def test_serving_asks_for_the_role(monkeypatch):
    for sound in ("refuse_unless_guarded", "refuse_damaged", "memory.refuse_lost_file"):
        monkeypatch.setattr(f"lumbung.site.commands.serve.{sound}", lambda: None)
    monkeypatch.setattr(readiness.roles, "stands_above", lambda: True)
    monkeypatch.setattr(serve, "serve", lambda *_: pytest.fail("served"))
    with pytest.raises(Refused, match="--runtime-role"):
        serve.run(SimpleNamespace(older_i_know=True, restore=False, host="127.0.0.1", port=1))


@pytest.mark.parametrize("name", ["nobody_here", 'x"; DROP ROLE y'])
def test_a_role_that_cannot_be_is_refused_in_words(db, name):
    with pytest.raises(Refused, match="CREATE ROLE"):
        migrate.run(SimpleNamespace(runtime_role=name, quiet=True))


def test_without_a_role_everything_stays_as_it_was(db):
    assert migrate.run(SimpleNamespace(runtime_role="", quiet=True)) == 0
    assert roles.granted() == []
