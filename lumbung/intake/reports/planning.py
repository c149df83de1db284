"""One way to a plan, whatever the kind of book."""

from dataclasses import dataclass, field
from datetime import date

from lumbung.intake import reading as sheets
from lumbung.intake.models import Batch
from lumbung.intake.reading import Reading
from lumbung.intake.reports import batches, plan_cash, plan_dues, plan_members
from lumbung.intake.rules import answers
from lumbung.intake.rules.content import content_of
from lumbung.intake.rules.plan import Plan

OPENING, CHECK, JOURNAL, REGISTER = "opening", "check", "journal", "register"
MODES = {"members": (REGISTER,), "dues": (OPENING, CHECK), "cash": (JOURNAL,), "bank": (JOURNAL,)}


@dataclass(slots=True)
class Wanted:
    """How a workbook is to be taken; what is left out is decided by the sheet.

    today    no row dated after it is booked
    answers  `sheet!row` to {field: answer}
    place_id  of the bank account; 0 is the treasurer's cash
    """

    cooperative_id: int
    kind: str
    today: date
    year: int | None = None
    cutover: date | None = None
    mode: str = ""
    polarity: str | None = None
    rate: int | None = None
    place_id: int | None = None
    answers: dict[str, dict] = field(default_factory=dict)


def read(wanted: Wanted, path) -> Reading:
    """The workbook as it is understood.

    Raises  sheets.refusals.Unwelcome: not such a book, or no file to be let in
    """
    return sheets.read(
        wanted.kind, path, year=wanted.year, today=wanted.today, rate=wanted.rate, polarity=wanted.polarity
    )


def plan(wanted: Wanted, reading: Reading) -> Plan:
    """What would be done with a reading. Asks the database, changes nothing.

    Raises  Refused: this kind of book cannot be taken so, or the cut-over is no month's end
    """
    mode = wanted.mode or MODES[wanted.kind][0]
    made = Plan(answers.applied(reading, wanted.answers), wanted.cooperative_id, mode, content_of(reading))
    made.attempt = batches.attempts(wanted.cooperative_id, wanted.kind, reading.sha256)
    planner = {"members": plan_members, "dues": plan_dues, "cash": plan_cash, "bank": plan_cash}[wanted.kind]
    planner.plan(made, wanted)
    return made


def earlier(wanted: Wanted, reading: Reading) -> Batch | None:
    """The batch that this very file became, or one whose rows all said the same."""
    same = batches.posted_with_file(wanted.cooperative_id, wanted.kind, reading.sha256)
    return same or batches.posted_with_content(wanted.cooperative_id, wanted.kind, content_of(reading))
