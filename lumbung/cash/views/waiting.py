"""Money that nobody could name yet, and the producers who wait for theirs."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from lumbung.cash import actions, reports
from lumbung.cash.forms import IdentifyForm, SupplierForm
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import go, page
from lumbung.web.words import Refused


@may("cash.see")
def unidentified(request):
    """Every line of unknown origin."""
    waiting = reports.unidentified(request.cooperative.id)
    return page(
        request, "cash/unidentified.html", waiting=waiting, may_identify=holds(request.roles, "cash.identify"),
        total_in=sum(left for row, left in waiting if row.inward),
        total_out=sum(left for row, left in waiting if not row.inward),
    )  # fmt: skip


@may("cash.identify")
def identify(request, receipt_id):
    """Say what a line of unknown origin was."""
    receipt = reports.unknown(request.cooperative.id, receipt_id)
    if receipt is None:
        raise Http404
    left = reports.unnamed(receipt)
    form = IdentifyForm(request.POST or None, inward=receipt.inward, left=left)
    if form.is_valid():
        try:
            posted = actions.identify_as_other(receipt=receipt, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Dijelaskan dengan %(document)s.") % {"document": posted.document})
            return go(request, "cash:unidentified", slug=request.cooperative.slug)
    status = 422 if form.errors else 200
    return page(request, "cash/identify.html", "form", status, form=form, receipt=receipt, left=left)


@may("cash.see")
def suppliers(request):
    """Producers, and what is owed to each."""
    owed = reports.owed_to_suppliers(request.cooperative.id)
    return page(
        request, "cash/suppliers.html", owed=owed, total=sum(each.amount for each in owed),
        may_pay=holds(request.roles, "cash.pay"),
    )  # fmt: skip


@may("cash.receive")
def add_supplier(request):
    """A new producer."""
    form = SupplierForm(request.POST or None)
    if form.is_valid():
        try:
            supplier = actions.add_supplier(cooperative_id=request.cooperative.id, **form.facts())
        except Refused as refusal:
            form.add_refusal(refusal, "name")
        else:
            messages.success(request, _("%(name)s dicatat sebagai penitip.") % {"name": supplier.name})
            return go(request, "cash:suppliers", slug=request.cooperative.slug)
    return page(request, "cash/add_supplier.html", "form", 422 if form.errors else 200, form=form)
