"""Brought back whole, never older unnoticed, never over books without a word."""

import io
import json
import shutil
import tarfile
from datetime import timedelta

import pytest

from lumbung import clock
from lumbung.backup import actions, archive, places, sealing, state
from lumbung.backup.actions.restoring import Consent, claims
from lumbung.backup.tests.conftest import newest, receive
from lumbung.sql import SQLITE, copying, engine
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="a home with its own file; PostgreSQL has tests of its own"),
]
OLDER, REPLACE = Consent(older=True), Consent(replace=True)


@pytest.fixture
def copied(coop, keys, stick, unproven):
    return actions.make(by="Susy")


def bring(stick, into, secrets, **more):
    return actions.restore(file=newest(stick), into=into, secrets=secrets, say=lambda words: None, **more)


@pytest.mark.slow
def test_it_comes_back_as_it_was_with_each_key_alone(coop, keys, stick, tmp_path):
    """The whole way with nothing left out: the proof by programs of their own too."""
    actions.make(by="Susy")
    for place, key in enumerate(keys):
        restored = bring(stick, tmp_path / f"baru{place}", [key])
        home = tmp_path / f"baru{place}"
        assert restored.books.heads["karbes"].size == 3 and restored.missing == []
        assert (home / "secret-key").read_text() == "rahasia"
        assert (home / "files/nota/1.jpg").read_bytes() == b"foto" * 1000
        assert copying.ills(home / "lumbung.sqlite3") == []
        assert json.loads((home / "cadangan/keadaan.json").read_text())["keys"]
    assert [file.name for file in tmp_path.glob(".lumbung-pulih-*")] == []


def test_a_wrong_key_opens_nothing_and_changes_nothing(copied, stick, tmp_path):
    with pytest.raises(Refused, match="bukan kunci cadangan itu"):
        bring(stick, tmp_path / "baru", [sealing.new_key()[0]])
    assert not (tmp_path / "baru").exists()


def test_one_fitting_key_among_wrong_ones_is_enough(copied, keys, stick, tmp_path):
    assert bring(stick, tmp_path / "baru", [sealing.new_key()[0], keys[1]]).books.heads


