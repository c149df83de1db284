"""The fault campaign: what happens to the machine, and whether anybody was told a lie.

    bin/faults [--quick] [--only NAME …] [--seed N] [--json FILE] [--page]

--quick  three minutes; else the whole of it, more than a thousand kills and a hundred power cuts
--page   writes the figures into docs/keamanan/faults.md
A fault that this machine cannot make (no root for a loop device, no strace) says so, and counts for nothing.
"""

import argparse
import json
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import disk
import files
import ground
import kills
import machines
import postgresql
import powercuts
import served
from ground import HERE, Tally

PAGE = HERE.parent / "docs" / "keamanan" / "faults.md"
MARK = re.compile(r"(<!-- figures -->\n).*?(<!-- end -->)", re.DOTALL)
STRACE, LOOP, POSTGRESQL = "strace", "a loop device", "PostgreSQL"


class Fault(NamedTuple):
    """`much` and `little`: how often in the whole campaign and in the quick one."""

    name: str
    needs: str
    much: int
    little: int
    do: Callable[[int, dict], Tally]


FAULTS = [
    Fault("kill -9 at the nth sync", STRACE, 500, 25, lambda n, k: kills.at_nth("sync", kills=n, **k)),
    Fault("kill -9 at the nth write", STRACE, 400, 25, lambda n, k: kills.at_nth("write", kills=n, **k)),
    Fault("kill -9 under four clients", "", 200, 10, lambda n, k: kills.at_random(kills=n, **k)),
    Fault("power cut", LOOP, 120, 10, lambda n, k: powercuts.cuts(count=n, **k)),
    Fault("power cut, without the sync after the turn", LOOP, 10, 3, lambda n, k: unsynced(n, k)),
    Fault("no room at the nth write", STRACE, 60, 6, lambda n, k: disk.errors("full", rounds=n, **k)),
    Fault("a disk that fills up", LOOP, 1, 1, lambda n, k: disk.really_full(**k)),
    Fault("an error at the nth write", STRACE, 60, 6, lambda n, k: disk.errors("write fails", rounds=n, **k)),
    Fault("an error at the nth sync", STRACE, 60, 6, lambda n, k: disk.errors("sync fails", rounds=n, **k)),
    Fault("a bit turned in the file", "", 2000, 60, lambda n, k: files.flipped(flips=n, **k)),
    Fault("pages cut off, emptied, exchanged", "", 120, 12, lambda n, k: files.damaged(rounds=n, **k)),
    Fault("a torn log", "", 60, 6, lambda n, k: files.torn(rounds=n, **k)),
    Fault("the main file copied without its -wal", "", 1, 1, lambda n, k: files.left_behind(**k)),
    Fault("clock back, ahead, at 1970", "", 1, 1, lambda n, k: machines.clocks(**k)),
    Fault("two servers on one file, one killed", "", 30, 2, lambda n, k: machines.two_servers(rounds=n, **k)),
    Fault("an outbox three times over, shuffled", "", 500, 60, lambda n, k: machines.letters(items=n, **k)),
    Fault("PostgreSQL crashes", POSTGRESQL, 20, 2, lambda n, k: postgresql.crashes(crashes=n, seed=k["seed"])),
    Fault("the pool of connections exhausted", POSTGRESQL, 1, 1, lambda n, k: postgresql.exhausted(seed=k["seed"])),
    Fault("slow clients", "", 200, 60, lambda n, k: served.slow_clients(clients=n, folder=k["folder"])),
    Fault("two servers on one folder, as served", "", 1, 1, lambda n, k: served.two_on_one_folder(folder=k["folder"])),
    Fault("DEFERRED without the gate", "", 1, 1, lambda n, k: machines.deferred(**k)),
]  # fmt: skip


def unsynced(count: int, facts: dict) -> Tally:
    """A negative control; what it loses is counted and expected."""
    tally = powercuts.cuts(count=count, mode="unsynced", **facts)
    others = [complaint for complaint in tally.complaints if "LOST" not in complaint and "begin" not in complaint]
    tally.complaints = others if tally["lost"] else [*others, "nothing was lost: this campaign is too tame"]
    return tally


def hindered(fault: Fault, folder: Path) -> str:
    """Why this machine cannot make the fault; empty when it can."""
    if fault.needs == STRACE and not ground.has_strace():
        return "strace is not here, or may not trace"
    if fault.needs == LOOP:
        try:
            powercuts.refuse_without_loop(folder)
        except powercuts.NoLoop as reason:
            return f"no image can be mounted here: {reason}"
    return ""


def run(fault: Fault, folder: Path, *, quick: bool, seed: int) -> dict:
    print(f"{fault.name} …", end=" ", flush=True)
    if reason := hindered(fault, folder):
        print(f"NOT DONE: {reason}", flush=True)
        return {"fault": fault.name, "not_done": reason, "complaints": []}
    facts = {"template": ground.prepare(folder), "folder": folder, "seed": seed}
    started = time.monotonic()
    tally = fault.do(fault.little if quick else fault.much, facts)
    spent = time.monotonic() - started
    if "acknowledged" in tally and not tally["acknowledged"]:
        tally.hear(["nobody was promised anything: this proves nothing"], fault.name)
    print("; ".join(f"{name} {count}" for name, count in tally.items()), f"({spent:.0f} s)", flush=True)
    for complaint in tally.complaints[:20]:
        print(f"   COMPLAINT {complaint}", flush=True)
    figures = {name: count for name, count in tally.items() if count}
    return {"fault": fault.name, "figures": figures, "complaints": tally.complaints, "seconds": round(spent)}


def table(results: list[dict]) -> str:
    lines = ["| fault | figures | complaints |", "|---|---|--:|"]
    for result in results:
        told = result.get("not_done") or "; ".join(f"{name} {count:,}" for name, count in result["figures"].items())
        lines.append(f"| {result['fault']} | {told} | {len(result['complaints'])} |")
    return "\n".join(lines)


def write_page(results: list[dict], seed: int) -> None:
    when = datetime.now(UTC).date().isoformat()
    head = (
        f"Seed {seed}, {when}, {os.cpu_count()} cores, {platform.system()} {platform.release().partition('-')[0]}.\n\n"
    )
    PAGE.write_text(MARK.sub(lambda found: f"{found[1]}{head}{table(results)}\n{found[2]}", PAGE.read_text()))


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", default=[], help="faults whose name has one of these words"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--page", action="store_true")
    return parser.parse_args()


def main() -> int:
    asked = options()
    chosen = [fault for fault in FAULTS if not asked.only or any(word in fault.name for word in asked.only)]
    folder = Path(tempfile.mkdtemp(prefix="lumbung-faults-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    os.environ["LUMBUNG_HOME"] = str(folder / "home")
    try:
        results = [run(fault, folder, quick=asked.quick, seed=asked.seed) for fault in chosen]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if asked.json:
        Path(asked.json).write_text(json.dumps(results, indent=2))
    if asked.page:
        write_page(results, asked.seed)
    complaints = sum(len(result["complaints"]) for result in results)
    print(f"\n{table(results)}\n\n{complaints} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
