"""Where a cooperative has too few officers, an officer of the programme is the second one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.cooperatives.tenant import acting_for
from lumbung.recovery import actions, reports
from lumbung.security import stepup
from lumbung.security.reports import programme_roles
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@login_required
def programme(request):
    """The cases that wait for her: whose, in which cooperative, opened by whom and why. Nothing else of it."""
    _only_for_officers(request)
    return _shown(request) if stepup.strong(request) else go(request, "second_lock")


def _only_for_officers(request) -> None:
    if "petugas" not in programme_roles(request.person.id, clock.today()):
        raise Http404


def _shown(request, status=200, **more):
    asked = reports.asked_of(request.person.id, clock.now())
    door = request.build_absolute_uri(reverse("code_door"))
    return page(request, "recovery/programme.html", status=status, asked=asked, door=door, **more)


@login_required
@require_POST
def programme_step(request, slug, case_id, word):
    """She agrees, after she has spoken to the person; or hands over the code when the waiting time is over."""
    _only_for_officers(request)
    asked = reports.asked_in(slug, case_id, request.person.id, clock.now())
    if asked is None:
        raise Http404
    if not stepup.strong(request):
        return go(request, "second_lock")
    if answer := stepup.asks(request):
        return answer
    facts = {"cooperative_id": asked.cooperative.id, "case_id": case_id, "by": request.person.id}
    with acting_for(asked.cooperative.id):
        try:
            if word == "kode":
                return _shown(request, code=actions.make_code(**facts), name=asked.one.name)
            actions.confirm(**facts)
        except Refused as refusal:
            return _shown(request, 422, refusal=refusal)
    messages.success(request, _("Disahkan. Masa tunggu berjalan; semua pengurus melihatnya."))
    return go(request, "programme_recovery")
