"""What identifies a person in a sheet: name, NIK, phone, gender, RT and RW.

Source  reference/domain.md 1.7 and 7.2
"""

import re
from datetime import date

from .cells import Broken, is_number, key, says_nothing, text, whole
from .refusals import Undecided, _, shortened

_TITLE_WORDS = (
    "bapak bpk bp bpak pak ibu bu ibuk sdr sdri saudara saudari tn tuan ny nyonya nn nona h hj kh haji hajjah hajah "
    "dr drs dra dr ir prof drg kyai kiai ust ustadz ustad ustadzah mbak mas mbah cak almarhum almarhumah alm almh"
)
_TITLES = sorted(_TITLE_WORDS.split(), key=len, reverse=True)
_TITLE = re.compile(rf"^(?:{'|'.join(_TITLES)})(?:\.\s*|\s+)(?=\w)", re.IGNORECASE)
_LATE = re.compile(r"\(\s*(alm|almh|almarhum|almarhumah)\.?\s*\)", re.IGNORECASE)

NIK = re.compile(r"\d{6}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}", re.ASCII)
NIK_AS_NUMBER = _("NIK %(text)s diketik sebagai angka, sehingga angka ke-16 hilang. Tulis ulang dari KTP.")
BAD_PHONE = _('Nomor telepon "%(text)s" tidak lengkap atau salah ketik. Tulis seperti 0812-3456-7890.')
_MOBILE = re.compile(r"\+628[1-9]\d{6,10}")
_LANDLINE = re.compile(r"\+62[2-79]\d{6,10}")

_MALE = frozenset({"l", "lk", "pria", "laki", "lakilaki", "laki2", "lelaki", "cowok", "m", "male"})
_FEMALE = frozenset({"p", "pr", "perempuan", "wanita", "w", "cewek", "f", "female"})
_RT_RW = re.compile(r"rt\.?\s*[:.]?\s*0*(\d{1,3})\s*[/,.\-]*\s*(?:rw\.?\s*[:.]?\s*0*(\d{1,3}))?", re.IGNORECASE)
_PAIR = re.compile(r"0*(\d{1,3})\s*[/\-.\s]\s*0*(\d{1,3})")


def name(cell: object) -> str:
    """A name without honorifics, degrees and doubled blanks; "" for an empty cell. Never less than one word."""
    said = _LATE.sub("", text(cell)).strip(" .,-")
    while (shorter := _TITLE.sub("", said)) != said and shorter:
        said = shorter
    if "," in said:
        said = said.split(",")[0].strip() or said
    return " ".join(said.split())


def is_late(cell: object) -> bool:
    """Whether the name itself tells that the person has died: `Alm. Slamet`, `Slamet (alm)`."""
    return bool(_LATE.search(text(cell)) or re.match(r"(alm|almh|almarhum|almarhumah)\b", text(cell), re.IGNORECASE))


def nik(cell: object) -> str | None:
    """Sixteen digits of a citizen's number; None when there is none.

    Raises  Undecided: typed as a number (a spreadsheet keeps fifteen digits), too short, or no such date inside
    """
    if is_number(cell) and not says_nothing(cell):
        raise Undecided(
            _("NIK %(text)s diketik sebagai angka, sehingga angka ke-16 hilang. Tulis ulang dari KTP."),
            text=whole(cell),
        )
    if says_nothing(cell) or isinstance(cell, Broken):
        return None
    digits = re.sub(r"[\s.\-'’`:]|^nik", "", text(cell).lower())
    if re.fullmatch(r"\d([.,]\d+)?e\+?\d+", digits):
        raise Undecided(NIK_AS_NUMBER, text=text(cell))
    if not re.fullmatch(r"\d{16}", digits, re.ASCII):
        raise Undecided(
            _('NIK "%(text)s" harus 16 angka, di sini %(count)d. Tulis ulang dari KTP.'),
            text=shortened(text(cell)),
            count=sum(letter.isdecimal() for letter in digits),
        )
    if not NIK.fullmatch(digits):
        raise Undecided(_("NIK %(text)s memuat tanggal lahir yang tidak ada. Cocokkan dengan KTP."), text=digits)
    return digits


def born_in_nik(number: str) -> tuple[int, int, int, str]:
    """Day, month, two-digit year and gender ("L" or "P") that a NIK tells."""
    day = int(number[6:8])
    return day % 40, int(number[8:10]), int(number[10:12]), "P" if day > 40 else "L"


def phone(cell: object) -> str | None:
    """A phone as +62…; None when there is none; of several the first.

    Raises  Undecided: too short, too long, or not a number of this country
    """
    if says_nothing(cell) or isinstance(cell, Broken) or text(cell) in {"0", "x", "?"}:
        return None
    said = whole(cell) if is_number(cell) else text(cell)
    first = re.split(r"\s*(?:[;,&|]|\batau\b|\bdan\b|/(?=\s*[+0]))\s*", said)[0]
    digits = re.sub(r"\(0\)|(?<=\d)\.0$", "", first)
    digits = ("+" if digits.lstrip().startswith("+") else "") + re.sub(r"\D", "", digits)
    whole_number = _international(digits)
    if re.search(r"[a-z]{4,}", first, re.IGNORECASE) or not (
        _MOBILE.fullmatch(whole_number) or _LANDLINE.fullmatch(whole_number)
    ):
        raise Undecided(BAD_PHONE, text=shortened(said))
    return whole_number


def _international(digits: str) -> str:
    if digits.startswith("+620"):
        return "+62" + digits[4:]
    if digits.startswith("+"):
        return digits
    if digits.startswith("0062"):
        return "+62" + digits[4:].lstrip("0")
    if digits.startswith("62"):
        return "+62" + digits[2:].lstrip("0")
    if digits.startswith("0"):
        return "+62" + digits[1:]
    return "+62" + digits if digits.startswith("8") else digits


def gender(cell: object) -> str | None:
    """ "L" or "P"; None when the cell is empty.

    Raises  Undecided: anything else
    """
    if says_nothing(cell):
        return None
    said = re.sub(r"[\s.\-]+", "", text(cell).lower())
    if said in _MALE or said.removesuffix("2") in _MALE:
        return "L"
    if said in _FEMALE:
        return "P"
    raise Undecided(_('"%(text)s" tidak terbaca sebagai jenis kelamin. Tulis L atau P.'), text=shortened(text(cell)))


def rt_rw(cell: object) -> tuple[str, str] | None:
    """RT and RW as three digits each: `03/02`, `RT 3 RW 2`, also inside an address; RW "" when not told.

    A spreadsheet that took 03/02 for the third of February gives it back.
    """
    if isinstance(cell, date):
        return f"{cell.day:03d}", f"{cell.month:03d}"
    said = text(cell)
    if found := _RT_RW.search(said):
        return found[1].zfill(3), (found[2] or "").zfill(3) if found[2] else ""
    if found := _PAIR.fullmatch(said):
        return found[1].zfill(3), found[2].zfill(3)
    return None


def number_only(cell: object) -> str:
    """A lone RT or RW as three digits; "" when the cell holds none."""
    found = re.search(r"\d{1,3}", text(cell))
    return found[0].zfill(3) if found else ""


def same_name(cell: object) -> str:
    """A name for comparing: lower case, words only."""
    return key(name(cell))
