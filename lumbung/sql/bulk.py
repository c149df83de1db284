"""Rows straight to the driver, the fastest honest way of each engine.

A posting is a handful of statements, and the ORM's cursor costs more than they do. SQLite takes many rows by one
prepared statement after the other; PostgreSQL takes few rows, of all tables together, as one and many through COPY.
Everything here runs in the caller's transaction, on the connection that the ORM uses too.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

from lumbung.sql.engine import SQLITE, engine
from lumbung.sql.gate import at_hand

FEW = 200  # rows: above it COPY is worth its round trip
AT_ONCE = 64  # rows of one SQLite statement: what it costs to begin and end one is shared by them


class Rows(NamedTuple):
    """Rows for a table. With `sums`, a row that is there grows by these columns instead; `keys` say which one it is."""

    table: str
    columns: tuple[str, ...]
    rows: list[tuple]
    keys: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()


def insert(table: str, columns: Sequence[str], rows: list[tuple]) -> None:
    """Add rows, given in the order of the columns.

    Raises  django.db.IntegrityError: a constraint or a guard refuses one; then none is kept
    """
    write(Rows(table, tuple(columns), rows))


def add_up(table: str, keys: Sequence[str], sums: Sequence[str], rows: list[tuple]) -> None:
    """Add amounts to the rows with these keys, making those that are not there yet.

    rows  key values, then amounts; each key at most once
    """
    write(growing(table, keys, sums, rows))


def growing(table: str, keys: Sequence[str], sums: Sequence[str], rows: list[tuple]) -> Rows:
    """The rows of `add_up`, to be written together with others."""
    # Sorted: two postings never wait for each other crosswise.
    return Rows(table, (*keys, *sums), sorted(rows), tuple(keys), tuple(sums))


def write(*parts: Rows) -> None:
    """Write the rows of several tables, in this order.

    Raises  django.db.IntegrityError: a constraint or a guard refuses one; then none is kept
    """
    parts = [part for part in parts if part.rows]
    database = _database()
    try:
        if engine() == SQLITE:
            for part in parts:
                _in_pieces(database, part)
        elif sum(len(part.rows) for part in parts) > FEW:
            for part in parts:
                _copy(database, part)
        elif parts:
            _together(database, parts)
    except Exception:
        _raise_as_django(database)


def ask(sql: str, values: Sequence = ()) -> list[tuple]:
    """Run one statement, `%s` for each value, and give the rows that it answers."""
    database = _database()
    try:
        if engine() == SQLITE:
            return database.connection.execute(_question_marks(sql), values).fetchall()
        return _prepared_cursor(database).execute(sql, values).fetchall()
    except Exception:
        _raise_as_django(database)


def do(sql: str, values: Sequence = ()) -> None:
    """Run one statement that answers nothing."""
    database = _database()
    try:
        if engine() == SQLITE:
            database.connection.execute(_question_marks(sql), values)
        else:
            _prepared_cursor(database).execute(sql, values)
    except Exception:
        _raise_as_django(database)


def one_of(column: str, values: Sequence) -> tuple[str, list]:
    """A condition and its parameters: the column has one of these values, however many they are."""
    if engine() == SQLITE:
        return f"{column} IN (SELECT value FROM json_each(%s))", [json.dumps(list(values))]
    return f"{column} = ANY(%s)", [list(values)]


def for_update() -> str:
    """The end of a SELECT that takes its row; SQLite's immediate transaction has taken everything already."""
    return "" if engine() == SQLITE else " FOR UPDATE"


def _database():
    """The ORM's connection itself: looking it up costs more than a statement, and a deed has it at hand."""
    database = at_hand() or connections[DEFAULT_DB_ALIAS]
    if database.connection is None:
        database.ensure_connection()
    return database


def _raise_as_django(database):
    """The error that is being handled, as the ORM would raise it."""
    with database.wrap_database_errors:
        raise


def _prepared_cursor(database):
    """A cursor whose statements the server keeps planned; the ORM's sends each as a new text."""
    from psycopg import Cursor  # only where PostgreSQL is used

    return Cursor(database.connection)


@lru_cache(maxsize=256)
def _question_marks(sql: str) -> str:
    return sql.replace("%s", "?")


def _insert_sql(part: Rows, mark: str, count: int = 1) -> str:
    return _insert_text(part.table, part.columns, part.keys, part.sums, mark, count)


@lru_cache(maxsize=256)
def _insert_text(table: str, columns: tuple, keys: tuple, sums: tuple, mark: str, count: int) -> str:
    row = f"({', '.join([mark] * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * count)}{_conflict(table, keys, sums)}"


def _conflict(table: str, keys: tuple, sums: tuple) -> str:
    if not sums:
        return ""
    grow = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {grow}"


def _in_pieces(database, part: Rows) -> None:
    rows, execute = part.rows, database.connection.execute
    whole = len(rows) - len(rows) % AT_ONCE
    for start in range(0, whole, AT_ONCE):
        execute(_insert_sql(part, "?", AT_ONCE), list(chain.from_iterable(rows[start : start + AT_ONCE])))
    if len(rows) > whole:
        database.connection.executemany(_insert_sql(part, "?"), rows[whole:])


def _together(database, parts: list[Rows]) -> None:
    """One statement for all tables: one round trip, and the guards look once, when everything is there."""
    texts = [_insert_sql(part, "%s", len(part.rows)) for part in parts]
    first = ", ".join(f"w{place} AS ({text})" for place, text in enumerate(texts[:-1]))
    values = [value for part in parts for row in part.rows for value in row]
    _prepared_cursor(database).execute(f"WITH {first} {texts[-1]}" if first else texts[-1], values)


def _copy(database, part: Rows) -> None:
    """Through a table beside: COPY goes past no row security, so PostgreSQL refuses it on a table that has some."""
    names, cursor, beside = ", ".join(part.columns), _prepared_cursor(database), f"bulk_{part.table}"
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {beside} (LIKE {part.table}) ON COMMIT DROP")
    cursor.execute(f"TRUNCATE {beside}")
    _copy_rows(cursor, beside, names, part.rows)
    conflict = _conflict(part.table, part.keys, part.sums)
    cursor.execute(f"INSERT INTO {part.table} ({names}) SELECT {names} FROM {beside}{conflict}")


def _copy_rows(cursor, table: str, names: str, rows: list[tuple]) -> None:
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
