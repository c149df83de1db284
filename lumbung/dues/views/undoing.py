"""One receipt again, taking it back, and billing a month."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.dues import actions, reports, rules
from lumbung.dues.forms import BillForm, UndoForm
from lumbung.dues.models import Payment
from lumbung.dues.reports.payments import OPENINGS
from lumbung.dues.views import drawing
from lumbung.ledger import reports as books
from lumbung.members import reports as register
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import go, page
from lumbung.web.words import Count, Refused


def facts(request, number: int) -> dict:
    """A payment with its member, its entry and who received it.

    Raises  Http404: no such payment here
    """
    coop = request.cooperative.id
    paid = reports.payment(coop, number)
    if paid is None:
        raise Http404
    entry = books.entry(coop, paid.payment.number)
    return {
        "paid": paid, "entry": entry, "member": register.get(coop, paid.payment.member_id),
        "months": drawing.settled_words(paid.months), "receiver": names([entry.made_by]).get(entry.made_by, ""),
        "is_opening": paid.payment.kind in OPENINGS, "is_moved": paid.payment.kind == Payment.Kind.MOVED,
    }  # fmt: skip


@may("dues.see")
def receipt(request, number):
    shown = facts(request, number)
    here = reverse("members:detail", kwargs={"slug": request.cooperative.slug, "member_id": shown["member"].id})
    return page(
        request, "dues/receipt.html", **shown, may_undo=duties.may(request.roles, "ledger.reverse"),
        crumbs=[(_("Iuran"), reverse("dues:grid", kwargs={"slug": request.cooperative.slug})), (shown["member"], here),
                (shown["entry"].document, None)],
    )  # fmt: skip


@may("ledger.reverse")
def undo(request, number):
    """Take a payment back with a reason; the old entry stays in sight."""
    shown = facts(request, number)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        try:
            posted = actions.reverse_payment(
                cooperative_id=request.cooperative.id, number=number, by=request.person.id, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            words = _("%(old)s dibatalkan dengan %(new)s.") % {
                "old": shown["entry"].document,
                "new": posted[0].document,
            }
            messages.success(request, words)
            return go(request, "members:detail", slug=request.cooperative.slug, member_id=shown["member"].id)
    back = reverse("dues:receipt", kwargs={"slug": request.cooperative.slug, "number": number})
    return page(
        request, "dues/undo.html", "form", status=422 if form.errors else 200, form=form, **shown,
        crumbs=[(_("Iuran"), reverse("dues:grid", kwargs={"slug": request.cooperative.slug})),
                (shown["entry"].document, back), (_("Batalkan"), None)],
    )  # fmt: skip


@may("dues.bill")
def bill(request):
    """Bill a month, where the bylaws say so."""
    form = BillForm(request.POST or None)
    if form.is_valid():
        period = rules.period_of(form.cleaned_data["month"])
        try:
            made = actions.bill_month(cooperative_id=request.cooperative.id, period=period, by=request.person.id)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            facts_ = {"n": Count(len(made)), "month": drawing.months_words([period])}
            messages.success(request, _("%(n)s tagihan %(month)s dibuat.") % facts_)
            return go(request, "dues:grid", slug=request.cooperative.slug)
    crumbs = [(_("Iuran"), reverse("dues:grid", kwargs={"slug": request.cooperative.slug})), (_("Tagih"), None)]
    return page(
        request, "dues/bill.html", "form", status=422 if form.errors else 200, form=form, crumbs=crumbs,
        today=clock.today(),
    )  # fmt: skip
