"""Farewells: the account in words before, the deed, the money given back."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.approvals.models import Draft
from lumbung.approvals.views import waits as waits_for_chair
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports as dues
from lumbung.dues.rules import later, period_of
from lumbung.ledger.chart import ACCOUNTS
from lumbung.members.views.showing import get_member
from lumbung.membership import actions, reports, rules
from lumbung.membership.forms import LeaveForm, ReasonForm, RefundForm
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused


def crumbs(request, member, here: str) -> list:
    kwargs = {"slug": request.cooperative.slug}
    one = reverse("members:detail", kwargs={**kwargs, "member_id": member.id})
    return [(_("Anggota"), reverse("members:list", kwargs=kwargs)), (member, one), (here, None)]


def to(request, member):
    return go(request, "members:detail", slug=request.cooperative.slug, member_id=member.id)


def told(account: rules.Account) -> dict:
    """The account in the words of the chart: what she has, what is taken off, what comes of it."""
    has = [(_(ACCOUNTS[rules.CLAIMS[part]].name), amount) for part, amount in account.claims.items() if amount]
    owes = [(_(ACCOUNTS[rules.DEBTS[part]].name), amount) for part, amount in account.debts.items() if amount]
    return {"account": account, "has": has, "owes": owes}


def _unpaid(member) -> list:
    """Past months that were never paid nor booked: nobody gives back what nobody paid in."""
    past = later(period_of(clock.today()), -1)
    billed = dues.open_bills(member.cooperative_id, [member.id]).get(member.id, {})
    return [part for part in dues.unpaid_months(member, past) if part.period not in billed]


@may("members.leave")
def leave(request, member_id):
    """A member leaves, or has died; what is given back stands on the page before anything is done."""
    member = get_member(request, member_id)
    account, data = reports.account_of(member), request.POST or None
    form = LeaveForm(data, initial={"seen": account.refund, **_known(member)})
    if form.is_valid():
        try:
            actions.leave(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form = _again(form, refusal, account)
        else:
            messages.success(request, _("Dicatat. %(name)s tetap ada di buku anggota.") % {"name": member})
            return to(request, member)
    unpaid = _unpaid(member)
    return page(
        request, "membership/leave.html", "form", status=422 if form.errors else 200, form=form, member=member,
        **told(account), unpaid=len(unpaid), unpaid_amount=sum(part.amount for part in unpaid),
        refund_days=bylaws(request.cooperative.id, clock.today()).refund_days,
        crumbs=crumbs(request, member, _("Keluar dari keanggotaan")),
    )  # fmt: skip


def _known(member) -> dict:
    """What the register says already of who had left before there were settlements."""
    if member.status not in reports.GONE:
        return {}
    died = "1" if member.status == "deceased" else ""
    return {"died": died, "on": member.left_on, "asked_on": member.asked_to_leave_on, "reason": member.leave_reason}


def _again(form: LeaveForm, refusal: Refused, account: rules.Account) -> LeaveForm:
    """The form as it was filled, with the amount that the page shows now."""
    form.add_refusal(refusal)
    form.data = form.data.copy()
    form.data["seen"] = str(account.refund)
    return form


@may("members.leave")
def take_back(request, member_id):
    """The leaving was written by mistake."""
    member, form = get_member(request, member_id), ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            actions.take_back(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("Keluarnya %(name)s dibatalkan.") % {"name": member})
            return to(request, member)
    return page(
        request, "membership/take_back.html", "form", status=422 if form.errors else 200, form=form, member=member,
        crumbs=crumbs(request, member, _("Batalkan keluar")),
    )  # fmt: skip


@may("members.refund", step_up=True)
def pay_back(request, member_id):
    """Give back what waits for who has left."""
    member = get_member(request, member_id)
    standing = reports.farewell(member)
    waits = standing.waits if standing else 0
    receiver = (standing and standing.settlement.heir_name) or member.full_name
    initial = {"amount": waits or None, "receiver": receiver}
    form = RefundForm(request.POST or None, initial=initial, cooperative_id=request.cooperative.id)
    if form.is_valid():
        try:
            paid = actions.pay_back_or_ask(member=member, by=request.person.id, **form.cleaned_data)
        except Refused as refusal:
            form.add_refusal(refusal)
        else:
            if isinstance(paid, Draft):
                return waits_for_chair(request, paid)
            messages.success(request, _("Pengembalian dicatat."))
            return go(request, "cash:entry", slug=request.cooperative.slug, number=paid)
    return page(
        request, "membership/pay_back.html", "form", status=422 if form.errors else 200, form=form, member=member,
        farewell=standing, waits=waits, crumbs=crumbs(request, member, _("Kembalikan simpanan")),
    )  # fmt: skip


@may("members.leave")
def rejoin(request, member_id):
    """A former member applies again."""
    member, refusal = get_member(request, member_id), None
    if request.method == "POST":
        try:
            back = actions.rejoin(member=member, on=clock.today(), by=request.person.id)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("%(name)s calon anggota lagi, nomor %(number)s.")
                             % {"name": back, "number": back.number})  # fmt: skip
            return to(request, member)
    anew = bylaws(request.cooperative.id, clock.today()).rejoin_number == "new"
    return page(
        request, "membership/rejoin.html", status=422 if refusal else 200, member=member, refusal=refusal, anew=anew,
        crumbs=crumbs(request, member, _("Menjadi anggota lagi")),
    )  # fmt: skip


@may("members.see")
def waiting(request):
    """Everyone who has left and still has money to get."""
    here = reverse("members:list", kwargs={"slug": request.cooperative.slug})
    rows = reports.waiting(request.cooperative.id)
    return page(
        request, "membership/waiting.html", rows=rows, total=sum(amount for _member, amount in rows),
        crumbs=[(_("Anggota"), here), (_("Simpanan yang dikembalikan"), None)],
    )  # fmt: skip
