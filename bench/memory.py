"""How much memory the server holds after the demo's pages have been looked at.

    .venv/bin/python bench/memory.py [--pages 400] [--port 8765]

Builds the demo in a temporary folder, serves it, signs in as the treasurer of the first cooperative, follows links from
page to page, and reads the resident memory of the server's processes. Linux only.
"""

import argparse
import gzip
import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from urllib.parse import urldefrag, urlencode, urljoin

import machine

ROOT = Path(__file__).resolve().parents[1]
LINK = re.compile(rb'(?:href|hx-get)="(/[^"]*)"')
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
LEFT_OUT = ("/static/", "/keluar/", "/bahasa/")
PATIENCE = 60  # seconds for the server to answer at all


class Browser:
    """Keeps cookies, even those that only a safe connection may carry: this one never leaves the machine."""

    def __init__(self, port: int):
        self.port, self.cookies = port, {}

    def get(self, path: str) -> tuple[int, bytes]:
        return self._ask("GET", path, None, {})

    def post(self, path: str, form: dict) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"http://localhost:{self.port}/"}
        return self._ask("POST", path, urlencode(form), headers)

    def _ask(self, method, path, body, headers):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, headers | {"Cookie": cookies, "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        content = answer.read()
        if answer.headers["Content-Encoding"] == "gzip":
            content = gzip.decompress(content)
        connection.close()
        if answer.status in (301, 302, 303) and method == "GET":
            return answer.status, f'href="{answer.headers["Location"]}"'.encode()
        return answer.status, content


def sign_in(browser: Browser, name: str, words: str) -> None:
    _status, page = browser.get("/masuk/")
    form = {"csrfmiddlewaretoken": TOKEN.search(page).group(1).decode(), "login": name, "password": words}
    status, _page = browser.post("/masuk/", form)
    assert status == 302, f"signing in was answered by {status}"


def look_around(browser: Browser, most: int) -> int:
    """Follow links, breadth first; how many pages were seen."""
    waiting, seen = deque(["/"]), {"/"}
    count = 0
    while waiting and count < most:
        path = waiting.popleft()
        status, page = browser.get(path)
        assert status < 500, f"{path} was answered by {status}"
        count += 1
        for found in LINK.findall(page):
            link = urldefrag(urljoin(path, found.decode().replace("&amp;", "&"))).url
            if link not in seen and not link.startswith(LEFT_OUT):
                seen.add(link)
                waiting.append(link)
    return count


def resident(pid: int) -> dict[int, int]:
    """MiB of a process and of those below it, by process id."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = {pid: int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        own |= resident(int(child))
    return own


def wait_for(port: int) -> None:
    for _ in range(PATIENCE * 10):
        try:
            Browser(port).get("/masuk/")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def treasurer() -> tuple[str, str]:
    """The first cooperative's treasurer of the demo, and the passphrase that it prints."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbung.site.settings")
    from lumbung.demo.signins import passphrase

    return "bendahara", passphrase("bendahara")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--port", type=int, default=8765)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="lumbung-memory-")
    command = [sys.executable, "-m", "lumbung.site.cli"]
    environment = os.environ | {"LUMBUNG_HOME": folder, "LUMBUNG_DEMO": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("DATABASE_URL", None)
    try:
        subprocess.run([*command, "demo", "--no-serve"], check=True, env=environment, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([*command, "serve", "--port", str(options.port)], env=environment)
        try:
            wait_for(options.port)
            before = resident(server.pid)
            browser = Browser(options.port)
            sign_in(browser, *treasurer())
            count = look_around(browser, options.pages)
            print(machine.described())
            print(f"before: {before} MiB; after {count} pages: {resident(server.pid)} MiB")
        finally:
            server.terminate()
            server.wait(PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
