"""The database keeps farewells and merges as they were made. Each attempt is raw SQL past all Python."""

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.members.models import Member
from lumbung.membership.tests.conftest import has, leave, merge, pay_back

KEPT = {
    "membership_settlement": "refund", "membership_refund": "receiver", "membership_merge": "reason",
    "dues_settled": "number",
}  # fmt: skip


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def parted(enrol, till):
    """One row of each thing."""
    siti = enrol("Siti")
    leave(siti)
    pay_back(Member.objects.get(id=siti.id), 100_000, till)
    merge(enrol("Wagi"), enrol("Wagi"))
    assert has(siti) == {}


@pytest.mark.parametrize("table", KEPT)
def test_what_was_done_is_never_changed_or_taken_away(parted, table):
    attempt(f"UPDATE {table} SET {KEPT[table]} = {KEPT[table]}")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")
