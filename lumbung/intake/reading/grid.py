"""One cell of a dues grid: how much was paid there, in any of the ways treasurers note it.

Source  reference/domain.md 7.4 (2)
"""

import re
from dataclasses import dataclass
from datetime import date

from lumbung import money
from lumbung.money import Ambiguous, Unreadable
from lumbung.sheets import dates, months
from lumbung.sheets.cells import NOTHING, Broken, is_blank, is_number, text
from lumbung.sheets.refusals import Undecided, shortened

from . import amounts

_ = str
THOUSAND = 1000 * money.SEN
_TICK_WORDS = (
    "v vv x xx ✓ ✔ √ ☑ ✅ ü ok oke okey lunas lns sudah sdh bayar dibayar terbayar paid ya y done ada "
    "sudah_bayar sdh_bayar sdh_lunas"
)
_UNPAID_WORDS = (
    "0 blm belum belum_bayar blm_bayar tdk tidak tidak_bayar tdk_bayar nunggak tunggak menunggak kosong nol nihil "
    "absen blm_lunas belum_lunas"
)
TICKS = frozenset(word.replace("_", " ") for word in _TICK_WORDS.split())
UNPAID = NOTHING | {word.replace("_", " ") for word in _UNPAID_WORDS.split()}
_DECORATION = re.compile(
    r"\b(rapel(an)?|lunas|dibayar|bayar|sudah|sdh|tgl|tanggal|"
    r"via (tf|transfer|bank|qris|bu rt|pak rt)|transfer|tf|tunai|cash|titip)\b\.?",
    re.IGNORECASE,
)
_SETTLED = re.compile(r"\b(lunas|bayar|dibayar|sudah|sdh)\b", re.IGNORECASE)
_TIMES = re.compile(r"(\d{1,2})\s*(x|kali|bln|bulan|bl)\.?|x\s*(\d{1,2})", re.IGNORECASE)
_PRODUCT = re.compile(r"(\d{1,2})\s*(?:x|×|\*)\s*@?\s*(.+)", re.IGNORECASE)
_PRODUCT_AFTER = re.compile(r"(.+?)\s*(?:x|×|\*)\s*(\d{1,2})", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}\s*[/-]\s*\d{1,2}(\s*[/-]\s*\d{2,4})?|\d{4}-\d\d-\d\d")
_SPAN_REST = re.compile(r"[\s\d'.,&+-]|[–—]|s\.?/?d|sampai|dan|bln|bulan|rapel|utk|untuk|th|thn|tahun", re.IGNORECASE)

UNDECIDED = _(
    '"%(text)s" tidak terbaca sebagai pembayaran. Tulis jumlahnya, misalnya 20.000, atau kosongkan bila belum bayar.'
)
HALF = _('"%(text)s" bisa berarti tanggal atau setengah iuran. Tulis jumlahnya, misalnya 20.000.')
MINUS = _('"%(text)s" berarti minus. Tulis jumlah yang diterima, atau kosongkan bila belum bayar.')
NO_RATE = _('"%(text)s" berarti lunas, tetapi besar iuran sebulan tidak tertulis. Isi besar iurannya dahulu.')
MISMATCH = _('"%(text)s" tidak cocok: jumlah uang dan banyaknya bulan berbeda. Tulis jumlahnya saja.')


@dataclass(frozen=True, slots=True)
class Style:
    """What the whole grid tells about its cells.

    rate     sen of one month; None until known
    year     for dates such as `12/3`
    english  commas are for thousands
    binary   the only numbers are 0 and 1: 1 is a tick
    """

    rate: int | None = None
    year: int | None = None
    english: bool = False
    binary: bool = False


@dataclass(frozen=True, slots=True)
class Paid:
    """`amount` sen; `on` the day written instead of an amount; `months` the periods it names."""

    amount: int
    on: date | None = None
    months: tuple[int, ...] = ()


NOTHING_PAID = Paid(0)


def paid(cell: object, style: Style) -> Paid:
    """What a cell says was paid.

    Raises  Undecided, Unreadable: it becomes a question
    """
    if isinstance(cell, bool):
        return _times(1, cell, style) if cell else NOTHING_PAID
    if isinstance(cell, Broken):
        raise Undecided(amounts.BROKEN)
    if is_blank(cell):
        return NOTHING_PAID
    if isinstance(cell, date):
        return Paid(_times(1, cell, style).amount, on=dates.read(cell))
    if is_number(cell):
        return _number(cell, style)
    return _words(text(cell), style)


def direct(cell: object, style: Style) -> int | None:
    """The amount of a cell that states one by itself, without the rate; None for ticks, words and empty cells."""
    if is_number(cell) or (isinstance(cell, str) and re.search(r"\d", cell) and not _DATE.fullmatch(text(cell))):
        try:
            return paid(cell, Style(None, style.year, style.english, style.binary)).amount or None
        except (Undecided, Unreadable):
            return None
    return None


