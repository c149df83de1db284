"""Panjar and talangan: money in the hands of people, money out of their pockets."""

from django.http import Http404

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.cash import actions, reports
from lumbung.cash.forms import AdvanceForm, PaidForUsForm, SettleForm
from lumbung.cash.reports.voucher import voucher_of
from lumbung.cash.reports.waiting import LENT_BY_OFFICERS
from lumbung.cash.views.money import keep_photo, waits
from lumbung.ledger import reports as books
from lumbung.security.access import may
from lumbung.security.rules import may as holds
from lumbung.web.page import page
from lumbung.web.words import Refused


@may("cash.see")
def advances(request):
    """Who still holds money for something, and whom the cooperative owes."""
    owed = reports.owed_to_officers(request.cooperative.id)
    called = books.holder_names(request.cooperative.id, LENT_BY_OFFICERS, owed)
    lent = [(called[who], amount) for who, amount in owed.items()]
    return page(
        request, "cash/advances.html", advances=reports.open_advances(request.cooperative.id), lent=lent,
        today=clock.today(), may_pay=holds(request.roles, "cash.pay"),
    )  # fmt: skip


@may("cash.pay")
def give_advance(request):
    """Hand money to somebody for an activity."""
    form = AdvanceForm(request.POST or None, cooperative_id=request.cooperative.id)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        holder, holder_name = facts.pop("holder")
        who = {"holder": holder, "holder_name": holder_name, "memo": facts.pop("purpose"), "by": request.person.id}
        try:
            number = actions.pay_or_ask("cash.give_advance", **who, **facts)
            if isinstance(number, Draft):
                return waits(request, "cash/give.html", number)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return _voucher(request, "cash/give.html", number)
    return page(request, "cash/give.html", "form", 422 if form.errors else 200, form=form)


@may("cash.pay")
def settle_advance(request, advance_id):
    """The slips came: close the advance."""
    advance = reports.advance(request.cooperative.id, advance_id)
    if advance is None:
        raise Http404
    form = SettleForm(request.POST or None, request.FILES or None, cooperative_id=request.cooperative.id)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        facts |= {"amount": facts.pop("spent"), "advance": advance.id, "by": request.person.id}
        try:
            number = actions.pay_or_ask("cash.settle_advance", **facts)
            if isinstance(number, Draft):
                return waits(request, "cash/settle.html", number, advance=advance)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return _voucher(request, "cash/settle.html", number, advance=advance)
    is_open = reports.is_open(advance)
    return page(
        request, "cash/settle.html", "form", 422 if form.errors else 200, form=form, advance=advance, is_open=is_open
    )


@may("cash.pay")
def paid_for_us(request):
    """An officer paid from her own pocket."""
    cooperative_id = request.cooperative.id
    form = PaidForUsForm(request.POST or None, request.FILES or None, cooperative_id=cooperative_id)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        facts.pop("photo")
        facts["holder"], _name = facts["holder"]
        try:
            posted = actions.officer_paid_for_us(cooperative_id=cooperative_id, by=request.person.id, **facts)
            keep_photo(form, cooperative_id, posted.number, request.person.id)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            return _voucher(request, "cash/paid_for_us.html", posted.number)
    return page(request, "cash/paid_for_us.html", "form", 422 if form.errors else 200, form=form)


def _voucher(request, template: str, number: int, **context):
    return page(request, template, "receipt", voucher=voucher_of(request.cooperative.id, number), **context)
