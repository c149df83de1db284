"""Buku besar: an account day by day."""

from django.core.paginator import Paginator
from django.http import Http404
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.ledger import output, reports
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.views.drawing import PDF, XLSX, download, drawing
from lumbung.ledger.views.statements import period, trail
from lumbung.security.access import may
from lumbung.web.page import page

A_PAGE = 50
MOST_HOLDERS = 300


@may("reports.see")
def account(request):
    """Some accounts, page by page; without any, the list to choose from."""
    codes, holder, picked = _codes(request), _holder(request), period(request)
    cooperative_id = request.cooperative.id
    choices = [(code, reports.account_name(code)) for code in reports.balances_at(cooperative_id, [picked.end]).used()]
    crumbs = trail(request, (_("Buku besar"), None))
    if not codes:
        return page(request, "ledger/account.html", picked=picked, choices=choices, crumbs=crumbs)
    count = reports.how_many(cooperative_id, codes, picked.start, picked.end, holder=holder)
    numbers = Paginator(range(count), A_PAGE).get_page(request.GET.get("halaman"))
    offset = (numbers.number - 1) * A_PAGE
    shown = reports.account_ledger(
        cooperative_id, codes, picked.start, picked.end, holder=holder, offset=offset, limit=A_PAGE
    )
    return page(
        request, "ledger/account.html", picked=picked, choices=choices, codes=codes, statement=shown, numbers=numbers,
        drawing=drawing(shown, request.cooperative.slug), holders=_holders(request, codes, holder, picked.end),
        crumbs=crumbs, extra=_extra(codes, holder), holder=holder,
    )  # fmt: skip


@may("reports.see")
def account_paper(request):
    shown = _whole(request)
    content = output.paper(shown, request.cooperative, signed_on=clock.today())
    return download(content, PDF, shown, request.cooperative.slug)


@may("reports.see")
def account_sheet(request):
    shown = _whole(request)
    return download(output.workbook(shown, request.cooperative), XLSX, shown, request.cooperative.slug)


def _whole(request):
    codes, picked = _codes(request), period(request)
    if not codes:
        raise Http404
    return reports.account_ledger(request.cooperative.id, codes, picked.start, picked.end, holder=_holder(request))


def _codes(request) -> tuple[str, ...]:
    """The accounts of the address. Raises Http404: one of them is none."""
    codes = tuple(code for code in request.GET.get("akun", "").split(",") if code)
    if any(code not in ACCOUNTS for code in codes):
        raise Http404
    return codes


def _holder(request) -> int:
    text = request.GET.get("pemegang", "")
    return int(text) if text.isdecimal() and len(text) < 20 else 0


def _extra(codes: tuple[str, ...], holder: int) -> str:
    return f"akun={','.join(codes)}" + (f"&pemegang={holder}" if holder else "")


def _holders(request, codes: tuple[str, ...], holder: int, day) -> list[tuple[int, str, int]]:
    """Who holds parts of the one account shown, by name: (holder, name, sen)."""
    if len(codes) != 1 or holder:
        return []
    held = {
        who: amount for who, amount in reports.holder_balances(request.cooperative.id, codes[0], day).items() if amount
    }
    names = reports.holder_names(request.cooperative.id, codes[0], sorted(held)[:MOST_HOLDERS])
    return sorted(((who, name, held[who]) for who, name in names.items()), key=lambda each: each[1])
