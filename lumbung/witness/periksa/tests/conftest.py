"""The page as a member has it: a file on a telephone in flight mode."""

from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "periksa.html"
ANSWERED = """document.querySelector('.result')
  || !['', 'Sedang membaca gambar…'].includes(document.getElementById('message').textContent)"""


class Checker:
    """The page, open; what it complained of; and what a member does with it."""

    def __init__(self, page):
        self.page, self.complaints = page, []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: self.complaints.append(request.url) if _is_call(request.url) else None)
        self.open()

    def open(self, address: str = PAGE.as_uri()):
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]")

    def trust(self, policy: str):
        """Paste a list of keys."""
        if not self.page.is_visible("#policy-text"):
            self.page.click("#keys details summary")
        self.page.fill("#policy-text", policy)
        self.page.click("#policy button")
        self.page.wait_for_selector("#policy-message:not([hidden])")
        return self.page.inner_text("#policy-message")

    def check(self, text: str):
        """Paste a receipt: the verdict and the check that failed, of each result."""
        self._forget()
        self.page.evaluate("text => { document.getElementById('text').value = text }", text)
        self.page.click("#paste button")
        return self.results()

    def open_files(self, *files):
        """Choose files: paths, or what Playwright takes as payloads."""
        self._forget()
        self.page.set_input_files("#file", list(files))
        return self.results()

    def _forget(self):
        self.page.evaluate("document.getElementById('result').replaceChildren()")
        self.page.evaluate("document.getElementById('message').hidden = true")

    def results(self) -> list[tuple[str, str]]:
        self.page.wait_for_function(ANSWERED)
        found = self.page.query_selector_all(".result")
        return [(one.get_attribute("data-verdict"), one.get_attribute("data-check")) for one in found]

    @property
    def words(self) -> str:
        """All that is said of what was brought."""
        return f"{self.page.inner_text('#message')}\n{self.page.inner_text('#result')}"


def _is_call(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def checker(browser):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, device_scale_factor=2, locale="id-ID",
        offline=True, reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(20_000)
    made = Checker(context.new_page())
    yield made
    context.close()
    assert not made.complaints, f"the page complained or called out: {made.complaints}"


@pytest.fixture(scope="module")
def program(browser):
    """The page's own functions, to be asked from here: `program("names => …", value)`."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(PAGE.as_uri())
    page.wait_for_selector("html[data-ready]")
    yield page.evaluate
    context.close()
