"""Posting against the disk, the raw floor and the peers, in one run: every system once, then all again.

    .venv/bin/python bench/post.py [--rounds 5] [--bulk 100000] [--no-peers] [--engine sqlite] [--json FILE]

PostgreSQL is the server of $DATABASE_URL (databases `bench_*` are made there and dropped), else one started for this
run, as durable as PostgreSQL is by itself. Everything else lies in a temporary folder and goes at the end.
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import machine

BENCH = Path(__file__).resolve().parent
sys.path.insert(0, str(BENCH.parent / "bin"))

ENGINES = ("sqlite", "postgresql")
PEERS = {"peer_hordak": "django-hordak", "peer_ledger": "django-ledger", "peer_tryton": "Tryton"}
PACKAGES = {
    "peer_hordak": ["django-hordak", "Django<6", "psycopg[binary]"],
    "peer_ledger": ["django-ledger", "Django<6", "psycopg[binary]"],
    "peer_tryton": ["trytond", "trytond_account"],
    "peer_beancount": ["beancount"],  # keeps no book to post to: beside.py has it read one
}
DURABLE = ("max_connections=100", "shared_buffers=512MB", "max_wal_size=4GB")


class Task(NamedTuple):
    """A worker's script, what it does, and how many entries."""

    system: str
    what: str
    count: int

    @property
    def name(self) -> str:
        return f"{self.system} {self.what}"


class Place:
    """Where one engine's workers keep their data: a folder, and a database each on PostgreSQL."""

    def __init__(self, engine: str, folder: Path, server: str):
        self.engine, self.folder, self.server = engine, folder / engine, server
        self.pythons = {}
        self.folder.mkdir()

    def run(self, task: Task) -> dict | None:
        """A worker's figures; None when it failed, and why on stderr."""
        script = BENCH / "peers" / f"{task.system}.py" if task.system in PEERS else BENCH / f"{task.system}.py"
        command = [self.pythons.get(task.system, sys.executable), script, task.what, str(task.count)]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment(task.system))
        if done.returncode:
            print(f"{self.engine} {task.name}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            return None
        return json.loads(done.stdout.splitlines()[-1]) if task.what != "prepare" else {}

    def environment(self, system: str) -> dict:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "PYTHONPATH") if name in os.environ}
        kept |= {name: value for name, value in os.environ.items() if name == "DJANGO_SETTINGS_MODULE"}
        database = f"{self.server}/bench_{system}" if self.engine == "postgresql" else ""
        return kept | {"LUMBUNG_HOME": str(self.folder), "DATABASE_URL": database}


@contextlib.contextmanager
def postgresql(systems: list[str]):
    """The address of a durable server, with an empty database for each system."""
    import postgres

    postgres.FORGETFUL = DURABLE
    with postgres.server() as url:
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.netloc}"
        try:
            for system in systems:
                in_server(address, f"DROP DATABASE IF EXISTS bench_{system}", f"CREATE DATABASE bench_{system}")
            yield address
        finally:
            for system in systems:
                in_server(address, f"DROP DATABASE IF EXISTS bench_{system}")


