"""On PostgreSQL: the role that Lumbung runs as owns nothing, and may do to each table what its guards let pass.

The owner of the tables migrates; it alone could take a guard away. What the runtime role needs is read from the guards
themselves: a guard that refuses every UPDATE or DELETE of a table takes that right, the others stay with the guard.
Nobody gets TRUNCATE, and what migrations write is read only.
"""

import re

from django.db import connection

from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, engine

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
TRIGGER = re.compile(r"CREATE TRIGGER \w+ BEFORE ([A-Z ]+?) ON (\w+)(.*)", re.DOTALL)
OF_MIGRATIONS = {"django_migrations", "sql_fingerprint"}
EVERYTHING = ("SELECT", "INSERT", "UPDATE", "DELETE")


class Unfit(ValueError):
    """This role cannot run Lumbung behind the guards: it is not there, owns the tables, or stands above them."""


def rights(table: str) -> list[str]:
    """What the runtime role may do to a table."""
    if table in OF_MIGRATIONS:
        return ["SELECT"]
    refused = {right for guard in guards.of_engine(POSTGRESQL) if guard.table == table for right in _refused_by(guard)}
    return [right for right in EVERYTHING if right not in refused]


def _refused_by(guard: guards.Guard) -> set[str]:
    """The rights that a guard refuses whatever the row: one that looks at the row first refuses none."""
    text = guard.sql[POSTGRESQL]
    found = TRIGGER.search(text)
    if not found or "WHEN" in found[3] or "RETURN" in text.replace("RETURNS", ""):
        return set()
    return set(found[1].split(" OR "))


def grant(role: str) -> None:
    """Give the role what it needs, and take what it had beyond that.

    Raises  Unfit
    """
    refuse_unfit(role)
    with connection.cursor() as cursor:
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}")
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'GRANT {", ".join(rights(table))} ON "{table}" TO {role}')


def refuse_unfit(role: str) -> None:
    """Raises  Unfit"""
    if engine() != POSTGRESQL or not NAME.fullmatch(role):
        raise Unfit(role)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR pg_has_role(rolname, tableowner, 'MEMBER')"
            " FROM pg_roles, pg_tables WHERE rolname = %s AND schemaname = 'public' AND tablename = 'ledger_entry'",
            [role],
        )
        if cursor.fetchall() != [(False,)]:
            raise Unfit(role)


def stands_above() -> bool:
    """Whether the role of this very connection could walk past the guards and the walls."""
    if engine() != POSTGRESQL:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        try:
            refuse_unfit(cursor.fetchone()[0])
        except Unfit:
            return True
    return False


def granted() -> list[str]:
    """The roles that run Lumbung here already, asked by the owner: a migration gives them what is new."""
    if engine() != POSTGRESQL:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT grantee FROM information_schema.role_table_grants WHERE table_name = 'ledger_entry'"
            " AND table_schema = 'public' AND grantee <> 'PUBLIC' AND EXISTS (SELECT 1 FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename = 'ledger_entry' AND grantee <> tableowner"
            " AND pg_has_role(current_user, tableowner, 'MEMBER')) ORDER BY grantee"
        )
        return [role for (role,) in cursor.fetchall() if NAME.fullmatch(role)]
