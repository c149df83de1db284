"""Many rows in one statement, the fastest honest way of each engine.

The ledger posts a receipt and a hundred thousand dues through the same three calls. SQLite takes prepared rows at once
(`executemany`); PostgreSQL takes few rows as one VALUES list and many through COPY.
"""

import json
from collections.abc import Sequence

from django.db import connection

from lumbung.sql.engine import SQLITE

FEW = 200  # rows: above it COPY is worth its round trip


def insert(table: str, columns: Sequence[str], rows: list[tuple]) -> None:
    """Add rows, given in the order of the columns.

    Raises  django.db.IntegrityError: a constraint or a guard refuses one; then none is kept
    """
    if not rows:
        return
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == SQLITE:
            marks = ", ".join("?" * len(columns))
            _raw_many(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        elif len(rows) <= FEW:
            cursor.execute(f"INSERT INTO {table} ({names}) VALUES {_values(rows)}", _flat(rows))
        else:
            _copy(cursor, table, names, rows)


def add_up(table: str, keys: Sequence[str], sums: Sequence[str], rows: list[tuple]) -> None:
    """Add amounts to the rows with these keys, making those that are not there yet.

    rows  key values, then amounts; each key at most once
    """
    if not rows:
        return
    names, key = ", ".join([*keys, *sums]), ", ".join(keys)
    grow = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    conflict = f"ON CONFLICT ({key}) DO UPDATE SET {grow}"
    rows = sorted(rows)  # always in one order: two postings never wait for each other crosswise
    with connection.cursor() as cursor:
        if connection.vendor == SQLITE:
            marks = ", ".join("?" * (len(keys) + len(sums)))
            _raw_many(f"INSERT INTO {table} ({names}) VALUES ({marks}) {conflict}", rows)
        elif len(rows) <= FEW:
            cursor.execute(f"INSERT INTO {table} ({names}) VALUES {_values(rows)} {conflict}", _flat(rows))
        else:
            cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS bulk_{table} (LIKE {table}) ON COMMIT DELETE ROWS")
            cursor.execute(f"TRUNCATE bulk_{table}")
            _copy(cursor, f"bulk_{table}", names, rows)
            cursor.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM bulk_{table} ORDER BY {key} {conflict}")


def one_of(column: str, values: Sequence) -> tuple[str, list]:
    """A condition and its parameters: the column has one of these values, however many they are."""
    if connection.vendor == SQLITE:
        return f"{column} IN (SELECT value FROM json_each(%s))", [json.dumps(list(values))]
    return f"{column} = ANY(%s)", [list(values)]


def _raw_many(sql: str, rows: list[tuple]) -> None:
    with connection.wrap_database_errors:
        connection.connection.executemany(sql, rows)


def _values(rows: list[tuple]) -> str:
    row = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
    return ", ".join([row] * len(rows))


def _flat(rows: list[tuple]) -> list:
    return [value for row in rows for value in row]


def _copy(cursor, table: str, names: str, rows: list[tuple]) -> None:
    with connection.wrap_database_errors, cursor.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def for_update() -> str:
    """The end of a SELECT that takes its row; SQLite's immediate transaction has taken everything already."""
    return "" if connection.vendor == SQLITE else " FOR UPDATE"
