import sys

import pytest
from django.db import IntegrityError, connection

from lumbung.sql import bulk, guards, safe
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine, sql_beside
from lumbung.sql.safe import UnsafeSQLite, use_safe_sqlite

only_sqlite = pytest.mark.skipif(engine() != SQLITE, reason="about SQLite")


@only_sqlite
def test_the_database_is_set_for_power_cuts(db):
    wanted = {"journal_mode": ("wal", "memory"), "synchronous": (2,), "foreign_keys": (1,), "recursive_triggers": (1,)}
    with connection.cursor() as cursor:
        for pragma, values in wanted.items():
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone()[0] in values, pragma
        cursor.execute("SELECT sqlite_version()")
        assert tuple(map(int, cursor.fetchone()[0].split("."))) >= safe.OLDEST


def test_an_old_sqlite_is_refused(monkeypatch):
    class Old:
        sqlite_version_info, sqlite_version = (3, 40, 1), "3.40.1"
        dbapi2 = None

    monkeypatch.setitem(sys.modules, "pysqlite3", Old)
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", Old)
    monkeypatch.setattr(safe.sys, "modules", dict(sys.modules))
    with pytest.raises(UnsafeSQLite, match=r"3\.40\.1"):
        use_safe_sqlite()


def test_a_missing_twin_stops_the_migration(tmp_path):
    (tmp_path / "0002_rule.sqlite.sql").write_text("SELECT 1")
    with pytest.raises(FileNotFoundError):
        sql_beside(str(tmp_path / "0002_rule.py"))
    (tmp_path / "0002_rule.postgresql.sql").write_text("SELECT 2")
    assert sql_beside(str(tmp_path / "0002_rule.py")).texts == {SQLITE: "SELECT 1", POSTGRESQL: "SELECT 2"}


def test_guards_without_a_twin_are_refused(tmp_path):
    (tmp_path / "guards.sqlite.sql").write_text("-- guard: one on t\nSELECT 1\n-- guard: two on t\nSELECT 1\n")
    (tmp_path / "guards.postgresql.sql").write_text("-- guard: one on t\nSELECT 1\n")
    with pytest.raises(ValueError, match="two"):
        guards.register(str(tmp_path / "apps.py"))
    assert "one" not in guards.REGISTRY


def test_a_folder_without_guards_or_with_a_line_that_is_none_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no guards"):
        guards.register(str(tmp_path / "apps.py"))
    (tmp_path / "append_only.txt").write_text("receipt in shop_receipt by id: kept\n")
    with pytest.raises(ValueError, match="only added to"):
        guards.register(str(tmp_path / "apps.py"))


def test_all_guards_are_installed_and_a_lost_one_is_named(db):
    assert guards.missing() == []
    guard = guards.of_engine(engine())[0]
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guard, engine()))
    assert guards.missing() == [guard.name]
    guards.create()
    assert guards.missing() == []


def test_a_changed_guard_is_named_too(db):
    guard = guards.REGISTRY["entry_keeps"]
    weak = {
        SQLITE: "CREATE TRIGGER entry_keeps BEFORE UPDATE ON ledger_entry BEGIN SELECT 1; END",
        POSTGRESQL: "CREATE OR REPLACE FUNCTION entry_keeps() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RETURN NULL; END $$",
    }
    with connection.cursor() as cursor:
        if engine() == SQLITE:
            cursor.execute(guards._drop_sql(guard, SQLITE))
        cursor.execute(weak[engine()])
    assert guards.missing() == ["entry_keeps"]


def test_the_fingerprint_sees_a_dropped_guard_and_a_new_column(db):
    guards.remember()
    assert not guards.changed()
    with connection.cursor() as cursor:
        cursor.execute(guards._drop_sql(guards.REGISTRY["entry_keeps"], engine()))
    assert guards.changed()
    guards.create()
    assert not guards.changed()


def test_the_fingerprint_sees_a_lost_check(db):
    guards.remember()
    with connection.cursor() as cursor:
        if engine() == SQLITE:
            cursor.execute("ALTER TABLE ledger_transfer ADD COLUMN extra integer")
        else:
            cursor.execute("ALTER TABLE ledger_transfer DROP CONSTRAINT transfer_amount_positive")
    assert guards.changed()


@pytest.mark.parametrize("count", [1, 3, bulk.FEW + 1])
def test_rows_are_added_and_added_up(db, count):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bulk_try (k bigint PRIMARY KEY, a bigint NOT NULL)")
        bulk.insert("bulk_try", ["k", "a"], [(k, 1) for k in range(count)])
        bulk.add_up("bulk_try", ["k"], ["a"], [(k, 10) for k in range(count + 2)])
        cursor.execute("SELECT sum(a), count(*) FROM bulk_try")
        assert tuple(map(int, cursor.fetchone())) == (count * 11 + 20, count + 2)
        condition, values = bulk.one_of("k", list(range(count)))
        cursor.execute(f"SELECT count(*) FROM bulk_try WHERE {condition}", values)
        assert cursor.fetchone() == (count,)


def test_a_refused_row_is_an_error_of_django(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bulk_try (k bigint PRIMARY KEY)")
    with pytest.raises(IntegrityError):
        bulk.insert("bulk_try", ["k"], [(1,), (1,)])


def test_one_name_guards_one_table(tmp_path):
    """SQLite knows a trigger by its name alone: the second would take the place of the first without a word."""
    taken = next(iter(guards.REGISTRY))
    for engine_name in ("sqlite", "postgresql"):
        (tmp_path / f"guards.{engine_name}.sql").write_text(f"-- guard: {taken} on quite_another_table\nSELECT 1\n")
    with pytest.raises(ValueError, match="already"):
        guards.register(str(tmp_path / "apps.py"))
