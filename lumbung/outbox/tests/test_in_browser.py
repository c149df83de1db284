"""The campaign: whatever befalls a browser, nothing is lost, doubled, or booked under another name."""

import os
import shutil
import signal
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from conftest import BROWSERS, opened
from lumbung.cash.models import Attachment
from lumbung.cooperatives.reports import open_tasks
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.outbox.models import Receipt
from lumbung.outbox.tests.browsing import (
    ADD,
    READY,
    kept,
    ready,
    receive,
    set_clock,
    sign_in,
    states,
    until,
    wait_until_sent,
    waiting,
)
from lumbung.outbox.tests.conftest import NOON, PHONE, Device, Village
from lumbung.web import worker


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
def device(village):
    return Device(village)


@pytest.fixture
def desk(page, village):
    """Sri's laptop, with what it needs to work without a line."""
    sign_in(page, village)
    ready(page)
    return page


def offline(page, off=True):
    page.context.set_offline(off)


def reconnected(page, left=0):
    offline(page, False)
    wait_until_sent(page, left)


ONCE = {"cash": rp(1_020_000), "dues": rp(20_000), "members": [rp(20_000), 0, 0]}


def makers(village) -> list[int]:
    with acting_for(village.id):
        return [entry.made_by for entry in books.journal(village.id, date(2025, 8, 1), date(2026, 1, 1))]


def tasks(village) -> list[str]:
    with acting_for(village.id):
        return [task.message for task in open_tasks(village.id)]


# --- the line, the power ----------------------------------------------------------------------------------------------


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


# --- two tabs, many items ---------------------------------------------------------------------------------------------


def test_two_tabs_that_write_and_send_at_once_double_nothing(desk, village):
    other = desk.context.new_page()
    for tab in (desk, other):
        tab.goto(village.at("iuran/terima/"))
    offline(desk)
    receive(desk, village, "Siti", open_page=False)
    receive(other, village, "Slamet", open_page=False)
    for tab in (desk, other):
        kept(tab)
    offline(desk, False)
    for tab in (desk, other, desk, other):
        tab.evaluate("window.dispatchEvent(new Event('focus'))")
    wait_until_sent(desk)
    assert village.sums() == {"cash": rp(1_040_000), "dues": rp(40_000), "members": [rp(20_000), rp(20_000), 0]}
    assert village.entries() == 3


def test_five_hundred_items_are_sent_within_ten_seconds(desk, village, device):
    letter = [device.dues("1.000", member=count % 3) for count in range(500)]
    desk.evaluate(ADD, {"items": letter})
    began = time.monotonic()
    desk.evaluate("document.dispatchEvent(new Event('lumbung:send'))")
    until(desk, lambda: waiting(desk) == 0)
    took = time.monotonic() - began
    assert village.entries() == 501 and village.sums()["dues"] == rp(500_000)
    crowd = max(1, os.getloadavg()[0] / os.cpu_count())  # ours is not the only work of a machine that tests
    assert took < 10 * crowd, f"{took:.1f} s among {crowd:.1f}"


def test_one_of_many_is_refused_stays_in_sight_and_can_be_written_anew(desk, village, device):
    letter = [
        device.dues(),
        device.spend("2.000.000", page=village.at("kas/keluar/atk-cetak-fotokopi/")),
        device.earn(),
    ]
    desk.evaluate(ADD, {"items": letter})
    desk.goto(village.at("belum-terkirim/"))
    wait_until_sent(desk)
    assert sorted(states(desk)) == ["accepted", "accepted", "refused"]
    assert len(tasks(village)) == 1
    desk.click("[data-state=refused] [data-deed=again]")
    desk.wait_for_selector("form[data-replaces]", state="attached")
    desk.wait_for_selector(READY, state="attached")
    assert desk.input_value("[name=amount]") == "2.000.000"

    offline(desk)
    desk.fill("[name=amount]", "9000")
    desk.click("form.form button.main")
    kept(desk)
    reconnected(desk)
    assert tasks(village) == []
    assert village.sums()["cash"] == rp(1_000_000 + 20_000 - 9_000 + 50_000)


