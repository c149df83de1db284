"""An officer's pages about the consents of a member: look, and write down what she says in the office."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung.members.views.showing import get_member
from lumbung.privacy import actions, reports
from lumbung.privacy.forms import ConsentForm
from lumbung.privacy.views.shared import asked_purpose
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def _crumbs(request, member, *more) -> list:
    slug = {"slug": request.cooperative.slug}
    return [
        (_("Anggota"), reverse("members:list", kwargs=slug)),
        (member, reverse("members:detail", kwargs={**slug, "member_id": member.id})), *more,
    ]  # fmt: skip


@may("members.see")
def consents(request, member_id):
    """What this member allows, and everything she ever said about it."""
    member = get_member(request, member_id)
    return page(
        request, "privacy/consents.html", member=member, history=reports.history(member),
        standings=reports.of_member(member, get_language() or "id"),
        may_consent=duties.may(request.roles, "privacy.consent"), may_copy=duties.may(request.roles, "privacy.copy"),
        crumbs=_crumbs(request, member, (_("Izin dan data"), None)),
    )  # fmt: skip


@may("privacy.consent")
def record(request, member_id, purpose):
    """What she said in the office: the text is read to her, somebody else is there."""
    member = get_member(request, member_id)
    standing = asked_purpose(member, purpose)
    form = ConsentForm(request.POST or None, initial={"way": "spoken"})
    if form.is_valid():
        said = {**form.cleaned_data, "given": form.cleaned_data["answer"] == "yes"}
        said.pop("answer")
        try:
            actions.consent(
                member=member, purpose=purpose, language=get_language() or "id", by=request.person.id, **said
            )
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Jawaban %(name)s dicatat.") % {"name": member})
            return go(request, "privacy:consents", slug=request.cooperative.slug, member_id=member.id)
    here = reverse("privacy:consents", kwargs={"slug": request.cooperative.slug, "member_id": member.id})
    return page(
        request, "privacy/record.html", "form", status=422 if form.errors else 200, form=form, member=member,
        one=standing, back=here,
        crumbs=_crumbs(request, member, (_("Izin dan data"), here), (standing.purpose.label, None)),
    )  # fmt: skip
