"""Signing in: by name or phone, with a passphrase, for officers a second lock too. Never a code by SMS or WhatsApp."""

import unicodedata

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth import authenticate
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lumbung.security import sittings, slowing
from lumbung.security.models import Person
from lumbung.sheets import people
from lumbung.sheets.refusals import Undecided
from lumbung.web.words import Refused


def normal_name(text: str) -> str:
    """One spelling for a login name, so that look-alikes and capitals are one account."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def normal_phone(text: str) -> str:
    """A phone as +62…, read as everywhere else; empty when it is not one."""
    try:
        return people.phone(text) or ""
    except Undecided:
        return ""


def named(text: str) -> Person | None:
    """The person with this login name, else with a phone that only one person has."""
    by_name, phone = Person.objects.filter(login_name=normal_name(text)).first(), normal_phone(text)
    if by_name or not phone:
        return by_name
    sharers = list(Person.objects.filter(phone=phone)[:2])
    return sharers[0] if len(sharers) == 1 else None


class PersonBackend(BaseBackend):
    """Find the person by login name, else by a phone that only one person has."""

    def authenticate(self, request, username=None, password=None, **credentials):
        person = named(username or credentials.get("login_name") or "")
        if person is None:
            Person().set_password(password or "")  # as slow as a right name, so that names cannot be guessed
            return None
        return person if person.check_password(password or "") and person.is_active else None

    def get_user(self, user_id):
        return Person.objects.filter(pk=user_id, is_active=True).first()


class Adapter(DefaultAccountAdapter):
    """Accounts are given by the cooperative, never taken by whoever finds the page."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Nama atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        return "/"

    def authenticate(self, request, **credentials):
        """Wrong tries wait, and nothing is hashed while they do."""
        name = normal_name(credentials.get("username", ""))
        known = named(name)
        key = slowing.key_of(request, name, known.id if known else None)
        try:
            slowing.refuse_while_slowed(key)
            person = authenticate(request, **credentials)
        except Refused as refusal:
            user_login_failed.send(__name__, credentials=credentials, request=request)  # one line of the trail
            raise ValidationError(str(refusal)) from refusal
        (slowing.right if person else slowing.wrong)(key)
        return person

    def login(self, request, user):
        """The end of every way through the door."""
        shown = {record["method"] for record in get_authentication_records(request, user)}
        sittings.begin(request, user, strong="mfa" in shown)

    def logout(self, request):
        if request.sitting:
            sittings.end([request.sitting.id], "out")
        super().logout(request)
