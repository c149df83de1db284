"""What members asked for and what the law gives three days for: withdrawals that must end, corrections that wait."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.privacy import actions, reports
from lumbung.privacy.forms import StopForm
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def crumbs(request, *last) -> list:
    slug = {"slug": request.cooperative.slug}
    return [(_("Data pribadi"), reverse("privacy:notice", kwargs=slug)), *last]


@may("members.see")
def requests(request):
    """Everything that waits, with its clock."""
    return page(
        request, "privacy/requests.html", withdrawals=reports.withdrawals(request.cooperative.id, clock.now()),
        wishes=reports.waiting(request.cooperative.id, clock.now()),
        may_answer=duties.may(request.roles, "privacy.answer"),
        crumbs=crumbs(request, (_("Permintaan anggota"), None)),
    )  # fmt: skip


@may("privacy.answer")
def stop(request, consent_id):
    """Say what was done so that a use really ended."""
    waiting = reports.withdrawals(request.cooperative.id, clock.now())
    one = next((each for each in waiting if each.consent.id == consent_id), None)
    if one is None:
        raise Http404
    form = StopForm(request.POST or None)
    if form.is_valid():
        try:
            actions.stopped(consent=one.consent, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal, "note")
        else:
            messages.success(request, _("Dicatat. Permintaan %(name)s selesai.") % {"name": one.member})
            return go(request, "privacy:requests", slug=request.cooperative.slug)
    here = reverse("privacy:requests", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "privacy/stop.html", "form", status=422 if form.errors else 200, form=form, one=one, back=here,
        crumbs=crumbs(request, (_("Permintaan anggota"), here), (one.purpose.label, None)),
    )  # fmt: skip
