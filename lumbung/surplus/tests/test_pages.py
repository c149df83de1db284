"""Tutup bulan as people meet it."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from lumbung import clock
from lumbung.security.models import Appointment, Person
from lumbung.surplus import reports
from lumbung.surplus.tests.conftest import count

HERE = "/k/karbes/tutup-bulan/"


@pytest.fixture
def sign_in(coop, client):
    """A client by role, on 3 February 2025."""

    def one(role):
        person, is_new = Person.objects.get_or_create(
            login_name=role, defaults={"full_name": role.title(), "created_at": clock.now()}
        )
        if is_new:
            since = date(2025, 1, 1)
            Appointment.objects.create(cooperative_id=coop, person_id=person.id, role=role, since=since)
        client.force_login(person)
        return client

    with clock.frozen(datetime(2025, 2, 3, 3, tzinfo=UTC)):
        yield one


def shown(browser, path=HERE):
    return browser.get(path).content.decode()


def test_the_list_says_what_is_missing_and_leads_there(sign_in, kas):
    page = shown(sign_in("bendahara"))

    assert "Tutup Januari 2025" in page and "5 dari 7 beres" not in page and "4 dari 6 beres" in page
    assert "Belum dihitung, atau selisihnya belum dibukukan: Kas Umum." in page
    for where in ("kas/hitung/", "iuran/tunggakan/"):
        assert f'href="/k/karbes/{where}"' in page
    assert "Januari 2025 sudah berakhir dan belum ditutup." in shown(sign_in("bendahara"), "/k/karbes/")


def test_a_month_is_closed_and_opened_again_by_two_on_the_pages(sign_in, kas, coop):
    count(kas)
    browser = sign_in("bendahara")
    assert 'name="month" value="2025-01"' in shown(browser)
    tap = {"month": "2025-01", "request_id": str(uuid4())}
    refused = browser.post(f"{HERE}tutup/", tap)
    assert refused.status_code == 422 and "Selesaikan dulu: Iuran dilihat." in refused.content.decode()
    assert browser.post(f"{HERE}iuran/").status_code == 302
    assert browser.post(f"{HERE}tutup/", tap).status_code == 302
    assert browser.post(f"{HERE}tutup/", tap).status_code == 302  # the second tap
    assert "Semua bulan yang berakhir sudah ditutup" in shown(browser)

    wish = {"month": "2025-01", "reason": "nota baru ditemukan", "request_id": str(uuid4())}
    assert browser.post(f"{HERE}buka/", {**wish, "reason": ""}).status_code == 422
    assert browser.post(f"{HERE}buka/", wish).status_code == 302
    [asked] = reports.wishes(coop)
    there = f"{HERE}buka/{asked.wish.id}/"
    assert there not in shown(browser)
    assert browser.post(there, {"agreed": "ya"}).status_code == 422
    chair = sign_in("ketua")
    assert there in shown(chair)
    assert chair.post(there, {"agreed": "tidak"}).status_code == 422
    assert chair.post(there, {"agreed": "ya"}).status_code == 302
    page = shown(chair)
    assert "Tutup Januari 2025" in page and "nota baru ditemukan" in page and "disetujui Ketua" in page


def test_a_supervisor_reads_and_closes_nothing(sign_in, kas):
    browser = sign_in("pengawas")
    assert f"{HERE}tutup/" not in shown(browser)
    for path in ("tutup/", "iuran/", "buka/", "buka/1/"):
        assert browser.post(f"{HERE}{path}").status_code == 403
    assert sign_in("anggota").get(HERE).status_code == 403


def test_a_wish_of_nobody_is_not_found(sign_in, kas):
    assert sign_in("ketua").post(f"{HERE}buka/99/", {"agreed": "ya"}).status_code == 404
