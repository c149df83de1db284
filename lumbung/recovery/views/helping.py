"""Pendamping: who is let in for some hours; and what such a person finds."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.recovery import actions, reports
from lumbung.recovery.forms import HelpForm
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("people.see")
def helpers(request):
    """Who helps now, and who has helped."""
    found = reports.helpings(request.cooperative.id, clock.now())
    return page(request, "recovery/helpers.html", found=found, gives=holds(request.roles, "helper.give"))


@may("helper.give", step_up=True)
def give_help(request):
    """Let a facilitator in for some hours."""
    form = HelpForm(request.POST or None, initial={"hours": "2"})
    if form.is_valid():
        try:
            actions.give_help(cooperative_id=request.cooperative.id, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Diizinkan. Semua pengurus melihatnya di Hari Ini selama berlaku."))
            return go(request, "recovery:helpers", slug=request.cooperative.slug)
    back = reverse("recovery:helpers", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "recovery/give_help.html", "form", 422 if form.errors else 200, form=form, back=back,
        crumbs=[(_("Pendamping"), back), (_("Izinkan"), None)],
    )  # fmt: skip


@may("helper.end")
@require_POST
def end_help(request, helper_id):
    """Anyone of the officers ends it."""
    try:
        actions.end_help(cooperative_id=request.cooperative.id, helper_id=helper_id, by=request.person.id)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Pendampingan diakhiri. Ia tidak dapat membuka apa pun lagi di sini."))
    return go(request, "recovery:helpers", slug=request.cooperative.slug)


@may("helper.own")
def helping(request):
    """What a facilitator may read, until when, and that everybody sees it."""
    mine = [
        one for one in reports.helping_now(request.cooperative.id, clock.now())
        if one.helper.person_id == request.person.id
    ]  # fmt: skip
    return page(request, "recovery/helping.html", mine=mine[0])
