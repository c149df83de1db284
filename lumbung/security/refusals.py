"""Every refusal is one line of the trail: at the door, of a page, of a form from elsewhere (reliability 16.3)."""

import logging

from django.db import DatabaseError

from lumbung.security.actions import record
from lumbung.security.guessing import guessed, guessed_too_often
from lumbung.security.signin import named
from lumbung.sql import Busy

DENIED, NOBODY = 403, "refused"
log = logging.getLogger("lumbung.security")


def of_a_sign_in(sender, credentials, request=None, **_more) -> None:
    """About whom, when the name is somebody's; never what was typed, which may be a passphrase in the wrong box."""
    if request is None:
        return
    found = named(credentials.get("username") or credentials.get("login_name") or "")
    record(
        cooperative_id=None, person_id=None, deed="signin.refused", subject=str(found.id) if found else "",
        detail={"code": getattr(request, "code", "")},
    )  # fmt: skip


class RefusalsMiddleware:
    """Of a page to a wrong role or a stranger, of a form from elsewhere.

    The answer itself is looked at, on its way out, so that no refusal is written twice and none is forgotten. Nobody
    who is not signed in can fill the disk: an address gets as many lines a minute as it has guesses.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if deed := refused(request, response):
            try:
                _write(request, deed)
            except (Busy, DatabaseError):  # what was refused stays refused
                log.exception("a refusal could not be written into the trail")
        return response


def refused(request, response) -> str:
    """What kind of refusal an answer is; "" when it is none."""
    if response.status_code != DENIED:
        return getattr(request, "refusal", "")
    return "page.refused" if getattr(request, "csrf_processing_done", False) else "form.refused"


def _write(request, deed: str) -> None:
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        if guessed_too_often(request, NOBODY):
            return
        guessed(request, NOBODY)
    cooperative = getattr(request, "refused_in", None)
    record(
        cooperative_id=cooperative, person_id=person.pk if person else None, deed=deed, subject=request.path,
        detail={"method": request.method, "code": request.code},
    )  # fmt: skip
