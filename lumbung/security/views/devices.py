"""Perangkat saya: where one is signed in, and ending that from here."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.security import actions, notices, reports, sittings
from lumbung.security.views.shell import back_of, crumbs, own_page
from lumbung.web.page import go, page


@own_page
def devices(request):
    """Every sign-in that holds, this one first."""
    return page(
        request, "security/devices.html", sittings=reports.sittings_of(request.person.id), here=request.sitting,
        own=reports.is_own(request.sitting), crumbs=crumbs((_("Perangkat saya"), None)),
    )  # fmt: skip


@require_POST
@own_page
def end_sitting(request, number):
    """Out at its next request."""
    if number not in {sitting.id for sitting in reports.sittings_of(request.person.id)}:
        raise Http404
    sittings.end([number], "from elsewhere")
    messages.success(request, _("Perangkat itu sudah dikeluarkan."))
    return go(request, "my_devices")


@require_POST
@own_page
def end_others(request):
    """All of them but this one."""
    sittings.end_all(request.person.id, "from elsewhere", but=request.sitting)
    messages.success(request, _("Semua perangkat lain sudah dikeluarkan."))
    return go(request, "my_devices")


@require_POST
@own_page
def own_device(request):
    """Hers alone, or shared: how long it may lie open."""
    own = request.POST.get("own") == "1"
    actions.set_own_device(sitting=request.sitting, own=own)
    words = _("Layar ini terkunci sesudah 60 menit.") if own else _("Layar ini terkunci sesudah 15 menit.")
    messages.success(request, words)
    return go(request, "my_devices")


@require_POST
@own_page
def read_notices(request):
    """She has read them."""
    notices.read_all(request.person.id)
    return HttpResponseRedirect(back_of(request))
