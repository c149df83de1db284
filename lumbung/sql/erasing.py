"""Guards of tables that are only added to, when a person is forgotten: the named columns may be emptied, nothing else,
and only in rows of somebody of whom the table of erasures has a row. And the bytes that a database leaves behind.
"""

import json
import re

from django.db import connection, transaction

from lumbung.sql import guards
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine

SAYS = {SQLITE: re.compile(r"RAISE\(ABORT, '(.+)'\)"), POSTGRESQL: re.compile(r"RAISE EXCEPTION '(.+?)' USING")}
IN_SQLITE = """CREATE TRIGGER {guard} BEFORE UPDATE ON {table}
WHEN NOT ({passes})
BEGIN SELECT RAISE(ABORT, '{says}'); END"""
IN_POSTGRESQL = """CREATE OR REPLACE FUNCTION {guard}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {passes} THEN RETURN NEW; END IF;
  RAISE EXCEPTION '{says}' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER {guard} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {guard}();"""


def let_pass(guard: str, model, blanks: dict, owner: dict[str, str], erasures: str) -> None:
    """Rewrite the guard that refuses every UPDATE of a table: emptying these columns passes from now on.

    blanks    column → what it says afterwards
    owner     SQL by engine, true when a row OLD is of the member of an erasure `e`
    erasures  the table that says who was forgotten
    Raises    KeyError: there is no such guard
    """
    old = guards.REGISTRY[guard]
    assert old.table == model._meta.db_table, f"{guard} guards {old.table}"
    kept = [field.column for field in model._meta.local_concrete_fields if field.column and field.name not in blanks]
    sql = {}
    for of, written in ((SQLITE, IN_SQLITE), (POSTGRESQL, IN_POSTGRESQL)):
        says = SAYS[of].search(old.sql[of])[1]
        passes = _passes(of, kept, blanks, owner[of], erasures)
        sql[of] = written.format(guard=guard, table=old.table, says=says, passes=passes)
    guards.REGISTRY[guard] = old._replace(sql=sql)


def _passes(of: str, kept: list[str], blanks: dict, owner: str, erasures: str) -> str:
    same = "IS" if of == SQLITE else "IS NOT DISTINCT FROM"
    unchanged = [f'NEW."{column}" {same} OLD."{column}"' for column in kept]
    emptied = [_emptied(of, same, column, blank) for column, blank in blanks.items()]
    forgotten = f"EXISTS (SELECT 1 FROM {erasures} e WHERE e.cooperative_id = OLD.cooperative_id AND {owner})"
    return "\n  AND ".join([*unchanged, *emptied, forgotten])


def _emptied(of: str, same: str, column: str, blank) -> str:
    left, right = (f'{row}."{column}"' for row in ("NEW", "OLD"))
    if isinstance(blank, dict | list) and of == POSTGRESQL:
        left, right = f"{left}::jsonb", f"{right}::jsonb"
        return f"({left} {same} {right} OR {left} = '{json.dumps(blank)}'::jsonb)"
    if isinstance(blank, dict | list):
        return f"({left} IS {right} OR {left} = '{json.dumps(blank)}')"
    return f"({left} {same} {right} OR {left} {same} {'NULL' if blank is None else repr(blank)})"


def overwrite() -> None:
    """Until this connection closes, SQLite writes zeros over what it takes away."""
    if engine() == SQLITE:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def sweep() -> bool:
    """Write the SQLite file anew, without the pages and log that still hold what was taken away; whether it was done.

    On PostgreSQL the owner of the tables does it: `VACUUM FULL`. Inside a transaction it cannot be done.
    """
    if engine() != SQLITE or transaction.get_connection().in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return not cursor.fetchone()[0]
