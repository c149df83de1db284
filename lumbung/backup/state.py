"""What is remembered beside the database, so that it outlives one: keys, places, settings, what was done.

`cadangan/keadaan.json` in the home. Only public parts of keys; their secret parts are on paper.
"""

import contextlib
import copy
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lumbung.backup import disk, rules
from lumbung.sql.turns import FileLock
from lumbung.web.words import Refused

STATE, PROGRESS, HEADS = "keadaan.json", "jalan.json", "kepala.json"
SERVED = ".melayani"
REMEMBERED = 60  # runs
EMPTY = {"keys": [], "places": [], "warn_after": rules.WARN_AFTER, "runs": [], "drills": []}


def folder() -> Path:
    """The place for all of it in the home; copies kept on this computer too."""
    found = settings.HOME / "cadangan"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def load() -> dict:
    return copy.deepcopy(EMPTY) | disk.get_json(folder() / STATE, {})


@contextlib.contextmanager
def changing() -> Iterator[dict]:
    """The state, to be changed and kept; two who change it take turns."""
    lock = FileLock(folder() / ".keadaan")
    lock.acquire()
    try:
        state = load()
        yield state
        for name in ("runs", "drills"):
            state[name] = state[name][-REMEMBERED:]
        disk.put_json(folder(), STATE, state)
    finally:
        lock.release()
        lock.close()


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """One copy at a time on this installation.

    Raises  Refused: another is on its way
    """
    lock = FileLock(folder() / ".giliran")
    if not lock.try_acquire():
        lock.close()
        raise Refused(_("Pencadangan lain sedang berjalan. Tunggu sampai selesai, lalu lihat hasilnya."))
    try:
        yield
    finally:
        lock.release()
        lock.close()


def begin_serving(held: list) -> None:
    """Mark this home as served, for as long as `held` keeps the lock."""
    lock = FileLock(folder() / SERVED)
    lock.try_acquire()
    held.append(lock)


def is_served(cadangan: Path) -> bool:
    """Whether a server works in the home of this folder."""
    lock = FileLock(cadangan / SERVED)
    try:
        free = lock.try_acquire()
        if free:
            lock.release()
        return not free
    finally:
        lock.close()


def is_running() -> bool:
    """Whether a copy is on its way, in this process or another."""
    try:
        with alone():
            return False
    except Refused:
        return True


def usable_keys(state: dict) -> list[dict]:
    """The keys to which copies are sealed: printed, confirmed from paper, not replaced."""
    return [key for key in state["keys"] if key.get("confirmed_at") and not key.get("retired_at")]


def waiting_keys(state: dict) -> list[dict]:
    """Keys whose sheets nobody has read back yet."""
    return [key for key in state["keys"] if not key.get("confirmed_at") and not key.get("retired_at")]
