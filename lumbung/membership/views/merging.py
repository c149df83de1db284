"""Two rows side by side, what will move, and the deed."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.ledger.chart import ACCOUNTS
from lumbung.members import nik
from lumbung.members.reports import everyone
from lumbung.members.views.showing import get_member
from lumbung.membership import actions
from lumbung.membership.actions.merging import steps
from lumbung.membership.forms import OtherForm, ReasonForm
from lumbung.membership.views.leaving import to
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("members.merge")
def other(request, member_id):
    """Which row is the same person as this one, where Lumbung itself suspects nothing."""
    member, form = get_member(request, member_id), OtherForm(request.POST or None)
    kwargs = {"slug": request.cooperative.slug}
    others = everyone(request.cooperative.id).exclude(id=member.id)
    form.fields["other"].offer(
        reverse("members:search", kwargs=kwargs), [(one.id, f"{one.number} {one}") for one in others]
    )
    if form.is_valid():
        return go(request, "membership:merge", kept=member.id, gone=form.cleaned_data["other"], **kwargs)
    return page(
        request, "membership/other.html", "form", status=422 if form.errors else 200, form=form, member=member,
        crumbs=_crumbs(request),
    )  # fmt: skip


@may("members.merge")
def merge(request, kept, gone):
    """Say what becomes of both rows; then make them one."""
    stays, goes = get_member(request, kept), get_member(request, gone)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            actions.merge(kept=stays, gone=goes, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(old)s sekarang satu dengan %(new)s.") % {"old": goes.number, "new": stays.number}
            messages.success(request, words)
            return to(request, stays)
    return page(
        request, "membership/merge.html", "form", status=422 if form.errors else 200, form=form, kept=stays, gone=goes,
        sides=[(stays, nik.shown(stays)), (goes, nik.shown(goes))], moves=_moves(stays, goes),
        crumbs=_crumbs(request),
    )  # fmt: skip


def _moves(stays, goes) -> list[tuple[str, int]]:
    """What will be entered: into which account of the row that stays, sen."""
    if stays.id == goes.id:
        return []
    return [(_(ACCOUNTS[step.target].name), step.amount) for step in steps(stays, goes, clock.today())]


def _crumbs(request) -> list:
    kwargs = {"slug": request.cooperative.slug}
    twice = (_("Mungkin tercatat dua kali"), reverse("members:duplicates", kwargs=kwargs))
    return [(_("Anggota"), reverse("members:list", kwargs=kwargs)), twice, (_("Gabungkan"), None)]
