"""Columns whose heads say nothing we know, known by what is in them."""

import re
from collections.abc import Callable
from itertools import islice

from lumbung.sheets import people
from lumbung.sheets.cells import says_nothing, text
from lumbung.sheets.opening import Sheet

from .layout import Layout

LOOKED_AT = 200
_NIK = re.compile(r"\d{15,16}")
_PHONE = re.compile(r"(\+?62|0)?8\d{8,11}")


def _digits(cell: object) -> str:
    return re.sub(r"[\s.\-']", "", text(cell))


def _is_gender(cell: object) -> bool:
    try:
        return people.gender(cell) is not None
    except ValueError:
        return False


SHAPES: tuple[tuple[str, Callable[[object], bool]], ...] = (
    ("nik", lambda cell: bool(_NIK.fullmatch(_digits(cell)))),
    ("phone", lambda cell: bool(_PHONE.fullmatch(_digits(cell)))),
    ("gender", _is_gender),
)


def complete(sheet: Sheet, plan: Layout) -> None:
    """Give `nik`, `phone` and `gender` the column nearly all of whose cells have that shape, if no head named one."""
    for column in range(1, sheet.width + 1):
        if column in plan.columns.values():
            continue
        rows = islice(sheet.rows, plan.first_row - 1, plan.first_row - 1 + LOOKED_AT)
        said = [row[column - 1] for row in rows if column <= len(row) and not says_nothing(row[column - 1])]
        for field, fits in SHAPES:
            if field not in plan.columns and len(said) >= 3 and sum(map(fits, said)) * 10 >= len(said) * 8:
                plan.columns[field] = column
                break
