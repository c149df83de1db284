"""What each line of a cash or bank book is: a category, somebody's dues, or money that waits for a name."""

import hashlib
from collections import Counter
from datetime import date, timedelta

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash import reports as cash
from lumbung.cash.models import CashPlace
from lumbung.cooperatives.models import Cooperative
from lumbung.intake.reports import batches
from lumbung.intake.reports.lines import Resolver
from lumbung.intake.rules import answers
from lumbung.intake.rules import lines as rules
from lumbung.intake.rules.plan import KNOWN, NOTHING, SKIPPED, Ask, Choice, Plan, Step
from lumbung.ledger.reports.book import book_facts
from lumbung.web.dates import long_date

UNREADABLE = frozenset({"date", "inflow", "outflow", "debit", "credit", "amount", "direction"})


def plan(made: Plan, wanted) -> None:
    """Fill `made` with a step for each row, in the order of days, and the opening balance of the place."""
    made.place = _place(made, wanted)
    made.steps = [Step(row, position) for position, row in enumerate(made.reading.rows, 1)]
    bounds = _Bounds(wanted)
    left_out = {row for row, answer in wanted.answers.items() if answer.get("skip")}
    lines = [step for step in made.steps if answers.key(step.row) not in left_out and _is_line(step, bounds)]
    _drop_booked(made, lines)
    _open(made, lines, bounds)
    resolver = Resolver(made, wanted)
    for step in sorted(lines, key=lambda step: (step.row.values["date"], step.position)):
        if step.deed != KNOWN:
            resolver.resolve(step)
    if made.reading.kind == "bank":
        _ask_sides(made)


def _place(made: Plan, wanted) -> CashPlace | None:
    """Where the money lies: the treasurer's cash, or the one bank account; None when one is to be opened first."""
    if made.reading.kind == "cash":
        return cash.place(wanted.cooperative_id, wanted.place_id or 0)
    banks = [place for place in cash.places(wanted.cooperative_id) if place.kind == CashPlace.Kind.BANK]
    chosen = [place for place in banks if wanted.place_id is None or place.id == wanted.place_id]
    if len(chosen) > 1:
        choices = tuple(Choice(str(place.id), place.name) for place in chosen)
        made.asks.append(Ask("place", _("Ada beberapa rekening bank. Pilih rekening dari buku ini."), choices))
    return chosen[0] if len(chosen) == 1 else None


def _ask_sides(made: Plan) -> None:
    for sheet in made.reading.sheets:
        made.asks += [Ask(problem.field, f"{sheet.name}: {problem.text}") for problem in sheet.problems]


# --- which rows are lines that can be booked ----------------------------------------------------------------


class _Bounds:
    """The days that can be booked."""

    def __init__(self, wanted):
        self.first = Cooperative.objects.get(id=wanted.cooperative_id).books_from
        self.closed = book_facts(wanted.cooperative_id).closed_through
        self.last = wanted.today

    def refuses(self, day: date) -> str:
        if day > self.last:
            return _("Tanggal %(day)s belum terjadi. Periksa tahunnya.") % {"day": long_date(day)}
        if self.closed and day <= self.closed:
            return _("Buku sudah ditutup sampai %(day)s. Baris ini tidak dibukukan.") % {"day": long_date(self.closed)}
        if day < self.first:
            return _("Buku di sini mulai %(day)s. Baris ini termasuk saldo awal.") % {"day": long_date(self.first)}
        return ""


def _is_line(step: Step, bounds: _Bounds) -> bool:
    """Whether the row can be booked; its questions are kept either way."""
    row = step.row
    if row.status == "skipped":
        step.deed = SKIPPED
        return False
    for problem in row.problems:
        step.ask(problem.field, problem.text)
    step.deed = NOTHING
    if any(problem.field in UNREADABLE for problem in row.problems) or not row.values.get("date"):
        return False
    if refused := bounds.refuses(row.values["date"]):
        step.ask("date", refused)
        return False
    step.amount = (row.values.get("inflow") or 0) - (row.values.get("outflow") or 0)
    return bool(step.amount)


def _drop_booked(made: Plan, lines: list[Step]) -> None:
    """A book grows from month to month: lines that an earlier file brought in are not booked again."""
    where = made.place.id if made.place else -1
    for step in lines:
        said = rules.mark(step.row, where)
        step.mark = hashlib.sha256(said.encode()).hexdigest()
    left: Counter = batches.marks_booked(made.cooperative_id, {step.mark for step in lines})
    for step in lines:
        if left[step.mark]:
            left[step.mark] -= 1
            step.deed, step.mark = KNOWN, ""


# --- the opening balance ----------------------------------------------------------------------------------------


def _open(made: Plan, lines: list[Step], bounds: _Bounds) -> None:
    """What the place held before the first line, less what the books have of it already."""
    told = _held_before(made, bounds)
    days = [step.row.values["date"] for step in lines]
    if told is None or not days:
        return
    first = min(days).replace(day=1)
    made.opening_on = max(first, bounds.first) - timedelta(days=1)
    if made.place is None:
        made.opening = told
        return
    before = cash.balance(made.place, made.opening_on)
    if before == 0 and not cash.balance(made.place, bounds.last):
        made.opening = told
    elif before != told:
        words = _("Saldo awal di berkas %(sheet)s, di buku %(books)s. Periksa sebelum membukukan.")
        made.asks.append(Ask("opening", words % {"sheet": money.show(told), "books": money.show(before)}))
    if made.opening and bounds.closed and made.opening_on <= bounds.closed:
        made.opening = 0
        made.asks.append(Ask("opening", _("Bulan saldo awal sudah ditutup, jadi saldo awal tidak dibukukan.")))


def _held_before(made: Plan, bounds: _Bounds) -> int | None:
    """The opening that the book tells, carried on over the rows that lie before the books here begin."""
    told = made.reading.totals.get("opening")
    for step in made.steps:
        day = step.row.values.get("date")
        if day and day < bounds.first and step.row.values.get("expected") is not None:
            told = step.row.values["expected"]
    return told
