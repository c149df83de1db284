"""PostgreSQL's own wall, under the role that Lumbung runs as: what the first wall forgets is not shown all the same."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from lumbung import clock, ids
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import TenantModel, across, acting_for
from lumbung.members.actions import register
from lumbung.members.models import Member
from lumbung.security.models import Appointment
from lumbung.sql import guards, roles, wall
from lumbung.sql.engine import POSTGRESQL, engine
from tests.runtime import runtime_role
from tests.test_pages import TODAY
from tests.village import build_village

pytestmark = pytest.mark.skipif(engine() != POSTGRESQL, reason="SQLite has one wall: the scoped managers")
TENANT = sorted(
    model._meta.db_table
    for model in apps.get_models()
    if issubclass(model, TenantModel) and ".tests." not in model.__module__
)
NOT_YET_CHOSEN = {"security_event"}  # a line of the trail may be about signing in, before a cooperative is chosen


@pytest.fixture
def two(db):
    """Two cooperatives with a member each, under the role that may little."""
    with runtime_role():
        yield two_cooperatives()


def two_cooperatives() -> list[int]:
    """Two, with a member each."""
    made = []
    for slug in ("satu", "dua"):
        facts = {"slug": slug, "name": slug, "kind": "kmp", "village_code": "35.73.04.1009"}
        made.append(create_cooperative(**facts, books_from=date(2025, 1, 1)).id)
        with acting_for(made[-1]):
            register(cooperative_id=made[-1], full_name=f"Anggota {slug}", joined_on=date(2025, 1, 1), by=1)
    return made


def ask(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


# --- the catalogue ------------------------------------------------------------------------------------------------


def test_every_table_of_a_cooperative_has_its_wall(db):
    assert len(TENANT) > 50 and sorted(set(wall.tables()) & set(TENANT)) == TENANT
    columns = {
        table
        for (table,) in ask(
            "SELECT table_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name = 'cooperative_id'"
        )
    }
    assert columns - set(wall.tables()) - NOT_YET_CHOSEN == set()
    assert wall.missing() == []


@pytest.mark.parametrize(
    "change",
    [
        "DISABLE ROW LEVEL SECURITY",
        "NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY inside_the_wall",
        "ADD POLICY",
        "ANOTHER EXPRESSION",
    ],
)
def test_a_wall_that_was_taken_down_or_opened_is_noticed(db, change):
    guards.remember()
    with connection.cursor() as cursor:
        if change == "DROP POLICY inside_the_wall":
            cursor.execute("DROP POLICY inside_the_wall ON members_member")
        elif change == "ADD POLICY":
            cursor.execute("CREATE POLICY open ON members_member USING (true)")
        elif change == "ANOTHER EXPRESSION":
            cursor.execute("ALTER POLICY inside_the_wall ON members_member USING (true)")
        else:
            cursor.execute(f"ALTER TABLE members_member {change}")
    assert guards.missing() == ["members_member"] or guards.changed()
    wall.build()
    assert guards.missing() == [] and not guards.changed()


def test_every_key_and_unique_rule_of_such_a_table_begins_with_the_cooperative(db):
    """Or a duplicate of another cooperative's value would tell that it is there, and a key could point across."""
    unique = ask(
        "SELECT i.indrelid::regclass::text, a.attname FROM pg_index i"
        " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
        " WHERE i.indisunique AND i.indrelid::regclass::text = ANY(%s)",
        TENANT,
    )
    keys = ask(
        "SELECT c.conname, a.attname, f.attname FROM pg_constraint c"
        " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]"
        " WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY(%s) AND c.confrelid::regclass::text = ANY(%s)",
        TENANT,
        TENANT,
    )
    assert len(unique) > 50 and len(keys) > 20
    assert [row for row in unique if row[1] != "cooperative_id"] == []
    assert [row for row in keys if row[1:] != ("cooperative_id", "cooperative_id")] == []


def test_no_view_looks_over_the_wall(db):
    """A view shows what its owner may see; a superuser's shows everything."""
    views = ask(
        "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = current_schema()::regnamespace"
        " AND NOT coalesce(reloptions @> '{security_invoker=true}', false)"
    )
    assert views == []


# --- what is shown ------------------------------------------------------------------------------------------------


def test_without_a_cooperative_there_is_nothing_and_with_one_only_its_own(db):
    """Every table, after every deed of a village of everything, each done under this role."""
    with clock.frozen(TODAY), runtime_role() as role:
        coop = build_village(clock.today())["cooperative"]
        filled = []
        for table in TENANT:
            assert ask(f"SELECT count(*) FROM {table}") == [(0,)], table
            with acting_for(coop):
                found = ask(f"SELECT DISTINCT cooperative_id FROM {table}")
            filled += [table] if found else []
            assert {row[0] for row in found} <= {coop}, table
    assert len(filled) > 40 and roles.granted() == [role]


