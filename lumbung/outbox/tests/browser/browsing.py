"""A person at a browser that loses and finds its line; what she sees, and what the server has."""

from lumbung.money import rp
from lumbung.outbox.tests.conftest import NOON
from lumbung.security.tests.browsing import signed_in

ONCE = {"cash": rp(1_020_000), "dues": rp(20_000), "members": [rp(20_000), 0, 0]}  # Siti's dues, booked once
READY = "body[data-outbox-ready]"
TURNS, PAUSE = 200, 100  # twenty seconds, a look every tenth
KEPT = """async () => { const { fact } = await import('/static/web/outbox/store.js');
  const whole = await caches.match('/tanpa-sambungan/', { cacheName: 'lumbung-own' });
  const places = Object.keys((await fact('kept'))?.places ?? {});
  return Boolean(whole && places.length && navigator.serviceWorker.controller); }"""
WAITING = """async () => { const { all, waits } = await import('/static/web/outbox/store.js');
  return (await all()).filter(waits).length; }"""
STATES = """async () => { const { all } = await import('/static/web/outbox/store.js');
  return (await all()).map((item) => item.state); }"""
ADD = """async ({ items, state = 'waiting' }) => { const { bring, learn } = await import('/static/web/outbox/store.js');
  await bring(items.map((item) => ({ failures: 0, label: 'Terima iuran', ...item, state }))); }"""


def sign_in(page, village, role="bendahara", at=""):
    """Through the door, with the clock of the device set as ours unless the test has set it."""
    if not getattr(page.context, "clock_set", False):
        set_clock(page, NOON)
    signed_in(page, village.at(at), role)
    page.wait_for_selector(READY, state="attached")


def set_clock(page, moment):
    page.context.clock.set_fixed_time(moment)
    page.context.clock_set = True


def ready(page):
    """The worker stands before the pages, and the person's own pages are kept."""
    until(page, lambda: page.evaluate(KEPT))


def receive(page, village, member="Siti", amount="20000", open_page=True):
    """Dues by the form; whether it is online is not this function's business."""
    if open_page:
        page.goto(village.at("iuran/terima/"))
    page.wait_for_selector(READY, state="attached")
    page.locator("lumbung-picker input").type(member)
    page.locator("[role=option]").first.click()
    page.fill("[name=amount]", amount)
    page.click("form.form button.main")


def offline(page, off=True):
    page.context.set_offline(off)


def reconnected(page, left=0):
    offline(page, False)
    wait_until_sent(page, left)


def kept(page):
    page.wait_for_selector("[data-kept-item]")


def wait_until_sent(page, left=0):
    until(page, lambda: waiting(page) == left)


def until(page, holds):
    """Playwright's own waiting evaluates text inside the page, which the content policy forbids."""
    for _turn in range(TURNS):
        if holds():
            return
        page.wait_for_timeout(PAUSE)
    raise TimeoutError("it did not happen within twenty seconds")


def waiting(page) -> int:
    return page.evaluate(WAITING)


def states(page) -> list[str]:
    return page.evaluate(STATES)
