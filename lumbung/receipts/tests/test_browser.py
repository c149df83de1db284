"""Paper and messages in a browser: nothing for axe, one tap to WhatsApp, a queue that goes on by itself."""

from datetime import UTC, date, datetime

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.receipts.models import Message, Printing
from lumbung.receipts.tests.conftest import SRI, village
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE, signed_in

HERE = "/k/kmp-karangbesuki/bukti/"


@pytest.fixture
def office(transactional_db):
    """The village, and Sri who has her own WhatsApp."""
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        made = village()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(made[0].id):
            appoint(cooperative_id=made[0].id, person_id=sri.id, role="bendahara", since=date(2025, 1, 1))
        yield made


def desk(page, address):
    """Signed in, with a WhatsApp that only answers."""
    page.context.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp", content_type="text/html"))
    return signed_in(page, address)


def test_a_small_receipt_is_printed_from_a_phone_and_its_second_copy_says_so(phone, office, axe):
    _coop, _sutini, _slamet, paid, _bought = office
    desk(phone, f"{HERE}{paid}/")
    assert axe(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    for copy in (1, 2):
        phone.goto(f"{HERE}{paid}/")
        phone.tap("label:has-text('Struk 58 mm')")
        phone.tap("button.main:has-text('Cetak')")
        phone.wait_for_url(f"**/kuitansi-{copy}/")
        assert axe(phone) == []
    assert "Cetakan ke-2" in phone.inner_text(".receipt") or "CETAKAN KE-2" in phone.inner_text(".receipt")
    assert Printing.everywhere.count() == 2


def test_reminders_go_on_by_themselves_when_one_comes_back_from_whatsapp(page, office, axe):
    desk(page, f"{HERE}ingatkan/")
    assert axe(page) == []
    assert "0 dari 1 terkirim" in page.inner_text("#next")
    with page.context.expect_page() as opened:
        page.click("button:has-text('Buka WhatsApp')")
    opened.value.wait_for_url("https://wa.me/**")
    assert "Bu%20Sutini" in opened.value.url
    opened.value.close()
    page.bring_to_front()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector("#next >> text=1 dari 1 terkirim")
    assert page.locator("text=Semua sudah diingatkan bulan ini").is_visible()
    assert axe(page) == []
    assert Message.everywhere.get().by != SRI  # the person who tapped
    page.goto(f"{HERE}pesan/")
    assert axe(page) == []


def test_a_payment_is_thanked_for_in_one_tap(page, office):
    _coop, sutini, *_rest = office
    desk(page, f"/k/kmp-karangbesuki/iuran/{sutini.id}/")
    page.keyboard.press("Enter")
    page.wait_for_selector(".receipt")
    with page.context.expect_page() as opened:
        page.click(".receipt button:has-text('WhatsApp')")
    opened.value.wait_for_url("https://wa.me/6281234567890?text=Terima%20kasih**")
    assert Message.everywhere.get().text.startswith("Terima kasih, Bu Sutini. Setoran Rp40.000 diterima 21/08/2025")
