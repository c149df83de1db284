"""A guard taken away, for the length of a transaction: a trigger, or one constraint out of a table's definition."""

import re

from lumbung.sql import guards
from lumbung.sql.engine import SQLITE, engine


def take_away(cursor, name: str) -> None:
    """Remove the trigger, check, key or unique rule of this name.

    Raises  LookupError: there is none
    """
    if name in guards.REGISTRY:
        cursor.execute(guards._drop_sql(guards.REGISTRY[name], engine()))
    elif engine() == SQLITE:
        _out_of_sqlite(cursor, name)
    else:
        _out_of_postgresql(cursor, name)


def _out_of_postgresql(cursor, name: str) -> None:
    cursor.execute("SELECT conrelid::regclass::text FROM pg_constraint WHERE conname = %s", [name])
    if table := cursor.fetchone():
        cursor.execute(f"ALTER TABLE {table[0]} DROP CONSTRAINT {name} CASCADE")
        return
    table, _, column = name.partition(".")
    if column:
        cursor.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL")
        return
    cursor.execute("SELECT 1 FROM pg_indexes WHERE indexname = %s", [name])
    if not cursor.fetchone():
        raise LookupError(name)
    cursor.execute(f"DROP INDEX {name}")


def _out_of_sqlite(cursor, name: str) -> None:
    cursor.execute("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = %s", [name])
    if cursor.fetchone():
        cursor.execute(f"DROP INDEX {name}")
        return
    table, without = _definition_without(cursor, name)
    cursor.execute("PRAGMA writable_schema = ON")
    cursor.execute("UPDATE sqlite_master SET sql = %s WHERE type = 'table' AND name = %s", [without, table])
    _renumber(cursor, table, name)
    cursor.execute("PRAGMA writable_schema = RESET")  # read the definitions anew


def _definition_without(cursor, name: str) -> tuple[str, str]:
    """The table that has this rule, and its definition as if it had been made without."""
    table, _, column = name.partition(".")
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for found, definition in cursor.fetchall():
        if column and found == table:
            return table, re.sub(rf'("{column}" [\w() ]+?) NOT NULL', r"\1 NULL", definition)
        if (start := definition.find(f', CONSTRAINT "{name}" ')) >= 0:
            return found, definition[:start] + definition[_end(definition, start + 2) :]
    raise LookupError(name)


def _end(text: str, start: int) -> int:
    """Where the rule that starts here ends: at a comma, or the closing bracket, of the table itself."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth < 0 or (depth == 0 and text[place] == ","):
            return place
    raise AssertionError(text)


def _renumber(cursor, table: str, name: str) -> None:
    """A unique rule takes its index along; those after it are known by one less."""
    order = {"entry_request_once": 1, "entry_document_once": 2}
    if name not in order:
        return
    cursor.execute("DELETE FROM sqlite_master WHERE name = %s", [f"sqlite_autoindex_{table}_{order[name]}"])
    for place in range(order[name] + 1, 4):
        names = [f"sqlite_autoindex_{table}_{place - 1}", f"sqlite_autoindex_{table}_{place}"]
        cursor.execute("UPDATE sqlite_master SET name = %s WHERE name = %s", names)
