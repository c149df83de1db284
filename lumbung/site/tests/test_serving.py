"""The server as it runs: its own process, its own data folder, asked over the wire."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

LUMBUNG = [sys.executable, "-m", "lumbung.site.cli"]
PATIENCE = 60  # seconds; a busy machine may take long to start
MEMORY = 180  # MB, issue of the spine: the serving process


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """An installation of its own, migrated."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "LUMBUNG_DEMO")}
    environment = {**kept, "LUMBUNG_HOME": str(tmp_path_factory.mktemp("home"))}
    subprocess.run([*LUMBUNG, "migrate", "--quiet"], env=environment, check=True)
    return environment


@pytest.fixture
def server(environment):
    port = free_port()
    command = [*LUMBUNG, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process, f"http://localhost:{port}"
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(url):
    """Headers and body of a page, once the server answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.headers, answer.read().decode()
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def memory_of(process):
    """Megabytes of each process of the server."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    sizes = [Path(f"/proc/{pid}/status").read_text() for pid in (process.pid, *children)]
    return [int(re.search(r"VmRSS:\s+(\d+) kB", text)[1]) // 1024 for text in sizes]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
def test_the_server_prints_its_address_serves_and_stops_when_told(server):
    process, url = server
    _headers, page = ask(f"{url}/masuk/")

    assert url in process.stdout.readline()
    style = re.search(r'href="(/static/web/lumbung\.[0-9a-f]+\.css)"', page)[1]
    headers, sheet = ask(url + style)
    assert "immutable" in headers["cache-control"]
    assert "@layer" in sheet
    for _again in range(10):
        ask(f"{url}/masuk/")
    assert max(memory_of(process)) <= MEMORY
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0


def test_books_that_cannot_be_opened_are_replaced_by_the_page_that_is_served_instead(environment, tmp_path):
    """A copy lies ready; the page asks for it; the server stops, changes the folders and begins anew by itself."""
    home, waiting = tmp_path / "rumah", tmp_path / ".rumah-pulih"
    shutil.copytree(environment["LUMBUNG_HOME"], waiting / "home")
    facts = {"made_at": "2026-11-24T12:00:00+00:00", "entries": 3, "lost": 0, "missing": [], "officers": [], "by": ""}
    (waiting / "siap.json").write_text(json.dumps(facts))
    (home / "cadangan").mkdir(parents=True)
    (home / "cadangan/kepala.json").write_text(json.dumps({"heads": {"karbes": [3, "ab" * 32]}}))
    (home / "lumbung.sqlite3").write_bytes(b"rusak" * 1000)
    port = free_port()
    command = [*LUMBUNG, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env={**environment, "LUMBUNG_HOME": str(home)}, stdout=subprocess.PIPE)
    try:
        headers, page = ask(f"http://localhost:{port}/")
        assert "Memulihkan pembukuan" in page and "Pakai pembukuan ini" in page
        use = urllib.request.Request(f"http://localhost:{port}/pulihkan/pakai/", method="POST")
        use.add_header("Cookie", headers["Set-Cookie"].split(";")[0])
        use.data = b"csrfmiddlewaretoken=" + re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1].encode()
        assert "Pembukuan diganti" in urllib.request.urlopen(use, timeout=20).read().decode()
        while 'name="login"' not in page:  # `ask` waits while nobody listens
            page = ask(f"http://localhost:{port}/masuk/")[1]
        (aside,) = tmp_path.glob("rumah-sebelum-*")
        assert (aside / "lumbung.sqlite3").read_bytes()[:5] == b"rusak" and not waiting.exists()
    finally:
        process.terminate()
        process.wait(PATIENCE)


def test_a_server_that_stops_seals_its_file_and_starts_on_no_other(environment, server):
    process, url = server
    ask(url + "/masuk/")
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    data = Path(environment["LUMBUNG_HOME"]) / "lumbung.sqlite3"
    before = data.stat()
    assert Path(f"{data}.seal").exists()

    torn = bytearray(data.read_bytes())
    torn[3 * 4096 + 4000] ^= 1  # the times stay: it was the disk
    data.write_bytes(torn)
    os.utime(data, ns=(before.st_atime_ns, before.st_mtime_ns))
    again = subprocess.run([*LUMBUNG, "serve", "--port", "1"], env=environment, capture_output=True, text=True)

    assert again.returncode == 2
    assert "halaman 4 berubah sendiri" in again.stderr
