"""What signing adds to a posting, how long a proof takes, and a whole verification against hashing the leaves alone.

    .venv/bin/python bench/proof.py [--size 100000] [--one 400] [--rounds 5]

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
            places = range(start, min(start + BATCH, size))
            actions.post(coop, [actions.draft_event("dues.paid", **ours.due(coop, place)) for place in places])
    return coop


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def signing(one: int, rounds: int) -> list[str]:
    """The share of signing: the same posting with and without whoever follows the head, in turn."""
    shares = {"one by one": [], f"a batch of {BATCH:,}": []}
    follower = heads._FOLLOWERS[:]
    for turn in range(rounds * 2):
        heads._FOLLOWERS[:] = follower if turn % 2 else []
        coop = ours.new_book()
        with acting_for(coop):
            actions.post_event("dues.paid", coop, **ours.due(coop, BATCH))
        calls = ours.one_by_one(coop, range(one))
        shares["one by one"].append(statistics.median(calls))
        shares[f"a batch of {BATCH:,}"].append(sum(ours.at_once(ours.new_book(), BATCH)))
    heads._FOLLOWERS[:] = follower
    return [_share(what, taken) for what, taken in shares.items()]


def _share(what: str, taken: list[float]) -> str:
    without, signed = taken[0::2], taken[1::2]
    added = statistics.median(b / a - 1 for a, b in zip(without, signed, strict=True))
    return (
        f"| signing, {what} | +{added:.1%} | < 10 % | {statistics.median(without) * 1000:.2f} ms without,"
        f" {statistics.median(signed) * 1000:.2f} ms with |"
    )


def proving(coop: int, size: int) -> str:
    with acting_for(coop):
        calls = machine.each_timed([lambda n=n: reports.proof(coop, n) for n in range(1, size, max(1, size // 200))])
    found = machine.percentiles(calls)
    return f"| a proof | {found['p50']:.1f} ms | < 20 ms | p99 {found['p99']:.1f} ms |"


def verifying(coop: int, size: int) -> list[str]:
    with acting_for(coop):
        found = list(rows(coop))
        alone = min(seconds(lambda: tree.root_of([tree.leaf_hash(leaf_of(row)) for row in found])) for _ in range(2))
        leaves = [leaf_of(row) for row in found]
        bytes_alone = min(seconds(lambda: tree.root_of([tree.leaf_hash(leaf) for leaf in leaves])) for _ in range(2))
        del found, leaves
        whole = seconds(lambda: _whole(coop))
    told = f"{whole:.1f} s for {size:,}, hashing alone {alone:.1f} s"
    return [
        f"| verify against hashing alone | {whole / alone:.2f} | ≤ 3 | {told} |",
        f"| of which SHA-256 over bytes at hand | {whole / bytes_alone:.1f} | – | {bytes_alone:.2f} s |",
    ]


def _whole(coop: int) -> None:
    found = audit.problems(coop)
    assert found == [], found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000, help="entries of the book that is proven and verified")
    parser.add_argument("--one", type=int, default=400, help="entries posted one by one")
    parser.add_argument("--rounds", type=int, default=5)
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
        print(*signing(options.one, options.rounds), sep="\n", flush=True)
        coop = filled(options.size)
        print(proving(coop, options.size), *verifying(coop, options.size), sep="\n", flush=True)
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
