"""Tutup bulan: the list, the closing, the history; opening again by two people."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lumbung import clock
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.surplus import actions, reports
from lumbung.surplus.forms import AnswerForm, CloseForm, ReopenForm
from lumbung.web.dates import month_name
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("reports.see")
def month(request):
    """What is still missing for the next month, with a way to each; what was closed before."""
    return _month(request)


def _month(request, refusal="", status=200, answer_form=None):
    coop, slug, today = request.cooperative.id, request.cooperative.slug, clock.today()
    following = reports.month_to_close(coop, today)
    listed = reports.checks(coop, following) if following else []
    steps = [(check, reverse(check.page, kwargs={"slug": slug})) for check in listed]
    may_close = holds(request.roles, "ledger.close")
    return page(
        request, "surplus/month.html", "list", status, month=following, steps=steps, refusal=str(refusal),
        done=sum(check.done for check in listed), ready=all(check.done for check in listed),
        form=CloseForm(), closed=reports.closed_through(coop),
        history=reports.history(coop), wishes=reports.wishes(coop), may_close=may_close, me=request.person.id,
        answer_form=answer_form or AnswerForm(),
        crumbs=[(_("Laporan"), reverse("ledger:reports", kwargs={"slug": slug})), (_("Tutup bulan"), None)],
    )  # fmt: skip


@may("ledger.close")
@require_POST
def look_at_dues(request):
    """Somebody looked at the dues of the month."""
    following = reports.month_to_close(request.cooperative.id, clock.today())
    if following:
        actions.look_at_dues(cooperative_id=request.cooperative.id, month=following, by=request.person.id)
    return go(request, "surplus:month", slug=request.cooperative.slug)


@may("ledger.close")
@require_POST
def close(request):
    """Close the month on the page."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _month(request, _("Bulan yang akan ditutup tidak terbaca. Muat ulang halaman ini."), 422)
    try:
        actions.close_month(
            cooperative_id=request.cooperative.id, today=clock.today(), by=request.person.id, **form.cleaned_data
        )
    except Refused as refusal:
        return _month(request, refusal, 422)
    messages.success(request, _("%(month)s ditutup.") % {"month": month_name(form.cleaned_data["month"])})
    return go(request, "surplus:month", slug=request.cooperative.slug)


@may("ledger.close")
def reopen(request):
    """Ask that a month be opened again."""
    closed = reports.closed_through(request.cooperative.id)
    form = ReopenForm(request.POST or None, initial={"month": closed})
    if form.is_valid():
        try:
            actions.ask_reopening(cooperative_id=request.cooperative.id, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Permintaan dicatat. Pengurus lain harus menyetujuinya."))
            return go(request, "surplus:month", slug=request.cooperative.slug)
    here = reverse("surplus:month", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "surplus/reopen.html", "form", 422 if form.errors else 200, form=form, back=here, closed=closed,
        crumbs=[(_("Tutup bulan"), here), (_("Buka kembali"), None)],
    )  # fmt: skip


@may("ledger.close")
@require_POST
def answer(request, reopening_id):
    """The second person answers."""
    coop, form = request.cooperative.id, AnswerForm(request.POST)
    if not any(asked.wish.id == reopening_id for asked in reports.wishes(coop)):
        raise Http404
    if not form.is_valid():
        return _month(request, "", 422, form)
    agreed = form.cleaned_data["agreed"] == "ya"
    try:
        actions.answer_reopening(
            cooperative_id=coop, reopening_id=reopening_id, agreed=agreed, on=clock.today(), by=request.person.id,
            reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except Refused as refusal:
        return _month(request, refusal, 422, form)
    messages.success(request, _("Buku dibuka kembali.") if agreed else _("Jawaban dicatat; buku tetap tertutup."))
    return go(request, "surplus:month", slug=request.cooperative.slug)