def test_the_first_wall_taken_away_the_second_one_stands(two):
    with acting_for(two[0]):
        assert [member.cooperative_id for member in Member.everywhere.all()] == [two[0]]
        with acting_for(two[1]):
            assert [member.cooperative_id for member in Member.everywhere.all()] == [two[1]]
        assert [member.cooperative_id for member in Member.everywhere.all()] == [two[0]]
    assert list(Member.everywhere.all()) == []


def test_a_deed_that_fails_inside_leaves_the_setting_of_whoever_is_outside(two):
    with acting_for(two[0]):
        with pytest.raises(DatabaseError), transaction.atomic(), acting_for(two[1]):
            ask("SELECT 1 / 0")
        assert Member.everywhere.get().cooperative_id == two[0]


def test_across_shows_one_table_and_no_other_and_takes_nothing(two):
    with across(Appointment) as appointments:
        assert appointments.count() == 0
        assert ask("SELECT count(*) FROM members_member") == [(0,)]
    with pytest.raises(AssertionError), across(Member):
        pass
    with across(Appointment), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Appointment.everywhere.create(cooperative_id=two[0], id=1, person_id=1, role="ketua", since=date(2025, 1, 1))


def test_only_what_is_named_here_can_be_read_across():
    """Another table is a decision: docs/decisions/0035."""
    assert sorted(table for table, seen in wall.tables().items() if seen) == sorted([
        "vault_datakey", "security_appointment", "security_helper", "security_helperend", "recovery_case",
        "recovery_step", "witness_watcher", "portal_card",
    ])  # fmt: skip


def test_a_row_of_another_cooperative_is_neither_written_nor_moved(two):
    """Nor reached: an UPDATE or DELETE of all rows takes those of this one."""
    with acting_for(two[0]):
        member = Member.objects.get()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Member(cooperative_id=two[1], id=ids.new(), number=9, full_name="x", status="active").save_base(
                raw=True, force_insert=True
            )
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ask("UPDATE members_member SET cooperative_id = %s WHERE id = %s RETURNING id", two[1], member.id)
        assert len(ask("UPDATE members_member SET notes = 'x' RETURNING id")) == 1
        assert ask("UPDATE members_member SET notes = 'x' WHERE cooperative_id = %s RETURNING id", two[1]) == []


def test_a_key_to_a_row_that_is_not_seen_is_refused(two):
    with acting_for(two[1]):
        foreign = Member.objects.get().id
    with acting_for(two[0]), pytest.raises(IntegrityError, match="foreign key"), transaction.atomic():
        ask(
            "INSERT INTO portal_card (cooperative_id, id, member_id, code_hash, printed_by, printed_at, expires_at)"
            " VALUES (%s, 1, %s, 'x', 1, now(), now() + interval '1 day') RETURNING id", two[0], foreign,
        )  # fmt: skip
        ask("SET CONSTRAINTS ALL IMMEDIATE; SELECT 1")


def test_a_value_that_is_unique_next_door_is_no_news_here(two):
    with acting_for(two[1]):
        taken = Member.objects.get().number
    with acting_for(two[0]):
        Member.objects.all().update(number="X-1")
        assert len(ask("UPDATE members_member SET number = %s RETURNING id", taken)) == 1


def test_who_switches_row_security_off_gets_an_error_and_no_part_of_the_rows(two):
    with acting_for(two[0]), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ask("SET LOCAL row_security = off; SELECT count(*) FROM members_member")


def test_what_a_deed_has_answered_is_committed_though_reading_goes_on(transactional_db):
    """And when all is over, the session knows no cooperative: it may be a pooler's, and somebody else's next."""
    coop = create_cooperative(
        slug="satu", name="Satu", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    beside = connection.copy()
    with acting_for(coop.id):
        assert connection.in_atomic_block and Member.objects.count() == 0
        register(cooperative_id=coop.id, full_name="Siti", joined_on=date(2025, 1, 1), by=1)
        with beside.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM members_member")
            assert cursor.fetchone() == (1,)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            raise ZeroDivisionError
        assert ask("SELECT current_setting('app.cooperative')") == [(str(coop.id),)]
    beside.close()
    assert not connection.in_atomic_block
    assert ask("SELECT current_setting('app.cooperative', true)") == [("",)]