def in_server(address: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def install_peers(folder: Path, peers: list[str]) -> dict[str, Path]:
    """An environment of its own for each peer, from PyPI: its Python."""
    pythons = {}
    for system in peers:
        subprocess.run([sys.executable, "-m", "venv", folder / system], check=True)
        pythons[system] = folder / system / "bin" / "python"
        command = [pythons[system], "-m", "pip", "install", "--quiet", "--quiet", *PACKAGES[system]]
        subprocess.run(command, check=True)
    return pythons


def tasks_of(engine: str, options, peers: list[str]) -> list[Task]:
    """One round, in an order in which neighbours are compared."""
    raw = "copy" if engine == "postgresql" else "bulk"
    tasks = [Task("floor", "one", options.one), Task("ours", "one", options.one)]
    tasks += [Task("ours", "threads", options.one), Task("ours", "processes", options.one)]
    tasks += [Task("floor", raw, options.bulk), Task("ours", "bulk", options.bulk)]
    if engine == "postgresql":
        tasks.append(Task("floor", "bulk", options.bulk))
    for peer in peers:
        tasks += [Task(peer, "one", options.peer_one), Task(peer, "bulk", options.peer_bulk[peer])]
    return tasks


def measure(place: Place, options, peers: list[str]) -> dict[str, list[dict]]:
    """The figures of each task, round after round."""
    ready = [peer for peer in peers if place.run(Task(peer, "prepare", 0)) is not None]
    place.run(Task("ours", "prepare", 0))
    figures: dict[str, list[dict]] = {}
    for number in range(options.rounds):
        print(f"{place.engine}: round {number + 1} of {options.rounds}", file=sys.stderr)
        for task in tasks_of(place.engine, options, ready):
            if (found := place.run(task)) is not None:
                figures.setdefault(task.name, []).append(found)
    return figures


def middle(rows: list[dict], key: str) -> float:
    return statistics.median(row[key] for row in rows if key in row)


def table(engine: str, figures: dict[str, list[dict]]) -> list[str]:
    """Markdown: medians over the rounds."""
    lines = [f"### {engine}", "", "| what | entries/s | per fdatasync | p50 ms | p99 ms |", "|---|--:|--:|--:|--:|"]
    for name, rows in figures.items():
        tail = [f"{middle(rows, key):.2f}" if key in rows[0] else "" for key in ("p50", "p99")]
        per_sync = "" if "p50" not in rows[0] else f"{middle(rows, 'per_sync'):.2f}"
        lines.append(f"| {name} | {middle(rows, 'rate'):,.0f} | {per_sync} | {' | '.join(tail)} |")
    return [*lines, ""]


def ratios(engine: str, figures: dict[str, list[dict]]) -> list[str]:
    """What the targets ask for; a ratio is the median of the ratios of each round, whose neighbours shared a moment."""
    raw = "copy" if engine == "postgresql" else "bulk"
    lines = ["| ratio | reached |", "|---|--:|"]
    lines.append(f"| one by one, entries for each fdatasync | {middle(figures['ours one'], 'per_sync'):.2f} |")
    for clients in ("threads", "processes"):
        rows = figures[f"ours {clients}"]
        tail = statistics.median(row["p99"] / row["p50"] for row in rows)
        lines.append(f"| 8 {clients} at once, entries for each fdatasync | {middle(rows, 'per_sync'):.2f} |")
        lines.append(f"| 8 {clients} at once, against one by one | {against(figures, f'ours {clients}', 'ours one')} |")
        lines.append(f"| 8 {clients} at once, p99 for each p50 | {tail:.1f} |")
    lines.append(f"| one by one, against the floor | {against(figures, 'ours one', 'floor one')} |")
    lines.append(f"| many at once, against the floor ({raw}) | {against(figures, 'ours bulk', f'floor {raw}')} |")
    if raw != "bulk":
        lines.append(f"| many at once, against the floor (INSERTs) | {against(figures, 'ours bulk', 'floor bulk')} |")
    for system, name in PEERS.items():
        for what in ("one", "bulk"):
            if f"{system} {what}" in figures:
                ours = against(figures, f"ours {what}", f"{system} {what}")
                lines.append(f"| {'one by one' if what == 'one' else 'many at once'}, against {name} | {ours} |")
    return [*lines, ""]


def against(figures: dict, ours: str, other: str) -> str:
    pairs = zip(figures[ours], figures[other], strict=False)
    return f"{statistics.median(mine['rate'] / theirs['rate'] for mine, theirs in pairs):.2f}"


def options_of(words: list[str] | None = None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", type=int, default=1000, help="entries posted one by one")
    parser.add_argument("--bulk", type=int, default=100_000, help="entries posted in one call")
    parser.add_argument("--peer-one", type=int, default=100)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--json", type=Path, help="keep every figure of every round here")
    options = parser.parse_args(words)
    most = {"peer_hordak": 20_000, "peer_ledger": 200, "peer_tryton": 1000}
    options.peer_bulk = {peer: min(count, options.bulk) for peer, count in most.items()}
    return options


def main():
    options = options_of()
    folder = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
    try:
        peers = [] if options.no_peers else list(PEERS)
        pythons = install_peers(folder, peers)
        found = {}
        for engine in options.engine or ENGINES:
            found[engine] = on(engine, folder, options, peers, pythons)
        print(machine.described(), "", sep="\n")
        for engine, figures in found.items():
            print(*table(engine, figures), *ratios(engine, figures), sep="\n")
        if options.json:
            options.json.write_text(json.dumps(found, indent=1))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def on(engine: str, folder: Path, options, peers: list[str], pythons: dict[str, Path]) -> dict[str, list[dict]]:
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgresql(["floor", "ours", *peers])) if engine == "postgresql" else ""
        place = Place(engine, folder, server)
        place.pythons = pythons
        return measure(place, options, peers)


if __name__ == "__main__":
    main()