def test_a_letter_that_the_server_cannot_digest_holds_up_no_other(desk, village, device, monkeypatch):
    from lumbung.outbox import kinds

    def broken(sent):
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "cash.in", kinds.KINDS["cash.in"]._replace(record=broken))
    desk.evaluate(ADD, {"items": [device.dues(), device.earn(), device.dues(member=1)]})
    for _try in range(4):
        desk.evaluate("document.dispatchEvent(new Event('lumbung:send'))")
        desk.wait_for_timeout(400)
    assert sorted(states(desk)) == ["accepted", "accepted", "waiting"]
    monkeypatch.undo()
    desk.evaluate("document.dispatchEvent(new Event('lumbung:send'))")
    wait_until_sent(desk)
    assert village.entries() == 4


def test_what_was_taken_back_before_it_was_sent_is_not_booked(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.goto(village.at("belum-terkirim/"))
    desk.click("[data-deed=withdraw]")
    desk.wait_for_selector("[data-state=withdrawn]")
    reconnected(desk)
    assert states(desk) == ["withdrawn"] and village.entries() == 1


# --- who --------------------------------------------------------------------------------------------------------------


def test_another_person_signs_in_and_sends_nothing_of_hers(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.evaluate("window.dispatchEvent(new Event('offline'))")
    desk.route("**/belum-terkirim/kirim/", lambda route: route.abort())  # a line that lets everything through but this
    offline(desk, False)
    desk.goto(village.at())
    desk.click("[data-sign-out] button")
    desk.click("dialog[data-leaving] button[value=leave]")
    desk.wait_for_url("**/masuk/**")
    desk.unroute("**/belum-terkirim/kirim/")

    sign_in(desk, village, role="kasir", at="belum-terkirim/")
    desk.wait_for_selector("[data-state=other]")
    assert "Siti" not in desk.locator("[data-state=other]").inner_text()
    assert waiting(desk) == 1 and village.entries() == 1

    desk.click("[data-sign-out] button")
    desk.wait_for_url("**/masuk/**")
    sign_in(desk, village)
    wait_until_sent(desk)
    assert village.sums() == ONCE and makers(village) == [village.sri.id]


def test_items_of_another_cooperative_stay_where_they_are(desk, village, device):
    desk.evaluate(ADD, {"items": [device.dues(cooperative="77"), device.dues(member=1, previous=None)]})
    desk.goto(village.at("belum-terkirim/"))
    wait_until_sent(desk, left=1)
    assert desk.locator("[data-state=other]").count() == 1
    assert village.sums()["members"] == [0, rp(20_000), 0]


def test_a_session_that_ended_pauses_and_asks_to_sign_in(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.goto(village.at("belum-terkirim/"))
    desk.context.clear_cookies(name="__Host-sesi")
    offline(desk, False)
    desk.wait_for_selector("[data-outbox-notice=signed-out]:not([hidden])")
    assert waiting(desk) == 1 and village.entries() == 1

    desk.click("[data-outbox-notice=signed-out] a")
    sign_in(desk, village, at="belum-terkirim/")
    wait_until_sent(desk)
    assert village.sums() == ONCE
    ready(desk)  # what the door had wiped is kept again
    offline(desk)
    receive(desk, village, "Slamet")
    kept(desk)


def test_a_token_that_turned_is_fetched_anew(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.context.clear_cookies(name="__Host-csrf")
    refused = []
    desk.on("response", lambda answer: refused.append(answer.url) if answer.status == 403 else None)
    reconnected(desk)
    assert village.sums() == ONCE and refused == []


def test_a_token_that_turns_while_sending_costs_one_more_try(desk, village):
    tries = []

    def first_refused(route):
        if route.request.method == "POST":
            tries.append(route.request.post_data)
        if len(tries) == 1 and route.request.method == "POST":
            route.fulfill(status=403, body="token")
        else:
            route.continue_()

    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.route("**/belum-terkirim/kirim/", first_refused)
    reconnected(desk)
    assert len(tries) == 2 and tries[0] == tries[1] and village.sums() == ONCE


def test_signing_out_is_guarded_and_leaves_nothing_personal(desk, village):
    offline(desk)
    receive(desk, village)
    kept(desk)
    desk.click("[data-sign-out] button")
    desk.wait_for_selector("dialog[data-leaving]")
    desk.click("dialog[data-leaving] button[value='']")
    assert waiting(desk) == 1

    reconnected(desk)
    desk.goto(village.at())
    desk.wait_for_selector("body[data-outbox-ready]", state="attached")
    desk.click("[data-sign-out] button")
    desk.wait_for_url("**/masuk/**")
    until(desk, lambda: desk.evaluate("async () => (await (await caches.open('lumbung-own')).keys()).length") == 0)
    assert states(desk) == []
    offline(desk)
    desk.goto(village.at("iuran/terima/"))
    assert "Siti" not in desk.content() and "Tidak ada sambungan" in desk.content()


def test_what_is_kept_tells_name_and_debt_but_no_telephone(desk, village):
    texts = desk.evaluate("""async () => { const own = await caches.open('lumbung-own');
      return Promise.all((await own.keys()).map(async (url) => (await own.match(url)).text())); }""")
    everything = "\n".join(texts)
    assert "Siti Aminah" in everything and '"owed": "160.000"' in everything
    assert PHONE not in everything and "0812" not in everything


# --- the device -------------------------------------------------------------------------------------------------------


def test_a_full_device_says_so_and_keeps_what_was_typed(desk, village):
    offline(desk)
    desk.goto(village.at("iuran/terima/"))
    desk.evaluate("""() => { const add = IDBObjectStore.prototype.add;
      window.free = () => { IDBObjectStore.prototype.add = add; };
      IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; }""")
    receive(desk, village, open_page=False)
    desk.wait_for_selector("[data-unkept]")
    assert "BELUM tersimpan" in desk.locator("[data-unkept]").inner_text()
    assert desk.input_value("[name=amount]") == "20.000" and waiting(desk) == 0
    with desk.expect_download() as saved:
        desk.click("[data-unkept] button")
    assert "20.000" in Path(saved.value.path()).read_text()

    desk.evaluate("free()")
    desk.click("form.form button.main")
    kept(desk)
    reconnected(desk)
    assert village.sums() == ONCE


def test_a_clock_a_day_behind_is_noticed_and_the_typed_date_stands(page, village):
    set_clock(page, NOON - timedelta(days=1))
    sign_in(page, village)
    ready(page)
    offline(page)
    page.goto(village.at("iuran/terima/"))
    page.wait_for_selector("[data-no-line]")
    assert page.input_value("[name=paid_on]") == "20 Agustus 2025"
    page.fill("[name=paid_on]", "21/8/2025")
    receive(page, village, open_page=False)
    kept(page)
    page.goto(village.at("belum-terkirim/"))
    reconnected(page)
    page.wait_for_selector("[data-outbox-notice=clock]:not([hidden])")
    with acting_for(village.id):
        receipt = Receipt.objects.get()
        entry = books.entry_of_document(village.id, receipt.document)
    assert entry.booked_on.isoformat() == "2025-08-21"
    assert receipt.received_at - receipt.written_at == timedelta(days=1)


def test_a_clock_a_day_ahead_loses_nothing(page, village):
    set_clock(page, NOON + timedelta(days=1))
    sign_in(page, village)
    ready(page)
    offline(page)
    receive(page, village)
    kept(page)
    page.goto(village.at("belum-terkirim/"))
    reconnected(page)
    assert states(page) == ["refused"] and village.entries() == 1
    assert "belum terjadi" in tasks(village)[0]


def test_items_of_two_earlier_versions_are_taken_by_an_updated_app(desk, village, device, monkeypatch):
    member = str(village.members[0].id)
    old = device.write("dues.pay", {"member": member, "amount": "20.000", "on": "20/8/2025"}, version=1)
    older = device.write("dues.pay", {"member": member, "amount": "20.000", "paid_on": "20/8/2025"}, version=2)
    offline(desk)
    desk.evaluate(ADD, {"items": [old, older]})

    whole = worker.script()
    monkeypatch.setattr(worker, "script", lambda: whole.replace(worker.build(), "another"))
    offline(desk, False)
    desk.goto(village.at())
    wait_until_sent(desk)
    assert village.sums()["members"][0] == rp(40_000)
    until(desk, lambda: "lumbung-shell-another" in desk.evaluate("caches.keys()"))
    until(
        desk, lambda: [name for name in desk.evaluate("caches.keys()") if "shell" in name] == ["lumbung-shell-another"]
    )


def test_a_form_opened_without_a_line_has_a_new_id_and_says_what_is_owed(desk, village):
    offline(desk)
    desk.goto(village.at("iuran/terima/"))
    desk.wait_for_selector("[data-no-line]")
    first = desk.input_value("[name=request_id]")
    desk.locator("lumbung-picker input").type("Siti")
    desk.locator("[role=option]").first.click()
    desk.wait_for_selector("[data-facts]:not(:empty)")
    assert "belum dibayar Rp160.000 (menurut data 21 Agustus 2025)" in desk.locator("[data-facts]").inner_text()
    desk.reload()
    assert desk.input_value("[name=request_id]") != first


# --- the rescue file --------------------------------------------------------------------------------------------------


def rescue(page, village, folder) -> Path:
    page.goto(village.at("belum-terkirim/"))
    with page.expect_download() as saved:
        page.click("[data-outbox-save]")
    saved.value.save_as(folder / "selamat.json")
    return folder / "selamat.json"


@pytest.fixture
def elsewhere(browser, live_server, village):
    """Another machine."""
    context = browser.new_context(base_url=live_server.url, locale="id-ID")
    yield context.new_page()
    context.close()


def test_a_rescue_file_is_restored_on_another_machine_and_sent_once_by_both(desk, village, elsewhere, tmp_path):
    offline(desk)
    receive(desk, village)
    kept(desk)
    file = rescue(desk, village, tmp_path)

    sign_in(elsewhere, village, at="belum-terkirim/")
    elsewhere.set_input_files("[data-outbox-file]", file)
    until(elsewhere, lambda: states(elsewhere) == ["accepted"])
    assert "1 catatan dipulihkan" in elsewhere.locator("[data-outbox-said]").inner_text()
    reconnected(desk)
    assert states(desk) == ["accepted"] and village.sums() == ONCE


def test_a_damaged_file_and_one_of_another_person_are_not_taken(desk, village, elsewhere, tmp_path):
    offline(desk)
    receive(desk, village)
    kept(desk)
    file = rescue(desk, village, tmp_path)
    sign_in(elsewhere, village, role="kasir", at="belum-terkirim/")
    elsewhere.set_input_files("[data-outbox-file]", file)
    until(elsewhere, lambda: "1 catatan milik orang" in elsewhere.locator("[data-outbox-said]").inner_text())
    file.write_text(file.read_text().replace("20.000", "90.000"))
    elsewhere.set_input_files("[data-outbox-file]", file)
    until(elsewhere, lambda: "rusak" in elsewhere.locator("[data-outbox-said]").inner_text())
    assert states(elsewhere) == [] and village.entries() == 1


# --- how it looks -----------------------------------------------------------------------------------------------------


def test_on_a_phone_without_a_line_everything_fits_and_can_be_read_aloud(phone, village, axe):
    sign_in(phone, village)
    ready(phone)
    offline(phone)
    receive(phone, village)
    kept(phone)
    for address in ("belum-terkirim/", "iuran/terima/", "laporan/"):
        phone.goto(village.at(address))
        phone.wait_for_timeout(300)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert axe(phone) == [], address
    assert phone.locator("[data-pages] a").count() == 3
