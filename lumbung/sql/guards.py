"""Guards: triggers that refuse what may never be, and the check that they are still there.

A guard is written once for each engine in `guards.sqlite.sql` and `guards.postgresql.sql` beside its package, each
under a line `-- guard: name on table`; a table that is only added to has a line in `append_only.txt` (append_only.py).
Django remakes SQLite tables and drops their triggers without a word, so all guards are dropped before a migration and
made again after it; a start compares what is installed with what should be.
"""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from django.db import connection, connections

from lumbung.sql import append_only, wall
from lumbung.sql.engine import POSTGRESQL, SQLITE

HEAD = re.compile(r"^-- guard: (\w+) on (\w+)$", re.MULTILINE)
NEEDLESS = re.compile(r"^-- no guard: (\w+) on (\w+), (.+)$", re.MULTILINE)


class Guard(NamedTuple):
    name: str
    table: str
    sql: dict[str, str]  # by engine; an engine that cannot do the wrong thing needs none


REGISTRY: dict[str, Guard] = {}


def register(package_file: str) -> None:
    """Take the guards that lie beside a package's `apps.py`.

    Raises  ValueError: there are none, one has no twin on the other engine, or its name is another table's guard
    """
    folder = Path(package_file).parent
    added = append_only.guards_of(folder)
    texts = {of: added[of] | _read(folder / f"guards.{of}.sql") for of in (SQLITE, POSTGRESQL)}
    if not texts[SQLITE]:
        raise ValueError(f"no guards lie in {folder}")
    if texts[SQLITE].keys() != texts[POSTGRESQL].keys():
        raise ValueError(f"guards without a twin: {sorted(texts[SQLITE].keys() ^ texts[POSTGRESQL].keys())}")
    for name, table in texts[SQLITE]:
        if name in REGISTRY and REGISTRY[name].table != table:
            raise ValueError(f"{name} guards {REGISTRY[name].table} already: SQLite knows a trigger by its name alone")
        REGISTRY[name] = Guard(name, table, {of: texts[of][name, table] for of in texts if texts[of][name, table]})


def _read(file: Path) -> dict[tuple[str, str], str]:
    """(guard, table) → its SQL; empty where the file says that this engine needs none."""
    text = file.read_text() if file.exists() else ""
    needless = {(name, table): "" for name, table, _reason in NEEDLESS.findall(text)}
    pieces = HEAD.split(NEEDLESS.sub("", text))[1:]
    return needless | {(pieces[i], pieces[i + 1]): pieces[i + 2].strip() for i in range(0, len(pieces), 3)}


def of_engine(vendor: str) -> list[Guard]:
    """The guards that an engine needs."""
    return [guard for guard in REGISTRY.values() if vendor in guard.sql]


def before_migrate(using="default", **_):
    drop(using)
    wall.step_aside(using)


def after_migrate(using="default", **_):
    """Once, when all tables stand: the guards, the walls, and what everything now looks like."""
    create(using)
    wall.build(using)
    remember()


def drop(using="default") -> None:
    present = _tables(using)
    with connections[using].cursor() as cursor:
        for guard in REGISTRY.values():
            if guard.table in present:
                cursor.execute(_drop_sql(guard, connections[using].vendor))


def create(using="default") -> None:
    present = _tables(using)
    with connections[using].cursor() as cursor:
        for guard in of_engine(connections[using].vendor):
            if guard.table in present:
                cursor.execute(_drop_sql(guard, connections[using].vendor))
                cursor.execute(guard.sql[connections[using].vendor])


def _tables(using) -> set[str]:
    return set(connections[using].introspection.table_names())


def _drop_sql(guard: Guard, vendor: str) -> str:
    if vendor == SQLITE:
        return f"DROP TRIGGER IF EXISTS {guard.name}"
    return f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"


def missing() -> list[str]:
    """The guards that are not installed as they are written here, and the walls: empty when all is well."""
    return _missing_sqlite() if connection.vendor == SQLITE else _missing_postgresql() + wall.missing()


def _missing_sqlite() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        installed = dict(cursor.fetchall())
    return [g.name for g in of_engine(SQLITE) if not _same(installed.get(g.name), g.sql[SQLITE])]


def _same(installed: str | None, written: str) -> bool:
    return installed is not None and installed.strip().rstrip(";") == written.strip().rstrip(";")


def _missing_postgresql() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgname, p.prosrc, t.tgenabled FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE NOT t.tgisinternal"
        )
        installed = {name: body for name, body, enabled in cursor.fetchall() if enabled == "O"}
    return [g.name for g in of_engine(POSTGRESQL) if not _body_is(installed.get(g.name), g.sql[POSTGRESQL])]


def _body_is(body: str | None, written: str) -> bool:
    return body is not None and body.strip() in written


def guarded_tables() -> list[str]:
    return sorted({guard.table for guard in REGISTRY.values()})


def remember() -> None:
    """Store what the guarded tables look like."""
    from lumbung.sql.models import Fingerprint  # models cannot be imported before the apps stand

    if Fingerprint._meta.db_table in _tables("default"):
        Fingerprint.objects.update_or_create(id=1, defaults={"digest": fingerprint(guarded_tables())})


def changed() -> bool:
    """Whether a guarded table, check, key or trigger is no longer what the last migration left."""
    from lumbung.sql.models import Fingerprint

    stored = Fingerprint.objects.filter(id=1).values_list("digest", flat=True).first()
    return stored != fingerprint(guarded_tables())


def fingerprint(tables: list[str]) -> str:
    """SHA-256 over the definition of the tables, their checks, keys and triggers, as the database tells it."""
    lines = _sqlite_ddl(tables) if connection.vendor == SQLITE else _postgresql_ddl(tables)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sqlite_ddl(tables) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, tbl_name, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2, 3")
        return [" ".join(row) for row in cursor.fetchall() if row[1] in tables]


def _postgresql_ddl(tables) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid::regclass::text = ANY(%s) ORDER BY 1, 2",
            [tables],
        )
        constraints = [" ".join(row) for row in cursor.fetchall()]
        cursor.execute(  # a unique rule under a condition is an index and no constraint
            "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
            " AND tablename = ANY(%s) AND indexdef LIKE 'CREATE UNIQUE%%' ORDER BY 1, 2",
            [tables],
        )
        constraints += [" ".join(row) for row in cursor.fetchall()]
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t"
            " JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(%s) ORDER BY 1, 2",
            [tables],
        )
        constraints += [" ".join(row) for row in cursor.fetchall()]
        cursor.execute(
            "SELECT tablename, policyname, cmd, permissive, qual, coalesce(with_check, '') FROM pg_policies"
            " WHERE tablename = ANY(%s) ORDER BY 1, 2",
            [sorted({*tables, *wall.tables()})],
        )
        return constraints + [" ".join(row) for row in cursor.fetchall()]
