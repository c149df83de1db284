"""What stands between an officer and the money beside her role: a second lock, a device that is known, and her
passphrase written once more.

    @may("savings.pay", step_up=True)     a form is sent: asked when she last wrote it more than five minutes ago
    if answer := stepup.asks(request): return answer      the same, where only some of what a page does needs it
"""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from lumbung import clock
from lumbung.security import cooling, limits
from lumbung.security.forms import AgainForm
from lumbung.security.proving import wrong_words
from lumbung.security.rules import PAYS_OUT
from lumbung.security.sittings import agent_hash, stepped
from lumbung.web.page import page, wants_part

FIELD = "ulang"
OPEN = frozenset({"own.see"})  # her own page: what every member sees without a second lock


def strong(request) -> bool:
    """Whether this sign-in showed two factors. A demo, whose passphrases everybody knows, asks for one."""
    return settings.DEMO or bool(request.sitting and request.sitting.strong_at)


def fresh(request) -> bool:
    """Whether the passphrase or PIN was written in this sitting within five minutes, by this browser."""
    sitting = request.sitting
    return bool(sitting) and sitting.agent == agent_hash(request) and limits.fresh(sitting.stepped_at, clock.now())


def gate(request, deed: str, *, step_up: bool):
    """The answer that comes instead of a page of a cooperative; nothing when the way is open."""
    if request.roles - {"anggota"} and deed not in OPEN and not strong(request):
        return _to("second_lock", request)
    if request.method != "POST":
        return None
    ends = cooling.until(request) if deed in PAYS_OUT else None
    if ends:
        return page(request, "security/cooling.html", "cooling", 422, ends=ends, **_carried(request))
    return asks(request) if step_up else None


def _to(name: str, request):
    back = request.get_full_path() if request.method == "GET" and not wants_part(request) else ""
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': back})}" if back else reverse(name))


def asks(request):
    """“Tulis kata sandi sekali lagi”, unless she just did. A form that was sent goes along and is sent on after it."""
    if request.method != "POST":
        return None if fresh(request) else _to("again", request)
    given, request.POST = request.POST.get(FIELD), _without(request.POST)
    if fresh(request):
        return None
    words = wrong_words(request, given) if given is not None else ""
    if given is not None and not words:
        stepped(request.sitting)
        return None
    return page(request, "security/again.html", "again", 422, form=AgainForm.mistaken(words), **_carried(request))


def _carried(request) -> dict:
    """The form that was sent, so that it can be sent once more."""
    rest = _without(request.POST)
    carried = [(name, value) for name, values in rest.lists() for value in values]
    return {"path": request.get_full_path(), "carried": carried}


def _without(posted):
    """What the form before held, without what only this page asks."""
    rest = posted.copy()
    for name in (FIELD, "csrfmiddlewaretoken"):
        rest.pop(name, None)
    return rest