def _number(cell: object, style: Style) -> Paid:
    if style.binary and cell == 1:
        return _times(1, cell, style)
    return Paid(_thousands(amounts.from_number(cell), cell))


def _thousands(amount: int, cell: object) -> int:
    """A number below a thousand is thousands: 15 is Rp15.000. One alone, a minus or a fraction is asked about."""
    if amount < 0:
        raise Undecided(MINUS, text=shortened(text(cell)))
    if 0 < amount < THOUSAND:
        if amount % money.SEN or amount == money.SEN:
            raise Undecided(UNDECIDED, text=shortened(text(cell)))
        return amount * 1000
    return amount


def _times(count: int, cell: object, style: Style, months_named: tuple[int, ...] = ()) -> Paid:
    if style.rate is None:
        raise Undecided(NO_RATE, text=shortened(text(cell) or "v"))
    return Paid(count * style.rate, months=months_named)


def _words(said: str, style: Style) -> Paid:
    low = said.lower().strip(" .!")
    if low in UNPAID:
        return NOTHING_PAID
    if low in TICKS:
        return _times(1, said, style)
    if re.fullmatch(r"0?1\s*/\s*0?2", low):
        raise Undecided(HALF, text=said)
    if _DATE.fullmatch(low):
        return Paid(_times(1, said, style).amount, on=dates.read(low, dates.Frame(year=style.year or 2000)))
    if (amount := _money(said, style)) is not None:
        return Paid(amount)
    for attempt in (_counted, _multiplied, _named_months, _bracketed, _undecorated):
        if (found := attempt(said, style)) is not None:
            return found
    raise Undecided(UNDECIDED, text=shortened(said))


def _money(said: str, style: Style) -> int | None:
    """The amount when the text is one; None when it is something else. Ambiguous stays a question."""
    try:
        amount = amounts.sen(said, english=style.english)
    except Ambiguous:
        raise
    except (Unreadable, Undecided):
        return None
    if amount is not None and 0 < amount < THOUSAND and re.search(r"\d[.,]\d", said):
        raise Undecided(UNDECIDED, text=shortened(said))
    return None if amount is None else _thousands(amount, said)


def _counted(said: str, style: Style) -> Paid | None:
    """`3x`, `3 bln`, `rapel 3`: so many months."""
    bare = re.sub(r"^rapel(an)?\s*", "", said.lower())
    found = _TIMES.fullmatch(bare) or (re.fullmatch(r"(\d)()()", bare) if bare != said.lower() else None)
    if not found:
        return None
    return _times(int(found[1] or found[3]), said, style)


def _multiplied(said: str, style: Style) -> Paid | None:
    """`3 x 20.000`, `20rb x 3`."""
    bare = _DECORATION.sub("", said).strip()
    for pattern, count, each in ((_PRODUCT, 1, 2), (_PRODUCT_AFTER, 2, 1)):
        if found := pattern.fullmatch(bare):
            amount = _money(found[each], style)
            if amount is not None:
                return Paid(int(found[count]) * amount)
    return None


def _named_months(said: str, style: Style) -> Paid | None:
    """`Jan-Mar`, `rapel Juli s/d Sept`: the months named, at the rate."""
    named = months.all_in(said)
    if not named or _SPAN_REST.sub("", months.without_names(said)):
        return None
    return _times(len(named), said, style, tuple(named))


def _bracketed(said: str, style: Style) -> Paid | None:
    """`60.000 (3 bln)`, `20rb (12/3)`, `lunas (tgl 5/3)`: the remark must agree with the amount."""
    found = re.fullmatch(r"([^()]+)\(([^()]+)\)", said)
    if not found:
        return None
    main, remark = _words(found[1].strip(), style), found[2].strip()
    if (
        remark.lower() in TICKS
        or _DATE.fullmatch(_DECORATION.sub("", remark).strip())
        or not _DECORATION.sub("", remark).strip()
    ):
        return main
    about = _counted(remark, style) or _named_months(remark, style)
    if about is None or about.amount != main.amount:
        raise Undecided(MISMATCH if about else UNDECIDED, text=shortened(said))
    return Paid(main.amount, main.on, about.months)


def _undecorated(said: str, style: Style) -> Paid | None:
    """`rapel 60.000`, `lunas 12/3`, `20.000 tunai`: without the words that change nothing."""
    bare = " ".join(_DECORATION.sub(" ", said).split()).strip(" ,:;-")
    if bare == said:
        return None
    if bare:
        return _words(bare, style)
    return _times(1, said, style) if _SETTLED.search(said) else None


def in_thousands(amount: int, rate: int | None) -> int:
    """An amount beside the grid, written in thousands where the grid is: 100 for Rp100.000."""
    return amount * 1000 if rate and 0 < amount < THOUSAND else amount
