"""The second lock at the door, wrong tries, and what an officer without one may see."""

import threading

import pytest
from django.test import Client

from lumbung.security import factors, hashers
from lumbung.security.models import Slowed, SpareCode
from lumbung.security.tests.conftest import FIREFOX, KAS, PHRASE, is_in, is_out
from lumbung.web.words import Refused


def test_a_member_needs_her_passphrase_alone(office):
    assert office.sit("anggota").get("/k/karbes/").status_code == 200


@pytest.mark.parametrize("place", ["", "kas/", "anggota/", "kas/keluar/", "laporan/", "persetujuan/"])
def test_an_officer_without_a_second_lock_is_led_to_putting_it_on(office, place):
    desk = office.sit("bendahara")
    assert desk.get(f"/k/karbes/{place}").url == f"/akun/kunci-kedua/?next=%2Fk%2Fkarbes%2F{place.replace('/', '%2F')}"
    assert desk.post(f"/k/karbes/{place}").url == "/akun/kunci-kedua/"


def test_she_reaches_that_page_her_own_and_help(office):
    desk = office.sit("bendahara")
    for page in ("/akun/", "/akun/kunci-kedua/", "/akun/kunci-kedua/aplikasi/", "/panduan/", "/k/karbes/saya/"):
        assert desk.get(page).status_code == 200, page


def test_putting_it_on_opens_the_books_at_once(office, day):
    desk = office.sit("bendahara")
    desk.get("/akun/kunci-kedua/aplikasi/")
    secret = desk.session["new_app"]
    assert "otpauth" not in desk.get("/akun/kunci-kedua/aplikasi/").content.decode()  # drawn, not written

    assert desk.post("/akun/kunci-kedua/aplikasi/", {"code": "000000"}).status_code == 422
    typed = factors.codes.digits(secret, factors.codes.step_of(day.moment))
    assert desk.post("/akun/kunci-kedua/aplikasi/", {"code": typed}).url == "/akun/kode-cadangan/"
    assert is_in(desk)


def test_the_passphrase_alone_opens_nothing_once_there_is_a_second_lock(office):
    office.give_app("bendahara")
    half = Client()
    assert half.post("/masuk/", {"login": "bendahara", "password": PHRASE}).url == "/masuk/kedua/"
    assert is_out(half) and half.get("/akun/").status_code == 302
    assert half.post("/masuk/kedua/", {"code": "000000"}).status_code == 422
    assert is_out(half)


def test_six_digits_open_once(office, day):
    office.give_app("bendahara")
    assert is_in(office.sit("bendahara"))
    second = Client()
    second.post("/masuk/", {"login": "bendahara", "password": PHRASE})
    assert second.post("/masuk/kedua/", {"code": office.code()}).status_code == 422  # read over her shoulder
    day.pass_(seconds=30)
    assert second.post("/masuk/kedua/", {"code": office.code()}).status_code == 302


def test_a_spare_code_opens_once_and_is_kept_as_a_hash(office):
    office.give_app("bendahara")
    desk = office.sit("bendahara")
    html = desk.post("/akun/kode-cadangan/").content.decode()
    kept = SpareCode.objects.order_by("id").first()
    code = next(line for line in html.split("<b>") if line.startswith(kept.front)).split("<")[0]
    assert len(code) == 19 and code.replace("-", "") not in kept.code_hash and kept.code_hash.startswith("argon2$")
    assert code not in desk.get("/akun/kode-cadangan/").content.decode()

    for opened in (302, 422):
        lost = Client()
        lost.post("/masuk/", {"login": "bendahara", "password": PHRASE})
        typed = code.lower().replace("-", " ").replace("0", "o")  # as people copy it
        assert lost.post("/masuk/kedua/", {"code": typed}).status_code == opened
    assert factors.spares_left(office.people["bendahara"].id) == factors.codes.SPARES - 1


def test_taking_off_the_last_lock_closes_the_books_again(office):
    office.give_app("bendahara")
    desk = office.sit("bendahara")
    factors.make_spares(office.people["bendahara"])
    (app,) = factors.locks_of(office.people["bendahara"].id)
    desk.post(f"/akun/kunci-kedua/{app.id}/lepas/")
    assert factors.spares_left(office.people["bendahara"].id) == 0
    assert office.sit("bendahara").get(KAS).url.startswith("/akun/kunci-kedua/")


def test_nobody_takes_off_the_lock_of_another(office):
    office.give_app("bendahara")
    (app,) = factors.locks_of(office.people["bendahara"].id)
    office.sit("anggota").post(f"/akun/kunci-kedua/{app.id}/lepas/")
    assert factors.locks_of(office.people["bendahara"].id)


# --- wrong tries --------------------------------------------------------------------------------------------------


