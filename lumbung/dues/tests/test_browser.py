"""The year grid as a treasurer works it: by keyboard, by touch, and without any script."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.dues import actions
from lumbung.dues.tests.conftest import SRI, journal, make_cooperative
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.money import rp
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE, signed_in

GRID = "/k/kmp-karangbesuki/iuran/"


@pytest.fixture
def office(transactional_db):
    with clock.frozen(datetime(2025, 8, 21, 3, 0, tzinfo=UTC)):
        coop = make_cooperative()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(coop.id):
            appoint(cooperative_id=coop.id, person_id=sri.id, role="bendahara", since=date(2025, 1, 1))
            for name, rupiah in (("Siti Aminah", 160_000), ("Slamet Utomo", 100_000)):
                member = members.register(
                    cooperative_id=coop.id, full_name=name, joined_on=date(2025, 1, 5), by=SRI, rt="3", rw="2"
                )
                actions.pay_dues(member=member, amount=rp(rupiah), paid_on=date(2025, 6, 2), by=SRI, request_id=uuid4())
        yield coop


def cell(page, words):
    return page.locator(f"a.m[aria-label^='{words}']")


def test_arrows_walk_a_figure_typed_opens_its_form_and_enter_pays(page, office, axe):
    signed_in(page, GRID)
    cell(page, "Siti Aminah, Juni").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.ariaLabel") == "Slamet Utomo, Juni: belum dibayar Rp20.000"
    page.keyboard.type("50000", delay=40)
    page.wait_for_selector("text=Melunasi Juni–Juli 2025 (2 × Rp20.000), Agustus 2025 (Rp10.000)")
    assert page.input_value("#pay [name=amount]") == "50.000"
    page.keyboard.press("Enter")
    page.wait_for_selector("#pay .receipt >> text=BKM-2025-000003")
    assert cell(page, "Slamet Utomo, Agustus: baru Rp10.000").count() == 1
    assert page.locator("#sums .n").inner_text() == "310.000"
    page.keyboard.press("Enter")  # Selesai
    page.wait_for_selector("#pay-dialog", state="hidden")
    page.locator("a.m:focus[aria-label^='Slamet Utomo, Juni: lunas']").wait_for()  # a moment after the dialog has gone
    assert axe(page) == []


def test_a_figure_typed_before_the_form_arrives_is_reckoned_with(page, office):
    """On a slow line every digit is typed before the form is there: the months it settles must still be its own."""
    signed_in(page, GRID)
    page.route("**/iuran/*/?*", lambda route: (page.wait_for_timeout(600), route.continue_()))
    cell(page, "Slamet Utomo, Juni").focus()
    page.keyboard.type("50000")
    page.wait_for_selector("text=Melunasi Juni–Juli 2025 (2 × Rp20.000), Agustus 2025 (Rp10.000)")
    assert page.input_value("#pay [name=amount]") == "50.000"


def test_on_a_phone_a_touch_offers_what_is_owed(phone, office, axe):
    signed_in(phone, GRID)
    cell(phone, "Slamet Utomo, Agustus").tap()
    phone.wait_for_selector("#pay form.form")
    assert phone.input_value("#pay [name=amount]") == "60.000"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.tap("#pay button.main")
    phone.wait_for_selector("#pay .receipt")
    assert len(journal_of(office)) == 3


def test_without_script_the_same_page_pays(browser, live_server, office):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="id-ID")
    page = signed_in(context.new_page(), GRID)
    cell(page, "Slamet Utomo, Juli").click()
    assert page.input_value("[name=amount]") == "40.000"
    page.click("button.main:has-text('Terima')")
    assert page.locator(".receipt").inner_text().count("BKM-2025-000003") == 1
    context.close()
    assert len(journal_of(office)) == 3


KEEN = ("Kasiyem", "Legiman", "Marsinah", "Ngatini", "Poniman")


@pytest.fixture
def street(office):
    """Five neighbours in an RT of their own, each three months behind, and a collection that has begun."""
    with acting_for(office.id):
        for name in KEEN:
            members.register(
                cooperative_id=office.id, full_name=name, joined_on=date(2025, 6, 1), by=SRI, rt="5", rw="2"
            )
        return actions.open_collection(
            cooperative_id=office.id, name="RT 05", day=date(2025, 8, 21), today=clock.today(), by=SRI, at=clock.now(),
            request_id=uuid4(),
        )  # fmt: skip


def test_five_neighbours_pay_on_a_narrow_screen_by_keyboard_alone(phone, office, street, axe):
    """Tab to the first amount; Enter saves and marks the next; another amount is typed over; arrows skip a house."""
    signed_in(phone, f"{GRID}kumpul/{street.id}/?rt=002-005")
    assert axe(phone) == []
    phone.locator("a.filter").last.focus()
    phone.keyboard.press("Tab")  # the name of the first neighbour
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.ariaLabel") == "Jumlah dari Kasiyem"
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#tally >> text=1 orang")
    phone.keyboard.type("100000")  # a rapel: eight months and more, typed over what was filled in
    assert phone.evaluate("document.activeElement.value") == "100.000"
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#tally >> text=2 orang")
    phone.keyboard.press("ArrowDown")  # nobody at home
    assert phone.evaluate("document.activeElement.ariaLabel") == "Jumlah dari Ngatini"
    for count in (3, 4):
        phone.keyboard.press("Enter")
        phone.wait_for_selector(f"#tally >> text={count} orang")
    phone.locator("[aria-label='Jumlah dari Marsinah']").focus()
    phone.keyboard.type("dua")
    phone.keyboard.press("Enter")
    phone.wait_for_selector(".collect .wrong")
    assert axe(phone) == []
    phone.keyboard.type("20rb")  # the mistake is marked, so typing replaces it
    phone.keyboard.press("Enter")
    phone.wait_for_selector("#tally >> text=5 orang")

    assert phone.locator("#tally .sum").inner_text().replace("\n", "") == "Rp300.000"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert len(journal_of(office)) == 2 + len(KEEN)


def test_by_thumb_a_month_is_two_taps_and_no_keyboard_jumps_up(phone, office, street):
    signed_in(phone, f"{GRID}kumpul/{street.id}/?rt=002-005")
    first = phone.locator(".collect form").first
    first.locator("summary").tap()
    first.locator("button", has_text="1 bulan").tap()
    phone.wait_for_selector("#tally >> text=1 orang")
    phone.locator(".collect .tick").first.tap()
    phone.wait_for_selector("#tally >> text=2 orang")
    assert phone.locator("#tally .sum").inner_text().replace("\n", "") == "Rp80.000"
    assert phone.evaluate("document.activeElement.matches('input')") is False


def test_a_collection_is_closed_and_printed_without_script(browser, live_server, office, street):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="id-ID")
    page = signed_in(context.new_page(), f"{GRID}kumpul/{street.id}/")
    page.locator(f"#m-{member_id('Poniman')} .tick").click()
    assert page.locator(f"#m-{member_id('Poniman')}").inner_text().count("BKM-2025-000003") == 1
    page.click("text=Selesai, serahkan uang")
    page.fill("[name=counted]", "60.000")
    page.fill("[name=handed_to]", "Bu Sri")
    page.click("button:has-text('Serahkan dan tutup')")
    page.emulate_media(media="print")
    assert page.locator(".signatures").is_visible() and "Bu Sri" in page.locator(".signatures").inner_text()
    context.close()


def member_id(name):
    return Member.everywhere.get(full_name=name).id


def journal_of(coop):
    with acting_for(coop.id):
        return journal(coop.id)
