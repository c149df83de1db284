"""What reading a workbook answers: the same shape for the wizard, the command line and the tests.

Inside, money is `int` sen and a date is a `date`; `as_json` writes decimal strings of rupiah and ISO dates.
Rows and columns are counted from 1. A row with problems has the status "question": its readable values still stand,
and whoever writes decides what can be booked without the answer.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from lumbung.money import Unreadable, decimal_string
from lumbung.sheets.refusals import Undecided, Unwelcome

COUNTS = frozenset({"entries", "month", "year", "members", "questions", "skipped"})  # whole numbers that are no money


class NotUnderstood(Unwelcome):
    """No sheet of the file looks like the kind of book that was asked for."""


def said(message: str, params: dict[str, object]) -> str:
    """A message that a reader marked for the translators, in the language of whoever looks; "" stays ""."""
    return (_(message) % params if params else _(message)) if message else ""


@dataclass(slots=True)
class Problem:
    """A question about one field. `month` (1-12) only where the field is one month's dues."""

    field: str
    column: int | None
    message: str
    params: dict[str, object] = field(default_factory=dict)
    month: int | None = None

    @classmethod
    def of(cls, name: str, column: int | None, error: Undecided | Unreadable, month: int | None = None) -> "Problem":
        return cls(name, column, error.message, error.params, month)

    @property
    def text(self) -> str:
        return said(self.message, self.params)

    def as_json(self) -> dict[str, object]:
        told = {"field": self.field, "column": self.column, "message": self.text}
        return told | {"month": self.month} if self.month else told


@dataclass(slots=True)
class Row:
    """One row of a sheet that is not blank. `reason` says why a skipped row is skipped."""

    sheet: str
    row: int
    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reason: str = ""

    @property
    def status(self) -> str:
        if self.reason:
            return "skipped"
        return "question" if self.problems else "accepted"

    def as_json(self) -> dict[str, object]:
        told = {
            "sheet": self.sheet,
            "row": self.row,
            "status": self.status,
            "problems": [problem.as_json() for problem in self.problems],
            "values": plain(self.values),
        }
        return told | {"reason": self.reason} if self.reason else told


@dataclass(slots=True)
class Note:
    """Something worth knowing that needs no answer: a total that does not add up, a NIK that tells another date."""

    sheet: str
    row: int | None
    column: int | None
    message: str
    params: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return said(self.message, self.params)

    def as_json(self) -> dict[str, object]:
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "message": self.text}


@dataclass(slots=True)
class SheetInfo:
    """What was understood of one sheet. `columns`: field -> column; `problems` concern the whole sheet."""

    name: str
    header_row: int
    columns: dict[str, int]
    year: int | None = None
    rate: int | None = None
    month: int | None = None
    polarity: str | None = None  # "debit" or "credit": the side that brings money in
    problems: list[Problem] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        told: dict[str, object] = {
            "name": self.name, "header_row": self.header_row, "columns": self.columns, "year": self.year,
        }  # fmt: skip
        told |= {"rate": decimal_string(self.rate)} if self.rate is not None else {}
        told |= {"month": self.month} if self.month else {}
        told |= {"polarity": self.polarity} if self.polarity else {}
        return told | {"problems": [problem.as_json() for problem in self.problems]} if self.problems else told


@dataclass(slots=True)
class Reading:
    """A whole file as it was understood; nothing has been written yet."""

    kind: str
    file: str
    sha256: str
    sheets: list[SheetInfo] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    totals: dict[str, object] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def as_json(self, batch: int | None = None) -> dict[str, object]:
        """The contract of `lumbung intake --json`; `batch` once something was written."""
        return {
            "kind": self.kind,
            "file": self.file,
            "sha256": self.sha256,
            "sheets": [sheet.as_json() for sheet in self.sheets],
            "rows": [row.as_json() for row in self.rows],
            "totals": plain(self.totals),
            "notes": [note.as_json() for note in self.notes],
            "batch": batch,
        }


def plain(value: object, name: str = "") -> object:
    """Values as JSON: money as decimal strings of rupiah, dates ISO, counts as numbers."""
    if isinstance(value, dict):
        return {str(key): plain(item, str(key)) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item, name) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and name not in COUNTS:
        return decimal_string(value)
    return value
