"""Locks that give turns: between the threads of a process, in the order of arrival, and between processes."""

import threading
from collections import deque
from pathlib import Path


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

    def try_acquire(self) -> bool:
        """Take the turn if it is free."""
        try:
            _lock_now(self._file)
        except OSError:
            return False
        return True

    def release(self) -> None:
        _unlock(self._file)

    def close(self) -> None:
        """For a lock that is not held for the life of the process."""
        self._file.close()


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _lock(file):
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _lock_now(file):
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file):
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:

    def _lock(file):
        fcntl.flock(file, fcntl.LOCK_EX)

    def _lock_now(file):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file):
        fcntl.flock(file, fcntl.LOCK_UN)
