"""The database refuses by itself what the actions never ask for. Each attempt is raw SQL past all Python."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.assets import actions
from lumbung.assets.tests.conftest import LAPTOP, SRI, TODAY
from lumbung.web.photos import Slip

TABLES = {
    "assets_item": "name", "assets_sighting": "location", "assets_depreciation": "period", "assets_departure": "reason",
    "assets_handover": "giver", "assets_handeditem": "condition", "assets_photo": "file",
}  # fmt: skip


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        connection.check_constraints()


@pytest.fixture
def lived(coop, write, wear, leave, settings, tmp_path):
    """One row in each table."""
    settings.MEDIA_ROOT = tmp_path
    item = write()
    wear("2026-10")
    actions.hand_over(
        cooperative_id=coop, items=[item.id], on=TODAY, by=SRI, request_id=uuid4(), giver="A", taker="B", purpose="C"
    )
    actions.add_photo(cooperative_id=coop, item_id=item.id, slip=Slip(b"x", 1, 1), by=SRI)
    leave(write(LAPTOP._replace(life=1)))
    return item


@pytest.mark.parametrize(("table", "column"), TABLES.items())
def test_what_was_written_is_never_changed_or_taken_away(lived, table, column):
    attempt(f"UPDATE {table} SET {column} = {column}")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def depreciate(item, amount, number=1, item_id=None):
    attempt(
        "INSERT INTO assets_depreciation (cooperative_id, number, item_id, period, amount) VALUES (%s, %s, %s, %s, %s)",
        item.cooperative_id, number, item_id or item.id, "2027-01", amount,
    )  # fmt: skip


def test_a_thing_never_wears_off_more_than_it_cost(coop, write):
    item = write()
    depreciate(item, item.cost + 1)
    depreciate(item, 0)


def test_rows_point_at_entries_and_things_that_are_there(coop, write):
    item = write()
    depreciate(item, 1, number=99)
    depreciate(item, 1, item_id=5)


def test_a_thing_is_of_a_known_kind_and_wears_off_only_when_it_is_ours(coop, write):
    item = write()
    columns = (
        'cooperative_id, id, code, name, kind, source, party, serial_no, quantity, cost, residual, "before",'
        " life_months, starts, acquired_on, note, number, request_id"
    )
    good = {"kind": "office", "source": "bought", "quantity": 1, "cost": 5, "residual": 0, "before": 0, "life": 4}
    for wrong in (
        {"kind": "boat"}, {"source": "found"}, {"quantity": 0}, {"cost": 0}, {"residual": 6}, {"before": -1},
        {"residual": 3, "before": 3}, {"life": 0}, {"source": "lent"},
    ):  # fmt: skip
        row = {**good, **wrong}
        attempt(
            f"INSERT INTO assets_item ({columns}) VALUES"
            " (%s, 5, 'X', 'X', %s, %s, '', '', %s, %s, %s, %s, %s, '2026-09', '2026-08-21', '', %s, %s)",
            coop, row["kind"], row["source"], row["quantity"], row["cost"], row["residual"], row["before"], row["life"],
            item.number, uuid4().hex,
        )  # fmt: skip
