"""The office that the campaign disturbs: Lumbung's own deeds, done by clients that write down what they were told.

    office.py prepare [FILE]    a new database with one cooperative, forty members and a till; else $DATABASE_URL
    office.py work              reads a job a line from stdin (JSON, see `Job`), does each in a child of its own

A child can be killed at any moment; what its clients sent and heard stands in `told`, a file outside of the fault.
"""

import json
import os
import random
import signal
import sys
import threading
import uuid
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")
if __name__ == "__main__" and len(sys.argv) == 3:
    os.environ["DATABASE_URL"] = f"sqlite://{Path(sys.argv[2]).resolve()}"

import django

django.setup()

from django.core.management import call_command
from django.db import DatabaseError, connection, connections

from lumbung import clock, ids
from lumbung.cash import actions as cash
from lumbung.cash.models import CashPlace
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions as dues
from lumbung.ledger.actions import open_book
from lumbung.ledger.journal import CASH
from lumbung.ledger.models import Book
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.outbox import actions as outbox
from lumbung.outbox.rules import read_item
from lumbung.sql import SQLITE, Busy, engine, gate, log
from lumbung.web.words import Refused

SLUG, SINCE, MEMBERS = "uji", date(2020, 1, 1), 40
START = uuid.UUID(int=0x4000_8000_0000_0000_0001)  # what the book begins with; every campaign knows it was asked for


class Job(NamedTuple):
    """`clients` at once, each `deeds` deeds, on `file`.

    burn  "sync" or "write": so many (`burns`) are used up first, so that a fault at a fixed one moves
    mode  "" as Lumbung is; "unsynced" without the sync after the turn, "deferred" without gate and IMMEDIATE
    at    the clock of the machine, ISO; empty for the real one
    """

    file: str
    told: str
    seed: int
    clients: int = 1
    deeds: int = 20
    burn: str = ""
    burns: int = 0
    mode: str = ""
    at: str = ""


class Told:
    """What clients send and hear, a line each, written at once."""

    def __init__(self, path: str):
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)

    def write(self, **line) -> None:
        os.write(self._file, json.dumps(line).encode() + b"\n")


def prepare() -> None:
    """The tables, the cooperative, its people and Rp5.000.000 in the till."""
    call_command("migrate", interactive=False, verbosity=0)
    furnish()


def furnish() -> None:
    coop = create_cooperative(slug=SLUG, name="KMP Uji", kind="kmp", village_code="35.73.04.1009", books_from=SINCE)
    with acting_for(coop.id):
        open_book(cooperative_id=coop.id)
        rows = [{"full_name": f"Anggota {number}", "joined_on": SINCE} for number in range(1, MEMBERS + 1)]
        members.register_many(cooperative_id=coop.id, rows=rows, by=1)
        till = cash.open_place(cooperative_id=coop.id, kind="till", name="Laci", opened_on=SINCE)
        facts = {"amount": rp(5_000_000), "on": SINCE, "by": 1, "request_id": START, "place": till}
        cash.receive(category="sale.non_member", counterparty="non_member", **facts)


# --- one client -----------------------------------------------------------------------------------------------------


