"""The suggestions that this package once kept itself are in the one book 7, with their answers."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from lumbung.cooperatives.tenant import acting_for
from lumbung.meetings import reports as meetings
from lumbung.meetings.models import Suggestion
from lumbung.portal.tests.conftest import NOON, SRI


def migrate(name: str) -> None:
    MigrationExecutor(connection).migrate([("portal", name)])


def insert(table: str, **cells) -> None:
    marks = ", ".join(["%s"] * len(cells))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({', '.join(map(connection.ops.quote_name, cells))}) VALUES ({marks})",
                       [connection.ops.adapt_datetimefield_value(cell) if cell is NOON else cell
                        for cell in cells.values()])  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_rows_of_the_old_table_are_carried_over(karbes, siti):
    coop, requests = karbes.id, ("1" * 32, "2" * 32, "3" * 32)
    migrate("0001_initial")
    try:
        for number, text in ((1, "Tanggal muda"), (2, "Tambah beras")):
            insert("portal_suggestion", cooperative_id=coop, number=number, member_id=siti.id, text=text, at=NOON,
                   request_id=requests[number])  # fmt: skip
        insert("portal_reply", cooperative_id=coop, id=5, number=2, text="Baik.", by=SRI, at=NOON,
               request_id=requests[0])  # fmt: skip
    finally:
        migrate("0003_remove_suggestions")
    with acting_for(coop):
        kept = list(meetings.current(Suggestion, coop, kind="member"))
        assert [(row.text, row.name, row.on, row.member_id) for row in kept] == [
            (text, "Siti Aminah", timezone.localtime(NOON).date(), siti.id) for text in ("Tanggal muda", "Tambah beras")
        ]
        told = meetings.answers_of(coop)
        assert {row.text: [answer.text for answer in told.get(row.id, [])] for row in kept} == {
            "Tanggal muda": [], "Tambah beras": ["Baik."]
        }  # fmt: skip
