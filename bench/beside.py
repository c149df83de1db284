"""Posting beside Tryton, trial balances beside Beancount and hledger: the same book for all, one run, one table.

    .venv/bin/python bench/beside.py [--size 10000 --size 100000] [--largest hledger=100000] [--limit 300] [--no-tryton]

On SQLite. Tryton and Beancount come from PyPI into environments of their own; hledger is the one installed, if any.
Everything lies in a temporary folder and goes at the end.
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import machine
import programs
from post import Place, Task, install_peers
from programs import BEANCOUNT, CACHED, HLEDGER, OURS, STOPPED, SUMMED

TRYTON = "Tryton"
COLUMNS = (OURS, SUMMED, TRYTON, HLEDGER, BEANCOUNT, CACHED)
SIZES = (10_000, 100_000, 1_000_000)
ONCE_FROM = 1_000_000
LEFT_OUT = "left out"
SYSTEMS = {OURS: "ours", TRYTON: "peer_tryton"}
POSTINGS = {"one": "posting one by one, an entry", "bulk": "posting many at once, an entry"}
START = "start: the program over an empty book"
PARTS = {
    "whole": "from start to answer",
    "work": "of it reading and adding up",
    "again": "once more, while open",
    "mib": "memory, MiB",
}


class Table:
    """Rows of figures by program: a list of one figure a round (ms), or a word that says why there is none."""

    def __init__(self):
        self.rows: dict[str, dict[str, list[float] | str]] = {}

    def add(self, row: str, column: str, figure: float) -> None:
        kept = self.rows.setdefault(row, {}).setdefault(column, [])
        if not isinstance(kept, str):
            kept.append(figure)

    def excuse(self, row: str, column: str, why: str) -> None:
        self.rows.setdefault(row, {})[column] = why

    def lines(self) -> list[str]:
        used = [column for column in COLUMNS if any(column in cells for cells in self.rows.values())]
        head = ["what, ms", *used]
        lines = [f"| {' | '.join(head)} |", f"|---|{'--:|' * len(used)}"]
        for row, cells in self.rows.items():
            lines.append(f"| {' | '.join([row, *(cell(cells, column) for column in used)])} |")
        return lines


def cell(cells: dict, column: str) -> str:
    """A figure, the median of the rounds, with its ratio to ours: the median of the rounds' ratios."""
    figures = cells.get(column, "–")
    if isinstance(figures, str):
        return figures
    shown = rounded(statistics.median(figures))
    if column == OURS or isinstance(cells.get(OURS, ""), str):
        return shown
    ratio = statistics.median(theirs / mine for theirs, mine in zip(figures, cells[OURS], strict=False))
    return f"{shown} ({rounded(ratio)} ×)"


