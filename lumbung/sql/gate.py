"""One writer at a time on SQLite, in the order of arrival, so that no one meets a locked database.

SQLite waits for its lock by polling: under sixteen clients the slowest waited a second or two. A fair lock in front
of the write transaction cuts that tail at the same throughput (reliability.md, facts 2 and 3).
"""

import functools
import threading
from collections import deque
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from lumbung.sql.engine import SQLITE

PATIENCE = 20.0  # seconds; as long as SQLite itself would wait


class Busy(Exception):
    """Somebody else has been writing for too long; nothing was changed."""


class FairLock:
    """A lock handed over in the order in which it was asked for."""

    def __init__(self):
        self._inside = threading.Lock()
        self._queue: deque[threading.Lock] = deque()
        self._held = False

    def acquire(self, timeout: float) -> bool:
        with self._inside:
            if not self._held and not self._queue:
                self._held = True
                return True
            ticket = threading.Lock()
            ticket.acquire()
            self._queue.append(ticket)
        if ticket.acquire(timeout=timeout):
            return True
        return self._give_up(ticket)

    def _give_up(self, ticket) -> bool:
        with self._inside:
            if ticket in self._queue:
                self._queue.remove(ticket)
                return False
        return True  # handed over in the very moment of leaving: it is ours

    def release(self) -> None:
        with self._inside:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._held = False


class FileLock:
    """The same turn between processes: an advisory lock on a file beside the database."""

    def __init__(self, path: Path):
        self._file = open(path, "ab")  # noqa: SIM115 - held for the life of the process

    def acquire(self) -> None:
        _lock(self._file)

    def release(self) -> None:
        _unlock(self._file)


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _lock(file):
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _unlock(file):
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:

    def _lock(file):
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file):
        fcntl.flock(file, fcntl.LOCK_UN)


class Gate(threading.local):
    """Whether this thread is inside already: a deed that calls a deed joins it."""

    inside = False


_gate, _turn, _files = Gate(), FairLock(), {}


def _between_processes() -> FileLock | None:
    name = str(connection.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        return None
    if name not in _files:
        _files[name] = FileLock(Path(name + ".gate"))
    return _files[name]


@contextmanager
def _turn_to_write():
    if connection.vendor != SQLITE:
        yield
        return
    if not _turn.acquire(PATIENCE):
        raise Busy
    try:
        file = _between_processes()
        if file:
            file.acquire()
        try:
            yield
        finally:
            if file:
                file.release()
    finally:
        _turn.release()


@contextmanager
def writing():
    """One turn, one transaction. Inside another deed it joins that deed's transaction.

    Raises  Busy: the turn did not come within 20 seconds
    """
    if _gate.inside:
        yield
        return
    with _turn_to_write():
        _gate.inside = True
        try:
            with transaction.atomic():
                yield
        finally:
            _gate.inside = False


def writes(deed):
    """Decorate a deed: all of it or nothing, in its own turn."""

    @functools.wraps(deed)
    def wrapped(*args, **kwargs):
        with writing():
            return deed(*args, **kwargs)

    return wrapped
