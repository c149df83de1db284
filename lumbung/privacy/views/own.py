"""A member's own pages about her data. Each begins with who she is; she meets nobody else's."""

import functools

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung.members import reports as register
from lumbung.privacy import actions, reports
from lumbung.privacy.forms import OwnConsentForm
from lumbung.privacy.views.shared import asked_purpose
from lumbung.security.access import may
from lumbung.security.reports import member_of
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def own(view):
    """Open a page for the member who asks: the view gets her; who is in no register meets words about that."""

    @may("own.see")
    @functools.wraps(view)
    def inside(request, **kwargs):
        member = register.get(request.cooperative.id, member_of(request.cooperative.id, request.person.id) or 0)
        return view(request, member, **kwargs) if member else page(request, "privacy/nobody.html")

    return inside


def crumbs(request, here: str) -> list:
    return [(_("Data saya"), reverse("portal:data", kwargs={"slug": request.cooperative.slug})), (here, None)]


@own
def own_consents(request, member):
    """Izin saya: what each use means, what she said, and the way to say otherwise."""
    return page(
        request, "privacy/own_consents.html", member=member, history=reports.history(member),
        standings=reports.of_member(member, get_language() or "id"), crumbs=crumbs(request, _("Izin saya")),
    )  # fmt: skip


@own
def own_consent(request, member, purpose):
    """One use: its text, and her answer."""
    standing = asked_purpose(member, purpose)
    form = OwnConsentForm(request.POST or None, initial={"answer": "no" if standing.allowed else "yes"})
    if form.is_valid():
        given, request_id = form.cleaned_data["answer"] == "yes", form.cleaned_data["request_id"]
        try:
            actions.consent(
                member=member, purpose=purpose, given=given, language=get_language() or "id", by=request.person.id,
                request_id=request_id,
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            said = (
                _("Izin Anda dicatat.") if given else _("Dicatat. Pemakaiannya berhenti paling lambat tiga hari lagi.")
            )
            messages.success(request, said)
            return go(request, "privacy:own_consents", slug=request.cooperative.slug)
    return page(
        request, "privacy/own_consent.html", "form", status=422 if form.errors else 200, form=form, one=standing,
        crumbs=crumbs(request, standing.purpose.label),
    )  # fmt: skip
