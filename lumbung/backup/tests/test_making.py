"""Copies taken, proven, sealed and put away."""

import json
from datetime import timedelta

import pytest

from lumbung import clock
from lumbung.backup import actions, heads, places, reports, rules, state
from lumbung.backup.tests.conftest import newest, receive
from lumbung.sql import SQLITE, engine, guards
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="there each copy starts a server: test_postgresql.py tries the same"),
]


def test_a_copy_is_proven_sealed_and_put_on_the_stick(coop, keys, stick):
    made = actions.make(by="Susy")

    assert [written.ok for written in made.written] == [True]
    assert made.entries == 3
    assert newest(stick).read_bytes().startswith(b"age-encryption.org/v1")
    assert newest(stick).read_bytes() == made.file.read_bytes()
    assert [inside.name for inside in made.manifest.files][-1] == "files/nota/1.jpg"
    assert {"secret-key", "cadangan/keadaan.json"} <= {inside.name for inside in made.manifest.files}


def test_nothing_of_the_books_can_be_read_on_the_stick(coop, keys, stick):
    actions.make(by="Susy")

    for file in stick.iterdir():
        seen = file.read_bytes()
        assert b"SQLite format" not in seen and b"BKM-2025" not in seen or file.name == places.HEADS
    assert list(stick.glob(".*")) == []


def test_without_two_keys_from_paper_nothing_is_copied(coop, stick):
    actions.make_keys(at=clock.now(), by="Susy")  # printed, and nobody has read them back

    with pytest.raises(Refused, match="lembar pemulihan"):
        actions.make(by="Susy")
    assert list(stick.glob("*.cadangan")) == []


def test_one_recipient_given_twice_is_not_two(coop, stick):
    from lumbung.backup import sealing

    one = sealing.new_key()[1]
    with pytest.raises(Refused, match="lembar pemulihan"):
        actions.make(by="Susy", extra=[one, one])
    with pytest.raises(Refused, match="bukan kunci age"):
        actions.make(by="Susy", extra=["age1xx"])


def test_the_secret_of_a_key_is_nowhere_on_disk(coop, keys, stick, home):
    actions.make(by="Susy")
    bare = [key.removeprefix("AGE-SECRET-KEY-1") for key in keys]
    for file in [*home.rglob("*"), *stick.rglob("*")]:
        if file.is_file():
            seen = file.read_bytes().upper()
            assert not any(key.encode() in seen for key in bare), file


def test_wrong_words_do_not_take_keys_into_use(coop):
    sheets = actions.make_keys(at=clock.now(), by="Susy")
    words = {(s.key, s.part): s.half.words for s in sheets}
    wrong = {**words, (sheets[3].key, 2): "padi padi padi"}

    with pytest.raises(Refused, match="bagian 2"):
        actions.confirm_keys(words=wrong, at=clock.now())
    assert state.usable_keys(state.load()) == []
    actions.confirm_keys(words={at: f" {said.upper()} " for at, said in words.items()}, at=clock.now())
    assert len(state.usable_keys(state.load())) == 2
    with pytest.raises(Refused, match="sudah ada"):
        actions.make_keys(at=clock.now(), by="Susy")
    actions.retire_keys(at=clock.now())
    assert actions.make_keys(at=clock.now(), by="Susy")


@pytest.mark.slow
def test_a_changed_amount_keeps_the_books_from_being_copied(coop, keys, stick):
    from django.db import connection

    guards.drop()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_transfer SET amount = amount + 100 WHERE number = 2")
    guards.create()

    with pytest.raises(Refused, match="BKM-2025-000002"):
        actions.make(by="Susy")
    assert list(stick.glob("*.cadangan")) == []
    assert reports.newest_safe(state.load()) is None


@pytest.mark.slow
def test_a_guard_that_is_gone_keeps_the_books_from_being_copied(coop, keys, stick):
    guards.drop()
    try:
        with pytest.raises(Refused, match="penjaga"):
            actions.make(by="Susy")
    finally:
        guards.create()


def test_books_that_are_shorter_than_they_were_are_not_copied_over_the_good_ones(coop, keys, stick, unproven):
    longer = heads.Memory({"karbes": rules.Head(9, "ab" * 32)}, {"karbes": [(9, "BKM-2025-000009", "2025-03-01")]})
    heads.remember(longer, clock.now())

    with pytest.raises(Refused, match="nomor 4 sampai 9.*BKM-2025-000009"):
        actions.make(by="Susy")


@pytest.mark.slow
def test_books_with_another_history_are_not_copied(coop, keys, stick):
    heads.remember(heads.Memory({"karbes": rules.Head(2, "ab" * 32)}, {}), clock.now())

    with pytest.raises(Refused, match="bukan catatan yang pernah dibukukan"):
        actions.make(by="Susy")


def test_two_copies_at_once_take_turns(coop, keys, stick, unproven):
    with state.alone():
        with pytest.raises(Refused, match="sedang berjalan"):
            actions.make(by="Susy")
        assert state.is_running()
    assert not state.is_running()
    assert actions.make(by="Susy").written[0].ok


def test_old_copies_go_and_the_local_ones_first(coop, keys, stick, unproven):
    now = clock.now()
    for day in range(9):
        with clock.frozen(now + timedelta(days=day)):
            actions.make(by="Susy")

    assert len(places.copies(stick)) <= rules.NEWEST + 2
    assert len(list(state.folder().glob("*.cadangan"))) == 2


def test_the_stick_tells_how_far_the_books_had_come(coop, keys, stick, unproven):
    actions.make(by="Susy")
    told = json.loads((stick / places.HEADS).read_text())

    assert told["heads"]["karbes"][0] == 3
    assert [row[1] for row in told["documents"]["karbes"]][-1] == "BKM-2025-000003"
    assert told["copies"].keys() == {newest(stick).name}


def test_a_stick_that_was_filled_from_elsewhere_is_written_like_any_other(coop, keys, stick, unproven):
    (stick / places.HEADS).write_text("{torn")
    assert actions.make(by="Susy").written[0].ok
    assert places.told_of(stick)["heads"]["karbes"][0] == 3


def test_half_a_file_with_a_finished_name_is_no_copy(coop, keys, stick, unproven):
    actions.make(by="Susy")
    whole = newest(stick).read_bytes()
    newest(stick).write_bytes(whole[: len(whole) // 2])
    assert places.copies(stick) == []


def test_a_killed_run_leaves_nothing_that_stays(coop, keys, stick, unproven):
    (state.folder() / ".kerja-alt").mkdir()
    (state.folder() / ".kerja-alt" / "plain").write_text("Siti")
    (stick / ".belum-selesai-lumbung-20260101T000000Z-1.cadangan").write_text("half")

    actions.make(by="Susy")

    assert list(state.folder().glob(".kerja-*")) == []
    assert list(stick.glob(".belum*")) == []


def test_what_was_recorded_after_a_copy_is_in_the_next(coop, keys, stick, unproven):
    first = actions.make(by="Susy")
    receive(coop, 6)
    with clock.frozen(clock.now() + timedelta(seconds=5)):
        second = actions.make(by="Susy")
    assert (first.entries, second.entries) == (3, 4)


def test_a_copy_is_too_old_after_the_days_of_the_setting(coop, keys, stick, unproven):
    actions.make(by="Susy")
    later = clock.now() + timedelta(days=2, hours=12)
    assert not reports.is_old(later)[0]
    actions.set_warning(days=1)
    assert reports.is_old(later)[0]
