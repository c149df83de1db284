"""Passphrases are taken as people write them, sessions are long names, and a new installation lets nobody in."""

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.test import Client

from lumbung.security.actions import create_person
from lumbung.security.models import Person

EXACT = (
    "padi kuning lumbung desa ",
    " padi kuning lumbung desa",
    "Padi Kuning Lumbung Desa",
    "padi kuning lumbung 🌾🌾",
    "kerbau pagi sungai bambu " * 8,
)


@pytest.mark.django_db
@pytest.mark.parametrize("words", EXACT, ids=range(len(EXACT)))
def test_a_passphrase_is_taken_letter_for_letter(words):
    create_person(login_name="susy", full_name="Susy", passphrase=words)
    assert authenticate(None, username="susy", password=words)
    for near in (words.strip(), words.lower(), words[:-1], words[:64]):
        assert near == words or authenticate(None, username="susy", password=near) is None


@pytest.mark.django_db
def test_a_passphrase_is_masked_and_may_be_pasted():
    html = Client().get("/masuk/").content.decode()
    box = html[html.index('name="password"') - 200 : html.index('name="password"') + 200]
    assert (
        'type="password"' in box
        and "current-password" in box
        and "onpaste" not in html
        and 'autocomplete="off"' not in box
    )


def test_nobody_is_made_to_change_one():
    """No age of a passphrase is kept anywhere, so none can run out."""
    assert not {field.name for field in Person._meta.fields} & {
        "password_changed_at",
        "password_expires_at",
        "must_change",
    }


def test_a_session_has_enough_chance_in_it():
    made = {SessionStore()._get_new_session_key() for _ in range(200)}
    assert len(made) == 200 and min(map(len, made)) >= 32 and settings.SESSION_SERIALIZER.endswith("JSONSerializer")


@pytest.mark.django_db
def test_a_new_installation_has_no_account():
    assert not Person.objects.exists()
    for name, words in (("admin", "admin"), ("bendahara", "bendahara"), ("root", ""), ("lumbung", "lumbung")):
        assert authenticate(None, username=name, password=words) is None
