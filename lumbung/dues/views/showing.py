"""Looking: the year, who is behind, one member's card."""

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock, money
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports, rules
from lumbung.dues.views import drawing
from lumbung.ledger import reports as books
from lumbung.members.views.showing import get_member
from lumbung.security import rules as duties
from lumbung.security.access import may
from lumbung.web.page import page

SAVINGS = {"310000": gettext_lazy("Pokok"), "320000": gettext_lazy("Wajib"), "211100": gettext_lazy("Sukarela")}


@may("dues.see")
def grid(request):
    """Members down, months across."""
    coop = request.cooperative
    shown = drawing.whole(coop, drawing.Asked.of(request.GET))
    accrual = bylaws(coop.id, shown["today"]).dues_accrual
    return page(
        request, "dues/grid.html", "rows", **shown, accrual=accrual,
        may_receive=duties.may(request.roles, "dues.receive"), may_bill=duties.may(request.roles, "dues.bill"),
    )  # fmt: skip


@may("dues.see")
def arrears(request):
    """Who is behind, with the way to remind them; and by RT."""
    found = reports.arrears(request.cooperative.id, clock.today())
    last = rules.first_day(rules.later(rules.period_of(clock.today()), -1))
    crumbs = [(_("Iuran"), reverse("dues:grid", kwargs={"slug": request.cooperative.slug})), (_("Tunggakan"), None)]
    return page(
        request, "dues/arrears.html", found=[(one, rules.first_day(one.since)) for one in found], last=last,
        quarters=reports.by_quarter(found), total=sum(one.amount for one in found), crumbs=crumbs,
        may_receive=duties.may(request.roles, "dues.receive"), may_send=duties.may(request.roles, "messages.send"),
    )  # fmt: skip


@may("dues.receive")
def owed(request):
    """For a device that may lose its line: who owes what today. Number, name and RT; no NIK, no telephone."""
    found = reports.owed(request.cooperative.id, clock.today())
    of = {
        str(member.id): {"number": member.number, "name": member.full_name, "place": member.where,
                         "owed": money.plain(amount) if amount else ""}
        for member, amount in found
    }  # fmt: skip
    return JsonResponse({"field": "member", "of": of})


@may("members.see")
def card(request, member_id):
    """Book 6, Simpanan Anggota: every entry that touched this member's savings, with the balances after it."""
    member = get_member(request, member_id)
    here = reverse("members:detail", kwargs={"slug": request.cooperative.slug, "member_id": member.id})
    return page(
        request, "dues/card.html", member=member, lines=statement(member), today=clock.today(),
        crumbs=[(_("Anggota"), reverse("members:list", kwargs={"slug": request.cooperative.slug})), (member, here),
                (_("Kartu simpanan"), None)],
    )  # fmt: skip


def statement(member) -> list[dict]:
    """The lines of a member's savings book, oldest first, with each kind's movement and balance; sen."""
    balances, lines = dict.fromkeys(SAVINGS, 0), []
    for entry in reversed(books.holder_entries(member.cooperative_id, member.id)):
        moved = dict.fromkeys(SAVINGS, 0)
        for line in entry.lines:
            if line.holder == member.id and line.account in SAVINGS:
                moved[line.account] += line.credit - line.debit
        if any(moved.values()):
            balances = {account: balances[account] + amount for account, amount in moved.items()}
            kinds = [
                {"name": name, "moved": moved[account], "balance": balances[account]}
                for account, name in SAVINGS.items()
            ]
            lines.append({"entry": entry, "kinds": kinds, "total": sum(balances.values())})
    return lines
