"""Signing in: by name or phone, with a passphrase. No codes by SMS or WhatsApp, ever."""

import unicodedata

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import BaseBackend
from django.utils.translation import gettext_lazy as _

from lumbung.security.models import Person
from lumbung.sheets import people
from lumbung.sheets.refusals import Undecided


def normal_name(text: str) -> str:
    """One spelling for a login name, so that look-alikes and capitals are one account."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def normal_phone(text: str) -> str:
    """A phone as +62…, read as everywhere else; empty when it is not one."""
    try:
        return people.phone(text) or ""
    except Undecided:
        return ""


class PersonBackend(BaseBackend):
    """Find the person by login name, else by a phone that only one person has."""

    def authenticate(self, request, username=None, password=None, **credentials):
        person = self._find(username or credentials.get("login_name") or "")
        if person is None:
            Person().set_password(password or "")  # as slow as a right name, so that names cannot be guessed
            return None
        return person if person.check_password(password or "") and person.is_active else None

    def _find(self, name: str) -> Person | None:
        by_name = Person.objects.filter(login_name=normal_name(name)).first()
        phone = normal_phone(name)
        if by_name or not phone:
            return by_name
        sharers = list(Person.objects.filter(phone=phone)[:2])
        return sharers[0] if len(sharers) == 1 else None

    def get_user(self, user_id):
        return Person.objects.filter(pk=user_id, is_active=True).first()


class Adapter(DefaultAccountAdapter):
    """Accounts are given by the cooperative, never taken by whoever finds the page."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Nama atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi."),
        "too_many_login_attempts": _("Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_redirect_url(self, request):
        return "/"
