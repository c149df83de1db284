"""Fifty people at the door at once: what it does to the server's memory, and to the treasurer who is at work.

    .venv/bin/python bench/door.py [--port 8766]

Builds the demo in a temporary folder, serves it as `lumbung serve` does, and lets fifty browsers send wrong passphrases
for different names while one that has signed in opens the cash page again and again. Linux only.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import machine
from memory import ROOT, TOKEN, Browser, resident, sign_in, treasurer, wait_for

TOGETHER, ROUNDS, PAGE = 50, 4, "/k/karbes/kas/"


def knock(port: int, number: int, answers: list) -> None:
    """Four tries of somebody without the passphrase."""
    browser = Browser(port)
    token = TOKEN.search(browser.get("/masuk/")[1]).group(1).decode()
    for _round in range(ROUNDS):
        form = {"csrfmiddlewaretoken": token, "login": f"siapa-{number}", "password": "bukan ini kata sandinya"}
        status, page = browser.post("/masuk/", form)
        answers.append((status, b"Sedang banyak" in page))


def at_work(browser: Browser, until: threading.Event) -> list[float]:
    """Seconds of each opening of the cash page."""
    waits = []
    while not until.is_set():
        start = time.perf_counter()
        status, _page = browser.get(PAGE)
        assert status == 200, status
        waits.append(time.perf_counter() - start)
    return waits


def flood(port: int) -> list:
    answers: list = []
    threads = [threading.Thread(target=knock, args=(port, number, answers)) for number in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def measure(port: int, pid: int) -> None:
    browser = Browser(port)
    sign_in(browser, *treasurer())
    browser.get(PAGE)
    before, until, waits = sum(resident(pid).values()), threading.Event(), []
    worker = threading.Thread(target=lambda: waits.extend(at_work(browser, until)))
    worker.start()
    answers = flood(port)
    until.set()
    worker.join()
    after = sum(resident(pid).values())
    slow = statistics.quantiles(waits, n=100)[98] if len(waits) > 1 else waits[0]
    turned_away = sum(busy for _status, busy in answers)
    print(machine.described())
    print(f"{len(answers)} tries, {turned_away} asked to come back; memory {before} -> {after} MiB")
    print(f"cash page meanwhile: {len(waits)} times, median {statistics.median(waits):.2f} s, 99 % {slow:.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=8766)
    port = parser.parse_args().port
    with tempfile.TemporaryDirectory(prefix="lumbung-bench-") as folder:
        environment = os.environ | {"LUMBUNG_HOME": folder, "PYTHONPATH": str(ROOT)}
        environment.pop("DATABASE_URL", None)
        lumbung = [sys.executable, "-m", "lumbung.site.cli"]
        subprocess.run(
            [*lumbung, "demo", "--no-serve"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        server = subprocess.Popen([*lumbung, "serve", "--port", str(port)], cwd=ROOT, env=environment)
        try:
            wait_for(port)
            measure(port, server.pid)
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
