"""Buku kas of a place and a month on screen; on paper and as a spreadsheet it is one of the printed books."""

from datetime import timedelta

from lumbung import clock
from lumbung.books import registry
from lumbung.books.files import as_paper, as_sheet
from lumbung.books.period import span
from lumbung.books.printed import Printed, printed
from lumbung.cash import reports
from lumbung.cash.forms import BookForm
from lumbung.cash.models import CashPlace
from lumbung.cash.reports import Book
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import page

Kind = CashPlace.Kind
PRINTED = {Kind.BANK: "buku-bank", Kind.TILL: "unit-usaha"}


@may("cash.see")
def book(request):
    """A month of one place, line by line; before and after by link."""
    form = BookForm(request.GET or None, cooperative_id=request.cooperative.id)
    shown = _book(request, form)
    return page(
        request, "cash/book.html", book=shown, form=form, places=reports.places(request.cooperative.id),
        before=shown.start - timedelta(days=1), after=shown.end + timedelta(days=1), today=clock.today(),
        makers=names(line.entry.made_by for line in shown.lines),
    )  # fmt: skip


def _book(request, form: BookForm) -> Book:
    asked = form.cleaned_data if form.is_valid() else {}
    place = asked.get("tempat") or reports.general(request.cooperative.id)
    month = min(asked.get("bulan") or clock.today(), clock.today())
    return reports.cash_book(place, max(month, request.cooperative.books_from.replace(day=1)))


@may("cash.see")
def book_sheet(request):
    """The month as a spreadsheet."""
    return as_sheet(request, _printed(request))


@may("cash.see")
def book_paper(request):
    """The month on paper, to be signed."""
    return as_paper(request, _printed(request))


def _printed(request) -> Printed:
    """The printed book that holds this place, narrowed to it."""
    shown = _book(request, BookForm(request.GET or None, cooperative_id=request.cooperative.id))
    whole = registry.BOOKS[PRINTED.get(shown.place.kind, "kas-umum-operasional")]
    month = span(whole, request.cooperative.id, f"{shown.start:%Y-%m}", clock.today())
    return printed(whole, request.cooperative, month, choice=str(shown.place.id), signed_on=clock.today())
