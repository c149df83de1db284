"""Buku: the list of books, one book on screen, and books as files."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lumbung import clock
from lumbung.books import actions, period, registry, reports
from lumbung.books.actions import OF_EVERY_MEMBER
from lumbung.books.files import as_paper, as_sheet
from lumbung.books.printed import Printed, printed
from lumbung.books.shape import SIGN, Book
from lumbung.books.signing import letterhead
from lumbung.security import rules, stepup
from lumbung.security.access import may
from lumbung.web.page import go, page
from lumbung.web.words import Refused

A_PAGE = 60
MAIN = ("memo", "name", "what", "subject", "agenda")


@require_safe
@may("books.see")
def index(request):
    """Every book: what it is for, when it was last printed, where its rows are written."""
    last = reports.last_printed(request.cooperative.id)
    lines = [
        {"book": book, "printed_at": last.get(key), "record": _record(request, book)}
        for key, book in registry.BOOKS.items()
    ]
    wanted, extra = lines[:16], lines[16:]
    return page(request, "books/index.html", groups=[(_("Enam belas buku wajib"), wanted), (_("Buku tambahan"), extra)],
                years=period.years(request.cooperative.books_from, clock.today()))  # fmt: skip


@require_safe
@may("books.see")
def one(request, key):
    """A book, a screen of it at a time."""
    book = book_of(key)
    choices = registry.choices(book, request.cooperative.id)
    choice = _choice(request, choices)
    shown = _printed(request, book, choice)
    lines = [(section, line) for section in shown.sections for line in section.lines]
    some = Paginator(lines, A_PAGE).get_page(request.GET.get("halaman"))
    return page(
        request, "books/one.html", book=book, shown=shown, lines=some, sections=_sections(some.object_list),
        letterhead=letterhead(request.cooperative), record=_record(request, book), choice=choice,
        choices=choices, spans=_spans(request, book, shown.span.word),
        width="wide" if len(book.columns) > 6 else "",
        crumbs=[(_("Buku"), reverse("books:index", kwargs={"slug": request.cooperative.slug})), (book.name, None)],
    )  # fmt: skip


@require_safe
@may("books.see")
def one_pdf(request, key):
    return _taken_out(request, as_paper, "pdf", _chosen(request, book_of(key)))


@require_safe
@may("books.see")
def one_xlsx(request, key):
    return _taken_out(request, as_sheet, "xlsx", _chosen(request, book_of(key)))


def _taken_out(request, answer, form: str, *shown: Printed):
    """The file; one that names every member is a deed of its own, counted and marked with who took it."""
    if not any(one.book.key in OF_EVERY_MEMBER for one in shown):
        return answer(request, *shown)
    if not rules.may(request.roles, "members.export"):
        raise PermissionDenied
    if asked := stepup.asks(request):  # names and numbers leave only for whoever has just written her passphrase
        return asked
    try:
        mark = actions.take_members_out(cooperative_id=request.cooperative.id, form=form, by=request.person.id)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return go(request, "books:index", slug=request.cooperative.slug)
    return answer(request, *(one._replace(mark=mark) for one in shown))


@require_safe
@may("books.see")
def many(request):
    """The books that were ticked, in one file: for a meeting, or for the office."""
    chosen = [book for key, book in registry.BOOKS.items() if key in request.GET.getlist("buku")]
    if not chosen:
        messages.warning(request, _("Centang dulu buku yang mau dicetak."))
        return go(request, "books:index", slug=request.cooperative.slug)
    return _taken_out(request, as_paper, "pdf", *(_printed(request, book, "") for book in chosen))


def book_of(key: str) -> Book:
    if key not in registry.BOOKS:
        raise Http404
    return registry.BOOKS[key]


def _chosen(request, book: Book) -> Printed:
    return _printed(request, book, _choice(request, registry.choices(book, request.cooperative.id)))


def _choice(request, choices: list[tuple[str, str]]) -> str:
    """The one of the book's choices that is asked for; "" for all of them."""
    asked = request.GET.get("pilih", "")
    return asked if asked in dict(choices) else ""


def _printed(request, book: Book, choice: str) -> Printed:
    today = clock.today()
    span = period.span(book, request.cooperative.id, request.GET.get("masa", ""), today)
    return printed(book, request.cooperative, span, choice=choice, signed_on=today)


def _sections(lines) -> list[dict]:
    """The lines of a screen under the headings they belong to; columns for the pen stay on paper."""
    found: list[dict] = []
    for section, line in lines:
        if not found or found[-1]["section"] is not section:
            columns = [column for column in section.columns if column.kind != SIGN]
            found.append({"section": section, "columns": columns, "main": _main(columns), "lines": []})
        cells = [(column, line.row.cells.get(column.key)) for column in found[-1]["columns"]]
        found[-1]["lines"].append({"no": line.no, "row": line.row, "cells": cells})
    return found


def _main(columns) -> str:
    """The column that says what a row is about: a name, else the first of the long texts."""
    return next((key for key in MAIN if any(column.key == key for column in columns)), columns[0].key)


def _spans(request, book: Book, word: str) -> list[tuple[int, list[tuple[str, str, bool]]]]:
    """(year, [(word, label, chosen)]): the years that can be chosen, with their months for a book of months."""
    if book.covers == "all":
        return []
    today, found = clock.today(), []
    for year in period.years(request.cooperative.books_from, today):
        words = {str(year): _("Tahun %(year)s") % {"year": year}}
        if book.covers == "month":
            words |= period.months(year, today)
        found.append((year, [(each, label, each == word) for each, label in words.items()]))
    return found


def _record(request, book: Book) -> str:
    """Where a row is written, for whoever may; empty for others and for books that write themselves."""
    source = registry.source(book)
    if not source or not source.record or not rules.may(request.roles, source.record_deed):
        return ""
    return reverse(source.record, kwargs={"slug": request.cooperative.slug})
