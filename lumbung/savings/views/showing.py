"""Looking: the list of savers, one member's account, one's own."""

from datetime import date

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.members import reports as register
from lumbung.members.models import Member
from lumbung.members.views.showing import get_member
from lumbung.savings.reports import terms as term_reports
from lumbung.savings.reports.savers import SavingsStatement, sums
from lumbung.savings.reports.savers import savers as all_savers
from lumbung.savings.reports.savers import statement as account_of
from lumbung.security.access import may
from lumbung.security.reports import member_of
from lumbung.security.rules import may as holds
from lumbung.web.page import page

A_PAGE = 50


def crumbs(request, *rest) -> list:
    return [(_("Simpanan"), reverse("savings:savers", kwargs={"slug": request.cooperative.slug})), *rest]


def rights(request) -> dict:
    """What this person may do, for the buttons of a page."""
    deeds = {"may_receive": "savings.receive", "may_pay": "savings.pay", "may_undo": "ledger.reverse",
             "may_credit": "savings.credit", "may_decide": "savings.decide"}  # fmt: skip
    return {name: holds(request.roles, deed) for name, deed in deeds.items()}


@may("savings.see")
def savers(request):
    """Everyone who saves, narrowed by words; a page at a time."""
    coop, text, everyone = request.cooperative.id, request.GET.get("cari", "")[:80], request.GET.get("siapa") == "semua"
    found = all_savers(coop, text=text, everyone=everyone)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("halaman"))
    whole = found if not (text or everyone) else all_savers(coop)
    due = [one for one in term_reports.deposits(coop, clock.today()) if one.state == term_reports.DUE]
    return page(
        request, "savings/savers.html", "rows", savers=shown, sums=sums(whole), found=sums(found), everyone=everyone,
        due=len(due), here="savers", **rights(request),
    )  # fmt: skip


def asked_year(request) -> int:
    """The year that the address asks for; else the one that runs."""
    asked, this_year = request.GET.get("tahun", ""), clock.today().year
    return int(asked) if asked.isdecimal() and 2000 <= int(asked) <= this_year else this_year


def year_of(member: Member, year: int) -> SavingsStatement:
    return account_of(member, date(year, 1, 1), date(year, 12, 31))


def _account_page(request, member: Member, **more):
    year, today = asked_year(request), clock.today()
    first = min(request.cooperative.books_from.year, today.year)
    placed = term_reports.deposits(request.cooperative.id, today, members=[member.id])
    held = [one for one in placed if one.is_open]
    return page(
        request, "savings/statement.html", account=year_of(member, year), member=member, year=year,
        years=range(today.year, first - 1, -1), held=held,
        **rights(request), **more,
    )  # fmt: skip


@may("savings.see")
def statement(request, member_id):
    """One member's account over a year, and her term deposits."""
    member = get_member(request, member_id)
    return _account_page(request, member, crumbs=crumbs(request, (member, None)))


@may("own.see")
def mine(request):
    """One's own account and nobody else's."""
    member_id = member_of(request.cooperative.id, request.person.id)
    member = register.get(request.cooperative.id, member_id) if member_id else None
    if member is None:
        return page(request, "savings/nobody.html")
    return _account_page(request, member, own=True)
