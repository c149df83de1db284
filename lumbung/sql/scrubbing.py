"""What was written once and is no longer: a database keeps it in free pages until it writes its file anew."""

from django.db import connection

from lumbung.sql.engine import SQLITE, engine


def write_anew(table: str) -> None:
    """Write the file (SQLite) or the table (PostgreSQL) anew, without what has been dropped from it.

    Outside of any transaction; the caller has the tables to itself.
    """
    with connection.cursor() as cursor:
        if engine() == SQLITE:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
