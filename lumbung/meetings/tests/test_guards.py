"""The database keeps the secretary's rows by itself. Each attempt is raw SQL past all Python."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.meetings import actions
from lumbung.meetings.models import Answer, Incident, Letter, Meeting, Suggestion, Term, TermEnd, Visit
from lumbung.meetings.tests.conftest import DAY, MINUTES, SRI

TABLES = [model._meta.db_table for model in (Answer, Incident, Letter, Meeting, Suggestion, Term, TermEnd, Visit)]


@pytest.fixture
def written(karangbesuki, facts, siti):
    """A row in every table."""
    term = actions.record_term(**facts(body="board", position="Ketua", member_id=siti.id))
    actions.end_term(term=term, on=DAY, reason="pindah", by=SRI, request_id=uuid4())
    actions.record_visit(**facts(name="A", purpose="x"))
    said = actions.record_suggestion(**facts(kind="member", member_id=siti.id, text="x"))
    actions.answer_suggestion(suggestion=said, on=DAY, text="y", name="Bu Susy", by=SRI, request_id=uuid4())
    actions.record_meeting(**facts(body="board", **MINUTES))
    actions.record_incident(**facts(what="Banjir", recorder="Sri"))
    actions.record_letter(**facts(way="in", party="Lurah", subject="Data"))


def attempt(sql):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_changed_taken_away_or_replaced(written, table):
    for column in ("at", "why", "request_id", "replaces_id"):
        attempt(f"UPDATE {table} SET {column} = {column}")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE replaces_id IS NULL")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def copied(table: str, **changes: str) -> str:
    """A statement that writes the table's row once more with another id and some columns otherwise."""
    model = next(one for one in (Answer, Incident, Letter, Meeting, Suggestion, Term, TermEnd, Visit)
                 if one._meta.db_table == table)  # fmt: skip
    names = [field.column for field in model._meta.local_concrete_fields if field.column]
    given = {"id": "id + 1", "request_id": f"'{uuid4().hex}'", **changes}
    chosen = ", ".join(given.get(name, f'"{name}"') for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) SELECT {chosen} FROM {table} LIMIT 1"


@pytest.mark.parametrize("table", TABLES)
def test_one_request_writes_one_row_and_one_row_is_corrected_once(written, table):
    attempt(copied(table, request_id="request_id"))
    attempt(copied(table, replaces_id="id"))  # a correction that says no why
    fresh = {} if table != "meetings_termend" else {"replaces_id": "id", "why": "'salah'"}
    with connection.cursor() as cursor:
        cursor.execute(copied(table, **{"replaces_id": "id", "why": "'salah'", **fresh}))
    attempt(copied(table, id="id + 2", replaces_id="id", why="'lagi'"))


@pytest.mark.parametrize("table", TABLES)
def test_a_correction_points_at_a_row_of_its_own_cooperative(written, table):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(copied(table, replaces_id="99", why="'salah'"))
        connection.check_constraints()


def test_what_cannot_be_is_refused(written):
    attempt(copied("meetings_meeting", present="invited + 1"))
    attempt(copied("meetings_meeting", body="'semua'"))
    attempt(copied("meetings_term", until="'2000-01-01'"))
    attempt(copied("meetings_term", name="''"))
    attempt(copied("meetings_suggestion", kind="'gosip'"))
    attempt(copied("meetings_answer", text="''"))
    attempt(copied("meetings_letter", way="'up'"))
    attempt(copied("meetings_visit", name="''"))
    attempt(copied("meetings_termend"))  # a second end of one term