def tries(browser, count, name="anggota", phrase="salah sekali ini ya"):
    return [browser.post("/masuk/", {"login": name, "password": phrase}) for _try in range(count)][-1]


def test_after_five_wrong_tries_the_right_one_waits_too(office, day, client):
    assert "tidak cocok" in tries(client, 5).content.decode()
    assert "Tunggu 30 detik" in tries(client, 1, phrase=PHRASE).content.decode()
    day.pass_(seconds=31)
    assert tries(client, 1, phrase=PHRASE).status_code == 302


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(office, day, client):
    for _wrong in range(12):
        tries(client, 1)
        day.pass_(minutes=15)
    tries(client, 1)
    assert "Tunggu 15 menit" in tries(client, 1).content.decode()
    day.pass_(days=2)
    assert "tidak cocok" in tries(client, 1).content.decode()


def test_nothing_is_hashed_while_a_name_waits(office, client, monkeypatch):
    tries(client, 5)
    monkeypatch.setattr(hashers.Argon2, "verify", lambda *_: pytest.fail("hashed"))
    tries(client, 3)


def test_a_hundred_tries_from_elsewhere_never_lock_out_the_device_that_knows_her(office, client):
    known = office.sit("anggota", Client(headers={"User-Agent": FIREFOX}))
    known.post("/keluar/")
    for _try in range(100):
        tries(client, 1)
        client.cookies.clear()  # a thrown-away cookie is no new beginning
    assert "Tunggu" in tries(Client(), 1, phrase=PHRASE).content.decode()
    assert tries(known, 1, phrase=PHRASE).status_code == 302


def test_others_at_the_same_laptop_are_not_slowed(office, client):
    tries(client, 6)
    assert tries(client, 1, name="sekretaris", phrase=PHRASE).status_code == 302


def test_a_name_that_nobody_has_waits_and_reads_the_same(office, client):
    seen = {}
    for name in ("anggota", "tidak-ada"):
        pages = [tries(Client(), 1, name=name).content.decode() for _try in range(6)]
        seen[name] = [("tidak cocok" in page, "Tunggu" in page) for page in pages]
    assert seen["anggota"] == seen["tidak-ada"] == [(True, False)] * 5 + [(False, True)]


def test_a_name_that_nobody_has_is_hashed_as_often(office, monkeypatch):
    hashed = []
    real = hashers.Argon2.encode, hashers.Argon2.verify
    monkeypatch.setattr(hashers.Argon2, "encode", lambda self, *args: hashed.append(1) or real[0](self, *args))
    monkeypatch.setattr(hashers.Argon2, "verify", lambda self, *args: hashed.append(1) or real[1](self, *args))
    counts = []
    for name in ("anggota", "tidak-ada"):
        hashed.clear()
        tries(Client(), 1, name=name)
        counts.append(len(hashed))
    assert counts[0] == counts[1] == 1


def test_wrong_digits_at_the_second_lock_wait_too(office):
    office.give_app("bendahara")
    half = Client()
    half.post("/masuk/", {"login": "bendahara", "password": PHRASE})
    for _try in range(5):
        half.post("/masuk/kedua/", {"code": "000000"})
    assert "Tunggu" in half.post("/masuk/kedua/", {"code": office.code()}).content.decode()


def test_old_tries_are_forgotten(office, day, client):
    tries(client, 2, name="siapa-saja")
    day.pass_(days=2)
    tries(client, 1)
    assert Slowed.objects.count() == 1


def test_two_hash_at_once_one_waits_and_the_others_come_back_later():
    inside, go, refused = threading.Semaphore(0), threading.Event(), []

    def hash_one():
        try:
            with hashers.turn():
                inside.release()
                go.wait(10)
        except Refused as refusal:
            refused.append(str(refusal))

    threads = [threading.Thread(target=hash_one) for _each in range(hashers.IN_ALL)]
    for thread in threads:
        thread.start()
    assert inside.acquire(timeout=5) and inside.acquire(timeout=5)
    hash_one()
    assert not inside.acquire(blocking=False) and len(refused) == 1 and "Tunggu" in refused[0]
    go.set()
    for thread in threads:
        thread.join(10)
    assert len(refused) == 1


def test_the_door_says_that_nobody_asks_for_codes(office, client):
    office.give_app("bendahara")
    assert "tidak pernah meminta kode" in client.get("/masuk/").content.decode()
    client.post("/masuk/", {"login": "bendahara", "password": PHRASE})
    assert "tidak pernah memintanya" in client.get("/masuk/kedua/").content.decode()


def test_there_is_no_way_to_send_a_code(settings):
    from allauth.account import app_settings

    assert not app_settings.LOGIN_BY_CODE_ENABLED and not app_settings.PASSWORD_RESET_BY_CODE_ENABLED
    assert set(settings.MFA_SUPPORTED_TYPES) == {"totp", "webauthn"}
