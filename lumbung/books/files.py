"""A printing as an answer: the file, and the note that it was made."""

from django.http import HttpResponse

from lumbung.books import actions
from lumbung.books.paper import paper
from lumbung.books.printed import Printed
from lumbung.books.sheet import sheet

PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_paper(request, *shown: Printed) -> HttpResponse:
    """One or many books as a PDF that opens in the browser."""
    name = shown[0].book.key if len(shown) == 1 else "buku"
    return _answer(request, shown, "pdf", paper(list(shown)), PDF, f'inline; filename="{_named(shown[0], name)}.pdf"')


def as_sheet(request, shown: Printed) -> HttpResponse:
    """One book as a spreadsheet to keep."""
    how = f'attachment; filename="{_named(shown, shown.book.key)}.xlsx"'
    return _answer(request, [shown], "xlsx", sheet(shown), XLSX, how)


def _named(shown: Printed, name: str) -> str:
    """`karbes-buku-kas-2026-08`."""
    return f"{shown.cooperative.slug}-{name}-{shown.span.word or f'{shown.span.end:%Y-%m-%d}'}"


def _answer(request, books, form: str, content: bytes, kind: str, how: str) -> HttpResponse:
    actions.note_printing(
        cooperative_id=request.cooperative.id, books=[(one.book.key, one.span.word) for one in books], form=form,
        by=request.person.id,
    )  # fmt: skip
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": how})
