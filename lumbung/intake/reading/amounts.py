"""Money in cells: typed as numbers or in any spelling, in rupiah, in thousands, in the English way.

`money.parse` reads one text; what only the sheet around a cell can tell (are commas for thousands here?) is here.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from lumbung import money
from lumbung.money import Unreadable
from lumbung.sheets.cells import NOTHING, Broken, is_blank, is_number, text
from lumbung.sheets.refusals import Undecided

_ = str
_ENGLISH = re.compile(r"(rp\.? ?)?-?\(?\d{1,3}(,\d{3})+(\.\d{1,2})?\)?", re.IGNORECASE)
_INDONESIAN = re.compile(r"(rp\.? ?)?-?\(?\d{1,3}(\.\d{3})+(,\d{1,2}|,-)?\)?|\d+,\d{1,2}", re.IGNORECASE)
BROKEN = _("Rumus di sel ini tidak punya hasil. Buka berkasnya di Excel, simpan, lalu kirim lagi; atau tulis angkanya.")
FINER = _("%(text)s lebih halus dari satu sen. Tulis angka yang sudah dibulatkan.")


def sen(cell: object, *, english: bool = False) -> int | None:
    """The amount in a cell, in sen; None when there is none.

    english  this sheet writes 1,250,000.00: commas for thousands
    Raises   Undecided, Unreadable: no careful reader could tell
    """
    if isinstance(cell, Broken):
        raise Undecided(BROKEN)
    if is_blank(cell):
        return None
    if is_number(cell):
        return from_number(cell)
    said = text(cell)
    if said.lower() in NOTHING - {"-", "--", "–", "—"}:
        return None
    if english and _ENGLISH.fullmatch(said):
        said = said.translate(str.maketrans(",.", ".,"))
    return money.parse(said)


def from_number(number: object) -> int:
    """Sen of a number cell; what a formula left beyond the sen in the ninth digit is dropped.

    Raises  Undecided: really finer than a sen, or not finite
    """
    exact = Decimal(str(number)) * money.SEN
    if exact.is_finite():
        nearest = int(exact.to_integral_value())
        if abs(exact - nearest) < Decimal("0.0001") * max(1, abs(nearest) // 10**9):
            return nearest
    raise Undecided(FINER, text=str(number))


def writes_english(cells: Iterable[object]) -> bool:
    """Whether texts of a sheet group by commas: some do, and none groups by points."""
    seen = 0
    for cell in cells:
        if isinstance(cell, str) and cell[-1:].strip(")").isdecimal() or isinstance(cell, str) and cell.endswith(",-"):
            said = text(cell)
            if _INDONESIAN.fullmatch(said):
                return False
            seen += bool(_ENGLISH.fullmatch(said))
    return seen >= 2


def principal(cell: object) -> int | None:
    """Simpanan pokok of one member: an amount, or None when the cell only says `lunas`."""
    said = text(cell).lower()
    if said in {"lunas", "v", "✓", "✔", "ok", "belum", "blm", "x"}:
        return None
    return sen(cell)


def is_unreadable(cell: object) -> bool:
    try:
        sen(cell)
    except (Undecided, Unreadable):
        return True
    return False
