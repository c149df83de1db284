"""Persetujuan: what waits, one draft in words, and what the chair or its maker does with it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.approvals import actions, deeds, reports
from lumbung.approvals.forms import ChangeForm, RefuseForm, SeenForm
from lumbung.approvals.models import Draft
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.vault import papers
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 25


@may("approvals.see")
def drafts(request):
    """What waits, the oldest first; what was decided, the latest first."""
    coop = request.cooperative.id
    decided = Paginator(reports.decided(coop), A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "approvals/list.html", waiting=reports.waiting(coop), decided=decided, me=request.person.id,
        limit=reports.limit(coop, clock.today()), decides=holds(request.roles, "approvals.decide"),
    )  # fmt: skip


def waits(request, draft: Draft):
    """For the pages that pay: not posted, the chair decides first; here is what she will read."""
    messages.info(request, _("Menunggu persetujuan ketua. Belum dibukukan, dan uangnya belum boleh keluar."))
    return go(request, "approvals:draft", slug=request.cooperative.slug, draft_id=draft.id)


def _case(request, draft_id: int) -> reports.Case:
    case = reports.case(request.cooperative.id, draft_id)
    if case is None:
        raise Http404
    return case


@may("approvals.see")
def draft(request, draft_id):
    """One draft as whoever decides must know it."""
    return _draft(request, _case(request, draft_id))


@may("approvals.see")
def photo(request, draft_id):
    """The photo that was asked with."""
    kept = _case(request, draft_id).draft.facts.get("photo")
    if kept is None:
        raise Http404
    return papers.shown(request.cooperative.id, kept["file"], f"nota-ajuan-{draft_id}.jpg")


def _draft(request, case: reports.Case, status=200, form=None):
    mine = case.draft.made_by == request.person.id
    facts = deeds.known(case.draft.deed).tell(request.cooperative.id, case.draft.facts)
    seen = {"digest": case.draft.digest}
    return page(
        request, "approvals/draft.html", "draft", status, case=case, facts=facts,
        versions=reports.versions(request.cooperative.id, case.draft.id), limit=_limit(request, case),
        decides=case.waits and not mine and holds(request.roles, "approvals.decide"),
        own=case.waits and mine and holds(request.roles, "approvals.change"),
        approve_form=SeenForm(initial=seen, auto_id="seen_%s"), refuse_form=form or RefuseForm(initial=seen),
        mistakes=form.non_field_errors() if form else (), crumbs=_crumbs(request, (case.draft.title, None)),
    )  # fmt: skip


def _limit(request, case: reports.Case) -> int:
    return reports.limit(request.cooperative.id, case.draft.booked_on)


def _crumbs(request, *steps):
    return [(_("Persetujuan"), reverse("approvals:list", kwargs={"slug": request.cooperative.slug})), *steps]


@may("approvals.decide", step_up=True)
@require_POST
def approve(request, draft_id):
    """Approve what was read, and post it."""
    case, form = _case(request, draft_id), SeenForm(request.POST)
    if form.is_valid():
        try:
            decision = actions.approve(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
        except Refused as refusal:
            return _again(request, draft_id, refusal)
        entry = reports.case(request.cooperative.id, draft_id).decision.entry
        words = _("Disetujui dan dibukukan dengan %(document)s.") % {"document": entry.document}
        messages.success(request, words)
        return go(request, "cash:entry", slug=request.cooperative.slug, number=decision.number)
    return _draft(request, case, 422)


def _which(request, draft_id: int) -> dict:
    return {"cooperative_id": request.cooperative.id, "draft_id": draft_id}


def _again(request, draft_id: int, refusal: Refused):
    """The draft as it is now, with what stands in the way."""
    case = _case(request, draft_id)
    form = RefuseForm({"digest": case.draft.digest, "reason": "-"})
    form.add_refusal(refusal)
    form.data = {"digest": case.draft.digest, "reason": ""}
    return _draft(request, case, 422, form)


@may("approvals.decide")
@require_POST
def refuse(request, draft_id):
    """Say no, with the reason."""
    case, form = _case(request, draft_id), RefuseForm(request.POST)
    if form.is_valid():
        try:
            actions.refuse(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
        except Refused as refusal:
            return _again(request, draft_id, refusal)
        messages.success(request, _("Ditolak. Yang mengajukan melihat alasannya."))
        return go(request, "approvals:list", slug=request.cooperative.slug)
    return _draft(request, case, 422, form)


@may("approvals.change")
def change(request, draft_id):
    """The maker mends her draft; whoever has the old page open must read it again."""
    case = _case(request, draft_id)
    old = case.draft
    first = {"amount": old.amount, "memo": old.memo, "on": old.booked_on}
    form = ChangeForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            actions.change(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Ajuan diubah. Ketua membaca isi yang baru."))
            return go(request, "approvals:draft", slug=request.cooperative.slug, draft_id=draft_id)
    here = reverse("approvals:draft", kwargs={"slug": request.cooperative.slug, "draft_id": draft_id})
    return page(
        request, "approvals/change.html", "form", 422 if form.errors else 200, form=form, case=case, back=here,
        crumbs=_crumbs(request, (old.title, here), (_("Ubah"), None)),
    )  # fmt: skip


@may("approvals.change")
@require_POST
def withdraw(request, draft_id):
    """The maker takes her draft back."""
    _case(request, draft_id)
    try:
        actions.withdraw(by=request.person.id, **_which(request, draft_id))
    except Refused as refusal:
        return _again(request, draft_id, refusal)
    messages.success(request, _("Ajuan ditarik kembali; tidak ada yang dibayarkan."))
    return go(request, "approvals:list", slug=request.cooperative.slug)
