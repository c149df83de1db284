"""The only place that makes an id.

`new()` is a positive 63-bit integer that grows with time, so that a table keyed by it fills at its end and needs no
sequence, on one machine or on a hundred:

    41 bits  milliseconds since 2025-01-01 UTC (enough until 2094)
    12 bits  a counter that starts somewhere in the lower half; when it is full it borrows the next millisecond
    10 bits  this process: its number on its host, so two workers of one host differ, plus a mark of the host
"""

import hashlib
import os
import platform
import random
import secrets
import threading
import time
import uuid

EPOCH_MS = 1_735_689_600_000  # 2025-01-01T00:00:00Z
FACTS = uuid.UUID("6f0cbb2e-8d8c-5c0b-9f4b-2d1a6b1d7c11")  # never change it: a repeated run knows its facts by it

SIGNS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"

_TIME_SHIFT = 22
_STEP = 1 << 10


def new() -> int:
    """A new id: larger than every id this process made before, whatever the machine's clock does."""
    global _last
    with _lock:
        this_millisecond = (time.time_ns() // 1_000_000 - EPOCH_MS) << _TIME_SHIFT
        if this_millisecond > _last:
            _last = this_millisecond | random.getrandbits(11) << 10 | _process
        else:
            _last += _STEP
        return _last


def new_request() -> uuid.UUID:
    """The id of one deed, made when its form is shown; from the system's entropy, so nobody can guess another's."""
    return uuid.uuid4()


def new_code() -> str:
    """`K7QF-3M2H`: a request's name for people to read out over the telephone; no signs that look alike."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"


def from_fact(fact: str) -> uuid.UUID:
    """The request id of a deed that follows from a fact ("dues:2026-01:7"): the same fact, the same id, for ever."""
    return uuid.uuid5(FACTS, fact)


def _start() -> None:
    """Give this process its mark and a lock of its own; a forked child must share neither with its parent."""
    global _lock, _process, _last
    host = hashlib.blake2b(platform.node().encode(), digest_size=4).digest()
    _lock = threading.Lock()
    _process = (int.from_bytes(host) + os.getpid()) % _STEP
    _last = _process


_start()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start)
