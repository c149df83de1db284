"""The wizard in a real browser: it fits a phone, axe finds nothing, and it works by keyboard and without surprises."""

import os
from datetime import date

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.intake import actions
from lumbung.intake.models import Upload
from lumbung.intake.tests.conftest import FILES, SAMPLES, make_cooperative
from lumbung.security.actions import appoint, create_person

PASSPHRASE = "padi menguning 2025"
PICTURES = os.environ.get("LUMBUNG_PICTURES", "")


@pytest.fixture
def office(live_server):
    made = make_cooperative()
    with acting_for(made.id):
        person = create_person(login_name="susy", full_name="Susy Handayani", passphrase=PASSPHRASE, honorific="Bu")
        appoint(cooperative_id=made.id, person_id=person.id, role="bendahara", since=date(2025, 1, 1))
        actions.take(cooperative_id=made.id, kind="members", path=SAMPLES / "a" / FILES["members"], by=person.id,
                     today=date(2026, 3, 5))  # fmt: skip
    return made


def sign_in(page):
    page.goto("/masuk/")
    page.fill("input[name=login]", "susy")
    page.fill("input[name=password]", PASSPHRASE)
    page.click("form button.main")
    page.wait_for_url(lambda url: "/masuk/" not in url)


def look(page, axe, name, device):
    """No scrolling sideways; nothing for axe, which need not see the same page twice; a picture for whoever asked."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{device}-{name}.png", full_page=True)
    assert wide <= 0, f"{name} is {wide} px too wide"
    assert device == "phone" or axe(page) == []


@pytest.mark.parametrize("device", ["page", "phone"])
def test_the_way_of_a_file(device, office, axe, request):
    page = request.getfixturevalue(device)
    page.set_default_timeout(30_000)
    sign_in(page)
    start = f"/k/{office.slug}/impor/"
    page.goto(start)
    look(page, axe, "1-start", device)
    page.set_input_files("input[type=file]", SAMPLES / "a" / FILES["dues"])
    page.click("form.form button.main")
    page.wait_for_url("**/impor/*/")
    look(page, axe, "2-understood", device)
    page.click("a.button.main")
    page.wait_for_url("**/baris/")
    look(page, axe, "3-rows", device)
    page.goto(f"{page.url}?lihat=tanya")
    look(page, axe, "4-questions", device)
    page.click("td a.nowrap >> nth=0")
    page.wait_for_url("**/baris/*/*")
    look(page, axe, "5-answer", device)
    upload = Upload.everywhere.get()
    page.goto(f"{start}{upload.id}/bukukan/")
    look(page, axe, "6-book", device)
    page.click("form.form button.main")
    page.wait_for_url("**/hasil/*/")
    look(page, axe, "7-result", device)
    page.goto(f"{start}selisih/")
    look(page, axe, "8-difference", device)
    page.goto(start)
    page.set_input_files("input[type=file]", SAMPLES / "a" / FILES["cash"])
    page.click("form.form button.main")
    page.wait_for_url("**/impor/*/")
    look(page, axe, "9-cash-understood", device)
    page.goto(f"{page.url}baris/?lihat=tanya")
    look(page, axe, "a-cash-questions", device)
    page.click("td a.nowrap >> nth=0")
    page.wait_for_url("**/baris/*/*")
    look(page, axe, "b-cash-answer", device)
