"""The style page in a real browser: nothing for axe, nothing for the policy, keys and forms as promised."""

import pytest


@pytest.fixture(autouse=True)
def demo(settings):
    settings.DEMO = True


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_part(page, axe, theme):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto("/gaya/")
    assert axe(page) == []


def test_axe_finds_nothing_on_a_phone(phone, axe):
    phone.emulate_media(reduced_motion="reduce")
    phone.goto("/gaya/")
    assert axe(phone) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_no_width_and_no_text_size_needs_sideways_scrolling(page, width, size):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.goto("/gaya/").status == 200
    page.reload()  # the font is there from the second page on
    page.evaluate("size => document.documentElement.style.fontSize = size", size)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_amount_is_grouped_and_spelled_while_it_is_typed(page):
    page.goto("/gaya/")
    page.fill("#id_amount", "")
    page.locator("#id_amount").press_sequentially("1250000")
    assert page.input_value("#id_amount") == "1.250.000"
    page.get_by_text("satu juta dua ratus lima puluh ribu rupiah").wait_for()


def test_a_member_is_found_by_part_of_a_name(page):
    page.goto("/gaya/")
    page.fill("#id_member", "")
    page.locator("#id_member").press_sequentially("siti")
    page.get_by_role("option", name="0003 Siti Aminah").wait_for()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('[name=member]').value") == "3"


def test_the_answers_stay_for_whoever_left_the_box_and_came_back_at_once(page):
    page.goto("/gaya/")
    page.fill("#id_member", "")
    page.locator("#id_member").press_sequentially("siti")
    page.get_by_role("option", name="0003 Siti Aminah").wait_for()
    page.evaluate("const box = document.querySelector('#id_member'); box.blur(); box.focus()")
    page.wait_for_timeout(400)
    assert page.get_by_role("option", name="0003 Siti Aminah").is_visible()


def test_the_arrows_walk_through_the_months(page):
    page.goto("/gaya/")
    page.focus("#c-0008-8")
    for key in ("ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "c-0007-7"
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.id") == "c-0007-1"
    assert page.evaluate("document.querySelectorAll('.months [tabindex=\"0\"]').length") == 1


def test_a_question_mark_shows_the_keys_and_escape_hides_them(page):
    page.goto("/gaya/")
    page.keyboard.press("?")
    assert page.locator("#shortcuts").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#shortcuts").is_visible()


def test_dark_stays_dark_after_a_reload(page):
    page.goto("/gaya/")
    with page.expect_response("**/tampilan/tema/"):
        page.get_by_role("button", name="Gelap").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_english_by_switch(page):
    page.goto("/gaya/")
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_text("Skip to the content").count() == 1


def test_a_half_filled_form_is_not_left_without_asking(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/gaya/")
    page.locator("#id_memo").press_sequentially("x")
    page.reload()
    assert asked == ["beforeunload"]


def test_the_menu_of_a_phone_opens_without_script(browser, live_server):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/gaya/")
    assert not page.locator("#menu").is_visible()
    page.locator("[popovertarget=menu]").click()
    assert page.locator("#menu").is_visible()
    assert page.locator("select[name=member] option").count() > 5
    context.close()
