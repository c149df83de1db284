"""The raw floor: the rows of the same dues by plain INSERTs into bare tables, as durable as ours.

Bare: primary keys and nothing else, no index to read by, no trigger, CHECK or foreign key; the rows are made before
the clock starts. A due is an entry, a transfer and a balance of its member; what our posting only updates is left out.

    floor.py one|bulk|copy COUNT        with $LUMBUNG_HOME, and $DATABASE_URL for PostgreSQL
"""

import os
import secrets
from pathlib import Path

import machine

TABLES = {
    "floor_entry": "cooperative_id bigint, number bigint, booked_on date, kind text, document text, reverses bigint,"
    " request_id {uuid}, request_digest {bytes}, made_by bigint, approved_by bigint, posted_at {moment}, memo text,"
    " salt {bytes}, leaf_hash {bytes}, PRIMARY KEY (cooperative_id, number)",
    "floor_transfer": "cooperative_id bigint, number bigint, position smallint, debit_code text, credit_code text,"
    " amount bigint, debit_holder bigint, credit_holder bigint, unit bigint, counterparty text,"
    " PRIMARY KEY (cooperative_id, number, position)",
    "floor_balance": "cooperative_id bigint, holder bigint, account_code text, unit bigint, month text, debit bigint,"
    " credit bigint, PRIMARY KEY (cooperative_id, holder, account_code, unit, month)",
}
TYPES = {
    "sqlite": {"uuid": "text", "bytes": "blob", "moment": "text"},
    "postgresql": {"uuid": "uuid", "bytes": "bytea", "moment": "timestamptz"},
}
PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -20000"
COOPERATIVE = secrets.randbits(62)  # every run beside the earlier ones


def dues(count: int) -> list[list[tuple]]:
    """The rows of `count` dues, table by table."""
    entries, transfers, balances = [], [], []
    for number in range(1, count + 1):
        entries.append(
            (COOPERATIVE, number, "2025-12-03", "dues.paid", f"BKM-2025-{number:06}", None, secrets.token_hex(16),
             secrets.token_bytes(32), 7, None, "2025-12-03 01:02:03+00", "Simpanan wajib", secrets.token_bytes(32),
             secrets.token_bytes(32))
        )  # fmt: skip
        transfers.append((COOPERATIVE, number, 1, "111100", "320000", 2_000_000, 0, number, 0, ""))
        balances.append((COOPERATIVE, number, "320000", 0, "2025-12", 0, 2_000_000))
    return [entries, transfers, balances]


class SQLite:
    mark = "?"

    def __init__(self):
        from pysqlite3 import dbapi2

        self.connection = dbapi2.connect(machine.here() / "floor.sqlite3", isolation_level=None)
        self.connection.executescript(PRAGMAS)
        make_tables(self.connection.execute, "sqlite")

    def execute(self, statement, values=()):
        self.connection.execute(statement, values)

    def begin(self):
        self.connection.execute("BEGIN IMMEDIATE")

    def commit(self):
        self.connection.execute("COMMIT")

    def many(self, table, rows):
        self.connection.executemany(insert(table, len(rows[0]), self.mark), rows)


class PostgreSQL:
    mark = "%s"

    def __init__(self):
        import psycopg

        self.connection = psycopg.connect(os.environ["DATABASE_URL"])
        make_tables(self.connection.execute, "postgresql")
        self.connection.commit()

    def execute(self, statement, values=()):
        self.connection.execute(statement, values, prepare=True)

    def begin(self):
        """psycopg begins by itself."""

    def commit(self):
        self.connection.commit()

    def many(self, table, rows):
        with self.connection.cursor() as cursor:
            cursor.executemany(insert(table, len(rows[0]), self.mark), rows)

    def copy(self, table, rows):
        with self.connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def make_tables(execute, engine: str) -> None:
    for table, columns in TABLES.items():
        execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns.format(**TYPES[engine])})")


def insert(table: str, columns: int, mark: str) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join([mark] * columns)})"


def one_by_one(database, tables):
    statements = [insert(table, len(rows[0]), database.mark) for table, rows in zip(TABLES, tables, strict=True)]

    def post(rows):
        database.begin()
        for statement, row in zip(statements, rows, strict=True):
            database.execute(statement, row)
        database.commit()

    return machine.each_timed([lambda rows=rows: post(rows) for rows in zip(*tables, strict=True)])


def at_once(database, tables, add):
    def post():
        database.begin()
        for table, rows in zip(TABLES, tables, strict=True):
            add(table, rows)
        database.commit()

    return machine.once_timed(post)


def main():
    what, count = machine.asked()
    database = PostgreSQL() if os.environ.get("DATABASE_URL", "").startswith("postgres") else SQLite()
    tables = dues(count)
    work = {
        "one": lambda: one_by_one(database, tables),
        "bulk": lambda: at_once(database, tables, database.many),
        "copy": lambda: at_once(database, tables, database.copy),
    }[what]
    machine.answer(machine.bracketed(work, count, Path(machine.here())))


if __name__ == "__main__":
    main()
