"""Doubts: asked, answered, closed."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung.cash.reports.voucher import voucher_of
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.supervision import actions, reports
from lumbung.supervision.forms import AnswerForm, AskForm, NextForm
from lumbung.supervision.models import Finding, Remark
from lumbung.supervision.views.looking import crumbs
from lumbung.web.page import go, page
from lumbung.web.words import Refused

STATES = ("open", "answered", "closed")


@may("supervision.check")
def ask(request, number):
    """Ask the officers about any entry of the book."""
    voucher = voucher_of(request.cooperative.id, number)
    if voucher is None:
        raise Http404
    form = AskForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.judge(
                cooperative_id=request.cooperative.id, number=number, verdict=Finding.Verdict.ASK, by=request.person.id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Pertanyaan sampai ke pengurus."))
            return go(request, "supervision:follow_up", slug=request.cooperative.slug, finding_id=made.id)
    return page(
        request, "supervision/ask.html", "form", status=422 if form.errors else 200, form=form, voucher=voucher,
        crumbs=crumbs(request, (_("Tanya"), None)),
    )  # fmt: skip


@may("supervision.see")
def follow_ups(request):
    """Every doubt and how it stands; those still open first."""
    state = request.GET.get("lihat", "")
    everyone = reports.followed(request.cooperative.id)
    counts = {one: sum(1 for each in everyone if each.state == one) for one in STATES}
    shown = [one for one in everyone if not state or one.state == state]
    shown.sort(key=lambda one: STATES.index(one.state))
    return page(
        request, "supervision/follow_ups.html", shown=shown, counts=counts, state=state, total=len(everyone),
        crumbs=crumbs(request, (_("Tindak lanjut"), None)),
    )  # fmt: skip


@may("supervision.see")
def follow_up(request, finding_id):
    """One doubt from the question to its end. Officers answer, supervisors ask again or close."""
    doubt = reports.finding(request.cooperative.id, finding_id)
    if doubt is None:
        raise Http404
    form = _form(request, reports.thread(doubt)["state"])
    if form and form.is_valid():
        given = {"kind": Remark.Kind.ANSWER, **form.cleaned_data}
        try:
            actions.remark(finding=doubt, by=request.person.id, **given)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Tertulis di tindak lanjut."))
            return go(request, "supervision:follow_up", slug=request.cooperative.slug, finding_id=finding_id)
    here = reverse("supervision:follow_ups", kwargs={"slug": request.cooperative.slug})
    voucher = voucher_of(request.cooperative.id, doubt.number)
    return page(
        request, "supervision/follow_up.html", "form", status=422 if form and form.errors else 200, form=form,
        doubt=doubt, voucher=voucher, **reports.thread(doubt),
        crumbs=crumbs(request, (_("Tindak lanjut"), here), (voucher.entry.document, None)),
    )  # fmt: skip


def _form(request, state: str):
    """What this person may write now: nothing once it is closed."""
    if state == "closed":
        return None
    if holds(request.roles, "supervision.check"):
        return NextForm(request.POST or None)
    return AnswerForm(request.POST or None) if holds(request.roles, "supervision.answer") else None
