"""Lumbung's own role on PostgreSQL, for tests: what they see is what an installation sees, behind the second wall."""

import os
from contextlib import contextmanager

from django.db import connection

from lumbung.sql import roles
from lumbung.sql.engine import POSTGRESQL, engine


@contextmanager
def runtime_role():
    """From here on as `lumbung migrate --runtime-role` makes it, inside a test's transaction. SQLite knows no roles."""
    if engine() != POSTGRESQL:
        yield ""
        return
    name = f"lumbung_runtime_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {name}")
        roles.grant(name)
        cursor.execute(f"SET LOCAL ROLE {name}")
        yield name
        cursor.execute("RESET ROLE")
