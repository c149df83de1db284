"""How long a sign-in lasts, and what ends it."""

import re
from datetime import timedelta

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.security import actions, limits, notices, sittings
from lumbung.security.models import Sitting
from lumbung.security.tests.conftest import KAS, MORNING, PHRASE, is_in, is_out


@pytest.fixture
def desk(office):
    office.give_app("bendahara")
    return office.sit("bendahara")


def test_a_shared_device_locks_after_a_quarter_of_an_hour(desk, day):
    day.pass_(minutes=14)
    assert is_in(desk)
    day.pass_(minutes=14)
    assert is_in(desk)
    day.pass_(minutes=15)
    assert is_out(desk)


def test_her_own_device_may_lie_open_for_an_hour(desk, day):
    desk.post("/akun/perangkat/ini/", {"own": "1"})
    day.pass_(minutes=55)
    assert is_in(desk)
    day.pass_(minutes=61)
    assert is_out(desk)


def test_ten_hours_are_the_end_however_busy_she_was(desk, day):
    desk.post("/akun/perangkat/ini/", {"own": "1"})
    for _while in range(11):
        day.pass_(minutes=50)
        assert desk.get("/akun/perangkat/").status_code == 200
    day.pass_(minutes=50)
    assert is_out(desk)


@pytest.mark.parametrize("back", [timedelta(minutes=2), timedelta(hours=9), timedelta(days=400)])
def test_a_clock_set_back_ends_it(desk, day, back):
    assert is_in(desk)
    day.pass_(seconds=-back.total_seconds())
    assert is_out(desk)


def test_a_clock_put_right_by_seconds_does_not(desk, day):
    assert is_in(desk)
    day.pass_(seconds=-20)
    assert is_in(desk)


def test_the_session_gets_a_new_name_at_the_door(office, client):
    client.get("/masuk/")
    client.session.save()
    planted = client.session.session_key
    office.sit("anggota", client)
    assert client.cookies["__Host-sesi"].value != planted


def test_an_old_cookie_opens_nothing_after_signing_out(desk):
    stolen = dict(desk.cookies)
    desk.post("/keluar/")
    desk.cookies.clear()
    for name, cookie in stolen.items():
        desk.cookies[name] = cookie.value
    assert is_out(desk)


def test_a_session_cookie_without_its_device_opens_nothing(desk):
    assert is_in(desk)
    del desk.cookies[sittings.COOKIE]
    assert is_out(desk)


def test_signing_out_leaves_nothing_for_the_back_button(desk):
    assert "no-store" in desk.get(KAS)["Cache-Control"]
    assert desk.post("/keluar/")["Clear-Site-Data"] == '"cache"'


def test_a_sitting_ended_elsewhere_is_out_at_its_next_request(desk, office):
    other = office.sit("bendahara")
    html = desk.get("/akun/perangkat/").content.decode()
    lost = Sitting.objects.latest("id")

    assert f"/akun/perangkat/{lost.id}/keluar/" in html and "Firefox di Windows" in html
    desk.post(f"/akun/perangkat/{lost.id}/keluar/")

    assert is_out(other) and is_in(desk)


def test_nobody_ends_the_sitting_of_another(desk, office):
    hers = Sitting.objects.get(person_id=office.people["bendahara"].id)
    assert office.sit("anggota").post(f"/akun/perangkat/{hers.id}/keluar/").status_code == 404
    assert is_in(desk)


@pytest.mark.parametrize(
    "change",
    [
        lambda desk, office: desk.post(
            "/akun/kata-sandi/", {"new": "embun caping jagung tirta", "repeat": "embun caping jagung tirta"}
        ),
        lambda desk, office: desk.post("/akun/perangkat/lain/keluar/"),
        lambda desk, office: office.give_app("bendahara"),
    ],
    ids=["passphrase", "by hand", "second lock"],
)
def test_a_change_of_hers_ends_the_other_sittings(desk, office, change):
    other = office.sit("bendahara")
    assert is_in(other)
    change(desk, office)
    assert is_out(other)


def test_she_stays_where_she_changed_her_passphrase(desk, office):
    phrase = "embun caping jagung tirta"
    assert desk.post("/akun/kata-sandi/", {"new": phrase, "repeat": phrase}).url == "/akun/"
    assert is_in(desk)
    assert is_out(office.sit("bendahara", phrase=PHRASE)) and is_in(office.sit("bendahara", phrase=phrase))


def test_another_role_ends_every_sitting(desk, office):
    with acting_for(office.id):
        actions.end_appointment(
            cooperative_id=office.id, person_id=office.people["bendahara"].id, role="bendahara",
            until=MORNING.date(), by=office.people["ketua"].id,
        )  # fmt: skip
    assert is_out(desk)


def test_a_person_put_out_of_use_is_out_at_once(desk, office):
    office.people["bendahara"].is_active = False
    office.people["bendahara"].save()
    assert is_out(desk)


