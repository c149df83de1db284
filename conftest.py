"""What every test may use: the database of $DATABASE_URL (SQLite when unset), a browser, steady Hypothesis runs."""

import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

ROOT = Path(__file__).parent
CI = os.environ.get("CI", "").lower() == "true"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
BROWSER_FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
AT_REST = """() => Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().iterations < Infinity)
  .map(a => a.finished.catch(() => null)))"""  # colours are judged when nothing moves any more

DJANGO_KEEPS = ("django_content_type", "django_migrations", "auth_permission")

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if CI else "here")


# --- before the first test ----------------------------------------------------------------------------------------


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only tests that touch the database, and no browser")


def pytest_configure(config):
    config.lumbung_folder = Path(tempfile.mkdtemp(prefix="lumbung-test-", dir=fast_folder()))
    compile_translations()
    if not settings.configured:
        return
    keep_out_of_the_data_folder(config.lumbung_folder)
    hash_passphrases_quickly()
    empty_tables_past_the_guards()
    count_as_strongly_signed_in()


def pytest_unconfigure(config):
    if hasattr(config, "lumbung_folder"):
        shutil.rmtree(config.lumbung_folder, ignore_errors=True)


def fast_folder():
    """Memory, where the machine offers it: the tests ask for thousands of commits that no one will miss."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def compile_translations():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "bin" / "messages.py")
    messages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(messages)
    messages.compile_stale()


def keep_out_of_the_data_folder(folder):
    """Tests write their database and files into a folder of their own, never into $LUMBUNG_HOME."""
    from django.db import connections

    database = connections["default"].settings_dict
    if database["ENGINE"].endswith("sqlite3"):
        # A file, as in use: a database in memory has no WAL, and threads could not meet on it.
        database["TEST"]["NAME"] = os.environ.get("LUMBUNG_TEST_SQLITE") or str(folder / "test.sqlite3")
    settings.HOME = folder / "home"
    settings.HOME.mkdir()
    settings.STORAGES["default"]["OPTIONS"] = {"location": folder / "files"}
    settings.STATIC_ROOT = folder / "static"  # nothing collected: files are served from where they are written
    settings.STATIC_ROOT.mkdir()


def hash_passphrases_quickly():
    """The same algorithm at its smallest cost: signing people in should not be what the tests spend their time on."""
    from lumbung.security.hashers import Argon2

    Argon2.time_cost, Argon2.memory_cost = 1, 8


LETS_IN = "lets_in"  # the key in a session: this sitting always holds


def count_as_strongly_signed_in():
    """Whoever signs in inside a test sits there with two locks and a fresh passphrase, whatever day the test plays.

    The fixture `real_sittings` takes this away; with it lumbung/security tests what really happens.
    """
    from django.contrib.auth.signals import user_logged_in

    from lumbung import clock
    from lumbung.security import sittings
    from lumbung.security.models import Sitting

    real = sittings.current

    def current(request):
        if LETS_IN not in request.session:
            return real(request)
        now = clock.now()
        facts = {"started_at": now, "seen_at": now, "strong_at": now, "stepped_at": now}
        return Sitting(id=0, person_id=request.user.pk, agent=sittings.agent_hash(request), **facts)

    def let_in(request, **_more):
        if settings.TESTS_LET_IN:
            request.session[LETS_IN] = True

    settings.TESTS_LET_IN = True
    sittings.current = current
    user_logged_in.connect(let_in, weak=False)


@pytest.fixture
def real_sittings(settings):
    """Signing in is what it is in use: one lock is one lock, and time passes."""
    settings.TESTS_LET_IN = False


def empty_tables_past_the_guards():
    """After a test with real commits (`live_server` makes them) Django empties all tables, and the guards forbid it.

    So they step aside for that moment. What migrations themselves fill, Django's lists of models, stays.
    """
    from django.core.management.color import no_style
    from django.db import connection
    from django.test import TransactionTestCase

    from lumbung.sql import guards

    def empty(_case):
        tables = [name for name in connection.introspection.django_table_names(True) if name not in DJANGO_KEEPS]
        guards.drop()
        with connection.constraint_checks_disabled():
            connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))
        guards.create()

    TransactionTestCase._fixture_teardown = empty


# --- which tests --------------------------------------------------------------------------------------------------


def pytest_collection_modifyitems(config, items):
    for item in items:
        if {"browser", "page", "phone"} & set(item.fixturenames):
            item.add_marker("browser")
    if config.getoption("--database-only"):
        keep = [item for item in items if touches_the_database(item) and not item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=[item for item in items if item not in keep])
        items[:] = keep


def touches_the_database(item):
    return item.get_closest_marker("django_db") is not None or bool(
        {"db", "transactional_db", "django_db_reset_sequences", "live_server"} & set(getattr(item, "fixturenames", ()))
    )


# --- a browser ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser():
    """Chromium of this machine, driven by Playwright. Skipped where there is none, but never in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        (pytest.fail if CI else pytest.skip)("NO BROWSER TEST WAS RUN: install chromium (apt install chromium)")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; Django would take our plain queries for mistakes.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=BROWSER_FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def lacking():
    """`lacking("NO CODE WAS SCANNED: …")`: a program is not here. A failure in CI, unless bin/test tried in vain to
    install it; elsewhere what needs it is skipped, and says so."""
    return pytest.fail if CI and "LUMBUNG_NOT_INSTALLABLE" not in os.environ else pytest.skip


@pytest.fixture
def page(browser, live_server):
    """A page on a laptop, 1280 px wide; `page.goto("/masuk/")` is served by this test's own server.

    Without a service worker, which would fetch pages behind the test's back; `lumbung/outbox` tests with one.
    """
    yield from opened(browser, live_server, width=1280, height=800, service_workers="block")


@pytest.fixture
def phone(browser, live_server):
    """The same on a small phone, 360 px wide, touched instead of clicked."""
    yield from opened(
        browser, live_server, width=360, height=740, has_touch=True, is_mobile=True, service_workers="block"
    )


@pytest.fixture(scope="session")
def axe():
    """`assert axe(page) == []`: what axe-core finds on the page as it stands, one line each; with `rules` it asks
    only these."""
    from axe_playwright_python.sync_playwright import Axe

    def found(page, rules=()):
        page.evaluate(AT_REST)
        page.was_measured = True  # axe tries styles of its own, which the policy refuses, a moment later even
        options = {"resultTypes": ["violations"], "preload": False}  # it would fetch the style sheets a second time
        options |= {"runOnly": {"type": "rule", "values": rules}} if rules else {}
        violations = Axe().run(page, options=options).response["violations"]
        return [f"{v['id']}: {node['html']}" for v in violations for node in v["nodes"]]

    return found


def opened(browser, live_server, *, width, height, **device):
    """A page that fails its test when the browser complains: script errors, refusals by the content policy."""
    viewport = {"width": width, "height": height}
    context = browser.new_context(base_url=live_server.url, viewport=viewport, locale="id-ID", **device)
    context.set_default_timeout(20_000)  # a busy machine is slow, not wrong
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if is_refusal(page, message) else None)
    page.was_measured = False
    page.complaints = complaints
    yield page
    context.close()
    assert not complaints, f"the browser complained: {complaints}"


def is_refusal(page, message):
    refused = message.type == "error" and "Content Security Policy" in message.text
    return refused and not (page.was_measured and "inline style" in message.text)
