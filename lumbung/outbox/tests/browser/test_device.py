"""A full device, a wrong clock, another version, a rescue file; and how it looks."""

from datetime import timedelta
from pathlib import Path

from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger import reports as books
from lumbung.money import rp
from lumbung.outbox.models import Receipt
from lumbung.outbox.tests.browser.browsing import (
    ADD,
    ONCE,
    kept,
    offline,
    ready,
    receive,
    reconnected,
    set_clock,
    sign_in,
    states,
    until,
    wait_until_sent,
    waiting,
)
from lumbung.outbox.tests.conftest import NOON
from lumbung.web import worker


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
    assert "belum terjadi" in village.tasks()[0]


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
