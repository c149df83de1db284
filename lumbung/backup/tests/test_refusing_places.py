"""Sticks that are pulled out, full, read-only, slow or somebody else's: a sentence, and no half file."""

import errno
import os
import shutil
import subprocess
import threading
import time

import pytest

from lumbung.backup import actions, disk, places, state
from lumbung.backup.actions import making
from lumbung.backup.tests.conftest import newest
from lumbung.sql import SQLITE, engine
from lumbung.web.words import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(engine() != SQLITE, reason="there each copy starts a server: test_postgresql.py tries the same"),
]
DATA = os.urandom(3_000_000)


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "sumber"
    file.write_bytes(DATA)
    return file


class Failing:
    """A file whose nth deed fails."""

    def __init__(self, file, left, error):
        self._file, self._left, self._error = file, left, error

    def write(self, piece):
        self._count()
        return self._file.write(piece)

    def flush(self):
        self._count()
        return self._file.flush()

    def _count(self):
        self._left[0] -= 1
        if self._left[0] == 0:
            raise OSError(self._error, os.strerror(self._error))

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()


STEPS = 4 + 3  # writes and flushes of the file; sync, renaming, the folder
WORDS = {errno.ENOSPC: "penuh", errno.EIO: "tercabut", errno.EROFS: "hanya dapat dibaca", errno.ENODEV: "tercabut",
         errno.EINVAL: "menolak"}  # fmt: skip


@pytest.fixture
def fails_at(monkeypatch):
    """Let the nth deed on a disk fail: writing, flushing, syncing, renaming."""

    def _fails_at(step, error):
        left, real_open, real = [step], open, {"fsync": os.fsync, "replace": os.replace}

        def opened(path, mode="r", *args, **kwargs):
            file = real_open(path, mode, *args, **kwargs)
            return Failing(file, left, error) if "w" in mode and disk.UNFINISHED in str(path) else file

        def counting(name):
            def deed(*args):
                left[0] -= 1
                if left[0] == 0:
                    raise OSError(error, os.strerror(error))
                return real[name](*args)

            return deed

        monkeypatch.setattr(disk, "open", opened, raising=False)
        for name in real:
            monkeypatch.setattr(disk.os, name, counting(name))
        return left

    return _fails_at


@pytest.mark.parametrize("error", WORDS)
@pytest.mark.parametrize("step", range(1, STEPS))
def test_every_deed_on_a_stick_may_fail_and_no_half_file_is_left(source, tmp_path, fails_at, monkeypatch, step, error):
    stick = tmp_path / "stik"
    stick.mkdir()
    left = fails_at(step, error)
    with pytest.raises(OSError) as failed:
        disk.write_whole(stick, "utuh", source)
    assert left[0] <= 0, "the fault was met"
    monkeypatch.undo()
    assert list(stick.iterdir()) == []
    assert WORDS[error] in str(disk.refusal(failed.value, "Stik 1"))


def test_a_file_stands_whole_when_only_its_folder_could_not_be_synced(source, tmp_path, fails_at, monkeypatch):
    stick = tmp_path / "stik"
    stick.mkdir()
    fails_at(STEPS, errno.EIO)
    disk.write_whole(stick, "utuh", source)
    monkeypatch.undo()
    assert (stick / "utuh").read_bytes() == DATA


def test_one_bad_stick_keeps_no_other_from_its_copy(coop, keys, stick, unproven, tmp_path, monkeypatch):
    good = tmp_path / "stik2"
    good.mkdir()
    actions.adopt(path=good, kind="stick", owner="KMP Karbes")
    whole = disk.write_whole

    def write(folder, *args):
        if folder == stick:
            raise OSError(errno.EIO, "pulled out")
        return whole(folder, *args)

    monkeypatch.setattr(disk, "write_whole", write)
    made = actions.make(by="Susy")

    assert [(w.name, w.ok) for w in made.written] == [("Stik 1", False), ("Stik 2", True)]
    assert "Tancapkan lagi" in made.written[0].words
    assert places.copies(stick) == [] and len(places.copies(good)) == 1


def test_a_stick_that_reads_other_than_was_written_is_told_and_keeps_no_copy(coop, keys, stick, unproven, monkeypatch):
    real = disk.digest_of
    monkeypatch.setattr(disk, "digest_of", lambda file: "0" * 64 if file.parent == stick else real(file))

    made = actions.make(by="Susy")

    assert "rusak" in made.written[0].words
    assert places.copies(stick) == []


def test_a_stick_that_takes_too_long_is_given_up(coop, keys, stick, unproven, monkeypatch):
    monkeypatch.setattr(making, "SLOWEST", -1)
    made = actions.make(by="Susy")
    assert "terlalu lambat" in made.written[0].words and list(stick.glob("*.cadangan")) == []


