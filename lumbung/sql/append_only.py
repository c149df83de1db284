"""The guards of a table whose rows are only ever added: not changed, not taken away, not replaced.

`append_only.txt` beside a package's `apps.py` has a line for each such table, the same for every engine:

    printing on receipts_printing by number kind copy, request_id: a copy that was printed stays printed

The name of its guards, the table, its unique keys (beside `cooperative_id`), and what the database says to whoever
tries. SQLite's REPLACE takes a row away without a word when one of the keys is there; PostgreSQL has TRUNCATE.
"""

import re
from pathlib import Path

from lumbung.sql.engine import POSTGRESQL, SQLITE

LINE = re.compile(r"(\w+) on (\w+) by ([\w, ]+): (.+)")
IN_SQLITE = "CREATE TRIGGER {guard} BEFORE {deed}\nBEGIN SELECT RAISE(ABORT, '{says}'); END"
IN_POSTGRESQL = """CREATE OR REPLACE FUNCTION {guard}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{says}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {guard} BEFORE {deed} EXECUTE FUNCTION {guard}();"""


def guards_of(folder: Path) -> dict[str, dict[tuple[str, str], str]]:
    """By engine: (guard, table) → its SQL, for every line of the folder's `append_only.txt`.

    Raises  ValueError: a line that says something else
    """
    file, texts = folder / "append_only.txt", {SQLITE: {}, POSTGRESQL: {}}
    for line in file.read_text().splitlines() if file.exists() else []:
        if not (told := LINE.fullmatch(line)):
            raise ValueError(f"{file}: {line!r} names no table that is only added to")
        name, table, keys, says = told.groups()
        for of, written in ((SQLITE, IN_SQLITE), (POSTGRESQL, IN_POSTGRESQL)):
            for guard, deed in _deeds(of, name, table, keys).items():
                texts[of][guard, table] = written.format(guard=guard, deed=deed, says=says.replace("'", "''"))
    return texts


def _deeds(of: str, name: str, table: str, keys: str) -> dict[str, str]:
    """What each guard stands before."""
    keeps, stays, is_not_replaced = f"{name}_keeps", f"{name}_stays", f"{name}_is_not_replaced"
    if of == POSTGRESQL:
        return {
            keeps: f"UPDATE ON {table} FOR EACH ROW",
            stays: f"DELETE ON {table} FOR EACH ROW",
            is_not_replaced: f"TRUNCATE ON {table} FOR EACH STATEMENT",
        }
    known = " OR ".join(" AND ".join(f'"{one}" = NEW."{one}"' for one in key.split()) for key in keys.split(","))
    there = f"SELECT 1 FROM {table} WHERE cooperative_id = NEW.cooperative_id AND ({known})"
    return {
        keeps: f"UPDATE ON {table}",
        stays: f"DELETE ON {table}",
        is_not_replaced: f"INSERT ON {table}\nWHEN EXISTS ({there})",
    }
