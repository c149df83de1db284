"""How long the statements take over a small and a big book of the same chart, and against adding up the transfers.

    .venv/bin/python bench/report.py [--big 1000000] [--engine sqlite]

PostgreSQL as in post.py.
"""

import argparse
import contextlib
import shutil
import tempfile
from pathlib import Path

import machine
from post import ENGINES, Place, Task, postgresql

SUMMED = "transfers summed"


def on(engine: str, folder: Path, size: int) -> dict[str, list[float]]:
    """Milliseconds of each question, for the small and for the big book."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgresql(["reading"])) if engine == "postgresql" else ""
        place = Place(engine, folder, server)
        place.run(Task("reading", "prepare", 0))
        return place.run(Task("reading", "read", size)) or {}


def table(engine: str, found: dict[str, list[float]], size: int) -> list[str]:
    lines = [f"### {engine}", "", f"| what, ms | {size // 100:,} entries | {size:,} | ratio | faster than summing |"]
    lines.append("|---|--:|--:|--:|--:|")
    for what, (few, many) in found.items():
        faster = "" if what == SUMMED else f"{found[SUMMED][1] / many:,.0f} ×"
        lines.append(f"| {what} | {few:.2f} | {many:.2f} | {many / few:.2f} | {faster} |")
    return [*lines, ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--big", type=int, default=1_000_000, help="entries; the small book has a hundredth of them")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
    try:
        print(machine.described(), "", sep="\n")
        for engine in options.engine or ENGINES:
            print(*table(engine, on(engine, folder, options.big), options.big), sep="\n", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
