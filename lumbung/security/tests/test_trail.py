"""The trail is a log: each event has its place, and whoever changes, takes out or slips in one is found."""

import re

import pytest
from django.db import DatabaseError, connection, transaction

from lumbung import ids
from lumbung.cash.tests.conftest import new_cooperative
from lumbung.cash.tests.test_guards import Attack, stands_alone
from lumbung.cooperatives.tenant import acting_for
from lumbung.security import actions, trail, trail_rules
from lumbung.security.models import Event, TrailHead, TrailLeaf
from lumbung.security.trail_audit import problems
from lumbung.sql import guards, writes
from lumbung.sql.engine import POSTGRESQL, SQLITE, engine
from lumbung.tlog import tree
from lumbung.witness.audit import problems as of_the_book
from lumbung.witness.models import LogKey


@pytest.fixture
def coop(db):
    return new_cooperative().id


def tell(coop, count=5, **more):
    return [
        actions.record(cooperative_id=coop, person_id=7, deed="x.done", subject=str(n), **more) for n in range(count)
    ]


def test_each_event_has_its_place_and_the_head_is_of_all(coop):
    told = tell(coop, 3)
    rows = list(TrailLeaf.objects.filter(log=coop).order_by("number"))
    assert [(row.number, row.event_id) for row in rows] == [(n + 1, event.id) for n, event in enumerate(told)]
    head = TrailHead.objects.get(log=coop)
    assert (head.size, bytes(head.root)) == (3, tree.root_of([trail.hash_of(event) for event in told]))
    assert problems(coop) == problems(None) == []


def test_a_cooperative_signs_with_the_key_of_its_log_and_the_installation_with_its_own(coop):
    tell(coop, 1), tell(None, 1)
    key = int.from_bytes(bytes(TrailHead.objects.get(log=coop).seal)[:8])
    assert LogKey.everywhere.filter(cooperative_id=coop, id=key).exists()
    assert bytes(TrailHead.objects.get(log=trail_rules.INSTALLATION).seal).startswith(bytes(8))


def test_a_deed_of_many_events_moves_the_head_once_and_what_is_rolled_back_has_no_place(
    coop, django_assert_max_num_queries
):
    @writes
    def deed(count):
        tell(coop, count)
        with transaction.atomic():
            tell(coop, 2)
            transaction.set_rollback(True)

    with django_assert_max_num_queries(20 + 16):  # one for each event, and those of the one head
        deed(20)
    assert TrailHead.objects.get(log=coop).size == 20
    assert problems(coop) == []


def test_what_a_line_may_not_hold_is_taken_out_of_it(coop):
    actions.record(
        cooperative_id=coop, person_id=None, deed="x", subject="a\r\n2026 ketua: ok\x1b[31m\u202eb" + "z" * 300,
        detail={"k\n": ["\x00a\u2028", 3]},
    )  # fmt: skip
    row = Event.objects.get(deed="x")
    assert row.subject == ("a 2026 ketua: ok [31m b" + "z" * 300)[:120]
    assert row.detail == {"k ": [" a ", 3]}
    assert problems(coop) == []


def past_the_guards(sql, **places):
    with connection.cursor() as cursor:
        guards.drop()
        cursor.execute(sql.format(**places))


