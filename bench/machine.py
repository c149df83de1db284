"""What this machine's disk gives at this very moment, and how a piece of work is timed against it.

Standard library only: the peers' environments import it too.
"""

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

BLOCK = 4096
SPAN = 16  # blocks written in turn, in place
CALIBRATION = 0.3  # seconds


def fdatasync_rate(folder: Path) -> float:
    """How many times a second this disk makes 4 KiB, written in place, durable."""
    block = os.urandom(BLOCK)
    with tempfile.TemporaryFile(dir=folder) as file:
        os.pwrite(file.fileno(), block * SPAN, 0)
        os.fsync(file.fileno())
        count, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < CALIBRATION:
            os.pwrite(file.fileno(), block, count % SPAN * BLOCK)
            os.fdatasync(file.fileno())
            count += 1
    return count / spent


def bracketed(work: Callable[[], list[float]], entries: int, folder: Path) -> dict:
    """Do `work`, with the disk measured right before and after it; it answers with the seconds of each of its calls."""
    before = fdatasync_rate(folder)
    start = time.perf_counter()
    calls = work()
    seconds = time.perf_counter() - start
    syncs = (before + fdatasync_rate(folder)) / 2
    return {"rate": entries / seconds, "per_sync": entries / seconds / syncs, "syncs": syncs} | percentiles(calls)


def percentiles(calls: list[float]) -> dict:
    """p50 and p99 in milliseconds."""
    if len(calls) < 2:
        return {}
    hundredths = statistics.quantiles(calls, n=100)
    return {"p50": hundredths[49] * 1000, "p99": hundredths[98] * 1000}


def each_timed(deeds: Iterable[Callable[[], object]]) -> list[float]:
    """The seconds that each deed took."""
    calls = []
    for deed in deeds:
        start = time.perf_counter()
        deed()
        calls.append(time.perf_counter() - start)
    return calls


def once_timed(deed: Callable[[], object]) -> list[float]:
    return each_timed([deed])


def answer(figures: dict) -> None:
    """A worker's last word to the script that started it."""
    print(json.dumps(figures))


def described() -> str:
    """The machine in a line, for the table of results."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, {platform.system()} {platform.release()},"
        f" Python {platform.python_version()}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(": ", 1)[1] for line in lines if line.startswith("model name")), platform.machine())


def here() -> Path:
    """The folder whose disk is measured: that of the data."""
    return Path(os.environ["LUMBUNG_HOME"])


def asked() -> tuple[str, int]:
    """`worker.py WHAT COUNT`"""
    return sys.argv[1], int(sys.argv[2])
