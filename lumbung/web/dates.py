"""Dates as people in a village office write and read them. Pure: today comes as an argument."""

import re
from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung.web.words import Refused

MONTHS = tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split())
SHORT_MONTHS = tuple("Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des".split())
DAYS = tuple("Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split())
ENGLISH = {
    "months": tuple("January February March April May June July August September October November December".split()),
    "short": tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    "days": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
}
SPELLINGS = {
    "pebruari": 2, "nopember": 11, "agt": 8, "agust": 8, "agu": 8, "ags": 8, "sept": 9,
    "may": 5, "oct": 10, "dec": 12, "aug": 8,
}  # fmt: skip
RELATIVE = {
    "hari ini": 0, "sekarang": 0, "tadi": 0, "kemarin": -1, "kemaren": -1, "kemarin dulu": -2, "besok": 1, "lusa": 2,
    "today": 0, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip


# --- showing ---------------------------------------------------------------------------------------------


def _names(kind: str, indonesian: tuple) -> tuple:
    return ENGLISH[kind] if get_language() == "en" else indonesian


def long_date(day: date) -> str:
    """`21 Agustus 2025`."""
    return f"{day.day} {_names('months', MONTHS)[day.month - 1]} {day.year}"


def day_date(day: date) -> str:
    """`Kamis, 21 Agustus 2025`."""
    return f"{_names('days', DAYS)[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """`21/8/2025`, day first."""
    return f"{day.day}/{day.month}/{day.year}"


def month_name(value: date | int) -> str:
    """`Agustus` of 8, `Agustus 2025` of a date."""
    names = _names("months", MONTHS)
    return names[value - 1] if isinstance(value, int) else f"{names[value.month - 1]} {value.year}"


def short_month(number: int) -> str:
    return _names("short", SHORT_MONTHS)[number - 1]


# --- reading ---------------------------------------------------------------------------------------------


def read(text: str, *, today: date) -> date:
    """A date typed by hand: `3/1`, `3-1-25`, `21 Agustus 2025`, `kemarin`, `2025-08-21`.

    A date without a year is the nearest one not after today: in January, "28/12" is last December.
    Raises  Refused: not a date
    """
    words = " ".join(text.lower().replace(",", " ").split())
    words = re.sub(r"^(senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu) ", "", words)
    if words in RELATIVE:
        return today + timedelta(days=RELATIVE[words])
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _date(text, int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[\s/.-]*([a-z]+|(?<=[\s/.-])\d{1,2})(?:[\s/.-]+(\d{4}|'?\d{2}))?", words):
        return _complete(text, int(found[1]), _month(found[2], text), found[3], today)
    raise _unreadable(text)


def read_month(text: str, *, today: date) -> date:
    """The first day of a month typed as `Agustus 2025`, `8/2025`, `2025-08`, `agt`."""
    words = " ".join(text.lower().split())
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", words):
        return _date(text, int(found[1]), int(found[2]), 1)
    if found := re.fullmatch(r"([a-z]+|\d{1,2})(?:[\s/.-]+(\d{4}|'?\d{2}))?", words):
        return _complete(text, 1, _month(found[1], text), found[2], today)
    raise Refused(_('Bulan "%(text)s" tidak terbaca. Tulis seperti "Agustus 2025" atau "8/2025".'), text=text[:30])


def _month(word: str, text: str) -> int:
    if word.isdigit():
        return int(word)
    if word in SPELLINGS:
        return SPELLINGS[word]
    for names in (MONTHS, ENGLISH["months"]):
        for number, name in enumerate(names, 1):
            if len(word) >= 3 and name.lower().startswith(word):
                return number
    raise _unreadable(text)


def _complete(text: str, day: int, month: int, year: str | None, today: date) -> date:
    if year:
        digits = year.strip("'")
        return _date(text, int(digits) + (2000 if len(digits) == 2 else 0), month, day)
    this_year = _date(text, today.year, month, day)
    return this_year if this_year <= today else _date(text, today.year - 1, month, day)


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(
            _('Tanggal "%(text)s" tidak ada di kalender. Periksa hari dan bulannya.'), text=text[:30]
        ) from None


def _unreadable(text: str) -> Refused:
    return Refused(
        _('Tanggal "%(text)s" tidak terbaca. Tulis seperti "21 Agustus 2025", "21/8" atau "kemarin".'), text=text[:30]
    )
