"""How areas are coded, called and spelled."""

import re
from unicodedata import normalize

PAPUA = ("91", "92", "93", "94", "95", "96")
YOGYAKARTA = "34"

_TITLE = re.compile(
    r"(provinsi|prov|kabupaten|kab|kota|kecamatan|kec|distrik|kapanewon|kemantren|kelurahan|kel|desa)\b\.? *"
)
_DISTRICTS = ("kecamatan", "distrik", "kapanewon", "kemantren")
_VILLAGES = ("kelurahan", "desa", "desa adat")
_KINDS = {
    "provinsi": ("provinsi",),
    "prov": ("provinsi",),
    "kabupaten": ("kabupaten",),
    "kab": ("kabupaten",),
    "kota": ("kota",),
    "kecamatan": _DISTRICTS,
    "kec": _DISTRICTS,
    "distrik": _DISTRICTS,
    "kapanewon": _DISTRICTS,
    "kemantren": _DISTRICTS,
    "kelurahan": _VILLAGES,
    "kel": _VILLAGES,
    "desa": _VILLAGES,
}


def level(code: str) -> int:
    """1 for a province (35), 2 regency or city (35.73), 3 district (35.73.04), 4 village (35.73.04.1009)."""
    return code.count(".") + 1


def parent(code: str) -> str:
    """The code of the area around; empty for a province."""
    return code.rpartition(".")[0]


def line(code: str) -> list[str]:
    """The area and those around it, nearest first: village, district, city, province."""
    return [code] + (line(parent(code)) if "." in code else [])


def dotted(text: str) -> str:
    """A code as it was typed, with or without dots, as we keep it; empty when it cannot be one."""
    digits = text.replace(".", "").replace(" ", "")
    if not (digits.isdecimal() and digits.isascii() and len(digits) in (2, 4, 6, 10)):
        return ""
    return ".".join(filter(None, (digits[:2], digits[2:4], digits[4:6], digits[6:])))


def kind(code: str, name: str) -> str:
    """What the area is, told from its code and, for a city, from its name.

    Source  Kepmendagri 300.2.2-2138/2025: villages 1xxx kelurahan, 2xxx desa, 3xxx desa adat
    """
    match level(code):
        case 1:
            return "provinsi"
        case 2:
            return "kota" if name.startswith("Kota ") else "kabupaten"
        case 3:
            return _district(code)
    return {"1": "kelurahan", "2": "desa", "3": "desa adat"}[code[9]]


def _district(code: str) -> str:
    if code.startswith(PAPUA):
        return "distrik"
    if code.startswith(YOGYAKARTA):
        return "kemantren" if code[3] == "7" else "kapanewon"
    return "kecamatan"


def fold(name: str) -> str:
    """A name as it is compared: "Oro-oro Dowo", "oro oro dowo" and "Orooro Dowo" are one."""
    return "".join(char for char in normalize("NFKD", name).lower() if char.isalnum())


def without_title(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without a leading "Kel.", "Kecamatan", "Kota" …, and the kinds such a word can mean (none: no word)."""
    match = _TITLE.match(name.strip().lower())
    if not match or match.end() == len(name.strip()):
        return name.strip(), ()
    return name.strip()[match.end() :], _KINDS[match[1]]
