"""A cooperative with a desk, and the hands of whoever sits at it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.security.actions import appoint, create_person

PHRASE = "padi kuning lumbung desa"
ROLES = {"bendahara": "Sumiati Utomo", "sekretaris": "Ningsih", "ketua": "Susy Kurnia", "pengawas": "Budi Utomo"}
SAMPLES = Path(__file__).parents[2] / "samples"
MORNING = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)  # nine o'clock in Malang


class Office:
    """The cooperative of a journey: `office.sign_in(page, "bendahara")`, `office.at("kas/")`."""

    def __init__(self, cooperative):
        self.id, self.slug = cooperative.id, cooperative.slug

    def at(self, place: str = "") -> str:
        return f"/k/{self.slug}/{place}"

    def sign_in(self, page, role: str) -> None:
        page.goto("about:blank")  # what a page still asks for in the background would bring the cookies back
        page.context.clear_cookies()
        page.goto("/masuk/")
        page.get_by_label("Nama masuk").fill(role)
        page.get_by_label("Kata sandi").fill(PHRASE)
        page.get_by_role("button", name="Masuk").click()
        page.wait_for_url(f"**{self.at()}")


@pytest.fixture(autouse=True)
def a_morning_in_january():
    with clock.frozen(MORNING):
        yield


@pytest.fixture
def office(transactional_db):
    """Books from the first day of last year, dues of Rp20.000, principal of Rp100.000."""
    made = create_cooperative(
        slug="karbes", name="KMP Karbes", kind="existing", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    )
    with acting_for(made.id):
        open_book(cooperative_id=made.id)
        for key, value in (("pokok_amount", "100000"), ("wajib_amount", "20000")):
            set_bylaw(cooperative_id=made.id, key=key, value=value, valid_from=made.books_from)
        for role, name in ROLES.items():
            person = create_person(login_name=role, full_name=name, passphrase=PHRASE)
            appoint(cooperative_id=made.id, person_id=person.id, role=role, since=made.books_from)
    return Office(made)
