"""Whoever signs in, nothing is booked under another name, and nothing of hers stays behind."""

from datetime import date

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.outbox.tests.browser.browsing import (
    ADD,
    ONCE,
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
from lumbung.outbox.tests.conftest import PHONE


def makers(village) -> list[int]:
    with acting_for(village.id):
        return [entry.made_by for entry in books.journal(village.id, date(2025, 8, 1), date(2026, 1, 1))]


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