def test_a_new_device_is_told_to_her_and_to_the_other_officers(desk, office):
    assert notices.waiting(office.people["ketua"].id) == []  # the first device of all is no news
    office.sit("bendahara")
    assert "Bendahara masuk dari perangkat baru" in notices.waiting(office.people["ketua"].id)[0].words
    assert {notice.kind for notice in notices.waiting(office.people["bendahara"].id)} >= {"device.own", "factor.added"}
    assert notices.waiting(office.people["anggota"].id) == []


def test_one_account_in_two_places_at_once_is_noticed(desk, office, day):
    bendahara = office.people["bendahara"].id
    day.pass_(minutes=10)
    office.sit("bendahara")
    assert "device.two" not in {notice.kind for notice in notices.waiting(bendahara)}
    office.sit("bendahara")
    assert "device.two" in {notice.kind for notice in notices.waiting(bendahara)}


def test_a_notice_stands_on_every_page_until_it_is_read(desk):
    assert "Kunci kedua baru terpasang" in desk.get(KAS).content.decode()
    desk.post("/akun/kabar/", {"next": KAS})
    assert "Kunci kedua baru terpasang" not in desk.get(KAS).content.decode()


def test_a_page_asks_one_thing_more_for_being_guarded(desk, django_assert_num_queries):
    desk.post("/akun/kabar/")
    with django_assert_num_queries(3):  # the session, the person, her sitting with all that belongs to it
        assert desk.get("/panduan/").status_code == 200


# --- the lock -----------------------------------------------------------------------------------------------------


PIN = "407183"


@pytest.fixture
def locked(desk, office):
    actions.set_pin(person_id=office.people["bendahara"].id, pin=PIN)
    assert desk.post("/kunci/", {"next": KAS}).url == "/kunci/?next=%2Fk%2Fkarbes%2Fkas%2F"
    return desk


def sitting_of(office, role="bendahara"):
    return Sitting.objects.filter(person_id=office.people[role].id).latest("id")


def opens(browser, sitting, pin) -> bool:
    return browser.post("/kunci/", {"who": sitting.id, "pin": pin, "next": KAS}).status_code == 302


def test_a_locked_screen_shows_a_name_and_no_money(locked):
    assert is_out(locked)
    html = locked.get("/kunci/").content.decode()
    assert "Bendahara" in html and not re.search(r"Rp[ \d]", html) and "KMP Karbes" not in html
    assert "Layar terkunci" in locked.get("/masuk/").content.decode()


def test_her_pin_opens_it_again_under_a_new_session(locked, office):
    before = locked.cookies["__Host-sesi"].value
    assert opens(locked, sitting_of(office), PIN)
    assert is_in(locked) and locked.cookies["__Host-sesi"].value != before


def test_two_people_take_turns_at_one_laptop(locked, office):
    office.give_app("ketua")
    office.sit("ketua", locked)
    assert is_in(locked) and "Ketua" in locked.get("/akun/").content.decode()
    actions.set_pin(person_id=office.people["ketua"].id, pin="918274")
    locked.post("/kunci/")

    html = locked.get("/kunci/").content.decode()
    assert "Bendahara" in html and "Ketua" in html
    assert not opens(locked, sitting_of(office, "ketua"), PIN)  # one's PIN is not the other's
    assert opens(locked, sitting_of(office), PIN)
    assert "bendahara" in locked.get("/akun/").content.decode()


def test_five_wrong_pins_end_that_sitting(locked, office):
    for _wrong in range(limits.PINS):
        assert not opens(locked, sitting_of(office), "111222")
    assert not opens(locked, sitting_of(office), PIN)
    assert "pins.wrong" in {notice.kind for notice in notices.waiting(office.people["bendahara"].id)}


def test_a_pin_opens_nothing_on_another_device(locked, office, client):
    office.sit("anggota", client)
    client.post("/kunci/")
    assert not opens(client, sitting_of(office), PIN)


def test_a_pin_opens_nothing_after_ten_hours(locked, office, day):
    day.pass_(hours=10)
    assert not opens(locked, sitting_of(office), PIN)


def test_a_screen_left_alone_locks_where_there_is_a_pin(desk, office, day):
    actions.set_pin(person_id=office.people["bendahara"].id, pin=PIN)
    day.pass_(minutes=20)
    assert is_out(desk)
    assert opens(desk, sitting_of(office), PIN) and is_in(desk)


@pytest.mark.parametrize("pin", ["111111", "123456", "987654", "12345", "1234567", "abcdef", "112211"])
def test_an_easy_pin_is_refused(desk, pin):
    assert desk.post("/akun/pin/", {"pin": pin, "repeat": pin}).status_code == 422


def test_the_lock_is_on_every_page(desk):
    assert desk.get(KAS).content.decode().count('action="/kunci/"') == 2  # the bar of a phone, the side of a desk
