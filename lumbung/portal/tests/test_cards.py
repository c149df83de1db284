"""The paper card: printed by an officer, opens once, for a member alone; its code is nowhere but on the paper."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lumbung import clock
from lumbung.portal import actions, reports, rules
from lumbung.portal.models import Card
from lumbung.portal.tests.conftest import NOON, PHRASE, SRI
from lumbung.security import passphrases
from lumbung.security.models import Event, Person
from lumbung.security.reports import member_of
from lumbung.web.words import Refused


@pytest.fixture
def printed(siti):
    return actions.print_card(member=siti, by=SRI)


def form(**changes):
    return {"login_name": "siti0001", "passphrase": PHRASE, "again": PHRASE, **changes}


def address(code):
    return reverse("card_enter", kwargs={"code": code})


def test_the_database_does_not_know_the_code(printed):
    row = Card.objects.values_list().get()

    assert printed.code not in str(row) and len(printed.code) == 12
    assert Event.objects.get(deed="card.printed").person_id == SRI


def test_a_card_opens_the_door_and_the_passphrase_is_the_members_own(printed, siti):
    browser = Client()
    assert "Siti Aminah" in browser.get(address(printed.code)).content.decode()

    answer = browser.post(address(printed.code), form())

    assert answer.status_code == 302 and answer.url == "/k/karbes/"
    person = Person.objects.get(login_name="siti0001")
    assert person.check_password(PHRASE) and member_of(siti.cooperative_id, person.id) == siti.id
    assert "Halo, Siti Aminah" in browser.get("/k/karbes/").content.decode()
    assert Card.objects.get().used_by == person.id


@pytest.mark.parametrize("easy", ["siti aminah 25-02-1990", "081234567890 siti!", "merdeka45 koperasi karbes"])
def test_what_the_village_knows_of_her_is_no_passphrase(enrol, easy):
    member = enrol("Siti Aminah", born_on=date(1990, 2, 25), phone="0812-3456-7890")
    printed = actions.print_card(member=member, by=SRI)

    answer = Client().post(address(printed.code), form(passphrase=easy, again=easy))
    assert answer.status_code == 422 and "mudah ditebak" in answer.content.decode()
    assert Person.objects.count() == 0

    person = actions.enter(card=printed.card, login_name="siti", passphrase=PHRASE)
    assert "25021990" in passphrases.known_of(Person.objects.get(id=person.id))


def test_it_opens_once(printed):
    Client().post(address(printed.code), form())
    second = Client()

    assert second.get(address(printed.code)).status_code == 404
    assert second.post(address(printed.code), form(login_name="lain")).status_code == 404
    assert Person.objects.count() == 1


def test_two_who_hold_the_same_card_at_the_same_moment_are_one_account(printed):
    """Both have passed the page; the deed itself refuses the second, and leaves no account behind."""
    actions.enter(card=printed.card, login_name="siti", passphrase=PHRASE)

    with pytest.raises(Refused, match="sudah dipakai"):
        actions.enter(card=printed.card, login_name="maling", passphrase=PHRASE + " juga")
    assert [person.login_name for person in Person.objects.all()] == ["siti"]
    assert Person.objects.get().check_password(PHRASE)


def test_after_two_weeks_it_is_paper(printed):
    with clock.frozen(NOON + timedelta(days=rules.DAYS, seconds=1)):
        assert Client().get(address(printed.code)).status_code == 404


def test_a_new_card_ends_the_old_one(printed, siti):
    newer = actions.print_card(member=siti, by=SRI)

    assert Client().get(address(printed.code)).status_code == 404
    assert Client().get(address(newer.code)).status_code == 200


def test_a_wrong_code_and_too_many_of_them(printed):
    browser = Client()
    assert [browser.get(address("K7QM4XTP9R2A")).status_code for _try in range(30)] == [404] * 30
    assert browser.get(address(printed.code)).status_code == 429


@pytest.mark.parametrize("typed", ["", "K7QM", "K7QM-4XTP-9R20", "K7QM-4XTP-9R2!"])
def test_what_cannot_be_a_code_is_refused_by_the_door(db, typed):
    assert Client().post("/kartu/", {"code": typed}).status_code == 422


def test_the_door_reads_a_code_as_people_type_it(printed):
    typed = rules.spelled(printed.code).lower().replace("-", " ")

    assert Client().post("/kartu/", {"code": typed}).url == address(printed.code)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"passphrase": "pendek", "again": "pendek"}, "15"),
        ({"again": "lain sama sekali ini"}, "tidak sama"),
        ({"login_name": "diambil"}, "sudah dipakai"),
    ],
)
def test_a_mistake_leaves_the_card_as_it_was(printed, browser_of, given, words):
    browser_of().person.__class__.objects.update(login_name="diambil")
    answer = Client().post(address(printed.code), form(**given))

    assert answer.status_code == 422 and words in answer.content.decode()
    assert Card.objects.get().used_at is None and Person.objects.count() == 1


def test_a_card_for_somebody_who_signs_in_already_gives_her_a_new_passphrase(siti, browser_of):
    old = browser_of(member=siti)
    code = actions.print_card(member=siti, by=SRI).code
    page = Client().get(address(code)).content.decode()
    assert "login_name" not in page

    Client().post(address(code), {"passphrase": "empat kata yang baru", "again": "empat kata yang baru"})

    assert Person.objects.get(id=old.person.id).check_password("empat kata yang baru")
    assert old.get("/k/karbes/saya/").status_code == 302, "whoever was signed in with the old one is out"
    assert Event.objects.filter(deed="passphrase.changed").count() == 1


@pytest.mark.parametrize("role", ["ketua", "bendahara", "pengawas", "kasir", "sekretaris"])
def test_a_slip_of_paper_never_lets_an_officer_in(siti, browser_of, role):
    browser_of(role, member=siti)

    with pytest.raises(Refused, match="memegang jabatan"):
        actions.print_card(member=siti, by=SRI)


def test_nor_one_who_became_an_officer_while_the_card_lay_there(siti, browser_of, printed):
    browser_of("bendahara", member=siti)

    with pytest.raises(Refused, match="memegang jabatan"):
        actions.enter(card=printed.card, login_name="", passphrase=PHRASE + " baru")


def test_there_is_no_card_for_who_has_left(siti):
    siti.status = "left"
    with pytest.raises(Refused, match="bukan anggota lagi"):
        actions.print_card(member=siti, by=SRI)


def test_the_page_shows_the_code_once_and_prints_a_square(siti, browser_of):
    chair = browser_of("ketua")
    at = f"/k/karbes/anggota/{siti.id}/kartu/"
    made = chair.post(at).content.decode()

    assert "<svg" in made and 'class="qr"' in made and "style=" not in made
    assert "door-card" not in chair.get(at).content.decode()
    assert reports.card_standing(siti)["waits"]
