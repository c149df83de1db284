"""The witness next door, who was told of our key; and somebody who has our file and takes the guards away."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import seal_again
from lumbung.ledger.tests.conftest import KETUA, new_cooperative
from lumbung.sql import guards
from lumbung.witness.actions import asking, signing
from lumbung.witness.actions import watching as seeing
from lumbung.witness.models.seen import Seen
from lumbung.witness.reports import asking as asked
from lumbung.witness.reports import heads
from lumbung.witness.reports import watching as seen
from lumbung.witness.reports.keys import log_keys

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def noon():
    with clock.frozen(NOON):
        yield


@pytest.fixture
def neighbour(db, noon):
    """The witness next door, who was told of our key."""
    other = new_cooperative("tetangga")
    with acting_for(other.id):
        return seeing.begin(cooperative_id=other.id, holder="koperasi", by=KETUA)


@pytest.fixture
def known(coop, neighbour):
    """We know the neighbour as our witness, and the neighbour knows our log."""
    vkey = log_keys(coop)[0].vkey
    with acting_for(neighbour.cooperative_id):
        seeing.watch(watcher=neighbour, vkey=vkey, label="KMP Karbes", by=KETUA)
    return asking.add_witness(
        cooperative_id=coop, vkey=seen.key_of(neighbour).vkey, label="Tetangga", kind="tetangga", url="", by=KETUA
    )


def show(neighbour, text):
    """Bring a request next door."""
    with acting_for(neighbour.cooperative_id):
        return seeing.answer(watcher=neighbour, text=str(text), way="file")


def evidence(neighbour):
    with acting_for(neighbour.cooperative_id):
        return [
            (one.refusal.kind, one.convicts, one.settled)
            for one in seen.evidence(neighbour, list(seen.refusals(neighbour)))
        ]


def sizes(neighbour):
    with acting_for(neighbour.cooperative_id):
        return sorted(Seen.objects.values_list("size", flat=True))


def ask(known, old=None):
    return asked.request_for(known, heads.head(known.cooperative_id), old)


def with_guards_off(*statements):
    guards.drop()
    with connection.cursor() as cursor:
        for sql, *values in statements:
            cursor.execute(sql, values)
    signing._SIGNERS.clear()


def cut_tail(coop, size):
    """Take the newest entries out of the book and set everything back, as somebody who has the file can."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT frontier, root FROM ledger_book WHERE cooperative_id = %s", [coop])
    kept = signing.leaf_hashes(coop, 0, size)
    frontier = signing.tree.append_many(b"", 0, kept)
    with_guards_off(
        ("DELETE FROM ledger_transfer WHERE cooperative_id = %s AND number > %s", coop, size),
        ("DELETE FROM ledger_entry WHERE cooperative_id = %s AND number > %s", coop, size),
        ("UPDATE ledger_book SET last_number = %s, leaf_count = %s, frontier = %s, root = %s WHERE cooperative_id = %s",
         size, size, frontier, signing.tree.root(frontier, size), coop),
        ("UPDATE ledger_series SET last = %s WHERE cooperative_id = %s", size, coop),
    )  # fmt: skip
    seal_again(coop, clock.now())