NEW = (
    "INSERT INTO security_event (id, at, cooperative_id, person_id, deed, subject, detail)"
    " SELECT {new}, at, cooperative_id, person_id, deed, subject, detail FROM security_event WHERE id = {third}"
)
TAMPERED = {
    "an event changed": ("UPDATE security_event SET person_id = 8 WHERE id = {third}", "Jejak nomor 3 .* diubah"),
    "its moment changed": ("UPDATE security_event SET at = '2024-01-01 00:00:00+00:00' WHERE id = {third}", "nomor 3"),
    "its detail changed": ("UPDATE security_event SET detail = '{{\"a\": 2}}' WHERE id = {third}", "nomor 3"),
    "an event removed": ("DELETE FROM security_event WHERE id = {third}", "Jejak nomor 3 dihapus"),
    "an event inserted": (NEW, "disisipkan"),
    "an event removed with its place": (
        "DELETE FROM security_trailleaf WHERE event_id = {third}", "disisipkan.*tidak berurutan.*kepala menyebut"),
    "the leaf made to fit": ("UPDATE security_trailleaf SET hash = (SELECT root FROM security_trailhead"
                             " WHERE log = {coop}) WHERE event_id = {third}", "nomor 3"),
    "the root made to fit": ("UPDATE security_trailhead SET root = frontier WHERE log = {coop}", "Sidik jejak"),
    "the signature replaced": ("UPDATE security_trailhead SET seal = root WHERE log = {coop}", "Tanda tangan"),
    "the head taken away": ("DELETE FROM security_trailhead WHERE log = {coop}", "Kepala jejak hilang"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERED)
def test_what_is_changed_removed_or_inserted_is_found(coop, name):
    told = tell(coop, detail={"a": 1})
    sql, words = TAMPERED[name]
    past_the_guards(sql, third=told[2].id, coop=coop, new=ids.new())
    assert re.search(words, " ".join(problems(coop)), re.DOTALL)
    with acting_for(coop):
        assert any(re.search(words.split(".*")[0], problem.message) for problem in of_the_book(coop))


def test_a_log_rewritten_to_fit_lacks_the_signature(coop):
    told = tell(coop)
    past_the_guards("UPDATE security_event SET person_id = 8 WHERE id = {third}", third=told[2].id)
    hashes = [trail.hash_of(row) for row in Event.objects.filter(cooperative_id=coop).order_by("id")]
    for number, hash in enumerate(hashes, 1):
        TrailLeaf.objects.filter(log=coop, number=number).update(hash=hash)
    TrailHead.objects.filter(log=coop).update(root=tree.root_of(hashes))
    assert problems(coop) == ["Tanda tangan jejak tidak sah."]


HELPER = (
    "INSERT INTO security_helper (cooperative_id, id, person_id, given_by, reason, since, until, request_id)"
    " VALUES ({coop}, 5, 1, 2, 'x', '2026-01-01 00:00:00+00:00', '{until}', '00000000000000000000000000000009')"
)
HEAD = "WHERE log = {coop}"
LEAF = (
    f"INSERT INTO security_trailleaf SELECT log, number, event_id, hash FROM security_trailleaf {HEAD} AND number = 1"
)
BEGUN = f"INSERT INTO security_trailhead SELECT log, size, frontier, root, seal FROM security_trailhead {HEAD}"
ATTACKS = [
    Attack("event_keeps", "UPDATE security_event SET deed = 'lain'"),
    Attack("event_stays", "DELETE FROM security_event"),
    Attack("event_is_not_replaced", "INSERT OR REPLACE INTO security_event SELECT * FROM security_event", SQLITE),
    Attack("trail_leaf_keeps", "UPDATE security_trailleaf SET hash = 'x'", SQLITE),
    Attack("trail_leaf_keeps", "UPDATE security_trailleaf SET number = number + 9", POSTGRESQL),
    Attack("trail_leaf_stays", "DELETE FROM security_trailleaf"),
    Attack("trail_leaf_stays", "TRUNCATE security_trailleaf", POSTGRESQL),
    Attack("trail_leaf_in_turn", LEAF.replace("number, event_id", "99, 1")),
    Attack("trail_leaf_in_turn", LEAF.replace("INSERT", "INSERT OR REPLACE"), SQLITE),
    Attack("trail_head_grows", f"UPDATE security_trailhead SET size = size - 1 {HEAD}"),
    Attack("trail_head_grows", f"UPDATE security_trailhead SET size = size + 1 {HEAD}"),
    Attack("trail_head_grows", f"UPDATE security_trailhead SET root = frontier {HEAD}"),
    Attack("trail_head_stays", "DELETE FROM security_trailhead"),
    Attack("trail_head_stays", "TRUNCATE security_trailhead", POSTGRESQL),
    Attack("trail_head_begins_empty", BEGUN.replace("log,", "log + 1,")),
    Attack("trail_head_begins_empty", BEGUN.replace("INSERT", "INSERT OR REPLACE").replace("size,", "0,"), SQLITE),
    Attack("helper_is_short", HELPER.replace("{until}", "2026-01-02 00:10:00+00:00")),
]  # fmt: skip
HERE = [attack for attack in ATTACKS if attack.only in ("", engine())]


@pytest.mark.parametrize("attack", HERE, ids=lambda attack: f"{attack.guard} {attack.sql[:24]}")
def test_a_guard_stands_alone(coop, attack):
    tell(coop, 2)
    stands_alone(attack.guard, attack.sql.format(coop=coop))


def test_the_database_refuses_help_that_may_never_be(coop):
    fits = HELPER.format(coop=coop, until="2026-01-01 05:00:00+00:00")
    wrong = [("1, 2,", "1, 1,"), ("'x'", "''"), ("05:00", "00:00")]
    for old, new in wrong:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(fits.replace(old, new, 1))


def test_every_guard_of_the_trail_has_an_attack():
    ours = {guard.name for guard in guards.of_engine(engine()) if guard.table in
            {"security_event", "security_trailleaf", "security_trailhead"}}  # fmt: skip
    assert ours <= {attack.guard for attack in HERE}


def test_what_was_recorded_before_gets_its_place_by_the_migration(coop):
    from importlib import import_module

    from django.apps import apps

    told = tell(coop)
    with connection.cursor() as cursor:
        guards.drop()
        cursor.execute("DELETE FROM security_trailleaf")
        cursor.execute("DELETE FROM security_trailhead")
    import_module("lumbung.security.migrations.0003_trail_and_helpers").give_places(apps, None)
    assert problems(coop) == [] and TrailHead.objects.get(log=coop).size == len(told)
