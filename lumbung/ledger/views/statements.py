"""Laporan: the choice of statements, and one page for all of them."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.reports import book_year
from lumbung.ledger import output, reports
from lumbung.ledger.catalogue import KINDS, STATEMENTS, Kind
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.ledger.forms import Picked, pick
from lumbung.ledger.reports.shape import Statement
from lumbung.ledger.views.drawing import PDF, XLSX, download, drawing
from lumbung.security.access import may
from lumbung.web.page import page


@may("reports.see")
def index(request):
    """Each statement with the question it answers and its main figure."""
    picked = period(request)
    now, surplus = (
        report(request.cooperative.id, picked.start, picked.end) for report in (reports.position, reports.surplus)
    )
    figures = {
        "posisi-keuangan": (_("Jumlah aset"), now.amount("A.")),
        "hasil-usaha": (_("SHU"), surplus.amount("S.")),
        "perubahan-ekuitas": (_("Jumlah ekuitas"), now.amount("EK.")),
        "arus-kas": (_("Kas dan bank"), now.amount("AL1")),
    }
    cards = [(KINDS[word], figures.get(word)) for word in STATEMENTS]
    books = [(KINDS[word], book_address(request, word, picked)) for word in ("buku-kas", "jurnal")]
    return page(request, "ledger/index.html", picked=picked, cards=cards, books=books, ok=now.ok and surplus.ok)


@may("reports.see")
def statement(request, word):
    """One statement, every figure a link to what is behind it."""
    kind, picked = kind_of(word), period(request)
    if kind.word not in STATEMENTS:
        return redirect(book_address(request, kind.word, picked))
    shown = asked_for(request, kind, picked)
    nil = request.GET.get("nihil") == "1"
    drawn = drawing(shown, request.cooperative.slug, nil=nil or bool(shown.label_at))
    return page(
        request, "ledger/statement.html", kind=kind, picked=picked, statement=shown, nil=nil,
        drawing=drawn, width="wide" if drawn.wide else "",
        crumbs=trail(request, (kind.title, None)),
    )  # fmt: skip


@may("reports.see")
def paper(request, word):
    """The same as a PDF."""
    shown = asked_for(request, kind_of(word), period(request))
    content = output.paper(shown, request.cooperative, signed_on=clock.today())
    return download(content, PDF, shown, request.cooperative.slug)


@may("reports.see")
def sheet(request, word):
    """The same as a spreadsheet."""
    shown = asked_for(request, kind_of(word), period(request))
    return download(output.workbook(shown, request.cooperative), XLSX, shown, request.cooperative.slug)


def trail(request, *steps: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """Where one is: Laporan, then the steps."""
    return [(_("Laporan"), reverse("ledger:reports", kwargs={"slug": request.cooperative.slug})), *steps]


def book_address(request, word: str, picked: Picked) -> str:
    """Where a book is read on screen, page by page."""
    slug = {"slug": request.cooperative.slug}
    if word == "jurnal":
        return f"{reverse('ledger:journal', kwargs=slug)}?{picked.query}"
    cash = ",".join(code for code in ACCOUNTS if is_cash(code))
    return f"{reverse('ledger:account', kwargs=slug)}?akun={cash}&{picked.query}"


def kind_of(word: str) -> Kind:
    if word not in KINDS:
        raise Http404
    return KINDS[word]


def period(request) -> Picked:
    """The days that the address asks for; else the book year up to today."""
    today = clock.today()
    year_start, _end = book_year(request.cooperative.id, today)
    return pick(request.GET, today=today, year_start=year_start)


def asked_for(request, kind: Kind, picked: Picked) -> Statement:
    options = {"by_unit": True} if kind.word == "hasil-usaha" and request.GET.get("gerai") == "1" else {}
    return kind.report(request.cooperative.id, picked.start, picked.end, **options)
