"""Take a SQLite that survives: releases before 3.51.3 can corrupt a WAL database (reliability.md, fact 1)."""

import sys

OLDEST = (3, 51, 3)


class UnsafeSQLite(RuntimeError):
    """This machine's SQLite could damage the books."""


def use_safe_sqlite() -> None:
    """Put pysqlite3 in the place of the standard library's `sqlite3`; must run before Django opens a database.

    Raises  UnsafeSQLite: neither pysqlite3 nor Python's own SQLite is new enough
    """
    try:
        import pysqlite3 as module
        from pysqlite3 import dbapi2
    except ImportError:
        import sqlite3 as module
        from sqlite3 import dbapi2
    if module.sqlite_version_info < OLDEST:
        raise UnsafeSQLite(
            f"SQLite {module.sqlite_version} dapat merusak pembukuan. Pasang pysqlite3 0.6.1 atau yang lebih baru."
        )
    sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = module, dbapi2
