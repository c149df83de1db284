"""Cash in seconds: a repeat by keyboard, a photo that is made small before it is sent."""

from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image

from conftest import opened
from lumbung import clock
from lumbung.cash import actions, reports
from lumbung.cash.tests.conftest import BENDAHARA, journal, new_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE, signed_in


@pytest.fixture
def office(transactional_db):
    """A cooperative that has bought electricity three times; Sri is its treasurer."""
    with clock.frozen(datetime(2025, 2, 20, 3, tzinfo=UTC)):
        coop = new_cooperative()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(coop.id):
            appoint(cooperative_id=coop.id, person_id=sri.id, role="bendahara", since=date(2025, 1, 1))
            facts = {"on": date(2025, 2, 3), "by": BENDAHARA, "place": reports.general(coop.id)}
            actions.receive(category="grant.cash", amount=rp(1_000_000), request_id=uuid4(), **facts)
            for rupiah in (50_000, 52_000, 101_500):
                actions.pay(
                    category="expense.utilities", amount=rp(rupiah), memo="Token listrik", request_id=uuid4(), **facts
                )
        yield coop


@pytest.fixture
def no_worker(browser, live_server):
    """A page whose files come from the server each time, so that a test can hold them up."""
    yield from opened(browser, live_server, width=1280, height=800, service_workers="block")


def test_a_bill_like_the_last_is_one_tap_and_enter(page, office, axe):
    signed_in(page, "/k/karbes/kas/keluar/")
    assert axe(page) == []
    page.click("text=Ulangi Rp101.500, Token listrik")
    page.wait_for_selector("[name=amount]")
    assert page.evaluate("[document.activeElement.name, getSelection().toString()]") == ["amount", "101.500"]
    assert page.input_value("[name=memo]") == "Token listrik"
    assert page.input_value("[name=on]").startswith("20")  # today, not the day of the last one
    assert axe(page) == []
    page.keyboard.press("Enter")
    page.wait_for_selector(".receipt >> text=BKK-2025-000004")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Catat lagi"
    with acting_for(office.id):
        assert journal(office.id)[-1] == "2025-02-20 BKK-2025-000004 522100 <- 111100 101500"


def test_who_types_before_the_scripts_have_come_is_left_to_write(no_worker, office):
    page, held = no_worker, []
    signed_in(page, "/k/karbes/kas/")
    page.route("**/money.js", lambda route: held.append(route))
    page.goto("/k/karbes/kas/keluar/listrik-dan-air/", wait_until="commit")
    page.locator("[name=amount]:focus").wait_for()
    page.keyboard.type("75000")
    page.keyboard.press("Tab")
    page.keyboard.type("Token")
    for route in held:
        route.continue_()
    page.locator("body[data-outbox-ready]").wait_for(state="attached")
    page.keyboard.type(" listrik")
    assert page.input_value("[name=memo]") == "Token listrik"
    assert page.input_value("[name=amount]") == "75.000"


def test_a_large_photo_is_made_small_before_it_is_sent(phone, office):
    signed_in(phone, "/k/karbes/kas/keluar/listrik-dan-air/")
    phone.fill("[name=amount]", "50rb")
    file = BytesIO()
    Image.effect_noise((3000, 2000), 90).convert("RGB").save(file, "JPEG", quality=95)
    assert len(file.getvalue()) > 3_000_000
    phone.set_input_files("[name=photo]", {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()})
    phone.wait_for_selector("img.photo")
    assert phone.evaluate("document.querySelector('[name=photo]').files[0].size") < 2_000_000
    phone.locator("[name=amount]").press("Enter")
    phone.wait_for_selector(".receipt >> text=BKK-2025-000004")
    with acting_for(office.id):
        (kept,) = reports.slips_of(office.id, 5)
        assert max(kept.width, kept.height) <= 1600
