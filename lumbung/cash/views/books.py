"""Buku kas of a place and a month: on screen, as a spreadsheet, on paper."""

from datetime import timedelta

from django.http import HttpResponse

from lumbung import clock
from lumbung.cash import paper, reports
from lumbung.cash.forms import BookForm
from lumbung.cash.reports import Book
from lumbung.security.access import may
from lumbung.security.reports import names
from lumbung.web.page import page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@may("cash.see")
def book(request):
    """A month of one place, line by line; before and after by link."""
    form = BookForm(request.GET or None, cooperative_id=request.cooperative.id)
    shown = _book(request, form)
    return page(
        request, "cash/book.html", "book", book=shown, form=form, places=reports.places(request.cooperative.id),
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
    shown = _book(request, BookForm(request.GET or None, cooperative_id=request.cooperative.id))
    response = HttpResponse(paper.book_sheet(request.cooperative, shown), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{paper.file_name(shown)}.xlsx"'
    return response


@may("cash.see")
def book_paper(request):
    """The month on paper, to be signed."""
    shown = _book(request, BookForm(request.GET or None, cooperative_id=request.cooperative.id))
    response = HttpResponse(paper.book(request.cooperative, shown), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{paper.file_name(shown)}.pdf"'
    return response
