"""Lumbung's own posting, with every guard, balance, document number and leaf.

ours.py prepare|one|bulk|threads|processes COUNT      with $LUMBUNG_HOME and $DATABASE_URL
"""

import os
import secrets
import sys
import uuid
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier

import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from lumbung import ids
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import actions
from lumbung.ledger.audit import problems
from lumbung.money import rp

CLIENTS = 8
MEMBERS = 1000
START = date(2025, 1, 1)


def new_book() -> int:
    """A cooperative of its own, with an empty book."""
    cooperative = create_cooperative(
        slug=f"uji-{secrets.token_hex(6)}",
        name="Koperasi Uji",
        kind="sandbox",
        village_code="35.73.04.1009",
        books_from=START,
    )
    with acting_for(cooperative.id):
        actions.open_book(cooperative_id=cooperative.id)
    return cooperative.id


def due(cooperative_id: int, place: int) -> dict:
    """The facts of one member's due of one month."""
    month, member = divmod(place, MEMBERS)
    return {
        "on": date(2025 + month // 12, month % 12 + 1, 3),
        "amount": rp(20_000),
        "holder": member + 1,
        "by": 7,
        "request_id": ids.from_fact(f"bench:{cooperative_id}:{place}"),
    }


def one_by_one(cooperative_id: int, places) -> list[float]:
    facts = [due(cooperative_id, place) for place in places]
    with acting_for(cooperative_id):
        return machine.each_timed(
            [lambda fact=fact: actions.post_event("dues.paid", cooperative_id, **fact) for fact in facts]
        )


def at_once(cooperative_id: int, count: int) -> list[float]:
    drafts = [actions.draft_event("dues.paid", **due(cooperative_id, place)) for place in range(count)]
    with acting_for(cooperative_id):
        return machine.once_timed(lambda: actions.post(cooperative_id, drafts))


def share(client: int, count: int) -> range:
    return range(client, count, CLIENTS)


def by_threads(cooperative_id: int, count: int):
    """Eight threads of one process, each with a connection of its own, as under a threaded server."""
    together = Barrier(CLIENTS)

    def work():
        with ThreadPoolExecutor(CLIENTS) as pool:
            return flat(pool.map(client, range(CLIENTS)))

    def client(number):
        connection.ensure_connection()
        together.wait()
        try:
            return one_by_one(cooperative_id, share(number, count))
        finally:
            connection.close()

    return work


def by_processes(cooperative_id: int, count: int):
    """Eight processes, all awake before the clock starts."""
    context = get_context("spawn")
    pool = ProcessPoolExecutor(CLIENTS, context, initializer=wait_for_all, initargs=(context.Barrier(CLIENTS),))
    list(pool.map(awake, range(CLIENTS)))
    jobs = [(cooperative_id, number, count) for number in range(CLIENTS)]
    return lambda: flat(pool.map(process, jobs))


def wait_for_all(barrier):
    connection.ensure_connection()
    barrier.wait()


def awake(_number):
    return os.getpid()


def process(job):
    cooperative_id, number, count = job
    return one_by_one(cooperative_id, share(number, count))


def flat(lists) -> list[float]:
    return [seconds for some in lists for seconds in some]


def work_of(what: str, cooperative_id: int, count: int):
    return {
        "one": lambda: lambda: one_by_one(cooperative_id, range(count)),
        "bulk": lambda: lambda: at_once(cooperative_id, count),
        "threads": lambda: by_threads(cooperative_id, count),
        "processes": lambda: by_processes(cooperative_id, count),
    }[what]()


def main():
    what, count = machine.asked()
    if what == "prepare":
        call_command("migrate", verbosity=0)
        return
    cooperative_id = new_book()
    one_by_one(cooperative_id, range(-20, 0))  # statements prepared, files open
    figures = machine.bracketed(work_of(what, cooperative_id, count), count, machine.here())
    with acting_for(cooperative_id):
        assert problems(cooperative_id) == [], "the book that was measured is whole"
    machine.answer(figures | {"run": uuid.uuid4().hex[:6]})


if __name__ == "__main__":
    main()
