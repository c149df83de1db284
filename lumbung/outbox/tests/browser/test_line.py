"""The line breaks, the power fails, the browser is killed: what it said was kept is booked once."""

import os
import shutil
import signal
import time
from pathlib import Path

from PIL import Image

from conftest import BROWSERS
from lumbung.cash.models import Attachment
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.outbox.tests.browser.browsing import (
    ONCE,
    READY,
    kept,
    offline,
    ready,
    receive,
    reconnected,
    sign_in,
    states,
    until,
    wait_until_sent,
    waiting,
)


def test_written_without_a_line_it_survives_a_reload_and_is_sent_once(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.reload()
    assert waiting(desk) == 1 and village.entries() == 1

    reconnected(desk)
    desk.reload()
    desk.wait_for_selector("body[data-outbox-state]", state="attached")
    assert states(desk) == ["accepted"]
    assert village.sums() == ONCE


def test_money_goes_out_without_a_line_and_the_badge_counts_it(desk, village):
    offline(desk)
    desk.goto(village.at("kas/keluar/"))
    desk.click("text=ATK")
    desk.wait_for_url("**/kas/keluar/atk-cetak-fotokopi/")
    desk.wait_for_selector(READY, state="attached")
    desk.fill("[name=amount]", "15000")
    desk.fill("[name=memo]", "Kertas")
    desk.click("form.form button.main")
    kept(desk)
    assert desk.locator(".side [data-unsent]").inner_text() == "1 belum terkirim"
    assert "belum masuk pembukuan" in desk.locator("[data-kept-item]").inner_text()

    reconnected(desk)
    until(desk, lambda: desk.locator(".side [data-unsent]").is_hidden())
    assert village.sums()["cash"] == rp(985_000)


def test_the_photo_of_a_slip_goes_along(desk, village, tmp_path):
    photo = tmp_path / "nota.png"
    Image.new("RGB", (2400, 1200), "#e8dfc8").save(photo)
    offline(desk)
    desk.goto(village.at("kas/keluar/atk-cetak-fotokopi/"))
    desk.wait_for_selector(READY, state="attached")
    desk.fill("[name=amount]", "15000")
    desk.set_input_files("[name=photo]", photo)
    desk.click("form.form button.main")
    kept(desk)
    reconnected(desk)
    with acting_for(village.id):
        slip = Attachment.objects.get()
    assert (slip.width, slip.height) == (1600, 800)


def test_an_answer_lost_after_the_server_had_written_is_not_booked_twice(desk, village):
    def swallow(route):
        route.fetch()
        route.abort()

    desk.goto(village.at("iuran/terima/"))
    desk.route(
        "**/iuran/terima/", lambda route: swallow(route) if route.request.method == "POST" else route.continue_()
    )
    receive(desk, village, open_page=False)
    kept(desk)
    wait_until_sent(desk)
    assert states(desk) == ["accepted"]
    assert village.sums() == ONCE


def test_the_browser_is_killed_and_what_it_said_was_kept_is_there(browser, live_server, village, tmp_path):
    flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

    def open_browser():
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=executable(), args=flags, base_url=live_server.url, locale="id-ID"
        )
        return context, context.new_page()

    context, page = open_browser()
    sign_in(page, village)
    ready(page)
    offline(page)
    receive(page, village)
    kept(page)
    kill(str(tmp_path / "profile"))
    until_closed(context)

    context, page = open_browser()  # cookies of a session are gone with the browser: she signs in again
    sign_in(page, village)
    wait_until_sent(page)
    assert village.sums() == ONCE
    context.close()


def executable() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)))


def kill(profile: str) -> None:
    """The browser of this profile and no other, without a word of warning."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "cmdline").read_bytes().decode().split("\0")
        except OSError:
            continue
        if f"--user-data-dir={profile}" in told and not any(word.startswith("--type=") for word in told):
            os.kill(int(folder.name), signal.SIGKILL)


def until_closed(context) -> None:
    for _turn in range(100):
        try:
            context.pages[0].evaluate("1")
        except Exception:
            return
        time.sleep(0.1)
    raise AssertionError("the browser lived on")