def test_a_flipped_bit_anywhere_is_noticed(copied, keys, stick, tmp_path):
    file = newest(stick)
    whole = file.read_bytes()
    for place in range(0, len(whole), max(len(whole) // 60, 1)):
        torn = bytearray(whole)
        torn[place] ^= 1 << (place % 8)
        file.write_bytes(bytes(torn))
        with pytest.raises(Refused):
            bring(stick, tmp_path / "baru", [keys[0]])
        assert not (tmp_path / "baru").exists()


@pytest.mark.parametrize("part", [0, 1, 100, 5_000, -1])
def test_a_cut_file_is_noticed(copied, keys, stick, tmp_path, part):
    file = newest(stick)
    file.write_bytes(file.read_bytes()[:part])
    with pytest.raises(Refused, match="rusak atau terpotong"):
        bring(stick, tmp_path / "baru", [keys[0]])


def test_two_copies_glued_together_are_noticed(copied, keys, stick, tmp_path):
    file = newest(stick)
    file.write_bytes(file.read_bytes() * 2)
    with pytest.raises(Refused):
        bring(stick, tmp_path / "baru", [keys[0]])


def test_an_older_copy_is_refused_and_says_what_is_missing(coop, copied, keys, stick, tmp_path, home):
    old = tmp_path / "lama"
    shutil.copytree(stick, old)
    for day in (6, 7):
        receive(coop, day)
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        actions.make(by="Susy")
    shutil.copy(stick / places.HEADS, old / places.HEADS)  # what every stick tells since then

    with pytest.raises(Refused) as refused:
        bring(old, tmp_path / "baru", [keys[0]])
    words = str(refused.value)
    assert "nomor 4 sampai 5" in words and "BKM-2025-000004 (2025-02-06)" in words and "--older-i-know" in words
    assert not (tmp_path / "baru").exists()

    restored = bring(old, tmp_path / "baru", [keys[0]], consent=OLDER)
    assert restored.books.heads["karbes"].size == 3
    kept = json.loads((tmp_path / "baru/cadangan/keadaan.json").read_text())
    assert "nomor 4 sampai 5" in kept["restored"]["missing"][0]


def test_the_books_in_the_home_know_that_a_copy_is_older(coop, copied, keys, stick, tmp_path):
    """Nothing but the newer database itself tells of it."""
    bring(stick, tmp_path / "baru", [keys[0]])
    old = tmp_path / "lama"
    shutil.copytree(stick, old)
    (old / places.HEADS).unlink()
    receive(coop, 6)
    (tmp_path / "baru" / copying.FILE).unlink()
    copying.copy_into(tmp_path / "baru")
    (tmp_path / "baru/cadangan/kepala.json").unlink()

    with pytest.raises(Refused, match="nomor 4 sampai 4: BKM-2025-000004"):
        bring(old, tmp_path / "baru", [keys[0]], consent=REPLACE)


@pytest.mark.parametrize("tail", ["\n— tetangga.example/w1 AAAA\n", "\nPembayaran\n"])
def test_a_witness_or_a_receipt_knows_that_a_copy_is_older(copied, keys, stick, tmp_path, tail):
    import base64

    note = tmp_path / "kuitansi.txt"
    root = base64.b64encode(b"r" * 32).decode()
    note.write_text(f"c2sp.org/tlog-proof@v1\nindex 6\n\nlumbung.example/karbes\n7\n{root}\n{tail}")
    with pytest.raises(Refused, match="nomor 4 sampai 7"):
        bring(stick, tmp_path / "baru", [keys[0]], known=[note])


def test_a_file_that_is_no_evidence_is_refused(copied, keys, stick, tmp_path):
    (tmp_path / "x").write_text("bukan apa-apa\n12\n")
    with pytest.raises(Refused, match="tidak ada sidik buku"):
        claims(tmp_path / "x")
    with pytest.raises(Refused, match="tidak terbaca"):
        claims(tmp_path / "tidak-ada")


def test_books_are_never_written_over_without_a_word(copied, keys, stick, tmp_path):
    bring(stick, tmp_path / "baru", [keys[0]])
    before = (tmp_path / "baru/lumbung.sqlite3").read_bytes()
    with pytest.raises(Refused, match="--replace-books"):
        bring(stick, tmp_path / "baru", [keys[0]])
    assert (tmp_path / "baru/lumbung.sqlite3").read_bytes() == before

    restored = bring(stick, tmp_path / "baru", [keys[0]], consent=REPLACE)
    assert (restored.aside / "lumbung.sqlite3").read_bytes() == before
    assert (tmp_path / "baru/secret-key").read_text() == "rahasia"


def test_a_database_that_nobody_can_read_counts_as_books(copied, keys, stick, tmp_path):
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru/lumbung.sqlite3").write_bytes(b"SQLite format 3\x00" + b"damaged" * 500)
    with pytest.raises(Refused, match="--replace-books"):
        bring(stick, tmp_path / "baru", [keys[0]])


def test_a_failure_at_the_last_step_puts_everything_back(copied, keys, stick, tmp_path, monkeypatch):
    from lumbung.backup.actions import restoring

    (tmp_path / "baru").mkdir()
    (tmp_path / "baru/catatan.txt").write_text("tetap")
    real, calls = restoring.os.rename, []

    def rename(old, new):
        calls.append(new)
        if len(calls) == 2:
            raise OSError(5, "disk")
        return real(old, new)

    monkeypatch.setattr(restoring.os, "rename", rename)
    with pytest.raises(Refused, match="tercabut atau rusak"):
        bring(stick, tmp_path / "baru", [keys[0]])
    assert (tmp_path / "baru/catatan.txt").read_text() == "tetap"
    assert [file.name for file in tmp_path.glob(".lumbung-pulih-*")] == []


def test_after_an_older_copy_was_restored_by_consent_the_sticks_serve_again(
    coop, keys, stick, tmp_path, home, settings, unproven
):
    """The stick knows five entries; three come back by consent, books go on otherwise, and so do their copies."""
    actions.make(by="Susy")
    old = newest(stick)
    kept = shutil.copy(old, tmp_path / old.name)
    told = places.told_of(stick)
    told["heads"]["karbes"] = [5, "cd" * 32]
    places.tell(stick, told)
    actions.restore(
        file=newest(stick), into=tmp_path / "baru", secrets=[keys[0]], consent=OLDER, say=lambda words: None
    )  # fmt: skip

    settings.HOME = tmp_path / "baru"  # work goes on there, in another direction
    for day in (6, 7, 8):
        receive(coop, day)
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        assert actions.make(by="Susy").written[0].ok

    assert places.told_of(stick)["heads"]["karbes"][0] == 6 and kept
    bring(stick, tmp_path / "lagi", [keys[0]])


@pytest.mark.slow
def test_other_books_than_those_that_are_known_come_back_by_consent_only(coop, keys, stick, tmp_path):
    actions.make(by="Susy")
    told = places.told_of(stick)
    told["heads"]["karbes"] = [2, "cd" * 32]
    places.tell(stick, told)
    with pytest.raises(Refused, match="bukan catatan yang pernah dibukukan"):
        bring(stick, tmp_path / "baru", [keys[0]])
    assert bring(stick, tmp_path / "baru", [keys[0]], consent=OLDER).books.heads["karbes"].size == 3


def test_a_home_that_is_being_served_is_left_alone(copied, keys, stick, tmp_path):
    from lumbung.sql.turns import FileLock

    bring(stick, tmp_path / "baru", [keys[0]])
    lock = FileLock(tmp_path / "baru/cadangan" / state.SERVED)
    assert lock.try_acquire()
    with pytest.raises(Refused, match="sedang berjalan di"):
        bring(stick, tmp_path / "baru", [keys[0]], consent=REPLACE)
    lock.close()
    assert bring(stick, tmp_path / "baru", [keys[0]], consent=REPLACE).aside


# --- what somebody else might have packed --------------------------------------------------------------------------


def packed(tmp_path, members, files=None, first="manifest.json") -> "archive.Path":
    """A tar as an attacker who knows the public keys could write it."""
    target = tmp_path / "jahat.tar.gz"
    listed = files if files is not None else [[n, len(b), _sha(b)] for n, b in members if b is not None]
    facts = {"format": 1, "method": "sqlite-backup", "version": "0", "heads": {}}
    told = facts | {"made_at": clock.now().isoformat(), "files": listed}
    with tarfile.open(target, "w:gz") as tar:
        for name, content in [(first, json.dumps(told).encode()), *members]:
            member = tarfile.TarInfo(name)
            if content is None:
                member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
                tar.addfile(member)
            else:
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
    return target


def _sha(content):
    import hashlib

    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "attack",
    [
        {"members": [("../keluar", b"x")]},
        {"members": [("/tmp/keluar", b"x")]},
        {"members": [("files/../../keluar", b"x")]},
        {"members": [("..\\keluar", b"x")]},
        {"members": [("secret-key", None)], "files": [["secret-key", 0, _sha(b"")]]},
        {"members": [("key", b"x"), ("key", b"x")], "files": [["key", 1, _sha(b"x")]]},
        {"members": [("secret-key", b"x"), ("lebih", b"x")], "files": [["secret-key", 1, _sha(b"x")]]},
        {"members": [("secret-key", b"x")], "files": [["secret-key", 1, _sha(b"y")]]},
        {"members": [("secret-key", b"xx")], "files": [["secret-key", 1, _sha(b"x")]]},
        {"members": [], "files": [["secret-key", 1, _sha(b"x")]]},
        {"members": [("a", b"x"), ("a/b", b"x")]},
        {"members": [("x", b"x")], "first": "daftar.json"},
        {"members": [("x", b"x")], "files": "bukan daftar"},
        {"members": [("x", b"x")], "files": [["x", -1, ""]]},
        {"members": [("x", b"x")], "files": [["x", 1, _sha(b"x")], ["x", 1, _sha(b"x")]]},
    ],
)
def test_nothing_leaves_the_folder_and_nothing_unnamed_comes_in(tmp_path, attack):
    folder = tmp_path / "dalam" / "rumah"
    folder.mkdir(parents=True)
    with pytest.raises((Refused, FileExistsError, NotADirectoryError)):
        archive.unpack(packed(tmp_path, **attack), folder)
    assert not (tmp_path / "dalam" / "keluar").exists() and not (tmp_path / "keluar").exists()


@pytest.mark.parametrize("content", [b"", b"not gzip", b"\x1f\x8b\x08\x00"])
def test_what_is_no_tar_is_refused(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(Refused):
        archive.unpack(tmp_path / "x", tmp_path)


def test_a_format_of_the_future_says_so(tmp_path, monkeypatch):
    target = packed(tmp_path, [])
    monkeypatch.setattr(archive, "FORMAT", 0)
    with pytest.raises(Refused, match="lebih baru"):
        archive.unpack(target, tmp_path)


# --- the drill ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_drill_proves_a_copy_of_this_moment_and_says_what_would_be_lost(coop, keys, stick):
    actions.make(by="Susy")
    receive(coop, 8)

    drilled = actions.drill()

    assert (drilled.entries, drilled.lost, drilled.real) == (4, 1, False)
    assert drilled.rpo is not None and state.load()["drills"][-1]["entries"] == 4
    assert list(state.folder().glob(".kerja-*")) == []


def test_a_drill_on_a_real_copy_needs_its_key(coop, copied, keys, stick):
    drilled = actions.drill(file=newest(stick), secrets=[keys[1]])
    assert (drilled.entries, drilled.lost, drilled.real) == (3, 0, True)
    with pytest.raises(Refused):
        actions.drill(file=newest(stick), secrets=[sealing.new_key()[0]])


def test_a_drill_without_any_copy_says_that_all_would_be_lost(coop, unproven):
    drilled = actions.drill()
    assert (drilled.rpo, drilled.lost) == (None, 3)
