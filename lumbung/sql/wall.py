"""On PostgreSQL a second wall around each cooperative: the database itself shows no row of another one.

Every table of a `TenantModel` has row security, forced, so that its owner meets it too. Which cooperative is acted for
stands in a setting of the transaction (`SET LOCAL`), never of the session: a pooler hands a session to whoever comes
next. No setting, no rows. To read one table in all cooperatives, its name stands in a setting of its own, and only a
table whose model says `seen_across` listens to it. SQLite has none of this; decision 0035.

Outside of a deed, reading needs a transaction too, to hold the setting. It is ours: a deed that begins inside ends it,
so that what a deed has answered is committed.
"""

import threading
from contextlib import contextmanager

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from lumbung.sql.engine import POSTGRESQL, engine
from lumbung.sql.keys import ROOT

COOPERATIVE, ACROSS = "app.cooperative", "app.across"
INSIDE = f"{ROOT} = nullif(current_setting('{COOPERATIVE}', true), '')::bigint"
NAMES = {"inside_the_wall", "seen_across"}


class Here(threading.local):
    """What this thread has chosen, and the transaction in which it only reads; None inside a deed."""

    cooperative, across, reading = "", "", None


_here = Here()


# --- choosing -----------------------------------------------------------------------------------------------------


@contextmanager
def behind(cooperative_id: int | None):
    """Inside, PostgreSQL shows and takes the rows of this one cooperative."""
    if engine() != POSTGRESQL:
        yield
        return
    with _chosen(str(cooperative_id or ""), _here.across):
        yield


@contextmanager
def across(table: str):
    """Inside, PostgreSQL shows the rows of this table in every cooperative, to read."""
    if engine() != POSTGRESQL:
        yield
        return
    with _chosen(_here.cooperative, table):
        yield


@contextmanager
def _chosen(cooperative: str, table: str):
    before = _here.cooperative, _here.across
    _here.cooperative, _here.across = cooperative, table
    database = connections[DEFAULT_DB_ALIAS]
    try:
        if database.in_atomic_block:
            tell(database)
            yield
        else:
            with _reading(database):
                yield
    finally:
        _here.cooperative, _here.across = before
        if database.in_atomic_block and not _broken(database):
            tell(database)


@contextmanager
def _reading(database):
    _begin(database)
    try:
        yield
    finally:
        _end(database)


def _begin(database) -> None:
    _here.reading = transaction.atomic()
    _here.reading.__enter__()
    tell(database)


def _end(database) -> None:
    reading, _here.reading = _here.reading, None
    if reading:
        reading.__exit__(None, None, None)


@contextmanager
def set_aside(database):
    """For a deed: what was read until now is over, and reading begins anew when the deed is committed or undone."""
    if not _here.reading or database.savepoint_ids:
        yield
        return
    _end(database)
    try:
        yield
    finally:
        _begin(database)


def tell(database) -> None:
    """Let the transaction that runs know what has been chosen."""
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true), set_config(%s, %s, true)",
            [COOPERATIVE, _here.cooperative, ACROSS, _here.across],
        )


def _broken(database) -> bool:
    """A statement failed, and nothing can be said before the way back, which takes back the settings as well."""
    from psycopg.pq import TransactionStatus  # only where PostgreSQL is used

    if database.needs_rollback or database.connection is None or database.connection.closed:
        return True
    return database.connection.info.transaction_status == TransactionStatus.INERROR


# --- building -----------------------------------------------------------------------------------------------------


def tables() -> dict[str, bool]:
    """Every table with a wall, that is of every `TenantModel` → whether it may be read across."""
    return {model._meta.db_table: model.seen_across for model in apps.get_models() if hasattr(model, "seen_across")}


def step_aside(using=DEFAULT_DB_ALIAS) -> None:
    """For a migration: its owner reaches every row of its tables. Whoever else is connected stays behind the wall."""
    if connections[using].vendor == POSTGRESQL:
        with connections[using].cursor() as cursor:
            for table in _present(cursor):
                cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")


def build(using=DEFAULT_DB_ALIAS) -> None:
    """Make the wall of each table, and nothing beside it; again where it stands already."""
    if connections[using].vendor == POSTGRESQL:
        with connections[using].cursor() as cursor:
            present = _present(cursor)
            cursor.execute("SELECT policyname, tablename FROM pg_policies WHERE tablename = ANY(%s)", [list(present)])
            for policy, table in cursor.fetchall():
                cursor.execute(f'DROP POLICY "{policy}" ON {table}')
            for table, seen in present.items():
                cursor.execute("; ".join(_wall_of(table, seen)))


def _present(cursor) -> dict[str, bool]:
    """The walled tables that have been made already."""
    made = set(connection.introspection.table_names(cursor))
    return {table: seen for table, seen in sorted(tables().items()) if table in made}


def _wall_of(table: str, seen_across: bool) -> list[str]:
    wall = [
        f"CREATE POLICY inside_the_wall ON {table} USING ({INSIDE}) WITH CHECK ({INSIDE})",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
    ]
    named = f"current_setting('{ACROSS}', true) = '{table}'"
    return [*wall, f"CREATE POLICY seen_across ON {table} FOR SELECT USING ({named})"] if seen_across else wall


def missing() -> list[str]:
    """The tables whose wall is not as it was built, one line each; empty when all is well."""
    if engine() != POSTGRESQL:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,"
            " array_remove(array_agg(p.polname::text), NULL)"
            " FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid"
            " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace GROUP BY c.oid"
        )
        found = {table: (forced, set(policies)) for table, forced, policies in cursor.fetchall()}
    wanted = {table: (True, _policies(seen)) for table, seen in tables().items() if table in found}
    return [table for table, wall in wanted.items() if found[table] != wall]


def _policies(seen_across: bool) -> set[str]:
    return NAMES if seen_across else {"inside_the_wall"}