def test_the_old_copy_stays_when_the_new_one_fails(coop, keys, stick, unproven, monkeypatch):
    actions.make(by="Susy")
    before = newest(stick).read_bytes()
    monkeypatch.setattr(disk, "write_whole", lambda *args: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    assert not actions.make(by="Susy").written[0].ok
    assert newest(stick).read_bytes() == before


def test_somebody_elses_stick_is_not_taken(coop, stick, tmp_path):
    other = tmp_path / "lain"
    shutil.copytree(stick, other)
    (other / places.LABEL).write_text((other / places.LABEL).read_text().replace("id: ", "id: f"))
    with pytest.raises(Refused, match="Lumbung yang lain"):
        actions.adopt(path=other, kind="stick", owner="KMP Karbes")


def test_a_stick_is_known_by_its_label_wherever_it_is_plugged_in(coop, keys, stick, unproven, tmp_path, monkeypatch):
    moved = tmp_path / "lubang-lain"
    stick.rename(moved)
    assert places.reachable(state.load()) == []
    monkeypatch.setenv("LUMBUNG_STICKS", str(moved))
    assert [path for _place, path in places.reachable(state.load())] == [moved]
    assert actions.make(by="Susy").written[0].ok


def test_what_is_no_folder_is_refused(coop, tmp_path):
    with pytest.raises(Refused, match="bukan map"):
        actions.adopt(path=tmp_path / "tidak-ada", kind="stick", owner="KMP Karbes")


# --- real file systems, where this user may mount one ---------------------------------------------------------------


@pytest.fixture
def mounted(tmp_path):
    """A file system of two megabytes on a file, as a stick is one."""
    image, point = tmp_path / "stik.img", tmp_path / "mnt"
    point.mkdir()
    with open(image, "wb") as file:
        file.truncate(2_000_000)
    made = shutil.which("mkfs.ext4") and subprocess.run(["mkfs.ext4", "-q", "-F", "-m0", image], capture_output=True)
    if os.name == "nt" or os.geteuid() != 0 or not made or made.returncode:
        pytest.skip("no right to mount a file system here")
    if subprocess.run(["mount", "-o", "loop", image, point], capture_output=True).returncode:
        pytest.skip("no loop devices here")
    yield point
    subprocess.run(["umount", "-l", point], capture_output=True)


def test_a_full_stick_is_told_and_keeps_no_half_file(coop, keys, home, unproven, mounted):
    actions.adopt(path=mounted, kind="stick", owner="KMP Karbes")
    (home / "files" / "besar.jpg").write_bytes(os.urandom(2_500_000))

    made = actions.make(by="Susy")

    assert "penuh" in made.written[0].words
    assert list(mounted.glob("*.cadangan")) == [] and list(mounted.glob(".belum*")) == []


def test_a_read_only_stick_is_told(coop, keys, home, unproven, mounted):
    actions.adopt(path=mounted, kind="stick", owner="KMP Karbes")
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    assert "hanya dapat dibaca" in actions.make(by="Susy").written[0].words


def test_a_stick_pulled_out_in_the_middle_leaves_the_old_copy_and_no_half_one(source, mounted, tmp_path):
    """The mount goes away while a slow write is on its way; what is on the image afterwards is what the stick holds."""
    disk.write_whole(mounted, "lama", _small(tmp_path))
    folder = os.open(mounted, os.O_RDONLY)

    def pull(written):
        if written >= 1 << 20:
            subprocess.run(["umount", "-l", mounted], check=True)
            os.close(folder)
            raise OSError(errno.ENODEV, "gone")

    source.write_bytes(DATA[:1_500_000])
    with pytest.raises(OSError):
        disk.write_whole(mounted, "baru", source, pull)
    for _try in range(50):
        if not subprocess.run(["mount", "-o", "loop", tmp_path / "stik.img", mounted], capture_output=True).returncode:
            break
        time.sleep(0.1)
    assert (mounted / "lama").read_bytes() == b"lama" and not (mounted / "baru").exists()


def _small(folder):
    file = folder / "kecil"
    file.write_bytes(b"lama")
    return file


def test_two_runs_at_the_same_moment_make_one_copy(coop, keys, stick, unproven):
    answers = []

    def run():
        try:
            answers.append(actions.make(by="Susy").entries)
        except Refused as refused:
            answers.append(str(refused))

    gate = threading.Barrier(2)
    threads = [threading.Thread(target=lambda: (gate.wait(), run())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(answer == 3 for answer in answers) >= 1
    assert all(answer == 3 or "sedang berjalan" in str(answer) for answer in answers)
