"""SQLite's write-ahead log: room made beforehand, and one sync for all who wait.

A commit is safe once the log is on the disk. Left to itself SQLite syncs while it holds the only write lock, and a log
that grows costs each sync about twice. So a deed commits without a sync and gives its turn on, then syncs the log
before it answers: the same promise, while the next one already writes, and one sync serves all who committed before it
(docs/decisions/0012-sync-after-the-turn.md). What is written outside of a deed SQLite still syncs by itself.
"""

import os
import threading

ROOM = 4000 * 4120  # bytes: `wal_autocheckpoint` pages with their heads, see site/environment.py
PIECE = 1 << 20


class DiskFailed(Exception):
    """The disk refused what had been committed: whether it was kept is not known."""


class Log:
    """The log beside one database file. Its methods but `sync` are called by whoever has the turn to write."""

    def __init__(self, database: str):
        self._path, self._file, self._seen = f"{database}-wal", -1, None
        self._syncing = threading.Lock()
        self._committed = self._synced = 0
        self._failed: OSError | None = None

    def takes_over(self, database) -> bool:
        """Ask SQLite not to sync the next transaction; false where that cannot be: no such system call, no log."""
        if not hasattr(os, "fdatasync"):
            return False
        database.ensure_connection()
        if not os.path.exists(self._path):
            return False
        database.connection.execute("PRAGMA synchronous = NORMAL")
        return True

    def hand_back(self, database) -> None:
        database.connection.execute("PRAGMA synchronous = FULL")

    def make_room(self) -> None:
        """Lengthen a new log with zeros, which SQLite passes over. The transaction that calls has the write lock."""
        found = os.stat(self._path)
        if (found.st_dev, found.st_ino) != self._seen:
            self._open_anew(found)
        for start in range(found.st_size, ROOM, PIECE):
            os.pwrite(self._file, bytes(min(PIECE, ROOM - start)), start)

    def _open_anew(self, found: os.stat_result) -> None:
        with self._syncing:
            if self._file >= 0:
                os.close(self._file)
            self._file, self._seen = os.open(self._path, os.O_RDWR), (found.st_dev, found.st_ino)

    def mark(self) -> int:
        """How many transactions have been committed."""
        self._committed += 1
        return self._committed

    def sync(self, mark: int) -> None:
        """Return when the transaction with this mark is on the disk.

        Raises  DiskFailed: it may not be there. A system that failed once forgets what it could not write, and says
                that all is well when asked again; so nothing is promised any more until Lumbung has started anew
        """
        with self._syncing:
            if self._failed:
                raise DiskFailed from self._failed
            if self._synced < mark:
                self._sync()

    def _sync(self) -> None:
        reached = self._committed
        try:
            os.fdatasync(self._file)
        except OSError as failed:
            self._failed = failed
            raise DiskFailed from failed
        self._synced = reached
