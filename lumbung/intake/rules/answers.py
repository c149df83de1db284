"""What a person answered to the questions of a row, put where the sheet left a gap. No database, no clock.

An answer is {field: text} under `sheet!row`; a month of dues is the field `paid.7`. An empty answer leaves the gap.
"""

from collections.abc import Callable
from copy import copy
from datetime import date

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.intake.reading import Problem, Reading, Row
from lumbung.sheets import people
from lumbung.sheets.refusals import Undecided
from lumbung.web import dates
from lumbung.web.words import Refused

LATEST = date(2100, 1, 1)  # only to place two-digit years that nobody should type here
READ: dict[str, Callable] = {
    "nik": people.nik,
    "phone": people.phone,
    "gender": people.gender,
    "name": people.name,
    **dict.fromkeys(("born", "joined", "left", "date"), lambda said: dates.read(said, today=LATEST)),
    **dict.fromkeys(("paid", "inflow", "outflow", "principal"), money.parse),
}


def key(row: Row) -> str:
    return f"{row.sheet}!{row.row}"


def value(field: str, said: str) -> object:
    """One answer as the reading would have it.

    Raises  Refused: it cannot be read either
    """
    try:
        return READ[field.partition(".")[0]](said)
    except Undecided as unread:
        raise Refused(_(unread.message), **unread.params) from unread
    except money.Unreadable as unread:
        raise Refused(str(unread)) from unread


def applied(reading: Reading, answers: dict[str, dict]) -> Reading:
    """The reading with what was answered; the file itself and its totals stay as they are."""
    if not answers:
        return reading
    changed = copy(reading)
    changed.rows = [_answered(row, answers[key(row)]) if key(row) in answers else row for row in reading.rows]
    return changed


def _answered(row: Row, answer: dict) -> Row:
    told = {field: said for field, said in answer.items() if said and field.partition(".")[0] in READ}
    if not told:
        return row
    new = Row(row.sheet, row.row, dict(row.values), [], row.reason)
    for field, said in told.items():
        _put(new.values, field, value(field, said))
    new.problems = [problem for problem in row.problems if field_of(problem) not in told]
    return new


def field_of(problem: Problem) -> str:
    """The field that answers a problem: `nik`, or `paid.7` for July's dues."""
    return f"{problem.field}.{problem.month}" if problem.month else problem.field


def _put(values: dict, field: str, answer: object) -> None:
    name, _dot, month = field.partition(".")
    if not month:
        values[name] = answer
        return
    values["paid"] = {**values.get("paid", {}), int(month): answer}
    values["paid_total"] = sum(values["paid"].values())
