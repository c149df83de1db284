"""The inventory on a phone of 360 px: a thing written, a month worn off, a paper drawn up."""

from datetime import UTC, date, datetime

import pytest

from lumbung import clock
from lumbung.assets.tests.conftest import agree, make_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security.actions import appoint, create_person

PASSPHRASE = "padi menguning 2026"
HERE = "/k/kmp-karangbesuki/inventaris/"

pytestmark = pytest.mark.browser


@pytest.fixture
def office(transactional_db):
    with clock.frozen(datetime(2026, 11, 24, 5, 0, tzinfo=UTC)):
        made = make_cooperative()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(made.id):
            appoint(cooperative_id=made.id, person_id=sri.id, role="bendahara", since=date(2026, 1, 1))
            yield made


def test_a_thing_is_written_worn_off_and_handed_over(phone, office, axe):
    phone.goto(f"/masuk/?next={HERE}baru/")
    phone.fill("[name=login]", "sri")
    phone.fill("[name=password]", PASSPHRASE)
    phone.click("button.main")
    phone.wait_for_url(f"**{HERE}baru/")
    phone.fill("[name=name]", "Laptop")
    phone.fill("[name=cost]", "8jt")
    phone.fill("[name=on]", "21/8/2026")
    phone.click("text=Catat barang")
    phone.wait_for_selector("h1 >> text=Laptop")
    assert axe(phone) == []

    phone.goto(f"{HERE}penyusutan/?bulan=2026-09")
    assert phone.locator("td >> text=166.667").first.is_visible()
    assert axe(phone) == []
    phone.click("text=Catat penyusutan Rp166.667")
    phone.wait_for_selector("text=Tidak ada yang perlu dicatat")

    phone.goto(f"{HERE}serah-terima/baru/")
    phone.locator("label >> text=INV-0001 Laptop").click()
    for name, words in {"giver": "Rina", "taker": "Bu Susy", "purpose": "hibah"}.items():
        phone.fill(f"[name={name}]", words)
    assert axe(phone) == []
    phone.click("text=Buat berita acara")
    phone.wait_for_selector("text=BAST-2026-0001")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert agree(office.id)
