"""The database keeps what supervisors wrote. Each attempt is raw SQL past all Python."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import ids
from lumbung.supervision import actions
from lumbung.supervision.tests.conftest import BUDI, WEEK

KEPT = {
    "supervision_draw": "root", "supervision_drawn": "week", "supervision_finding": "verdict",
    "supervision_remark": "text", "supervision_report": "digest",
    "supervision_weekread": "week",
}  # fmt: skip
NOW = "2026-03-20 05:00:00+00:00"


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        connection.check_constraints()


@pytest.fixture
def watched(karbes, record):
    """One row of each thing, two of findings: a doubt and one that agrees."""
    doubted, fine = record(), record()
    actions.draw(cooperative_id=karbes.id, week=WEEK, by=BUDI)
    facts = {"cooperative_id": karbes.id, "by": BUDI, "week": WEEK}
    doubt = actions.judge(number=doubted, verdict="ask", note="Nota?", request_id=uuid4(), **facts)
    agreed = actions.judge(number=fine, verdict="ok", note="", request_id=uuid4(), **facts)
    actions.remark(finding=doubt, kind="answer", text="Di map.", by=7, request_id=uuid4())
    days = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 3, 20)}
    actions.sign(cooperative_id=karbes.id, words="Baik", by=BUDI, request_id=uuid4(), **days)
    actions.read_week(cooperative_id=karbes.id, week="2026-W11", by=BUDI)
    return karbes.id, doubt, agreed


@pytest.mark.parametrize("table", KEPT)
def test_what_was_written_is_never_changed_or_taken_away(watched, table):
    attempt(f"UPDATE {table} SET {KEPT[table]} = {KEPT[table]}")
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def remark(coop, finding, kind="answer"):
    return (
        "INSERT INTO supervision_remark (cooperative_id, id, finding_id, kind, text, by, at, request_id)"
        " VALUES (%s, %s, %s, %s, 'Ya', 7, %s, %s)".replace(" by,", ' "by",'),
        coop, ids.new(), finding.id, kind, NOW, uuid4().hex,
    )  # fmt: skip


def test_the_form_of_the_attack_is_sound(watched):
    """The same statement on an open doubt is taken: what follows is refused for what it does."""
    sql, *values = remark(watched[0], watched[1])
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_a_closed_follow_up_stays_closed(watched):
    coop, doubt, _agreed = watched
    actions.remark(finding=doubt, kind="close", text="Beres", by=BUDI, request_id=uuid4())
    for kind in ("answer", "ask", "close"):
        attempt(*remark(coop, doubt, kind))


def test_what_agrees_is_not_followed_up_and_no_kind_is_invented(watched):
    coop, doubt, agreed = watched
    attempt(*remark(coop, agreed))
    attempt(*remark(coop, doubt, "undo"))


def finding(coop, number, week=WEEK, verdict="ok", note=""):
    return (
        "INSERT INTO supervision_finding (cooperative_id, id, week, number, verdict, note, \"by\", at, request_id)"
        " VALUES (%s, %s, %s, %s, %s, %s, 8, %s, %s)",
        coop, ids.new(), week, number, verdict, note, NOW, uuid4().hex,
    )  # fmt: skip


def test_an_entry_is_judged_once_a_week_from_the_sample_and_with_words(watched, record):
    coop, doubt, _agreed = watched
    attempt(*finding(coop, doubt.number))
    attempt(*finding(coop, record(days_ago=1)))
    attempt(*finding(coop, 999, week=None, verdict="ask", note="?"))
    attempt(*finding(coop, doubt.number, week=None, verdict="ask"))
    attempt(*finding(coop, doubt.number, week=None, verdict="maybe", note="?"))
