"""Browsers that lose and find their line; whatever befalls them, the books balance."""

import pytest

from conftest import opened
from lumbung.outbox.tests.browser.browsing import ready, sign_in
from lumbung.outbox.tests.conftest import Village


@pytest.fixture
def page(browser, live_server):
    yield from opened(browser, live_server, width=1280, height=800)


@pytest.fixture
def phone(browser, live_server):
    yield from opened(browser, live_server, width=360, height=740, has_touch=True, is_mobile=True)


@pytest.fixture
def village(transactional_db, stopped):
    made = Village()
    yield made
    assert made.sound(), "whatever befell, the books balance"


@pytest.fixture
def desk(page, village):
    """Sri's laptop, with what it needs to work without a line."""
    sign_in(page, village)
    ready(page)
    return page


@pytest.fixture
def elsewhere(browser, live_server, village):
    """Another machine."""
    context = browser.new_context(base_url=live_server.url, locale="id-ID")
    yield context.new_page()
    context.close()
