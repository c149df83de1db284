"""`lumbung serve` itself: clients that are slow on purpose, and two servers started on one data folder."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from ground import HERE, Tally, environment

LUMBUNG = [sys.executable, "-m", "lumbung.site.cli"]
HALF = b"POST /masuk/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\nX-Slow: "


@contextlib.contextmanager
def server(home):
    """A server on this home; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = environment(LUMBUNG_HOME=str(home))
    process = subprocess.Popen([*LUMBUNG, "serve", "--port", str(port)], cwd=HERE.parent, env=told,
                               stdout=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
    try:
        seconds(port, patience=60)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)


def seconds(port: int, patience: float = 10) -> float:
    """How long the sign-in page takes; raises OSError when it does not come."""
    end = time.monotonic() + patience
    while True:
        started = time.monotonic()
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/masuk/", timeout=10) as page:
                page.read()
            return time.monotonic() - started
        except urllib.error.HTTPError:
            return time.monotonic() - started
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def slow_clients(*, clients: int, folder, seconds_long: int = 10) -> Tally:
    """So many connections that send a header a byte at a time; somebody else signs in meanwhile."""
    tally, slow = Tally(), []
    with server(home(folder)) as port:
        try:
            for _ in range(clients):
                slow.append(socket.create_connection(("127.0.0.1", port), 5))
                slow[-1].sendall(HALF)
            waited = []
            for _ in range(seconds_long):
                for one in slow:
                    with contextlib.suppress(OSError):  # the server may have hung up on it: all the better
                        one.sendall(b"x")
                waited.append(seconds(port))
                time.sleep(0.3)
        finally:
            for one in slow:
                one.close()
        waited.append(seconds(port))
    tally["clients"], tally["pages"] = clients, len(waited)
    tally["slowest page, ms"] = round(max(waited) * 1000)
    tally.hear([f"a page took {max(waited):.1f} s"] if max(waited) > 5 else [], "slow clients")
    return tally


def two_on_one_folder(*, folder) -> Tally:
    """Both answer: the turn to write goes between processes. What they write is judged in `machines.two_servers`."""
    tally = Tally()
    with server(home(folder)) as one, server(home(folder)) as other:
        for _ in range(5):
            for port in (one, other):
                tally["pages"] += seconds(port) < 10
        tally["servers"] = 2
    tally.hear([] if tally["pages"] == 10 else ["one of two servers did not answer"], "two servers")
    return tally


def home(folder):
    place = folder / "serving"
    if not place.exists():
        place.mkdir()
        told = environment(LUMBUNG_HOME=str(place))
        subprocess.run([*LUMBUNG, "migrate", "--quiet"], check=True, cwd=HERE.parent, env=told)
    return place
