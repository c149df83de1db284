"""Every page in a real browser, served as people get it: nothing for axe, nothing refused, nothing too wide or heavy.

One installation in a folder of its own, filled once by `tests.pages`, behind `lumbung serve`.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent
KB = 1000
BUDGET = {"signed in": 100 * KB, "public": 60 * KB}
FILES = (".pdf", ".xlsx", ".jpg", ".txt", "/pdf/", "/excel/")
# what a page fetches itself
PARTS = {"members:search", "dues:settles", "dues:owed", "savings:balance", "outbox:send", "backup:progress"}
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
OVER = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => done(document.documentElement.scrollWidth - innerWidth))))"""  # once a new width has been drawn
# what changes with the width and the theme; all other rules have been asked of the same page on the laptop
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]


class Served:
    """The installation: its address, its pages with who opens them, and the cookies of those who signed in."""

    def __init__(self, address: str, pages: list, cookies: dict[str, dict]):
        self.address, self.cookies = address, cookies
        self.pages = [
            (url, who) for name, url, who in pages if name not in PARTS and not url.split("?")[0].endswith(FILES)
        ]

    def pages_by_person(self) -> dict[str, list[str]]:
        """The addresses of each person who opens them."""
        whose = {}
        for url, who in self.pages:
            whose.setdefault(who, []).append(url)
        return whose

    def opened(self, browser, who: str, **device):
        """A window of somebody who has signed in with both her locks."""
        facts = {"domain": "localhost", "path": "/", "expires": -1, "httpOnly": True, "secure": True, "sameSite": "Lax"}
        cookies = [{"name": name, "value": value, **facts} for name, value in self.cookies[who].items()]
        return self._context(browser, storage_state={"cookies": cookies, "origins": []}, **device)

    def _context(self, browser, **facts):
        facts = {"reduced_motion": "reduce", "locale": "id-ID", "service_workers": "block", **facts}
        context = browser.new_context(base_url=self.address, **facts)
        context.set_default_timeout(20_000)
        return context


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    home = tmp_path_factory.mktemp("rumah")
    environment = {**os.environ, "LUMBUNG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lumbung.site.settings"}
    environment = {name: value for name, value in environment.items() if name != "DATABASE_URL"}
    environment["PYTHONPATH"] = str(ROOT)

    def run(*words) -> str:
        return subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True, stdout=-1).stdout

    run("-m", "lumbung.site.cli", "migrate")
    made = json.loads(run("-m", "tests.pages"))
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "lumbung.site.cli", "serve", "--port", str(port)], cwd=ROOT, env=environment
    )
    address = f"http://localhost:{port}"
    wait_for(f"{address}/masuk/", server)
    yield Served(address, **made)
    server.terminate()
    server.wait(20)
    shutil.rmtree(home, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, server) -> None:
    for _attempt in range(200):
        assert server.poll() is None, "the server stopped"
        try:
            urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


# --- what is wrong with a page ------------------------------------------------------------------------------------


def is_complaint(message) -> bool:
    """An error or a warning; not that this test lets no service worker stand between it and the pages."""
    return message.type in ("error", "warning") and "blocked by Playwright" not in message.text


def visited(context, url: str, axe) -> list[str]:
    """Open the page in a window of its own, as somebody who was never here: what the browser, the scales, the ruler and
    axe have to say; then the ruler and axe once more, when it has become narrow and dark."""
    page, found = context.new_page(), []
    sizes = weighed(context, page)
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on("console", lambda message: found.append(message.text) if is_complaint(message) else None)
    answer = page.goto(url)
    found += [f"answered {answer.status}"] if answer.status != 200 else []
    found += too_wide(page)
    page.wait_for_timeout(150)  # what the page fetches last of all
    found += [f"weighs {sum(sizes):.0f} bytes"] if not 20 * KB < sum(sizes) <= BUDGET["signed in"] else []
    found = list(found) + list(dict.fromkeys(axe(page)))  # what the browser says from here on is about axe
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    found += [f"on a phone: {what}" for what in [*too_wide(page), *dict.fromkeys(axe(page, LOOKS))]]
    page.close()
    return [f"{url}: {what}" for what in found]


def too_wide(page) -> list[str]:
    over = page.evaluate(OVER)
    return [f"{over} px too wide"] if over > 0 else []


@pytest.mark.parametrize("half", [0, 1])
def test_each_page_is_sound_in_a_browser(served, browser, axe, half):
    wrong = []
    for who, urls in served.pages_by_person().items():
        context = served.opened(browser, who, viewport=LAPTOP)
        wrong += [what for url in urls[half::2] for what in visited(context, url, axe)]
        context.close()
    assert not wrong, "\n".join(wrong)


# --- how heavy ----------------------------------------------------------------------------------------------------


def weighed(context, page) -> list[float]:
    """The bytes over the line of each thing that `page` fetches from now on, with nothing in its store."""
    line, sizes = context.new_cdp_session(page), []
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


def test_the_door_is_light(served, browser):
    context = browser.new_context(base_url=served.address, service_workers="block")
    page = context.new_page()
    sizes = weighed(context, page)
    page.goto("/masuk/")
    page.wait_for_timeout(150)
    assert 10 * KB < sum(sizes) <= BUDGET["public"]
    context.close()


# --- without script -----------------------------------------------------------------------------------------------


def test_each_page_says_the_same_without_script(served, browser):
    """The heading and every form stand in the page itself; none of them waits for a script."""
    wrong = []
    for who, urls in served.pages_by_person().items():
        context = served.opened(browser, who)
        for url in urls:
            words = Words(context.request.get(url).text())
            wrong += [] if words.heading.strip() else [f"{url}: no heading"]
            wrong += [f"{url}: {form}" for form in words.dead]
        context.close()
    assert not wrong, "\n".join(wrong)


class Words(HTMLParser):
    """What an answer says by itself.

    heading  the text of its h1
    dead     forms that a person without script could not send: no button, or sent only by htmx
    """

    def __init__(self, html: str):
        super().__init__()
        self.heading, self.dead = "", []
        self.inside, self.form, self.sends = False, None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "h1":
            self.inside = True
        elif tag == "form":
            self.form, self.sends = said, False
        elif tag == "button" or said.get("type") == "submit":
            self.sends = True

    def handle_endtag(self, tag):
        if tag == "h1":
            self.inside = False
        elif tag == "form":
            self.judge()

    def handle_data(self, data):
        self.heading += data if self.inside else ""

    def judge(self):
        form = self.form
        if form.get("method", "").lower() == "dialog" or form.get("role") == "search":
            return
        if not self.sends or ("hx-post" in form and form.get("method", "").lower() != "post"):
            self.dead.append(str(form))
