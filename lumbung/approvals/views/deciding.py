"""What the chair, whoever stands in for her, and the maker do with a draft."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung.approvals import actions, reports
from lumbung.approvals.forms import ChangeForm, RefuseForm, SeenForm, StandInForm
from lumbung.approvals.views.reading import crumbs, find, show_draft
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("approvals.decide", step_up=True)
@require_POST
def approve(request, draft_id):
    """Approve what was read, and post it."""
    return _post(request, draft_id, SeenForm(request.POST), actions.approve)


@may("approvals.stand_in", step_up=True)
@require_POST
def stand_in(request, draft_id):
    """Another officer approves for the chair, with the reason; the supervisor sees it."""
    return _post(request, draft_id, StandInForm(request.POST), actions.stand_in)


def _post(request, draft_id: int, form, deed):
    if not form.is_valid():
        return _again(request, draft_id, Refused(_("Baca lagi ajuannya dan isi alasannya.")))
    try:
        decision = deed(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
    except Refused as refusal:
        return _again(request, draft_id, refusal)
    entry = reports.case(request.cooperative.id, draft_id).decision.entry
    messages.success(request, _("Disetujui dan dibukukan dengan %(document)s.") % {"document": entry.document})
    return go(request, "cash:entry", slug=request.cooperative.slug, number=decision.number)


@may("approvals.endorse")
@require_POST
def endorse(request, draft_id):
    """Vouch for the payment of somebody who was not seen for long; the chair decides after it."""
    case, form = find(request, draft_id), SeenForm(request.POST)
    if form.is_valid():
        try:
            actions.endorse(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
        except Refused as refusal:
            return _again(request, draft_id, refusal)
        messages.success(request, _("Tercatat. Sekarang ketua dapat memutuskan."))
        return go(request, "approvals:draft", slug=request.cooperative.slug, draft_id=draft_id)
    return show_draft(request, case, 422)


def _which(request, draft_id: int) -> dict:
    return {"cooperative_id": request.cooperative.id, "draft_id": draft_id}


def _again(request, draft_id: int, refusal: Refused):
    """The draft as it is now, with what stands in the way."""
    case = find(request, draft_id)
    form = RefuseForm({"digest": case.draft.digest, "reason": "-"})
    form.add_refusal(refusal)
    form.data = {"digest": case.draft.digest, "reason": ""}
    return show_draft(request, case, 422, form, seen=request.POST.get("digest", ""))


@may("approvals.decide")
@require_POST
def refuse(request, draft_id):
    """Say no, with the reason."""
    case, form = find(request, draft_id), RefuseForm(request.POST)
    if form.is_valid():
        try:
            actions.refuse(by=request.person.id, **_which(request, draft_id), **form.cleaned_data)
        except Refused as refusal:
            return _again(request, draft_id, refusal)
        messages.success(request, _("Ditolak. Yang mengajukan melihat alasannya."))
        return go(request, "approvals:list", slug=request.cooperative.slug)
    return show_draft(request, case, 422, form)


@may("approvals.change")
def change(request, draft_id):
    """The maker mends her draft; whoever has the old page open must read it again."""
    case = find(request, draft_id)
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
        crumbs=crumbs(request, (old.title, here), (_("Ubah"), None)),
    )  # fmt: skip


@may("approvals.change")
@require_POST
def withdraw(request, draft_id):
    """The maker takes her draft back."""
    find(request, draft_id)
    try:
        actions.withdraw(by=request.person.id, **_which(request, draft_id))
    except Refused as refusal:
        return _again(request, draft_id, refusal)
    messages.success(request, _("Ajuan ditarik kembali; tidak ada yang dibayarkan."))
    return go(request, "approvals:list", slug=request.cooperative.slug)
