"""Perangkat baru: colleagues who signed in from a device that nobody has met, and vouching for it."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.security import cooling, limits
from lumbung.security.access import may
from lumbung.web.page import go, page


@may("devices.see")
def new_devices(request):
    """Whose device may not let money out yet, and until when."""
    found = cooling.waiting(request.cooperative.id, clock.today())
    for met in found:
        met.mine, met.done = met.person_id == request.person.id, request.person.id in met.vouched
    return page(request, "security/new_devices.html", waiting=found, needed=limits.LIFTS)


@require_POST
@may("devices.lift", step_up=True)
def lift_device(request, number):
    """“Benar, ini dia”: the second colleague who says so lets the device pay."""
    found = cooling.waiting(request.cooperative.id, clock.today())
    met = next((met for met in found if met.id == number and met.person_id != request.person.id), None)
    if met is None:
        raise Http404
    count = cooling.lift(cooperative_id=request.cooperative.id, met=met, by=request.person.id)
    said = _("Dicatat. Perangkat itu sudah boleh mengeluarkan uang.")
    messages.success(request, said if count >= limits.LIFTS else _("Dicatat. Satu pengurus lagi harus membenarkan."))
    return go(request, "new_devices", slug=request.cooperative.slug)
