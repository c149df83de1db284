"""What came in stays as it came: each attempt is raw SQL past all Python."""

import pytest
from django.db import DatabaseError, connection, transaction

TABLES = {"intake_batch": "kind", "intake_batchrow": "deed", "intake_batchentry": "position"}


def attempt(sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def full(take_sample):
    take_sample("a", "members"), take_sample("a", "dues")


@pytest.mark.parametrize("table", TABLES)
def test_nothing_that_came_in_is_taken_away(table, full):
    attempt(f"DELETE FROM {table}")
    attempt(
        f"TRUNCATE {table} CASCADE"
        if connection.vendor == "postgresql"
        else f"REPLACE INTO {table} SELECT * FROM {table}"
    )


@pytest.mark.parametrize("table", ["intake_batchrow", "intake_batchentry"])
def test_a_row_and_its_entries_keep_what_they_are(table, full):
    attempt(f"UPDATE {table} SET {TABLES[table]} = {TABLES[table]}")


def test_one_attempt_at_a_file_is_booked_once_whatever_the_program_thinks(full):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_batch WHERE kind = 'members'")
        columns = [column[0] for column in cursor.description]
        values = ", ".join("id + 1" if name == "id" else name for name in columns)
        cursor.execute(f"INSERT INTO intake_batch ({', '.join(columns)}) SELECT {values} FROM intake_batch")