class Client:
    """Sends deeds, some of them twice, and writes down each answer."""

    def __init__(self, job: Job, told: Told, number: int):
        self.dice, self.told, self.sent = random.Random(f"{job.seed}:{number}"), told, []
        self.coop = Cooperative.objects.get(slug=SLUG).id
        with acting_for(self.coop):
            self.members = list(Member.objects.order_by("number"))
            self.till = CashPlace.objects.get(kind="till")

    def work(self, deeds: int) -> None:
        for _ in range(deeds):
            again = self.sent and self.dice.random() < 0.15
            self.send(*(self.dice.choice(self.sent) if again else self.new()))
        self.told.write(**self.shown())

    def new(self) -> tuple:
        """A deed that was not sent yet: (request, deed, member, sen)."""
        request = uuid.UUID(int=self.dice.getrandbits(128), version=4)
        deed = self.dice.choices(("dues", "spend", "many"), (75, 15, 10))[0]
        one = (request, deed, self.dice.choice(self.members), rp(self.dice.randint(1, 20) * 1000))
        self.sent.append(one)
        return one

    def send(self, request: uuid.UUID, deed: str, member, amount: int) -> None:
        self.told.write(sent=request.hex)
        try:
            with acting_for(self.coop):
                answers = getattr(self, deed)(request, member, amount)
        except (Refused, Busy):
            self.told.write(refused=request.hex)
        except (DatabaseError, log.DiskFailed, OSError) as error:
            self.told.write(**unknown(error, request.hex))
        else:
            for answer, of in answers:
                self.told.write(told=of.hex, number=answer.number, document=answer.document, amount=amount)

    def dues(self, request, member, amount):
        facts = {"member": member, "amount": amount, "paid_on": clock.today(), "by": 7, "request_id": request}
        return [(dues.pay_dues(**facts), request)]

    def many(self, request, member, amount):
        """Three payments in one letter, the first of them under the request itself."""
        requests = [request, *(uuid.uuid5(request, str(place)) for place in (1, 2))]
        for other in requests[1:]:
            self.told.write(sent=other.hex)
        batch = [dues.Due(member, amount, clock.today(), one, CASH, "") for one in requests]
        return list(zip(dues.pay_many(cooperative_id=self.coop, dues=batch, by=7), requests, strict=True))

    def spend(self, request, _member, amount):
        facts = {"amount": amount, "on": clock.today(), "by": 7, "request_id": request, "place": self.till}
        return [(cash.pay(category="expense.stationery", **facts), request)]

    def letters(self, count: int) -> None:
        """What was recorded without a line: each item three times, all of them shuffled, in letters of fifty."""
        items = [self.item(number) for number in range(1, count + 1)]
        arriving = self.dice.sample(items * 3, len(items) * 3)
        coop, roles = Cooperative.objects.get(id=self.coop), frozenset({"bendahara"})
        for start in range(0, len(arriving), 50):
            letter = [read_item(item) for item in arriving[start : start + 50]]
            with acting_for(self.coop):
                answers = outbox.take_many(cooperative=coop, person_id=7, roles=roles, items=letter)
            for answer, item in zip(answers, letter, strict=True):
                how = "told" if answer.state == "accepted" else "refused"
                self.told.write(**{how: item.uuid.hex}, document=answer.document, amount=rp(int(item.body["amount"])))
        self.told.write(**self.shown())

    def item(self, number: int) -> dict:
        an_id = str(uuid.UUID(int=self.dice.getrandbits(128), version=4))
        body = {"member": str(self.dice.choice(self.members).id), "amount": str(self.dice.randint(1, 20) * 1000),
                "paid_on": clock.today().isoformat(), "place": "111100-0"}  # fmt: skip
        self.told.write(sent=uuid.UUID(an_id).hex)
        return {
            "uuid": an_id, "device": an_id, "person": "7", "cooperative": str(self.coop), "kind": "dues.pay",
            "version": 3, "sequence": number, "written_at": clock.now().isoformat(), "page": "/", "body": body,
            "shown": [],
        }  # fmt: skip

    def shown(self) -> dict:
        """The head that this client has seen: the book must begin with it for ever."""
        with acting_for(self.coop):
            book = Book.objects.get(cooperative_id=self.coop)
        return {"size": book.leaf_count, "root": bytes(book.root).hex()}


def unknown(error: Exception, request: str = "") -> dict:
    """Neither yes nor no: whoever asked must look, or ask again with the same id."""
    return {"unknown": request, "why": f"{type(error).__name__}: {error}"[:120]}


# --- a job in a child -----------------------------------------------------------------------------------------------


def use(file: str) -> None:
    connections.close_all()
    if engine() == SQLITE:
        connection.settings_dict["NAME"] = file


def do(job: Job) -> None:
    use(job.file)
    weaken(job.mode)
    told = Told(job.told)
    with ExitStack() as stack:
        if job.at:
            stack.enter_context(set_clock(datetime.fromisoformat(job.at)))
        if job.mode == "outbox":
            Client(job, told, 0).letters(job.deeds)
        elif job.clients == 1:
            burn(job)
            Client(job, told, 0).work(job.deeds)
        else:
            at_once(job, told)
        connections.close_all()


@contextmanager
def set_clock(at: datetime):
    """The clock of the machine stands at this moment, for book dates and for ids."""
    ids.time = SimpleNamespace(time_ns=lambda: int(at.timestamp() * 1e9))
    with clock.frozen(at):
        yield


def at_once(job: Job, told: Told) -> None:
    def one(number: int) -> None:
        try:
            Client(job, told, number).work(job.deeds)
        except DatabaseError as error:
            told.write(**unknown(error))
        connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(job.clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def weaken(mode: str) -> None:
    """The negative controls: what the campaign must notice."""
    if mode == "unsynced":
        log.Log.sync = lambda _log, _mark: None
    if mode == "deferred":
        connection.settings_dict["OPTIONS"] |= {"transaction_mode": "DEFERRED", "timeout": 1}
        gate._in_turn = lambda database, _shared, deed, args, kwargs: (gate._inside(database, deed, args, kwargs), 0)


def burn(job: Job) -> None:
    """Use up syncs or writes on a file that nobody needs: `strace` counts each child's from one."""
    with open(f"{job.told}.burnt", "wb") as file:
        for _ in range(job.burns):
            os.fdatasync(file.fileno()) if job.burn == "sync" else os.pwrite(file.fileno(), b"x", 0)


def work() -> None:
    for line in sys.stdin:
        job = Job(**json.loads(line))
        child = os.fork()
        if not child:
            try:
                do(job)
                os._exit(0)
            except BaseException as error:  # told, or it would be lost with the child
                print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
                os._exit(1)
        print(json.dumps({"child": child}), flush=True)
        _pid, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        print(json.dumps({"killed": killed, "code": status}), flush=True)


if __name__ == "__main__":
    {"prepare": prepare, "work": work}[sys.argv[1]]()
