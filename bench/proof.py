"""What signing adds to a posting, how long a proof takes, and a whole verification against hashing the leaves alone.

    .venv/bin/python bench/proof.py [--size 100000] [--one 1000] [--batches 3]

On SQLite, in a temporary folder; ratios of the same run. "Hashing alone" makes each leaf's bytes from values that lie
in memory (commitment and all), hashes them, and builds the tree: no table is read, nothing is compared.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
FOLDER = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
os.environ["LUMBUNG_HOME"] = str(FOLDER)
os.environ.pop("DATABASE_URL", None)

import ours  # starts Django

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions
from lumbung.ledger.actions import heads
from lumbung.ledger.rows import leaf_of, rows
from lumbung.tlog import tree
from lumbung.witness import audit, reports

BATCH = 20_000


def filled(size: int) -> int:
    """A book of so many dues, posted in batches."""
    coop = ours.new_book()
    with acting_for(coop):
        for start in range(0, size, BATCH):
            actions.post(coop, dues(coop, range(start, min(start + BATCH, size))))
    return coop


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def signing(one: int, batches: int) -> list[str]:
    """The share of signing: postings of one book, by turns with a signature and with the seal that was there before."""
    sealers = [[lambda head: head.before], heads._SEALERS[:]]
    taken = {"one by one": ([], []), f"in batches of {BATCH:,}": ([], [])}
    coop = ours.new_book()
    with acting_for(coop):
        for place in range(one * 2):
            heads._SEALERS[:] = sealers[place % 2]
            work = partial(actions.post_event, "dues.paid", coop, **ours.due(coop, place))
            taken["one by one"][place % 2].append(cost(work))
        for batch in range(batches * 2):
            heads._SEALERS[:] = sealers[batch % 2]
            drafts = dues(coop, range((batch + 1) * BATCH, (batch + 2) * BATCH))
            taken[f"in batches of {BATCH:,}"][batch % 2].append(cost(partial(actions.post, coop, drafts)))
    heads._SEALERS[:] = sealers[1]
    return [line for what, (without, signed) in taken.items() for line in shares(what, without, signed)]


def shares(what: str, without: list, signed: list) -> list[str]:
    """By the clock and by the processor: on a busy machine only the second can be believed."""
    lines = []
    for place, by in enumerate(("clock", "processor")):
        plain, more = (statistics.median(cost[place] for cost in costs) * 1000 for costs in (without, signed))
        lines.append(
            f"| signing, {what}, by the {by} | {more / plain - 1:+.1%} | < 10 % | {plain:.2f} → {more:.2f} ms |"
        )
    return lines


def cost(work) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def dues(coop: int, places) -> list:
    return [actions.draft_event("dues.paid", **ours.due(coop, place)) for place in places]


def proving(coop: int, size: int) -> list[str]:
    """By the clock and by the processor, and the first one, which remembers nothing yet."""
    numbers = range(1, size, max(1, size // 200))
    with acting_for(coop):
        first = cost(partial(reports.proof, coop, size))
        taken = [cost(partial(reports.proof, coop, number)) for number in numbers]
    lines = []
    for place, by in enumerate(("clock", "processor")):
        calls = sorted(one[place] * 1000 for one in taken)
        told = f"p99 {calls[-1 - len(calls) // 100]:.1f} ms, the first after a start {first[place] * 1000:.1f} ms"
        lines.append(f"| a proof, by the {by} | {statistics.median(calls):.1f} ms | < 20 ms | {told} |")
    return lines


def verifying(coop: int, size: int) -> list[str]:
    with acting_for(coop):
        found = list(rows(coop))
        alone = seconds(partial(hashed, map(leaf_of, found)))
        contents = list(map(leaf_of, found))
        at_hand = seconds(partial(hashed, contents))
        del found, contents
        whole = seconds(partial(_whole, coop))
    told = f"{whole:.1f} s for {size:,}, hashing alone {alone:.1f} s"
    return [
        f"| verify against hashing alone | {whole / alone:.2f} | ≤ 3 | {told} |",
        f"| verify against SHA-256 over bytes at hand | {whole / at_hand:.1f} | – | {at_hand:.2f} s |",
    ]


def hashed(contents) -> bytes:
    return tree.root_of([tree.leaf_hash(content) for content in contents])


def _whole(coop: int) -> None:
    found = audit.problems(coop)
    assert found == [], found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000, help="entries of the book that is proven and verified")
    parser.add_argument("--one", type=int, default=1000, help="entries posted one by one, each way")
    parser.add_argument("--batches", type=int, default=3, help="batches posted, each way")
    options = parser.parse_args()
    try:
        ours.call_command("migrate", interactive=False, verbosity=0)
        print(
            machine.described(),
            "",
            f"| {options.size:,} entries | measured | wanted | |",
            "|---|--:|--:|---|",
            sep="\n",
        )
        print(*signing(options.one, options.batches), sep="\n", flush=True)
        coop = filled(options.size)
        print(*proving(coop, options.size), *verifying(coop, options.size), sep="\n", flush=True)
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
