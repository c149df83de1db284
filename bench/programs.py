"""The programs whose trial balances are compared: each a command over one book, timed, weighed, stopped in time."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import book

BENCH = Path(__file__).resolve().parent
OURS, SUMMED, BEANCOUNT, CACHED, HLEDGER = "Lumbung", "its transfers summed", "Beancount", "from its cache", "hledger"
FAILED, STOPPED = "failed", "stopped"


class Book(NamedTuple):
    """One book in every form: a cooperative of ours, and the same entries as text."""

    size: int
    cooperative: int
    journal: Path
    beancount: Path


class Program(NamedTuple):
    """A program and how it is asked.

    heard  what it said -> balances, and what it timed itself: `work`, `again`, `beside` (seconds)
    """

    name: str
    command: Callable[[Book], list]
    heard: Callable[[str], dict]
    before: Callable[[Book], None] = lambda _: None


class Run(NamedTuple):
    status: int
    seconds: float
    mib: float
    said: str
    complaint: str
    late: bool


def programs(pythons: dict[str, Path]) -> list[Program]:
    """Those that are here; ours first."""
    found = [Program(OURS, _ours("read"), json.loads), Program(SUMMED, _ours("summed"), json.loads)]
    if shutil.which("hledger"):
        found.append(Program(HLEDGER, _hledger, hledger_heard))
    else:
        print("hledger is not installed here (on Debian: apt-get install hledger): it is left out.", file=sys.stderr)
    if python := pythons.get("peer_beancount"):
        found.append(Program(BEANCOUNT, _beancount(python), json.loads, _forget))
        found.append(Program(CACHED, _beancount(python), json.loads))
    return found


def versions(pythons: dict[str, Path]) -> str:
    """Of the peers, in a line."""
    code = "import sys; from importlib.metadata import version; print(sys.argv[1], version(sys.argv[1]))"
    packages = {"peer_tryton": "trytond", "peer_beancount": "beancount"}
    commands = [[pythons[system], "-c", code, package] for system, package in packages.items() if system in pythons]
    commands += [["hledger", "--version"]] if shutil.which("hledger") else []
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for command in commands]
    return "; ".join(one.strip().partition(",")[0] for one in said)


def _ours(what: str):
    return lambda one: [sys.executable, BENCH / "balances.py", what, str(one.cooperative)]


def _beancount(python: Path):
    return lambda one: [python, BENCH / "peers" / "peer_beancount.py", one.beancount]


def _forget(one: Book) -> None:
    one.beancount.with_name(f".{one.beancount.name}.picklecache").unlink(missing_ok=True)


def _hledger(one: Book) -> list:
    return ["hledger", "-f", one.journal, "balance", "--no-total", "--output-format", "csv"]


def hledger_heard(said: str) -> dict:
    rows = list(csv.reader(said.splitlines()))[1:]
    return {"balances": {code: int(amount.split()[0]) for code, amount in rows}}


def build(size: int, folder: Path, environment: dict) -> Book:
    """The book of that size, in every form."""
    built = run([sys.executable, BENCH / "balances.py", "build", str(size)], environment, limit=3600)
    assert built.status == 0, built.complaint
    one = Book(size, json.loads(built.said)["cooperative"], folder / f"{size}.journal", folder / f"{size}.beancount")
    for file in (one.journal, one.beancount):
        book.write(file, book.entries(size))
    return one


def ask(program: Program, one: Book, environment: dict, limit: float) -> dict | str:
    """Seconds from start to answer, of the work and once more; MiB; or why there is none."""
    program.before(one)
    done = run(program.command(one), environment, limit)
    if done.status:
        print(f"{program.name}, {one.size:,}: {done.complaint.strip().splitlines()[-1:]}", file=sys.stderr)
        return STOPPED if done.late else FAILED
    figures = program.heard(done.said)
    found = {code: rupiah for code, rupiah in figures.pop("balances").items() if rupiah}
    assert found == book.balances(book.entries(one.size)), f"{program.name} finds other balances than the book has"
    return figures | {"whole": done.seconds - figures.pop("beside", 0), "mib": done.mib}


def run(command: list, environment: dict, limit: float) -> Run:
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complaint:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=complaint, env=environment)
        killer = threading.Timer(limit, os.kill, (process.pid, signal.SIGKILL))
        killer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            process.kill()
            raise
        finally:
            killer.cancel()
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = [_read(file) for file in (said, complaint)]
    return Run(process.returncode, seconds, usage.ru_maxrss / 1024, *texts, seconds >= limit)


def _read(file) -> str:
    file.seek(0)
    return file.read()
