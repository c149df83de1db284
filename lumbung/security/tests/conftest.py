"""A cooperative with three officers and a member, its clock in the test's hand, and browsers that really sign in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from lumbung import clock
from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
from lumbung.security import codes, factors
from lumbung.security.actions import appoint, create_person

PHRASE = "padi kuning lumbung desa"
MORNING = datetime(2026, 3, 2, 1, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"


class Day:
    """What time it is here: `day.pass_(minutes=16)`."""

    def __init__(self):
        self.moment, self._frozen = MORNING, None

    def set(self, moment):
        self.leave()
        self.moment, self._frozen = moment, clock.frozen(moment)
        self._frozen.__enter__()

    def pass_(self, **how):
        self.set(self.moment + timedelta(**how))

    def leave(self):
        if self._frozen:
            self._frozen.__exit__(None, None, None)
            self._frozen = None


@pytest.fixture
def day():
    held = Day()
    held.set(MORNING)
    yield held
    held.leave()


class Office:
    """`office.sit("bendahara")` is a browser in which she has signed in with both locks."""

    def __init__(self, day):
        self.day = day
        made = create_cooperative(
            slug="karbes", name="KMP Karbes", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
        )
        self.id, self.people = made.id, {}
        with acting_for(made.id):
            open_book(cooperative_id=made.id)
            for role in ("ketua", "sekretaris", "bendahara", "anggota"):
                person = create_person(login_name=role, full_name=role.title(), passphrase=PHRASE)
                appoint(cooperative_id=made.id, person_id=person.id, role=role, since=made.books_from)
                self.people[role] = person

    def give_app(self, role):
        typed = codes.digits(SECRET, codes.step_of(clock.now()) - 1)
        factors.add_app(person=self.people[role], secret=SECRET, typed=typed, sitting=None)

    def code(self):
        return codes.digits(SECRET, codes.step_of(clock.now()))

    def sit(self, role, browser=None, phrase=PHRASE):
        browser = browser or Client(headers={"User-Agent": FIREFOX})
        answer = browser.post("/masuk/", {"login": role, "password": phrase})
        if answer.status_code == 302 and answer.url == "/masuk/kedua/":
            self.day.pass_(seconds=30)
            browser.post("/masuk/kedua/", {"code": self.code()})
        return browser


@pytest.fixture
def office(db, day, real_sittings):
    return Office(day)


KAS = "/k/karbes/kas/"


def is_out(browser, page=KAS) -> bool:
    """Whether a page of the cooperative sends her to the door."""
    answer = browser.get(page)
    return answer.status_code == 302 and answer.url.startswith("/masuk/")


def is_in(browser, page=KAS) -> bool:
    return browser.get(page).status_code == 200
