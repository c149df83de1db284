"""The database refuses by itself what the actions never ask for. Each attempt is raw SQL past all Python."""

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung.portal import actions
from lumbung.portal.tests.conftest import SRI

KEPT = {"portal_look": "role", "portal_consent": "given"}


def attempt(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def corner(siti):
    """One row of each thing."""
    made = actions.print_card(member=siti, by=SRI)
    actions.looked(member=siti, person_id=SRI, role="ketua", on=made.card.printed_at.date())
    actions.consent(member=siti, purpose="household", given=True, by=SRI)
    return made


@pytest.mark.parametrize("table", KEPT)
def test_what_was_written_is_never_changed_or_taken_away(corner, table):
    attempt(f"UPDATE {table} SET {KEPT[table]} = {KEPT[table]}")
    gone(table)


def gone(table):
    attempt(f"DELETE FROM {table}")
    if connection.vendor == "sqlite":
        attempt(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    else:
        attempt(f"TRUNCATE {table} CASCADE")


def test_a_card_stays_and_changes_only_by_being_used(corner):
    gone("portal_card")
    for change in ("code_hash = 'x'", "member_id = member_id + 1", "expires_at = printed_at", "printed_by = 1"):
        attempt(f"UPDATE portal_card SET {change}")


@pytest.mark.parametrize("ended", ["used_at = printed_at, used_by = 1", "ended_at = printed_at"])
def test_a_card_that_was_used_or_ended_never_lives_again(corner, ended):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE portal_card SET {ended}")
    attempt("UPDATE portal_card SET used_at = NULL, used_by = NULL, ended_at = NULL")


def test_a_card_is_used_by_somebody(corner):
    attempt("UPDATE portal_card SET used_at = printed_at")
    attempt("UPDATE portal_card SET used_at = printed_at, used_by = 1, ended_at = printed_at")
