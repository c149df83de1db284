"""One writer at a time on SQLite, in the order of arrival, so that no one meets a locked database.

SQLite waits for its lock by polling: under sixteen clients the slowest waited a second or two. A fair lock in front
of the write transaction cuts that tail (reliability.md, facts 2 and 3). The turn ends with the commit; the disk is
waited for after it, together with whoever came next (`log.py`).
"""

import functools
import threading
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from lumbung.sql import wall
from lumbung.sql.engine import SQLITE, engine
from lumbung.sql.log import Log
from lumbung.sql.turns import FairLock, FileLock

PATIENCE = 20.0  # seconds; as long as SQLite itself would wait


class Busy(Exception):
    """Somebody else has been writing for too long; nothing was changed."""


class Gate(threading.local):
    """The connection of the deed that this thread is inside of: a deed that calls a deed joins it.

    last  what is done at its very end, with what it is done to
    """

    database = None
    last: dict


class Shared:
    """What all writers to one database file share: their turn between processes, and the log."""

    def __init__(self, name: str):
        self.turn, self.log = FileLock(Path(f"{name}.gate")), Log(name)


_gate, _turn, _files = Gate(), FairLock(), {}


def at_hand():
    """The connection of the deed that runs in this thread; None outside of one."""
    return _gate.database


def at_the_end(step, thing) -> None:
    """Let `step([thing, …])` run once, as the last of the deed that this thread is inside of, before it commits.

    What every deed touches, and nobody should wait for longer than he must, is touched then.
    """
    assert _gate.database is not None, "inside a deed"
    _gate.last.setdefault(step, []).append(thing)


def _shared(database) -> Shared | None:
    """None for a database in memory, which no other process sees and no disk keeps."""
    name = str(database.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        return None
    if name not in _files:
        _files[name] = Shared(name)
    return _files[name]


def writes(deed):
    """Decorate a deed: all of it or nothing, in its own turn. Inside another deed it joins that deed's transaction.

    Raises  Busy: the turn did not come within 20 seconds
    """

    @functools.wraps(deed)
    def wrapped(*args, **kwargs):
        if _gate.database is not None:
            return deed(*args, **kwargs)
        database = connections[DEFAULT_DB_ALIAS]
        if engine() != SQLITE:
            with wall.set_aside(database):
                return _inside(database, deed, args, kwargs, lambda: wall.tell(database))
        shared = _shared(database)
        answer, mark = _in_turn(database, shared, deed, args, kwargs)
        if mark:
            shared.log.sync(mark)
        return answer

    return wrapped


def _in_turn(database, shared: Shared | None, deed, args, kwargs):
    """The deed's answer, and the mark up to which the log must still be synced (0 when SQLite has done it)."""
    if not _turn.acquire(PATIENCE):
        raise Busy
    try:
        if shared is None:
            return _inside(database, deed, args, kwargs), 0
        shared.turn.acquire()
        try:
            return _committed(database, shared.log, deed, args, kwargs)
        finally:
            shared.turn.release()
    finally:
        _turn.release()


def _committed(database, log: Log, deed, args, kwargs):
    if database.in_atomic_block or not log.takes_over(database):  # then SQLite syncs by itself when all is committed
        return _inside(database, deed, args, kwargs), 0
    try:
        return _inside(database, deed, args, kwargs, log.make_room), log.mark()
    finally:
        log.hand_back(database)


def _inside(database, deed, args, kwargs, first=None):
    """The deed in one transaction."""
    _gate.database, _gate.last = database, {}
    try:
        with transaction.atomic():
            if first:
                first()
            answer = deed(*args, **kwargs)
            for step, things in _gate.last.items():
                step(things)
            return answer
    finally:
        _gate.database = None
