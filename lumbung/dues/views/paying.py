"""Receiving: dues from a cell of the grid or from the form, and simpanan pokok."""

from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.dues import actions, reports, rules
from lumbung.dues.forms import PaymentForm, ReceiveForm
from lumbung.dues.views import drawing
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.members.views.showing import get_member
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.web.page import page
from lumbung.web.words import Refused


def _crumbs(request, words) -> list:
    return [(_("Iuran"), reverse("dues:grid", kwargs={"slug": request.cooperative.slug})), (words, None)]


def _asked_period(request) -> str:
    """The month of the cell that was touched; else the one that runs."""
    asked = request.GET.get("bulan", "")
    try:
        return rules.period_of(rules.first_day(asked))
    except ValueError:
        return rules.period_of(clock.today())


@may("dues.see")
def pay(request, member_id):
    """One member's month: what it was paid by, and the form that pays up to it. Who may not receive only looks."""
    member = get_member(request, member_id)
    period, may_receive = _asked_period(request), duties.may(request.roles, "dues.receive")
    if request.method == "POST" and not may_receive:
        raise PermissionDenied
    card = reports.card(member)
    to_pay = sum(part.amount for part in card.unpaid(period))
    form = PaymentForm(request.POST or None, cooperative=request.cooperative, initial={"amount": to_pay or None})
    if form.is_valid() and (paid := _paid(request, form, member)):
        return _receipt(request, "dues/pay.html", member, paid)
    return page(
        request, "dues/pay.html", "form", status=422 if form.errors else 200, form=form, member=member,
        period=rules.first_day(period), cell=reports.cell(card, period, clock.today()), may_receive=may_receive,
        settles=_settles(card, to_pay), payments=_payments(member, period), target=_target(request),
        may_undo=duties.may(request.roles, "ledger.reverse"), crumbs=_crumbs(request, member),
    )  # fmt: skip


def _target(request) -> str:
    """What the form fills with its answer: the dialog over the grid, or the page."""
    return "#pay" if request.headers.get("HX-Target") == "pay" else "#main"


def _paid(request, form, member: Member):
    try:
        return actions.pay_dues(member=member, by=request.person.id, **form.money())
    except Refused as refusal:
        form.add_refusal(refusal)
        return None


def _receipt(request, template: str, member: Member, paid):
    """The receipt at once; for a grid on the screen also its row and sums as they are now."""
    fresh = {}
    if _target(request) == "#pay":
        behind = QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query)
        fresh = drawing.one_row(request.cooperative, member, drawing.Asked.of(behind))
        fresh["fresh"] = {part.period for part in paid.months}
    return page(
        request, template, "receipt", receipt=paid, member=member, months=drawing.settled_words(paid.months),
        may_undo=duties.may(request.roles, "ledger.reverse"), may_receive=True, crumbs=_crumbs(request, member),
        **fresh,
    )  # fmt: skip


def _payments(member: Member, period: str) -> list:
    """The payments that went into a month, each with the words of all its months."""
    into = [one for one in reports.payments_of(member) if any(part.period == period for part in one.months)]
    return [(one, drawing.months_words([part.period for part in one.months])) for one in into]


def _settles(card: rules.Card, amount: int) -> str:
    if not amount:
        return ""
    return drawing.settled_words(actions.preview(card, amount, clock.today()))


@may("dues.receive")
def receive(request):
    """The form by itself: find the member, write the amount."""
    form = ReceiveForm(request.POST or None, cooperative=request.cooperative, initial=_from_address(request))
    if form.is_valid():
        member = get_member(request, form.cleaned_data["member"])
        if paid := _paid(request, form, member):
            return _receipt(request, "dues/receive.html", member, paid)
    return page(
        request, "dues/receive.html", "form", status=422 if form.errors else 200, form=form,
        quick=_usual(request.cooperative.id), crumbs=_crumbs(request, _("Terima iuran")),
    )  # fmt: skip


def _usual(cooperative_id: int) -> list[int]:
    """One, two, three and six months at today's rate: what most people bring."""
    rate = rules.rate_in(rules.period_of(clock.today()), reports.rates(cooperative_id))
    return [rate * months for months in (1, 2, 3, 6)] if rate else []


def _from_address(request) -> dict:
    asked = request.GET.get("anggota", "")
    return {"member": int(asked)} if asked.isdecimal() else {}


@may("dues.receive")
def settles(request):
    """While one types: which months the amount would pay, or why it cannot."""
    member_id, said = request.GET.get("member", ""), request.GET.get("amount", "")
    member = register.get(request.cooperative.id, int(member_id)) if member_id.isdecimal() else None
    words, wrong = "", False
    try:
        if member and said.strip():
            words = drawing.settled_words(actions.preview(reports.card(member), _amount(said), clock.today()))
    except (Refused, money.Unreadable) as problem:
        words, wrong = str(problem), True
    return page(request, "dues/settles.html", settles=words, wrong=wrong)


def _amount(said: str) -> int:
    """Raises Unreadable: no amount, or nothing."""
    amount = money.parse(said)
    if amount <= 0:
        raise money.Unreadable(_("Jumlah harus lebih dari nol."))
    return amount


@may("dues.receive")
def principal(request, member_id):
    """Simpanan pokok, whole or a part."""
    member = get_member(request, member_id)
    owed = reports.principal_owed(member, clock.today())
    form = PaymentForm(request.POST or None, cooperative=request.cooperative, initial={"amount": owed or None})
    paid = None
    if form.is_valid():
        try:
            paid = actions.pay_principal(member=member, by=request.person.id, **form.money())
        except Refused as refusal:
            form.add_refusal(refusal)
    status = 422 if form.errors else 200
    return page(
        request, "dues/principal.html", "receipt" if paid else "form", status=status, form=form, member=member,
        owed=owed, receipt=paid, may_undo=duties.may(request.roles, "ledger.reverse"),
        crumbs=_crumbs(request, _("Simpanan pokok")),
    )  # fmt: skip
