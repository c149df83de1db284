import os
import threading
import time
import uuid
from itertools import pairwise

from lumbung import ids

MILLISECOND = 1 << 22


def test_ids_grow_and_fit_a_signed_bigint():
    made = [ids.new() for _ in range(20_000)]

    assert all(a < b for a, b in pairwise(made))
    assert made[0] > 0 and made[-1] < 2**63


def test_an_id_tells_when_it_was_made():
    before = time.time_ns() // 1_000_000
    time.sleep(0.05)  # let a counter that has borrowed from the future come back
    made = ids.new() // MILLISECOND + ids.EPOCH_MS

    assert before <= made <= time.time_ns() // 1_000_000 + 1


def test_threads_never_make_the_same_id():
    made: list[int] = []
    threads = [threading.Thread(target=lambda: made.extend([ids.new() for _ in range(5_000)])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(made)) == 40_000


def test_a_clock_that_goes_back_does_not_take_the_ids_with_it(monkeypatch):
    first = ids.new()
    monkeypatch.setattr(time, "time_ns", lambda: 0)

    assert first < ids.new() < ids.new()


def test_two_workers_of_one_host_differ_in_the_same_millisecond(monkeypatch):
    try:
        made = []
        for process in (4711, 4712):
            monkeypatch.setattr(os, "getpid", lambda process=process: process)
            ids._start()
            made.append({ids.new() for _ in range(1_000)})

        assert not made[0] & made[1]
        assert len({number % 1024 for numbers in made for number in numbers}) == 2
    finally:
        monkeypatch.undo()
        ids._start()


def test_a_forked_worker_does_not_wait_for_a_lock_its_parent_held():
    with ids._lock:
        child = os.fork()
        if child == 0:
            os._exit(0 if ids.new() % 1024 == ids._process else 1)
        assert os.waitpid(child, 0)[1] == 0


def test_making_an_id_takes_microseconds():
    started = time.perf_counter()
    for _ in range(10_000):
        ids.new()

    assert time.perf_counter() - started < 0.2  # 2 us each on a quiet machine; ten times that fails


def test_requests_are_random():
    assert ids.new_request().version == 4
    assert ids.new_request() != ids.new_request()


def test_the_same_fact_has_the_same_id_for_ever():
    assert ids.from_fact("dues:2026-01:7") == ids.from_fact("dues:2026-01:7")
    assert ids.from_fact("dues:2026-01:7") != ids.from_fact("dues:2026-01:70")
    assert ids.from_fact("dues:2026-01:7") == uuid.UUID("403e3ba1-fa45-5002-bf54-cd0d71fa2994")
