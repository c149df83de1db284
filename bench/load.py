"""Twenty people at work at once over SQLite: how long their pages and postings take, beside a view that says hello.

    .venv/bin/python bench/load.py [--people 20] [--seconds 60] [--workers 2] [--pause 1.0] [--home FOLDER]

Each of the twenty signs in as the treasurer or cashier of a cooperative of the demo and goes on as people do: Hari Ini,
the year grid, one due, a cash entry, a search for a member, a statement, with a moment's thought between (`--pause`,
seconds on the average; 0 for none). /hello/ is asked all the while by one more. What was not expected is an error.
"""

import argparse
import itertools
import os
import random
import re
import threading
import time
from collections import defaultdict
from pathlib import Path

import machine
from memory import TOKEN, Browser, sign_in
from serving import demo, passphrase

REQUEST_ID = re.compile(rb'name="request_id" value="([^"]+)"')
MEMBER = re.compile(rb'/anggota/(\d+)/"')
TILES = {"masuk": "penjualan", "keluar": "listrik"}


class Person:
    """One of the twenty: a browser of her own, and what she waited for, kind by kind, in seconds."""

    def __init__(self, port: int, name: str, seed: int):
        self.browser, self.chance = Browser(port), random.Random(seed)
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []
        sign_in(self.browser, name, passphrase(name))
        _status, content = self.browser.get("/")
        self.home = re.search(rb'href="(/k/[^"/]+/)', content).group(1).decode()
        self.members = [found.decode() for found in MEMBER.findall(self.page("anggota/"))]
        self.tiles = {way: self._tile(way) for way in TILES}
        self.waits.clear()

    def _tile(self, way: str) -> str:
        return re.search(rf'href="({TILES[way]}[^"/]*)/'.encode(), self.page(f"kas/{way}/")).group(1).decode()

    def page(self, place: str) -> bytes:
        return self._timed("page", place, lambda: self.browser.get(self.home + place), {200})

    def post(self, place: str, form: dict) -> None:
        """Fill in the form that stands at `place` and send it: what is timed is the sending."""
        content = self.page(place)
        known = {"csrfmiddlewaretoken": TOKEN, "request_id": REQUEST_ID}
        hidden = {name: pattern.search(content).group(1).decode() for name, pattern in known.items()}
        chosen = {name: first_choice(content, name) for name in ("place",)}
        sent = {**hidden, **chosen, **form}
        answer = self._timed("posting", place, lambda: self.browser.post(self.home + place, sent), {200, 302})
        if b'aria-invalid="true"' in answer or b'class="mistakes"' in answer:
            self.errors.append(f"refused: {place} {form}")

    def _timed(self, kind: str, place: str, ask, expected: set[int]) -> bytes:
        start = time.perf_counter()
        status, content = ask()
        self.waits[kind].append(time.perf_counter() - start)
        if status not in expected or b"database is locked" in content:
            self.errors.append(f"{status}: {place}")
        return content

    def round(self, rest) -> None:
        """A quarter of an hour at the desk, in a few seconds."""
        for deed in (self.today, self.grid, self.one_due, self.cash, self.search, self.statement):
            deed()
            rest(self.chance)

    def today(self) -> None:
        self.page("")

    def grid(self) -> None:
        self.page("iuran/")

    def one_due(self) -> None:
        member = self.chance.choice(self.members)
        self.post(f"iuran/{member}/", {"amount": "20.000", "paid_on": today()})

    def cash(self) -> None:
        way = self.chance.choice(list(self.tiles))
        form = {"amount": f"{self.chance.randint(1, 20)}.000", "memo": "uji", "on": today()}
        self.post(f"kas/{way}/{self.tiles[way]}/", form)

    def search(self) -> None:
        self.page(f"anggota/cari/?q={self.chance.choice(['si', 'su', 'wa', 'ri'])}")

    def statement(self) -> None:
        self.page("laporan/hasil-usaha/")


def first_choice(content: bytes, name: str) -> str:
    """What a list or a row of buttons offers first."""
    found = re.search(rf'<select name="{name}".*?value="([^"]+)"|<input[^>]*name="{name}"[^>]*value="([^"]+)"'.encode(),
                      content, re.DOTALL)  # fmt: skip
    return (found.group(1) or found.group(2)).decode() if found else ""


def today() -> str:
    return time.strftime("%d/%m/%Y")


def names() -> list[str]:
    """Those who may take money in: the desk of the first cooperative, and the treasurers of the others."""
    from lumbung.demo.signins import sign_ins

    return [one.login_name for one in sign_ins() if one.role in ("bendahara", "kasir")]


def hello(port: int, until: float, waits: list[float]) -> None:
    browser = Browser(port)
    while time.perf_counter() < until:
        start = time.perf_counter()
        browser.get("/hello/")
        waits.append(time.perf_counter() - start)
        time.sleep(0.1)


def at_once(port: int, options) -> tuple[list[Person], list[float]]:
    people = [Person(port, name, seed) for seed, name in zip(range(options.people), itertools.cycle(names()))]
    until, greeted = time.perf_counter() + options.seconds, []

    def works(person):
        time.sleep(person.chance.uniform(0, options.pause * 6))
        while time.perf_counter() < until:
            try:
                person.round(lambda chance: time.sleep(chance.uniform(0, 2 * options.pause)))
            except Exception as error:  # the others go on, and it is told
                person.errors.append(repr(error))

    threads = [threading.Thread(target=works, args=[person]) for person in people]
    threads.append(threading.Thread(target=hello, args=[port, until, greeted]))
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return people, greeted


def row(told: str, waits: list[float], wanted: str) -> str:
    figures = machine.percentiles(waits)
    return f"| {told} | {len(waits)} | {figures['p50']:.0f} | {figures['p99']:.0f} | {wanted} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds of thought between two deeds, on the average")
    parser.add_argument("--home", type=Path, help="a demo built before, of which a copy is used")
    options = parser.parse_args()
    with demo(options.workers, options.home) as served:
        load = os.getloadavg()[0]
        people, greeted = at_once(served.port, options)
    waits = {kind: [wait for each in people for wait in each.waits[kind]] for kind in ("page", "posting")}
    errors = [error for each in people for error in each.errors]
    print(machine.described(), f"load before {load:.1f}; {options}", "", sep="\n")
    print("| what | how many | p50 ms | p99 ms | wanted p99 |", "|---|--:|--:|--:|--:|", sep="\n")
    print(
        row("hello", greeted, ""),
        row("pages", waits["page"], "300"),
        row("postings", waits["posting"], "500"),
        sep="\n",
    )
    print(f"\nerrors: {len(errors)}", *errors[:10], sep="\n")


if __name__ == "__main__":
    main()
