"""Dates in every form people type them, day first; what is not a whole date is asked about, never completed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from . import months
from .cells import Broken, is_number, says_nothing, text, whole
from .refusals import Undecided, _, shortened

_DITTO_WORDS = """ " ' '' ” “ ″ 〃 ,, -"- idem id sda s.d.a s.d.a. sama """
DITTO = frozenset(_DITTO_WORDS.split())
_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 70_000)  # 1927 to 2091

_CLOCK = re.compile(r"[\sT]+\d{1,2}[:.]\d{2}(:\d{2}(\.\d+)?)?\s*(wib)?Z?$", re.IGNORECASE)
_LEAD = re.compile(r"^([^\d]*?)[\s,:.]*(?=\d)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*'?(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[\s\-/.]*([a-z]+)\.?[\s\-/.,]*'?(\d{4}|\d{2})", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:\s*,\s*|\s+)(\d{4})", re.IGNORECASE)
_NAMED_SHORT = re.compile(r"(\d{1,2})[\s\-/.]*([a-z]+)\.?", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_EIGHT = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_MONTH_YEAR = re.compile(r"(?:bulan |bln )?([a-z]+)\.?[\s\-/.,]*('?\d{2}|\d{4})?", re.IGNORECASE)

EXAMPLE = _("Tulis tanggal, bulan dan tahun, misalnya 5-3-1985.")
YEAR_ONLY = _('"%(text)s" baru tahunnya. Tulis tanggal, bulan dan tahun, misalnya 5-3-1985.')
MONTH_ONLY = _('"%(text)s" belum ada tanggalnya. Tulis tanggal, bulan dan tahun, misalnya 5-3-1985.')
NO_SUCH_DAY = _('Tanggal "%(text)s" tidak ada di kalender. Tulis tanggal yang benar, misalnya 5-3-1985.')
UNREADABLE = _('"%(text)s" tidak terbaca sebagai tanggal. Tulis tanggal, bulan dan tahun, misalnya 5-3-1985.')


@dataclass(frozen=True, slots=True)
class Frame:
    """What the sheet tells about its dates.

    year, month   of the sheet, for `3 Juli`, `12/3` or a bare `3`; None when it does not tell
    latest        two-digit years above it lie in the century before: 85 is 1985
    month_first   the column is written 12/25/2024
    """

    year: int | None = None
    month: int | None = None
    latest: int = 2030
    month_first: bool = False


def read(cell: object, frame: Frame = Frame()) -> date | None:
    """The date in a cell; None when there is none.

    Raises  Undecided: a year or month alone, a day that is not in the calendar, no date at all
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, Broken):
        raise Undecided(_("Rumus di sel tanggal ini tidak punya hasil. %(example)s"), example=EXAMPLE)
    if says_nothing(cell):
        return None
    if is_number(cell):
        return _from_number(whole(cell), frame)
    return _from_text(text(cell), frame)


def _from_number(digits: str, frame: Frame) -> date:
    if digits.isdecimal():
        number = int(digits)
        if number in _SERIALS:
            return _EPOCH + timedelta(days=number)
        if 1900 <= number <= 2100:
            raise Undecided(YEAR_ONLY, text=digits)
        if eight := _EIGHT.fullmatch(digits.zfill(8)):
            return _day(int(eight[3]), int(eight[2]), int(eight[1]), digits)
        if frame.month and frame.year and 1 <= number <= 31:
            return _day(frame.year, frame.month, number, digits)
    raise Undecided(UNREADABLE, text=shortened(digits))


def _from_text(said: str, frame: Frame) -> date:
    cut = _CLOCK.sub("", said)
    lead, rest = split_lead(cut)
    if months.number_of(lead) is not None:
        rest = cut
    if re.fullmatch(r"\d+", rest):
        return _from_number(rest, frame)
    for pattern, read_parts in _FORMS:
        if found := pattern.fullmatch(rest):
            parts = read_parts(found, frame)
            if parts:
                return _day(*parts, said)
    monthly = _MONTH_YEAR.fullmatch(rest)
    if monthly and months.number_of(monthly[1]):
        raise Undecided(MONTH_ONLY, text=shortened(said))
    raise Undecided(UNREADABLE, text=shortened(said))


def split_lead(said: str) -> tuple[str, str]:
    """Words before the first digit, and the rest: a place, a weekday, `Tgl`. `Malang, 5-3-85` is (Malang, 5-3-85)."""
    found = _LEAD.match(said)
    return (found[1].strip(" ,:"), said[found.end() :]) if found else ("", said)


def _century(digits: str, frame: Frame) -> int:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if 2000 + int(digits) <= frame.latest else 1900 + int(digits)


def _iso(found: re.Match, _frame: Frame):
    return int(found[1]), int(found[2]), int(found[3])


def _numeric(found: re.Match, frame: Frame):
    first, second = int(found[1]), int(found[2])
    day, month = (second, first) if frame.month_first else (first, second)
    return _century(found[3], frame), month, day


def _eight(found: re.Match, _frame: Frame):
    return int(found[3]), int(found[2]), int(found[1])


def _named(found: re.Match, frame: Frame):
    month = months.number_of(found[2])
    return (_century(found[3], frame), month, int(found[1])) if month else None


def _named_first(found: re.Match, _frame: Frame):
    month = months.number_of(found[1])
    return (int(found[3]), month, int(found[2])) if month else None


def _named_short(found: re.Match, frame: Frame):
    month = months.number_of(found[2])
    return (frame.year, month, int(found[1])) if month and frame.year else None


def _day_month(found: re.Match, frame: Frame):
    return (frame.year, int(found[2]), int(found[1])) if frame.year else None


_FORMS = (
    (_ISO, _iso), (_NUMERIC, _numeric), (_EIGHT, _eight), (_NAMED, _named),
    (_NAMED_FIRST, _named_first), (_NAMED_SHORT, _named_short), (_DAY_MONTH, _day_month),
)  # fmt: skip


def _day(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Undecided(NO_SUCH_DAY, text=shortened(said)) from None


def is_ditto(cell: object) -> bool:
    """A mark for "as above": `"`, `sda`, `idem`."""
    return isinstance(cell, str) and text(cell).lower() in DITTO


def is_month_first(cells: Iterable[object]) -> bool:
    """Whether a column writes the month first: some second part is above 12 and no first part is."""
    seen = False
    for cell in cells:
        found = _NUMERIC.fullmatch(_CLOCK.sub("", cell.strip())) if isinstance(cell, str) else None
        if found and int(found[1]) > 12:
            return False
        seen = seen or bool(found and 12 < int(found[2]) <= 31)
    return seen
