from datetime import date

import pytest
from django.contrib.auth import authenticate

from lumbung.cooperatives.actions import create_cooperative
from lumbung.cooperatives.tenant import acting_for
from lumbung.security import actions, reports, rules
from lumbung.security.models import Event, Role
from lumbung.web.words import Refused

PHRASE = "padi kuning lumbung desa"


@pytest.fixture
def susy(db):
    return actions.create_person(login_name="Susy", full_name="Susy", passphrase=PHRASE, phone="+6281234567890")


@pytest.mark.parametrize("name", ["susy", "SUSY ", "ｓｕｓｙ", "081234567890", "+62 812-3456-7890"])
def test_a_person_signs_in_by_name_or_phone(susy, name):
    assert authenticate(username=name, password=PHRASE) == susy


@pytest.mark.parametrize(
    ("name", "phrase"), [("susy", "salah sekali ini ya"), ("susi", PHRASE), ("", ""), ("0", PHRASE)]
)
def test_anything_else_does_not(susy, name, phrase):
    assert authenticate(username=name, password=phrase) is None


def test_a_phone_that_two_share_opens_no_account(susy):
    actions.create_person(login_name="anak", full_name="Anak", passphrase=PHRASE + " dua", phone=susy.phone)
    assert authenticate(username=susy.phone, password=PHRASE) is None


def test_a_person_who_was_put_out_of_use_cannot_sign_in(susy):
    susy.is_active = False
    susy.save()
    assert authenticate(username="susy", password=PHRASE) is None


@pytest.mark.parametrize("phrase", ["pendek", "1234567890123456", "passwordpassword", "", "Susy"])
def test_an_easy_passphrase_is_refused(db, phrase):
    with pytest.raises(Refused):
        actions.create_person(login_name="x", full_name="X", passphrase=phrase)


def test_one_login_name_is_one_person(susy):
    with pytest.raises(Refused, match="sudah dipakai"):
        actions.create_person(login_name=" SUSY", full_name="Lain", passphrase=PHRASE)


def test_a_passphrase_is_kept_as_argon2(susy):
    assert susy.password.startswith("argon2$") or "md5" in susy.password  # the tests hash quickly


def test_roles_hold_from_a_day_until_a_day(susy):
    coop = create_cooperative(
        slug="karbes", name="KMP", kind="kmp", village_code="35.73.04.1009", books_from=date(2025, 1, 1)
    ).id
    with acting_for(coop):
        for _twice in range(2):
            actions.appoint(cooperative_id=coop, person_id=susy.id, role="ketua", since=date(2025, 6, 1))
        assert reports.roles_in(coop, susy.id, date(2025, 5, 31)) == frozenset()
        assert reports.roles_in(coop, susy.id, date(2025, 6, 1)) == {"ketua"}
        actions.end_appointment(
            cooperative_id=coop, person_id=susy.id, role="ketua", until=date(2025, 12, 31), by=susy.id
        )
    assert reports.roles_in(coop, susy.id, date(2026, 1, 1)) == frozenset()
    assert [c.id for c in reports.cooperatives_of(susy.id, date(2025, 12, 31))] == [coop]
    assert list(Event.objects.order_by("id").values_list("deed", flat=True)) == [
        "person.created",
        "appointment.made",
        "appointment.ended",
    ]


def test_the_table_of_duties_keeps_hands_apart():
    moves_money = {"dues.receive", "cash.receive", "cash.pay", "cash.transfer", "ledger.reverse", "intake.post"}
    for deed in moves_money:
        assert not rules.may({"pengawas"}, deed) and not rules.may({"anggota"}, deed), deed
    assert not any(rules.may({"ketua"}, deed) for deed in moves_money)
    assert all(roles <= {*Role.values, rules.HELPER} for roles in rules.DEEDS.values())
    assert rules.deeds_of({"anggota"}) == {"home.see", "own.see", "outbox.send", "safety.practise"}