def rounded(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def postings(place: Place, table: Table, options) -> None:
    """Each in turn, round after round."""
    counts = {(OURS, "one"): options.one, (OURS, "bulk"): options.bulk}
    if not options.no_tryton and place.run(Task(SYSTEMS[TRYTON], "prepare", 0)) is not None:
        counts |= {(TRYTON, "one"): options.peer_one, (TRYTON, "bulk"): options.peer_bulk}
    for number in range(options.rounds):
        print(f"posting: round {number + 1} of {options.rounds}", file=sys.stderr)
        for (name, what), count in counts.items():
            if (found := place.run(Task(SYSTEMS[name], what, count))) is not None:
                table.add(POSTINGS[what], name, 1000 / found["rate"])


def starts(place: Place, table: Table, options, asked: list) -> dict[str, float]:
    """Seconds that each program takes over an empty book."""
    empty = programs.build(0, place.folder, place.environment("balances"))
    for _ in range(options.rounds):
        for program in asked:
            found = programs.ask(program, empty, place.environment("balances"), options.limit)
            assert not isinstance(found, str), f"{program.name} {found} over an empty book"
            table.add(START, program.name, found["whole"] * 1000)
    return {name: statistics.median(figures) / 1000 for name, figures in table.rows[START].items()}


def trial_balances(place: Place, table: Table, options, asked: list) -> None:
    start = starts(place, table, options, asked)
    gone: dict[str, str] = {}
    for size in options.size or SIZES:
        print(f"{size:,} entries: building", file=sys.stderr)
        one = programs.build(size, place.folder, place.environment("balances"))
        for number in range(1 if size >= ONCE_FROM else options.rounds):
            print(f"{size:,} entries: round {number + 1}", file=sys.stderr)
            for program in asked:
                gone |= {program.name: LEFT_OUT} if size > options.largest.get(program.name.lower(), size) else {}
                found = gone.get(program.name) or answer(program, one, place, options, start)
                keep(table, size, program.name, found, options.limit)
                gone |= fallen(program.name, found)
        for file in (one.journal, one.beancount):
            file.unlink()


def answer(program, one, place: Place, options, start: dict[str, float]) -> dict | str:
    found = programs.ask(program, one, place.environment("balances"), options.limit)
    if isinstance(found, dict):
        found.setdefault("work", max(found["whole"] - start[program.name], 0))
    return found


def fallen(name: str, found: dict | str) -> dict[str, str]:
    """Who is not asked again: one without an answer; and Beancount's cache, which the first reading would have made."""
    if isinstance(found, dict):
        return {}
    return {name: LEFT_OUT} | ({CACHED: LEFT_OUT} if name == BEANCOUNT else {})


def keep(table: Table, size: int, name: str, found: dict | str, limit: float) -> None:
    for part, words in PARTS.items():
        row = f"{size:,} entries: {words}"
        if found == STOPPED:
            table.excuse(row, name, f"stopped after {limit:,.0f} s")
        elif isinstance(found, str):
            table.excuse(row, name, found)
        elif part in found:
            table.add(row, name, found[part] * (1 if part == "mib" else 1000))


def largest(words: str) -> tuple[str, int]:
    name, _, size = words.partition("=")
    if name.lower() not in (BEANCOUNT.lower(), HLEDGER):
        raise argparse.ArgumentTypeError("say beancount=ENTRIES or hledger=ENTRIES")
    return name.lower(), int(size)


def options_of(words: list[str] | None = None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help=f"books of {ONCE_FROM:,} and more are read once")
    parser.add_argument("--one", type=int, default=1000, help="entries posted one by one")
    parser.add_argument("--bulk", type=int, default=20_000, help="entries posted in one call")
    parser.add_argument("--peer-one", type=int, default=100)
    parser.add_argument("--peer-bulk", type=int, default=1000)
    parser.add_argument("--size", type=int, action="append", help=f"entries of a book; {SIZES} when not given")
    parser.add_argument("--largest", type=largest, action="append", default=[], metavar="PROGRAM=ENTRIES")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a program is stopped")
    parser.add_argument("--no-tryton", action="store_true")
    parser.add_argument("--json", type=Path, help="keep every figure of every round here")
    options = parser.parse_args(words)
    options.largest = dict(options.largest)
    if BEANCOUNT.lower() in options.largest:
        options.largest[CACHED.lower()] = options.largest[BEANCOUNT.lower()]
    return options


def load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


@contextlib.contextmanager
def folder():
    made = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def main():
    options, table, before = options_of(), Table(), load()
    with folder() as here:
        place = Place("sqlite", here, "")
        place.pythons = install_peers(here, ["peer_beancount"] + ["peer_tryton"] * (not options.no_tryton))
        versions = programs.versions(place.pythons)
        place.run(Task("ours", "prepare", 0))
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C: the table as far as it is
            postings(place, table, options)
            trial_balances(place, table, options, programs.programs(place.pythons))
    state = f"load average {before} before, {load()} after; {versions}"
    print(machine.described(), state, "", *table.lines(), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(table.rows, indent=1))


if __name__ == "__main__":
    main()
