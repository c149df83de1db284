"""Recovery by two officers, on telephones 360 px wide: asked for in the office, confirmed, waited for, fetched."""

from datetime import date, timedelta

import pytest

from lumbung import clock
from lumbung.cash.tests.conftest import new_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.recovery.models import Case
from lumbung.security.actions import appoint, create_person
from lumbung.security.tests.browsing import PASSPHRASE, signed_in

NEW = "sawah hijau gunung biru"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def office(transactional_db):
    cooperative = new_cooperative()
    with acting_for(cooperative.id):
        for role in ("ketua", "sekretaris", "pengawas"):
            person = create_person(login_name=role, full_name=f"Bu {role.title()}", passphrase=PASSPHRASE)
            appoint(cooperative_id=cooperative.id, person_id=person.id, role=role, since=date(2025, 1, 1))
        yield cooperative.id


def test_recovery_by_two_officers(office, phone, axe):
    started = clock.now()
    with clock.frozen(started):
        signed_in(phone, "/k/karbes/pemulihan/buka/", "ketua")
        phone.get_by_label("Akun siapa?").select_option(label="Bu Sekretaris")
        phone.get_by_label("Apa yang terjadi?").fill("HP hilang")
        phone.get_by_label("Orangnya datang sendiri").check()
        phone.get_by_role("button", name="Buka pemulihan").click()
        phone.get_by_text("Menunggu petugas kedua").first.wait_for()
        assert phone.get_by_role("button", name="Sahkan").count() == 0, "not by whoever opened it"
        assert axe(phone) == [] and not phone.evaluate(WIDE)
        here = f"/k/karbes/pemulihan/{Case.objects.get().id}/"

        phone.context.clear_cookies()
        signed_in(phone, here, "pengawas")
        phone.get_by_role("button", name="Sahkan").click()
        phone.get_by_text("Masa tunggu: semua orang boleh keberatan").wait_for()
        assert phone.get_by_role("button", name="Buat kode").count() == 0, "not before the day is over"

    with clock.frozen(started + timedelta(hours=24)):
        phone.goto(here)
        phone.get_by_role("button", name="Buat kode").click()
        phone.get_by_text("berlaku 10 menit").wait_for()
        code = phone.locator("p.sum").inner_text().strip()
        assert axe(phone) == [] and not phone.evaluate(WIDE)

        phone.context.clear_cookies()
        phone.goto("/kode/")
        phone.get_by_label("Kode dari pengurus").fill(code)
        phone.get_by_label("Kata sandi baru").fill(NEW)
        phone.get_by_label("Tulis sekali lagi").fill(NEW)
        assert axe(phone) == [] and not phone.evaluate(WIDE)
        phone.get_by_role("button", name="Simpan kata sandi").click()
        phone.wait_for_url("**/masuk/")
        phone.fill("[name=login]", "sekretaris")
        phone.fill("[name=password]", NEW)
        phone.click("button.main")
        phone.wait_for_url("**/k/karbes/")
        phone.get_by_text("Bu Sekretaris sudah membuat kata sandi baru").wait_for()
