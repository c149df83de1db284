"""The page *Keamanan* follows the facts; an exercise is kept once, for its person alone."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from lumbung import clock
from lumbung.backup import state
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.safety import actions, asking, asking_people, exercises, registry, reports, rules
from lumbung.safety.models import Practice
from lumbung.security.actions import appoint, create_person
from lumbung.security.factors import APP
from lumbung.security.models import Device, Sitting
from lumbung.site.tests.conftest import PHRASE


def address(page: str, **more) -> str:
    return reverse(f"safety:{page}", kwargs={"slug": "karbes", **more})


def standing(coop):
    with acting_for(coop.id):
        return reports.standing(coop.id, clock.now())


def words_of(found) -> set[str]:
    return {one.look.word for one in [*found.well]}


@pytest.mark.usefixtures("home")
def test_every_look_gives_a_fact_or_says_that_it_is_not_ours(coop):
    """No third way: an answer that is neither would be an unknown on the page."""
    with acting_for(coop.id):
        answers = {look.word: look.ask(coop.id, clock.now()) for look in registry.looks}
    assert len(answers) >= 12
    assert all(type(one) is registry.Fact and type(one.ok) is bool and one.words for one in answers.values() if one)
    assert {word for word, one in answers.items() if one is None} <= {"latihan", "brankas"}


@pytest.mark.usefixtures("home")
def test_on_a_server_of_many_its_copies_and_disks_are_no_affair_of_ours(coop, settings):
    settings.DEMO = False
    Cooperative.objects.create(slug="lain", name="Lain", kind="kmp", books_from=date(2025, 1, 1))
    assert not {"cadangan", "lembar", "stik", "latihan-pulih", "map", "tempat"} & {
        one.look.word for one in [*standing(coop).well, *standing(coop).waiting]
    }


@pytest.mark.usefixtures("home")
def test_the_weightiest_thing_amiss_comes_first_and_doing_it_raises_the_score(coop, signed_in):
    before = standing(coop)
    assert before.next.look.word == "akun" and before.share.percent < 50
    for role in ("ketua", "bendahara", "pengawas"):
        signed_in(role)
    after = standing(coop)
    assert after.next.look.word == "kunci-kedua" and after.share.percent > before.share.percent


@pytest.mark.usefixtures("home")
def test_one_person_who_is_both_treasurer_and_supervisor_is_not_two(coop, signed_in):
    signed_in("ketua")
    signed_in("bendahara", "pengawas")
    with acting_for(coop.id):
        assert not asking.accounts(coop.id, clock.now()).ok


def test_each_officer_needs_a_second_lock_and_a_third_device_is_noticed(coop, signed_in):
    people = [signed_in(role).person for role in ("ketua", "kasir")]
    with acting_for(coop.id):
        for at, person in enumerate(people):
            assert not asking_people.locked_twice(coop.id, clock.now()).ok
            Authenticator.objects.create(user=person, type=APP, data={}, created_at=clock.now())
            assert asking_people.locked_twice(coop.id, clock.now()).ok is (at == 1)
        for number in range(3):
            device = Device.objects.create(token_hash=f"{number}", met_at=clock.now(), name="HP")
            now = {"started_at": clock.now(), "seen_at": clock.now()}
            Sitting.objects.create(person_id=people[0].id, device=device, agent="hp", **now)
            assert asking_people.devices(coop.id, clock.now()).ok is (number < 2)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("days", "ok"), [(1, True), (35, True), (36, False)])
def test_a_drill_grows_old(coop, days, ok):
    now = clock.now()
    with state.changing() as kept:
        kept["drills"].append({"at": (now - timedelta(days=days)).isoformat()})
    assert asking.drilled(coop.id, now).ok is ok


@pytest.mark.usefixtures("home")
def test_checking_the_books_is_noticed_and_grows_old(coop, signed_in):
    chair = signed_in("ketua")
    assert "periksa" not in words_of(standing(coop))
    chair.post(reverse("verify", kwargs={"slug": "karbes"}))
    assert "periksa" in words_of(standing(coop))
    with clock.frozen(clock.now() + timedelta(days=36)):
        assert "periksa" not in words_of(standing(coop))


@pytest.mark.usefixtures("home")
def test_the_page_shows_one_next_step_with_its_button_and_who_else_does_it(coop, signed_in):
    for role in ("bendahara", "pengawas"):
        signed_in(role)
    html = signed_in("ketua").get(address("overview")).content.decode()
    assert html.count("Langkah berikutnya") == 1 and "/akun/kunci-kedua/" in html and "Kerjakan sekarang" in html
    clerk = signed_in("kasir").get(address("overview")).content.decode()
    assert "<small>bendahara, ketua</small>" in clerk and "<small>bendahara, ketua</small>" not in html


def test_the_first_answer_of_a_month_is_kept_and_a_second_tap_changes_nothing(coop, signed_in):
    member = signed_in("anggota")
    exercise = exercises.of_month(rules.month_of(clock.today()))
    wrong = next(at for at, answer in enumerate(exercise.answers, 1) if not answer.right)
    page = member.post(address("practise"), {"answer": wrong, "request_id": uuid4()}).content.decode()
    assert "Hati-hati." in page and str(exercise.keep) in page
    right = next(at for at, answer in enumerate(exercise.answers, 1) if answer.right)
    member.post(address("practise"), {"answer": right, "request_id": uuid4()})
    with acting_for(coop.id):
        assert [(one.answer, one.right) for one in Practice.objects.all()] == [(wrong, False)]


def test_without_an_answer_the_form_comes_back_with_words(signed_in):
    response = signed_in("anggota").post(address("practise"), {"request_id": uuid4()})
    assert response.status_code == 422 and "belum" in response.content.decode()


def test_trying_another_exercise_shows_what_follows_and_keeps_nothing(coop, signed_in):
    html = signed_in("anggota").get(address("one", word="anydesk") + "?jawab=1").content.decode()
    assert "Mengawasi tidak cukup" in html
    assert signed_in("kasir").get(address("one", word="tidak-ada")).status_code == 404
    with acting_for(coop.id):
        assert not Practice.objects.exists()


def test_the_desk_reminds_until_she_has_practised(coop, signed_in):
    cashier = signed_in("kasir")
    today = reverse("today", kwargs={"slug": "karbes"})
    assert "Latihan keamanan bulan ini" in cashier.get(today).content.decode()
    cashier.post(address("practise"), {"answer": 1, "request_id": uuid4()})
    assert "Latihan keamanan bulan ini" not in cashier.get(today).content.decode()
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert "Latihan keamanan bulan ini" in cashier.get(today).content.decode()


def test_the_programme_sees_counts_and_never_a_person(coop):
    people = [create_person(login_name=f"orang{n}", full_name="Rahasia", passphrase=PHRASE) for n in range(3)]
    with acting_for(coop.id):
        for at, person in enumerate(people):
            appoint(cooperative_id=coop.id, person_id=person.id, role="anggota", since=date(2025, 1, 1))
            if at == 2:
                assert reports.totals(clock.today())[0][2:] == (2, None)
            actions.practise(cooperative_id=coop.id, person_id=person.id, answer=1, request_id=uuid4())
    (total,) = reports.totals(clock.today())
    assert total.people == 3 and total.right in (0, 100)
    assert "Rahasia" not in repr(total) and all(str(person.id) not in repr(total) for person in people)


def test_an_answer_is_never_changed_or_taken_away(coop):
    with acting_for(coop.id):
        actions.practise(cooperative_id=coop.id, person_id=7, answer=2, request_id=uuid4())
    for sql in ("UPDATE safety_practice SET answer = 1", "DELETE FROM safety_practice"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
