"""From a workbook to what it says, without a database: `read(kind, path)` gives a `Reading`.

Dari buku kerja menjadi isinya, tanpa basis data.
"""

from datetime import date
from pathlib import Path

from lumbung.sheets.opening import open_book

from . import cash, dues, members
from .contract import NotUnderstood, Problem, Reading, Row, SheetInfo

__all__ = ["NotUnderstood", "Problem", "Reading", "Row", "SheetInfo", "read"]
KINDS = ("members", "dues", "cash", "bank")


def read(
    kind: str,
    path: str | Path,
    *,
    year: int | None = None,
    today: date | None = None,
    rate: int | None = None,
    polarity: str | None = None,
) -> Reading:
    """Read one workbook as a book of `kind`.

    year    of the book, when the sheets do not tell or tell several
    today   only to place two-digit years when the file itself tells no year
    rate    sen of one month's dues, used when a dues grid does not tell its own
    polarity  "debit" or "credit", the side that brings money in, when the balances do not decide
    Raises  sheets.refusals.Unwelcome: the file may not come in; NotUnderstood: no sheet is such a book
    """
    book = open_book(path)
    reading = Reading(kind, book.name, book.sha256)
    if kind == "members":
        members.read(book, reading, year=year, today=today)
    elif kind == "dues":
        dues.read(book, reading, year=year, rate=rate)
    else:
        cash.read(book, reading, year=year, today=today, polarity=polarity)
    return reading
