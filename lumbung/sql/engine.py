"""Which engine, and the SQL that lies beside a migration, one file an engine."""

from functools import cache
from pathlib import Path

from django.db import connection
from django.db.migrations import RunSQL

SQLITE, POSTGRESQL = "sqlite", "postgresql"


@cache
def engine() -> str:
    """`sqlite` or `postgresql`; every other module asks here."""
    return connection.vendor


def file_beside(python_file: str, of: str) -> Path:
    """`0002_append_only.py` → `0002_append_only.sqlite.sql`."""
    return Path(python_file).with_suffix(f".{of}.sql")


class EngineSQL(RunSQL):
    """RunSQL whose text depends on the engine; both texts are read at import, so a missing twin stops at once."""

    def __init__(self, texts: dict[str, str]):
        self.texts = texts
        super().__init__(sql=RunSQL.noop, reverse_sql=RunSQL.noop)

    def deconstruct(self):
        return self.__class__.__qualname__, [self.texts], {}

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        text = self.texts[schema_editor.connection.vendor]
        if schema_editor.connection.vendor == SQLITE:
            schema_editor.connection.cursor().executescript(text)
        else:
            schema_editor.execute(text, params=None)


def sql_beside(python_file: str) -> EngineSQL:
    """The operation that runs the SQL files of both engines beside a migration.

    Raises  FileNotFoundError: one of the twins is missing
    """
    return EngineSQL({of: file_beside(python_file, of).read_text() for of in (SQLITE, POSTGRESQL)})
