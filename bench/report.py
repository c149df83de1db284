"""How long the statements take over a small and a big book of the same chart, and against adding up the transfers.

    .venv/bin/python bench/report.py [--small 10000] [--big 1000000] [--engine sqlite]

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


def on(engine: str, folder: Path, sizes: list[int]) -> list[dict]:
    """Milliseconds of each question, for each size of book."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(postgresql(["reading"])) if engine == "postgresql" else ""
        place = Place(engine, folder, server)
        place.run(Task("reading", "prepare", 0))
        return [place.run(Task("reading", "read", size)) for size in sizes]


def table(engine: str, small: dict, big: dict, sizes: list[int]) -> list[str]:
    lines = [
        f"### {engine}",
        "",
        f"| what, ms | {sizes[0]:,} | {sizes[1]:,} | big for each small | faster than summing |",
    ]
    lines.append("|---|--:|--:|--:|--:|")
    for what, much in big.items():
        faster = "" if what == SUMMED else f"{big[SUMMED] / much:,.0f} ×"
        lines.append(f"| {what} | {small[what]:.2f} | {much:.2f} | {much / small[what]:.2f} | {faster} |")
    return [*lines, ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--big", type=int, default=1_000_000)
    parser.add_argument("--engine", choices=ENGINES, action="append")
    options = parser.parse_args()
    sizes = [options.small, options.big]
    folder = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
    try:
        print(machine.described(), "", sep="\n")
        for engine in options.engine or ENGINES:
            small, big = on(engine, folder, sizes)
            print(*table(engine, small, big, sizes), sep="\n", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
