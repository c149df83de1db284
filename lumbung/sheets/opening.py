"""A file becomes a book of sheets: rows of plain cells, with what was written around them."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from . import apart, delimited, guard, ods, ole, xlsx
from .cells import is_blank, is_number, whole
from .refusals import Unwelcome, _
from .xlsx import Marks, Place

MAX_SHEETS = 120


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows[0]` is row 1; a cell is None, text, a number, a date or time, True/False, or `Broken`."""

    name: str
    rows: list[list[object]]
    marks: Marks = field(default_factory=Marks)
    merged: dict[Place, Place] = field(default_factory=dict)  # a covered cell -> the first cell of its range
    hidden: bool = False

    def cell(self, row: int, column: int) -> object:
        """The cell at row and column, both from 1; None outside."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return None

    def spread(self, row: int, column: int) -> object:
        """The cell, or for a cell covered by a merged range the value of the whole range."""
        return self.cell(*self.merged.get((row, column), (row, column)))

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows[:400]), default=0)


@dataclass(slots=True)
class Book:
    """A file that came in. `kind` is xlsx, xls, ods or csv; `sha256` of its bytes, in hex."""

    name: str
    kind: str
    sha256: str
    sheets: list[Sheet]


def open_book(path: str | Path) -> Book:
    """Open a workbook or text table, refusing what is hostile.

    Raises  Unwelcome: in Indonesian, why, and what to do; FileNotFoundError
    """
    path = Path(path)
    kind = guard.check(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if kind == "csv":
        return Book(path.name, kind, digest, [Sheet(path.stem, delimited.rows(path))])
    if kind == "xls":
        ole.check(path)
        sheets = [_old_sheet(sheet) for sheet in apart.read(path)]
        return Book(path.name, kind, digest, sheets)
    marks = {"xlsx": xlsx.marks, "ods": ods.marks}[kind](path)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            return Book(path.name, kind, digest, list(_sheets(workbook, marks)))
    except PasswordError as error:
        raise Unwelcome(guard.LOCKED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unwelcome(guard.DAMAGED) from error


def _old_sheet(told: dict) -> Sheet:
    return Sheet(told["name"], told["rows"], merged=_merged(told["merged"]), hidden=not told["visible"])


def _sheets(workbook: CalamineWorkbook, marks: dict[str, Marks]):
    if len(workbook.sheets_metadata) > MAX_SHEETS:
        raise Unwelcome(
            _("Berkas ini punya lebih dari %(limit)d lembar. Pecah menjadi beberapa berkas."), limit=MAX_SHEETS
        )
    for position, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        source = workbook.get_sheet_by_index(position)
        around = marks.get(about.name, Marks())
        rows = source.to_python(skip_empty_area=False)
        _mend(rows, around)
        hidden = about.visible != SheetVisibleEnum.Visible
        yield Sheet(about.name, rows, around, _merged(source.merged_cell_ranges), hidden)


def _mend(rows: list[list[object]], around: Marks) -> None:
    """Put back what the reader drops: broken formulas, and noughts shown by a number's format."""
    for (row, column), broken in around.broken.items():
        while len(rows) < row:
            rows.append([])
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        if is_blank(rows[row - 1][column - 1]):
            rows[row - 1][column - 1] = broken
    for (row, column), width in around.padding.items():
        if row <= len(rows) and column <= len(rows[row - 1]) and is_number(rows[row - 1][column - 1]):
            rows[row - 1][column - 1] = whole(rows[row - 1][column - 1]).zfill(width)


def _merged(ranges) -> dict[Place, Place]:
    covered: dict[Place, Place] = {}
    for (top, left), (bottom, right) in ranges or ():
        if (bottom - top + 1) * (right - left + 1) > 10_000:
            continue  # a whole column merged into one: nothing to spread
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                covered[row + 1, column + 1] = (top + 1, left + 1)
    return covered
