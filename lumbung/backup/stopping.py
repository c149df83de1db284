"""Ask the server that answers this page to stop a moment later; `lumbung serve` then switches over and begins anew."""

import os
import signal
import threading

SERVER = "LUMBUNG_SERVER"  # the process that began this one and will begin another
MOMENT = 1.0  # seconds, for the answer to go out


def by_this_process() -> None:
    """Whoever answers pages from here on may ask this process to stop."""
    os.environ[SERVER] = str(os.getpid())


def can() -> bool:
    """Whether somebody is there who begins anew; another server's pages, and Windows, wait for a person."""
    return os.name != "nt" and os.environ.get(SERVER) == str(os.getppid())


def soon() -> None:
    if can():
        threading.Timer(MOMENT, os.kill, (os.getppid(), signal.SIGTERM)).start()
