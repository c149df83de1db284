"""What one printing of a book covers: a month, a year, or everything up to a day. Pure but for the book year."""

import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.books.shape import Book
from lumbung.cooperatives.reports import book_year
from lumbung.web.dates import long_date, month_name
from lumbung.web.months import first_day, last_day, period_of

FIRST_DAY = date(1900, 1, 1)
WORD = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?")


class Span(NamedTuple):
    """Its word in addresses ("2026-08", "2026", ""), its days, and how it is called on paper."""

    word: str
    start: date
    end: date
    label: str


def span(book: Book, cooperative_id: int, word: str, today: date) -> Span:
    """The span that an address asks for; what the book usually covers when it asks for nothing sensible."""
    if book.covers == "all":
        return Span("", FIRST_DAY, today, _("sampai %(day)s") % {"day": long_date(today)})
    asked = WORD.fullmatch(word)
    if book.covers == "month" and not (asked and not asked["month"]):
        return _month(word if asked else period_of(today))
    return _year(cooperative_id, int(asked["year"]) if asked else _current(cooperative_id, today))


def _current(cooperative_id: int, today: date) -> int:
    return book_year(cooperative_id, today)[1].year


def _month(word: str) -> Span:
    return Span(word, first_day(word), last_day(word), month_name(first_day(word)))


def _year(cooperative_id: int, year: int) -> Span:
    """The book year that ends in this calendar year's name."""
    start, end = book_year(cooperative_id, date(year, 12, 31))
    label = _("tahun buku %(year)s") % {"year": year}
    return Span(str(year), start, end, label)


def years(books_from: date, today: date) -> list[int]:
    """The years that there may be something in, the newest first."""
    return list(range(today.year, min(books_from.year, today.year) - 1, -1))


def months(year: int, today: date) -> dict[str, str]:
    """{"2026-08": "Agustus 2026"} of a year, the newest first, up to the month of today."""
    last = today.month if year == today.year else 12
    return {f"{year}-{month:02}": month_name(date(year, month, 1)) for month in range(last, 0, -1)}
