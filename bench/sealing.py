"""What sealing costs: the member list, book 1 and registering, with numbers sealed and with the same lying open.

    .venv/bin/python bench/sealing.py [--members 1000] [--rounds 15]

On SQLite, in a temporary folder. Two cooperatives with the same members take turns within a run; in the open one the
columns hold the digits themselves, and nothing is sealed, indexed by a key, or remembered between cooperatives.
Processor time of the one process that does all of it, so that a busy machine does not decide.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from unittest import mock

import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
FOLDER = Path(tempfile.mkdtemp(prefix="lumbung-bench-"))
os.environ |= {"LUMBUNG_HOME": str(FOLDER / "home"), "LUMBUNG_KEYS": str(FOLDER / "keys"), "LUMBUNG_KEEP_KEY": "file"}
os.environ.pop("DATABASE_URL", None)

import ours  # starts Django
from django.test import Client

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import CHROMIUM, strong_cookies
from lumbung.vault import sealing


class OpenPen:
    """Writes the digits as they are."""

    def __init__(self, cooperative_id: int):
        pass

    def put(self, row, column, text: str) -> None:
        setattr(row, column.sealed, text.encode() or None)
        setattr(row, column.index, text.encode() or None)


@contextmanager
def lying_open():
    def of(row, column):
        value = getattr(row, column.sealed)
        return bytes(value).decode() if value is not None else ""

    nothing = {"note": lambda *_words: None, "unnote": lambda *_words: None, "is_elsewhere": lambda *_words: False}
    with mock.patch.multiple(sealing, Pen=OpenPen, of=of, **nothing):
        yield


@contextmanager
def sealed():
    yield


WAYS = {"sealed": sealed, "open": lying_open}


def rows(count: int, start: int = 0) -> list[dict]:
    return [
        {"full_name": f"Anggota {n}", "nik": f"35730{4 + n // 9000}450385{n % 9000 + 1000:04}", "joined_on": ours.START}
        for n in range(start, start + count)
    ]


def village(way: str, members: int) -> Cooperative:
    made = Cooperative.objects.get(id=ours.new_book())
    person = create_person(login_name=f"sri-{way}", full_name="Sri", passphrase="padi menguning 2025")
    with WAYS[way](), acting_for(made.id):
        appoint(cooperative_id=made.id, person_id=person.id, role="sekretaris", since=ours.START)
        actions.register_many(cooperative_id=made.id, rows=rows(members), by=person.id)
    made.desk = Client(headers={"User-Agent": CHROMIUM})
    made.desk.cookies = SimpleCookie(strong_cookies(person.login_name))
    return made


def page(path: str):
    def visit(made: Cooperative, _round: int) -> None:
        answer = made.desk.get(f"/k/{made.slug}/{path}")
        assert answer.status_code == 200, answer.status_code

    return visit


def register(made: Cooperative, turn: int) -> None:
    with acting_for(made.id):
        actions.register_many(cooperative_id=made.id, rows=rows(100, 20_000 + turn * 100), by=1)


WORK = {
    "member list, a page of 50": page("anggota/"),
    "looking for a member": page("anggota/cari/?q=anggota+7"),
    "book 1, every number opened": page("buku/daftar-anggota/"),
    "registering 100": register,
}


def compared(work, villages: dict, rounds: int) -> str:
    taken = {way: [] for way in WAYS}
    for turn in range(rounds + 1):
        for way in sorted(WAYS, reverse=turn % 2 == 0):
            start = time.process_time()
            with WAYS[way]():
                work(villages[way], turn)
            taken[way] += [time.process_time() - start] if turn else []  # the first one warms up
    ratios = [one / other for one, other in zip(taken["sealed"], taken["open"], strict=True)]
    fast, slow = (statistics.median(taken[way]) * 1000 for way in ("open", "sealed"))
    return f"{statistics.median(ratios):.2f} | {slow:.1f} ms, open {fast:.1f} ms"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    try:
        ours.call_command("migrate", interactive=False, verbosity=0)
        villages = {way: village(way, options.members) for way in WAYS}
        print(machine.described(), "", f"| {options.members:,} members | sealed / open | |", "|---|--:|---|", sep="\n")
        for name, work in WORK.items():
            print(f"| {name} | {compared(work, villages, options.rounds)} |", flush=True)
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
