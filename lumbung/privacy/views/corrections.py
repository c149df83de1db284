"""A member asks on her phone; an officer answers."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.privacy import actions, reports
from lumbung.privacy.forms import AnswerForm, CorrectionForm
from lumbung.privacy.views.asked import crumbs
from lumbung.privacy.views.own import crumbs as own_crumbs
from lumbung.privacy.views.own import own
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@own
def own_corrections(request, member):
    """What she asked for and what became of it; and a new request."""
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        try:
            actions.ask(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Permintaan Anda sampai ke pengurus. Jawabannya paling lambat tiga hari lagi."))
            return go(request, "privacy:own_corrections", slug=request.cooperative.slug)
    return page(
        request, "privacy/own_corrections.html", "form", status=422 if form.errors else 200, form=form, member=member,
        wishes=reports.wishes_of(member, clock.now()), crumbs=own_crumbs(request, _("Minta dibetulkan")),
    )  # fmt: skip


@may("privacy.answer")
def decide(request, correction_id):
    """Write it into the register, or say why not."""
    waiting = reports.waiting(request.cooperative.id, clock.now())
    wish = next((one for one in waiting if one.correction.id == correction_id), None)
    if wish is None:
        raise Http404
    form = AnswerForm(request.POST or None, initial={"answer": "yes"})
    if form.is_valid():
        accepted, reason = form.cleaned_data["answer"] == "yes", form.cleaned_data["reason"]
        facts = {"correction": wish.correction, "member": wish.member, "by": request.person.id}
        try:
            actions.answer(accepted=accepted, reason=reason, **facts)
        except Refused as refusal:
            form.add_refusal(refusal, "reason")
        else:
            messages.success(request, _("Jawaban untuk %(name)s dicatat.") % {"name": wish.member})
            return go(request, "privacy:requests", slug=request.cooperative.slug)
    here = reverse("privacy:requests", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "privacy/decide.html", "form", status=422 if form.errors else 200, form=form, wish=wish, back=here,
        crumbs=crumbs(request, (_("Permintaan anggota"), here), (wish.label, None)),
    )  # fmt: skip
