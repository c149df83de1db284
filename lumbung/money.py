"""Money: whole numbers of sen, read as people write it and shown as people expect it.

An amount is an `int` of sen everywhere. What the cooperative sets itself (dues, prices, shares) is whole
rupiah; a bank line may carry sen. No binary fraction ever touches an amount.

Uang: bilangan bulat sen; dibaca seperti orang menulisnya, ditampilkan seperti orang mengharapkannya.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

SEN = 100
LARGEST = 10**15 * SEN  # a quadrillion rupiah: beyond it is a slip of the hand, and far inside a BIGINT

_ = str  # marks a text for the translators; whoever shows it translates `message` and fills in `params`


class Unreadable(ValueError):
    """A text that is no amount. `message` % `params` says in Indonesian what to type instead."""

    def __init__(self, message: str, **params: object) -> None:
        self.message, self.params = message, params
        super().__init__(message % params if params else message)


class Ambiguous(Unreadable):
    """A text that two careful people would read as two different amounts: it is asked back, never guessed."""


def rp(rupiah: int) -> int:
    """Whole rupiah as sen."""
    return rupiah * SEN


# --- reading ---------------------------------------------------------------------------------------------

UNITS = {
    "rb": 10**3, "ribu": 10**3, "k": 10**3, "jt": 10**6, "juta": 10**6,
    "m": 10**9, "miliar": 10**9, "milyar": 10**9, "t": 10**12, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
_FLAGS = re.IGNORECASE | re.ASCII  # digits are 0-9: an Arabic numeral is asked back, not guessed
_CURRENCY = re.compile(r"^(rp|idr)\b\.?\s*|^rp\.?\s*(?=[\d(+-])|\s*rupiah$", _FLAGS)
_TAIL = re.compile(r"(?<=\d)\s*[.,]\s*[-=]+$", re.ASCII)  # the ",-" after a whole amount
_PIECE = re.compile(rf"([\d.,]+)\s*({'|'.join(sorted(UNITS, key=len, reverse=True))})\b\.?", _FLAGS)
_JOINED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", _FLAGS)

_DIGITS = re.compile(r"\d+", re.ASCII)
_INDONESIAN = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?|\d+,\d{1,2}", re.ASCII)
_ENGLISH = re.compile(r"[1-9]\d{0,2}(,\d{3})+\.\d{1,2}|[1-9]\d{0,2}(,\d{3}){2,}|\d{4,}\.\d{1,2}", re.ASCII)
_SPACED = re.compile(r"[1-9]\d{0,2}( \d{3})+", re.ASCII)
_SCALED = re.compile(r"\d+([.,]\d{1,2})?|0[.,]\d{1,6}", re.ASCII)
_NUMBERLIKE = re.compile(r"[\d.,' -]*\d[\d.,' -]*", re.ASCII)


def parse(text: str) -> int:
    """Sen of an amount in any of the usual spellings; a lone dash is nothing.

    Reads   Rp 1.250.000,-   1,250,000.00   1,25 juta   150rb   1.5jt   (5.000)   1.250 (never 1,25)
    Raises  Ambiguous: 20.00, 1,250, 1.250rb; Unreadable: not an amount
    Source  reference/domain.md 7.1
    """
    cleaned = " ".join(text.replace("\u2212", "-").replace("\u2013", "-").replace("\u2014", "-").split())
    if not cleaned:
        raise Unreadable(_("Jumlahnya belum diisi. Tulis misalnya 20.000."))
    bare, sign = _unsigned(cleaned)
    if bare in {"-", "--"} and sign > 0:
        return 0
    amount = sign * _magnitude(bare, cleaned)
    if abs(amount) > LARGEST:
        raise Unreadable(_('"%(text)s" terlalu besar. Periksa jumlah angka nolnya.'), text=_short(text))
    return amount


def _unsigned(text: str) -> tuple[str, int]:
    """The text without currency, brackets and minus; and +1 or -1."""
    bare, sign = _CURRENCY.sub("", text).strip(), 1
    if bare.startswith("(") and bare.endswith(")"):
        bare, sign = _CURRENCY.sub("", bare[1:-1].strip()), -1
    if len(bare) > 1 and bare[0] in "+-" and set(bare) != {"-"}:
        bare, sign = bare[1:].strip(), -sign if bare[0] == "-" else sign
    return _CURRENCY.sub("", bare).strip(), sign


def _magnitude(bare: str, text: str) -> int:
    whole = _TAIL.sub("", bare)
    if _DIGITS.fullmatch(whole):
        return int(whole) * SEN
    if _SPACED.fullmatch(whole):
        return int(whole.replace(" ", "")) * SEN
    if _INDONESIAN.fullmatch(whole):
        return _exact(whole.replace(".", "").replace(",", "."), SEN)
    if _ENGLISH.fullmatch(whole):
        return _exact(whole.replace(",", ""), SEN)
    if _NUMBERLIKE.fullmatch(bare):
        raise _ambiguous(text)
    return _scaled(whole, text)


def _scaled(bare: str, text: str) -> int:
    """`1,25 juta`, `150rb`, `1jt 250rb`: numbers with units, the larger unit first."""
    total, last, rest = Fraction(0), None, _JOINED.sub(" ", bare)
    while found := _PIECE.match(rest):
        number, unit = found[1], UNITS[found[2].lower()]
        if last and unit >= last:
            break
        if not _SCALED.fullmatch(number):
            raise _ambiguous(text)
        total, last, rest = total + Fraction(number.replace(",", ".")) * unit, unit, rest[found.end() :].strip()
    if rest or last is None:
        raise Unreadable(
            _('"%(text)s" bukan jumlah uang yang bisa dibaca. Tulis angkanya saja, misalnya 20.000.'),
            text=_short(text),
        )
    if (total * SEN).denominator != 1:
        raise _ambiguous(text)
    return int(total * SEN)


def _ambiguous(text: str) -> Ambiguous:
    return Ambiguous(
        _(
            '"%(text)s" bisa dibaca lebih dari satu cara. '
            "Tulis lengkap: 1.250.000 (titik ribuan) atau 1.250,50 (koma sen)."
        ),
        text=_short(text),
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _exact(decimal: str, scale: int) -> int:
    """`decimal` (a point for the fraction) times `scale`, which must come out whole."""
    scaled = Fraction(decimal) * scale
    if scaled.denominator != 1:
        raise Unreadable(_('"%(text)s" lebih halus dari satu sen. Bulatkan dahulu.'), text=_short(decimal))
    return int(scaled)


def from_decimal_string(text: str) -> int:
    """Sen of a decimal string of rupiah as machines write it: "20000", "1222.50", "-5".

    Raises  Unreadable: anything else, also exponents and grouping
    """
    if not re.fullmatch(r"-?\d{1,16}(\.\d{1,2})?", text, re.ASCII):
        raise Unreadable(_('"%(text)s" bukan angka desimal. Contoh: 20000 atau 1222.50.'), text=_short(text))
    return _exact(text, SEN)


# --- showing ---------------------------------------------------------------------------------------------


def plain(sen: int) -> str:
    """`20.000`, `1.222,50`, `-5.000`: for columns whose head already says Rp."""
    rupiah, odd = divmod(abs(sen), SEN)
    grouped = f"{rupiah:,}".replace(",", ".")
    return f"{'-' if sen < 0 else ''}{grouped}{f',{odd:02d}' if odd else ''}"


def show(sen: int) -> str:
    """`Rp20.000`, `Rp1.222,50`, `-Rp5.000`."""
    return f"-Rp{plain(-sen)}" if sen < 0 else f"Rp{plain(sen)}"


def decimal_string(sen: int) -> str:
    """Rupiah for machines: `20000`, `1222.50`, `-5`."""
    rupiah, odd = divmod(abs(sen), SEN)
    return f"{'-' if sen < 0 else ''}{rupiah}{f'.{odd:02d}' if odd else ''}"


_ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_POWERS = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def words(sen: int) -> str:
    """Terbilang of an amount: `sembilan puluh ribu rupiah`, `minus lima rupiah dua puluh lima sen`."""
    rupiah, odd = divmod(abs(sen), SEN)
    tail = f" {number_words(odd)} sen" if odd else ""
    return f"{'minus ' if sen < 0 else ''}{number_words(rupiah)} rupiah{tail}"


def number_words(number: int) -> str:
    """A whole number in Indonesian: 1_001_001 is `satu juta seribu satu`."""
    if number < 0:
        return f"minus {number_words(-number)}"
    for power, name in _POWERS:
        if number >= power:
            many, rest = divmod(number, power)
            head = "seribu" if name == "ribu" and many == 1 else f"{number_words(many)} {name}"
            return _joined(head, rest)
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ONES[number // 10]} puluh", number % 10)
    head = "seratus" if number < 200 else f"{_ONES[number // 100]} ratus"
    return _joined(head, number % 100)


def _joined(head: str, rest: int) -> str:
    return f"{head} {number_words(rest)}" if rest else head


# --- sharing and rounding --------------------------------------------------------------------------------


def split(amount: int, weights: Sequence[int], *, unit: int = SEN) -> list[int]:
    """Share `amount` by `weights` in whole `unit`s (sen; 100 = whole rupiah), losing nothing.

    Shape   one share for each weight, in the same order; they add up to `amount`. Units left over after
            flooring go one by one to the largest fractions; ties to the larger weight, then the earlier.
            What is smaller than one unit goes to the next in that order.
    Raises  ValueError: weights empty, negative, or all zero
    Source  largest remainder; reference/domain.md section 5
    """
    whole = sum(weights)
    if not weights or min(weights) < 0 or whole == 0:
        raise ValueError("weights: at least one above zero, none below")
    if amount < 0:
        return [-share for share in split(-amount, weights, unit=unit)]
    units, odd = divmod(amount, unit)
    shares = [units * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(units * weights[i] % whole), -weights[i], i))
    left = units - sum(shares)
    for index in order[:left]:
        shares[index] += 1
    sen = [share * unit for share in shares]
    sen[order[left]] += odd
    return sen


def round_half_up_rupiah(sen: int | Fraction) -> int:
    """The nearest whole rupiah, in sen; a half goes away from zero."""
    rupiah = abs(_fraction(sen)) / SEN
    nearest = int(rupiah + Fraction(1, 2)) * SEN
    return -nearest if sen < 0 else nearest


def floor_rupiah(sen: int | Fraction) -> int:
    """The whole rupiah at or below, in sen."""
    return _fraction(sen) // SEN * SEN


def month_of_rate(sen: int, rate: int) -> int:
    """One month of a yearly rate (hundredths of a percent) on an amount, down to the whole rupiah."""
    return floor_rupiah(Fraction(sen * rate, 12 * 100_00))


def part_of(sen: int, rate: int) -> int:
    """So many hundredths of a percent of an amount, down to the whole rupiah: a tax, a penalty.

    Source  reference/domain.md 1.6
    """
    return floor_rupiah(Fraction(sen * rate, 100_00))


def _fraction(sen: int | Fraction) -> Fraction:
    assert isinstance(sen, int | Fraction), "amounts are whole sen or exact fractions, never binary ones"
    return Fraction(sen)
