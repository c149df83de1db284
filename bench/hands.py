"""Hands at a browser: whatever they do is really sent to Chromium, and told to the tally in the same breath."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from klm import Tally

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

SETTLING = ".htmx-request, .htmx-swapping, .htmx-settling"


class Hands:
    """One task of one person: taps, keys and texts, each counted; `waited` is what the pages took, measured."""

    def __init__(self, page):
        self.page, self.tally, self.waited = page, Tally(), 0.0

    def tap(self, what: str, then: str = "") -> None:
        """Tap the first `what` that can be seen; `then` is what the answer must show."""
        spot = self.page.locator(what).filter(visible=True).first
        spot.wait_for()
        self._scroll_to(spot)
        self.tally.tap()
        with self._waiting(then):
            spot.click()

    def type(self, text: str, then: str = "") -> None:
        """Type where the focus is: a box that the page has not put it in must be tapped before."""
        self.tally.type(text)
        with self._waiting(then):
            self.page.keyboard.type(text)

    def press(self, chord: str, times: int = 1, thinking: bool = False, then: str = "") -> None:
        self.tally.press(chord, times, thinking)
        with self._waiting(then):
            for _ in range(times):
                self.page.keyboard.press(chord)

    def choose_file(self, what: str, file: Path) -> None:
        """Tap a file box, and in the window of the system the picture, twice."""
        self.tally.tap()
        with self.page.expect_file_chooser() as window:
            self.page.locator(what).first.click()
        self.tally.tap(presses=2)
        window.value.set_files(file)
        self.page.locator("img.photo").first.wait_for()

    def outside(self, *taps: str) -> None:
        """Taps in another program that opened by itself: told, not sent."""
        for _what in taps:
            self.tally.tap()

    def _scroll_to(self, spot) -> None:
        """What lies below the fold costs a turn of the wheel for each screen, counted as a key each."""
        place = spot.bounding_box()
        height = self.page.viewport_size["height"]
        if place and (screens := int((place["y"] + place["height"]) // height)) > 0:
            self.tally.operators["K"] += screens
            self.page.mouse.wheel(0, height * screens)

    @contextmanager
    def _waiting(self, then: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        if then:
            self.page.locator(then).first.wait_for()
            self.page.locator(SETTLING).first.wait_for(state="hidden")  # faster than any hand, a page still changes
        self.waited += time.perf_counter() - start


def chromium() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "install chromium (apt install chromium)"
    return found


def launched(playwright):
    return playwright.chromium.launch(executable_path=chromium(), args=FLAGS)


def laptop(browser, address: str, **more):
    """A page on a laptop of 1366 x 768, without a service worker, which would answer from its own store."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID", timezone_id="Asia/Jakarta",
        service_workers="block", reduced_motion="reduce", **more,
    )  # fmt: skip
    context.set_default_timeout(60_000)
    return context.new_page()


def sign_in(page, name: str, words: str) -> None:
    page.goto("/masuk/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", words)
    page.click("button.main")
    page.wait_for_url(lambda url: "/masuk/" not in url)
