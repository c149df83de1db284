"""One cell as plain text, whatever a spreadsheet program made of it."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
NOTHING = frozenset({"", "-", "--", "---", "–", "—", ".", "...", "n/a", "na", "nihil", "kosong", "tidak ada",
                     "tdk ada", "tak ada", "ga ada", "gak ada", "belum ada", "blm ada", "tidak punya", "tdk punya",
                     "tidak memiliki", "null", "none", "#n/a"})  # fmt: skip


class Broken(str):
    """A formula without a usable result: `#REF!` and its kin, or never calculated (`=`)."""


def text(cell: object) -> str:
    """The cell's text on one line without doubled blanks; "" for an empty cell or a broken formula.

    A whole number is written without a point, a date as ISO; the apostrophe that forces text is dropped.
    """
    if isinstance(cell, str):
        if isinstance(cell, Broken):
            return ""
        return _one_line(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else ""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return whole(cell)


@lru_cache(maxsize=1 << 14)  # a sheet says the same few things over and over
def _one_line(said: str) -> str:
    return " ".join(_INVISIBLE.sub("", said).split()).removeprefix("'")


def whole(number: object) -> str:
    """A number's digits, without the `.0` that spreadsheets give to whole ones."""
    if isinstance(number, int):
        return str(number)
    exact = Decimal(str(number))
    if exact.is_finite() and exact == exact.to_integral_value():
        return f"{exact:.0f}"
    return str(exact)


def is_number(cell: object) -> bool:
    return isinstance(cell, int | Decimal | float) and not isinstance(cell, bool)


def is_blank(cell: object) -> bool:
    if not isinstance(cell, str):
        return cell is None or cell is False
    return cell == "" or (text(cell) == "" and not isinstance(cell, Broken))


def says_nothing(cell: object) -> bool:
    """Blank, or a way to write "there is none": `-`, `tdk ada`."""
    return text(cell).lower() in NOTHING


def key(cell: object) -> str:
    """Lower-case words and digits only, to compare headers and remarks: `No. HP/WA` is `no hp wa`."""
    return _key(text(cell))


@lru_cache(maxsize=1 << 14)
def _key(said: str) -> str:
    return _NOT_WORDS.sub(" ", said.lower()).strip()
