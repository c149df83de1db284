"""The server as it runs: its own process, its own data folder, asked over the wire."""

import os
import re
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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*LUMBUNG, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process, f"http://localhost:{port}"
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


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
