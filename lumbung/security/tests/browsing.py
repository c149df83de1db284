"""Signing in as people do, for the browser tests of every package; and sitting there already, where that is enough."""

from importlib import import_module

from django.conf import settings
from django.test import RequestFactory

from lumbung.security import sittings
from lumbung.security.models import Acquaintance, Person

PASSPHRASE = "padi menguning 2025"
CHROMIUM = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140"


def signed_in(page, address: str, who: str = "sri"):
    """The page at an address, for somebody whose passphrase is PASSPHRASE."""
    page.goto(f"/masuk/?next={address}")
    page.fill("[name=login]", who)
    page.fill("[name=password]", PASSPHRASE)
    page.click("button.main")
    page.wait_for_url(f"**{address}")
    return page


def strong_cookies(login_name: str) -> dict[str, str]:
    """The cookies of somebody who has just come in by both locks, at a device of her own."""
    request = RequestFactory(headers={"User-Agent": CHROMIUM}).get("/masuk/")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    person = Person.objects.get(login_name=login_name)
    sittings.begin(request, person, strong=True)
    Acquaintance.objects.filter(person_id=person.id).update(own=True)
    request.session.save()
    return {settings.SESSION_COOKIE_NAME: request.session.session_key, sittings.COOKIE: request.device_token}
