"""Savings on a phone of 360 px: in, out, refused in words, interest looked at and credited."""

from datetime import date

import pytest

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.members import actions as members
from lumbung.savings.tests.conftest import NOON, SRI, held, make_cooperative, save
from lumbung.security.actions import appoint, create_person

PASSPHRASE = "padi menguning 2026"
HERE = "/k/kmp-karangbesuki/simpanan/"

pytestmark = pytest.mark.browser


@pytest.fixture
def siti(transactional_db):
    """She has just over what brings interest below the tax, so that the cliff shows."""
    with clock.frozen(NOON):
        coop = make_cooperative()
        sri = create_person(login_name="sri", full_name="Sri Wahyuni", passphrase=PASSPHRASE)
        with acting_for(coop.id):
            appoint(cooperative_id=coop.id, person_id=sri.id, role="bendahara", since=date(2026, 1, 1))
            siti = members.register(cooperative_id=coop.id, full_name="Siti Aminah", joined_on=date(2026, 1, 5), by=SRI)
            save(siti, 48_000_400)
            yield siti


def opened(phone, tail=""):
    phone.goto(f"/masuk/?next={HERE}{tail}")
    phone.fill("[name=login]", "sri")
    phone.fill("[name=password]", PASSPHRASE)
    phone.click("button.main")
    phone.wait_for_url(f"**{HERE}{tail}")
    return phone


def fits(phone) -> bool:
    return phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def choose(phone, name):
    phone.locator("input[role=combobox]").fill(name)
    phone.locator("[role=option]").first.click()


def test_a_deposit_and_a_withdrawal_below_the_floor(phone, siti, axe):
    opened(phone, "setor/")
    choose(phone, "siti")
    phone.wait_for_selector("text=Simpanan Siti Aminah sekarang Rp48.000.400.")
    phone.fill("[name=amount]", "150rb")
    phone.click("text=Terima setoran")
    phone.wait_for_selector(".receipt >> text=Rp48.150.400")
    assert axe(phone) == []
    assert fits(phone)

    phone.goto(f"{HERE}ambil/")
    choose(phone, "siti")
    phone.fill("[name=amount]", "48.150.000")
    phone.click("text=Bayarkan")
    phone.wait_for_selector("text=Yang boleh diambil paling banyak Rp48.140.400.")
    assert axe(phone) == []
    phone.fill("[name=amount]", "150.000")
    phone.click("text=Bayarkan")
    phone.wait_for_selector(".receipt >> text=Rp48.000.400")
    assert held(siti) == 48_000_400


def test_interest_is_looked_at_and_then_credited(phone, siti, axe):
    opened(phone, "jasa/")
    for words in ("48.000.400", "24.000", "216.002", "Rp23.998"):
        assert phone.locator(f"text={words}").first.is_visible(), words
    assert axe(phone) == []
    assert fits(phone)
    phone.click("text=Catat jasa Rp240.002")
    phone.wait_for_selector("text=Semua sudah dicatat")
    assert held(siti) == 48_216_402
    assert axe(phone) == []
