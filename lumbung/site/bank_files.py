"""An introduction between strangers: cash reconciles bank statements, intake reads workbooks of banks."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.cash.statements import Printed, Told, know_reader
from lumbung.intake.reading import read
from lumbung.sheets.refusals import Undecided, Unwelcome
from lumbung.web.words import Refused


def introduce_reader() -> None:
    know_reader(told)


def told(path: Path, today: date) -> Told:
    """A bank's file as cash wants it: every line, its side found from the running balance.

    Raises  Refused: the file may not come in, is no bank book, or has a line that nobody can read
    """
    try:
        reading = read("bank", path, today=today)
    except (Unwelcome, Undecided) as unwelcome:
        raise Refused(str(unwelcome)) from unwelcome
    for row in reading.rows:
        if row.status == "question":
            raise Refused(_("Baris %(row)s: %(problem)s"), row=row.row, problem=row.problems[0].text)
    lines = [_printed(row.values) for row in reading.rows if row.status == "accepted"]
    totals = reading.totals
    return Told(lines, totals["opening"] or 0, totals["closing"] or 0, reading.sha256)


def _printed(values: dict) -> Printed:
    amount = (values["inflow"] or 0) - (values["outflow"] or 0)
    return Printed(values["date"], amount, values["description"])
