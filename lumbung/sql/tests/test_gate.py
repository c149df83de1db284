import threading
import time

import pytest
from django.db import connection, transaction

from lumbung.cooperatives.models import Cooperative
from lumbung.sql import gate, writes
from lumbung.sql.engine import SQLITE, engine
from lumbung.sql.gate import Busy
from lumbung.sql.turns import FairLock, FileLock

only_sqlite = pytest.mark.skipif(
    engine() != SQLITE, reason="the gate is open on PostgreSQL: the book's row is the lock"
)


def cooperative(slug: str):
    return Cooperative.objects.create(
        slug=slug, name=slug, kind="kmp", village_code="35.73.04.1009", books_from="2025-01-01"
    )


@pytest.mark.django_db(transaction=True)
def test_a_deed_is_all_or_nothing():
    @writes
    def half():
        cooperative("separuh")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert not Cooperative.objects.filter(slug="separuh").exists()


@pytest.mark.django_db(transaction=True)
def test_a_deed_within_a_deed_joins_it():
    @writes
    def inner():
        return cooperative("dalam")

    @writes
    def outer():
        inner()
        assert transaction.get_connection().in_atomic_block
        raise RuntimeError

    with pytest.raises(RuntimeError):
        outer()
    assert not Cooperative.objects.exists()


def test_turns_come_in_the_order_of_arrival():
    lock, order = FairLock(), []
    lock.acquire(1)

    def queue(number):
        assert lock.acquire(5)
        order.append(number)
        lock.release()

    threads = []
    for number in range(5):
        threads.append(threading.Thread(target=queue, args=(number,)))
        threads[-1].start()
        while len(lock._queue) <= number:
            time.sleep(0.001)
    lock.release()
    for thread in threads:
        thread.join()

    assert order == [0, 1, 2, 3, 4]


def test_whoever_waits_too_long_leaves_and_holds_nobody_up():
    lock = FairLock()
    lock.acquire(1)

    assert not lock.acquire(0.01)
    lock.release()
    assert lock.acquire(0.01)


@only_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_busy_gate_says_so_and_changes_nothing(monkeypatch):
    monkeypatch.setattr(gate, "PATIENCE", 0.01)
    failed = []

    @writes
    def deed():
        cooperative("sibuk")

    def late():
        try:
            deed()
        except Busy:
            failed.append(True)
        finally:
            connection.close()

    gate._turn.acquire(1)
    try:
        thread = threading.Thread(target=late)
        thread.start()
        thread.join()
    finally:
        gate._turn.release()

    assert failed and not Cooperative.objects.exists()


def test_between_processes_a_file_keeps_the_turn(tmp_path):
    first, second = FileLock(tmp_path / "gate"), FileLock(tmp_path / "gate")
    first.acquire()
    entered = threading.Event()

    def other():
        second.acquire()
        entered.set()
        second.release()

    thread = threading.Thread(target=other)
    thread.start()
    assert not entered.wait(0.05)
    first.release()
    assert entered.wait(5)
    thread.join()
