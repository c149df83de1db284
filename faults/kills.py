"""Lumbung killed: at its nth sync, at its nth write, and at a random moment under several clients."""

import random

from ground import WHEN, Book, Office, Tally

A_BOOK = 40  # kills that one book lives through
NTHS = {"sync": range(1, 61), "write": [place * 97 % (WHEN - 1) + 1 for place in range(WHEN - 1)]}
INJECTIONS = {
    "sync": f"fsync,fdatasync:signal=SIGKILL:when={WHEN}",
    "write": f"pwrite64:signal=SIGKILL:when={WHEN}",
}


def at_nth(call: str, *, kills: int, template, folder, seed: int) -> Tally:
    """Kill each child at its nth call, n from 1 on and round again; another child goes on with the same book."""
    tally, book = Tally(), None
    with Office(INJECTIONS[call]) as office:
        while tally["kills"] < kills:
            if tally["rounds"] % A_BOOK == 0:
                book = renewed(book, template, folder, tally)
            nth = NTHS[call][tally["rounds"] % len(NTHS[call])]
            ended = office.do(book.job(seed=seed + tally["rounds"], deeds=80, burn=call, burns=WHEN - nth))
            count(tally, ended, book, f"killed at {call} {nth}, round {tally['rounds']}")
    renewed(book, template, folder, tally)
    return tally


def at_random(*, kills: int, template, folder, seed: int, clients: int = 4) -> Tally:
    """Kill at a random moment while several clients share turns and syncs."""
    tally, book, dice = Tally(), None, random.Random(seed)
    with Office() as office:
        while tally["kills"] < kills:
            if tally["rounds"] % A_BOOK == 0:
                book = renewed(book, template, folder, tally)
            job = book.job(seed=seed + tally["rounds"], clients=clients, deeds=200)
            ended = office.kill_after(job, dice.uniform(0.1, 0.9))
            count(tally, ended, book, f"killed under {clients} clients, round {tally['rounds']}")
    renewed(book, template, folder, tally)
    return tally


def count(tally: Tally, ended: dict, book: Book, where: str) -> None:
    tally["rounds"] += 1
    tally["kills"] += ended["killed"]
    if not ended["killed"] and ended["code"]:
        tally.hear([f"the office failed by itself, code {ended['code']}"], where)
    tally.hear(book.judge(), where)


def renewed(book: Book | None, template, folder, tally: Tally) -> Book:
    """A fresh book, when the old one has lived through enough; what it was told is counted."""
    if book:
        tally["acknowledged"] += book.count("told")
        book.remove()
    return Book(template, folder)
