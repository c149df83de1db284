"""A bank statement beside the bank book: what fits, what only the bank knows, what only the book knows."""

from datetime import date, timedelta
from typing import NamedTuple

from lumbung.cash.models import BankMatch, BankStatement, Reconciliation, StatementLine
from lumbung.cash.reports.places import balance
from lumbung.cash.reports.statements import agreement
from lumbung.cash.rules.matching import NEAR, Line, match
from lumbung.ledger.reports.cash import Touch, place_touches


class Pair(NamedTuple):
    """A line of the statement and the entry that it seems to be, or was said to be (`match_id`)."""

    line: StatementLine
    touch: Touch
    match_id: int = 0

    @property
    def apart(self) -> int:
        """Days between the two."""
        return abs((self.line.booked_on - self.touch.booked_on).days)


class Sheet(NamedTuple):
    """Everything about one statement; see `Form` for its sums.

    unbooked  lines of the bank that no entry is, those of earlier statements too, each with entries of its amount
    waiting   entries of the book that the bank has not printed
    """

    statement: BankStatement
    matched: list[Pair]
    proposed: list[Pair]
    unbooked: list[tuple[StatementLine, list[Touch]]]
    waiting: list[Touch]
    form: "Form"
    agreed: Reconciliation | None


class Form(NamedTuple):
    """The reconciliation form of the reference (domain, 3.3); sen."""

    bank: int
    in_transit: int
    not_cashed: int
    book: int
    not_booked_in: int
    not_booked_out: int

    @property
    def bank_adjusted(self) -> int:
        return self.bank + self.in_transit - self.not_cashed

    @property
    def book_adjusted(self) -> int:
        return self.book + self.not_booked_in - self.not_booked_out

    @property
    def difference(self) -> int:
        return self.bank_adjusted - self.book_adjusted


def moved(touch: Touch) -> int:
    """What an entry did to the place, sen, above zero when money came in."""
    return touch.inward - touch.outward


def has_line(statement: BankStatement, statement_id: int, position: int) -> bool:
    """Whether the line is one of the account's up to this statement."""
    return (statement_id, position) in _lines(statement)


def sheet(statement: BankStatement) -> Sheet:
    """The statement beside the book, as it stands now: a handful of questions, however long both are."""
    lines, touches, pairs = _lines(statement), _touches(statement), matches(statement)
    by_number = {touch.number: touch for touch in touches}
    said = {(row.statement_id, row.position): row for row in pairs if (row.statement_id, row.position) in lines}
    open_lines = {key: line for key, line in lines.items() if key not in said}
    standing = _standing(touches, statement.end)
    waiting = _waiting(statement, standing, {row.number for row in said.values()})
    taken = {row.number for row in pairs}
    free = [touch for touch in standing if touch.number not in taken]
    proposed = _proposed(open_lines, free)
    matched = [Pair(lines[key], by_number[row.number], row.id) for key, row in said.items()
               if row.number in by_number and key[0] == statement.id]  # fmt: skip
    unbooked = [*open_lines.values(), *_booked_later(statement, lines, said, by_number)]
    return Sheet(
        statement, matched, proposed, _with_choices(open_lines.values(), free, proposed), _without(waiting, proposed),
        _form(statement, unbooked, waiting), agreement(statement),
    )  # fmt: skip


def _waiting(statement: BankStatement, standing: list[Touch], said: set[int]) -> list[Touch]:
    """Entries up to the statement's end that none of the lines up to it is: they are still on their way."""
    first = _first(statement)
    return [touch for touch in standing if touch.number not in said and first <= touch.booked_on <= statement.end]


def _booked_later(statement: BankStatement, lines, said, by_number) -> list[StatementLine]:
    """Lines whose entry bears a day after the statement's end: on that day the book did not know them."""
    return [lines[key] for key, row in said.items()
            if row.number in by_number and by_number[row.number].booked_on > statement.end]  # fmt: skip


def free_lines(statement: BankStatement) -> tuple[dict[tuple[int, int], StatementLine], dict[int, Touch]]:
    """What may still be paired: lines by statement and position, entries by number."""
    pairs = matches(statement)
    said, taken = {(row.statement_id, row.position) for row in pairs}, {row.number for row in pairs}
    lines = {key: line for key, line in _lines(statement).items() if key not in said}
    touches = _standing(_touches(statement), statement.end)
    return lines, {touch.number: touch for touch in touches if touch.number not in taken}


def _first(statement: BankStatement) -> date:
    """The day on which the account's statements begin."""
    rows = BankStatement.objects.filter(cooperative_id=statement.cooperative_id, place_id=statement.place_id)
    return rows.order_by("start").values_list("start", flat=True)[0]


def _lines(statement: BankStatement) -> dict[tuple[int, int], StatementLine]:
    """The lines of this statement and of those before it, by statement and position."""
    earlier = BankStatement.objects.filter(
        cooperative_id=statement.cooperative_id, place_id=statement.place_id, end__lte=statement.end
    )
    rows = StatementLine.objects.filter(
        cooperative_id=statement.cooperative_id, statement_id__in=list(earlier.values_list("id", flat=True))
    )
    return {(row.statement_id, row.position): row for row in rows.order_by("booked_on", "statement_id", "position")}


def _touches(statement: BankStatement) -> list[Touch]:
    """The entries of the account that a line up to the statement's end can be: three days beyond at either side."""
    place, near = statement.place, timedelta(days=NEAR)
    touches = place_touches(place.cooperative_id, place.spot, _first(statement) - near, statement.end + near)
    return [touch for touch in touches if moved(touch)]


def _standing(touches: list[Touch], end: date) -> list[Touch]:
    """Without what was undone by the end: a mistake and its undoing never reach the bank."""
    by_number = {touch.number: touch for touch in touches}
    gone = {touch.reverses for touch in touches if touch.reverses in by_number and touch.booked_on <= end}
    return [touch for touch in touches
            if touch.number not in gone and not (touch.reverses in gone and touch.booked_on <= end)]  # fmt: skip


def matches(statement: BankStatement) -> list[BankMatch]:
    """What was said of the account's lines and not taken back."""
    rows = BankMatch.objects.filter(
        cooperative_id=statement.cooperative_id, place_id=statement.place_id, released_by=None
    )
    return list(rows.order_by("id"))


def _proposed(lines: dict[tuple[int, int], StatementLine], free: list[Touch]) -> list[Pair]:
    keys = list(lines)
    pairs = match(
        [Line(at, lines[key].booked_on, lines[key].amount) for at, key in enumerate(keys)],
        [Line(touch.number, touch.booked_on, moved(touch)) for touch in free],
    )
    by_number = {touch.number: touch for touch in free}
    return [Pair(lines[keys[at]], by_number[number]) for at, number in sorted(pairs.items())]


def _with_choices(unbooked, free: list[Touch], proposed: list[Pair]) -> list[tuple[StatementLine, list[Touch]]]:
    """Lines that nothing near fits, each with the entries of the same amount that lie further away."""
    told = {(pair.line.statement_id, pair.line.position) for pair in proposed}
    used = {pair.touch.number for pair in proposed}
    return [
        (line, [touch for touch in free if moved(touch) == line.amount and touch.number not in used])
        for line in unbooked
        if (line.statement_id, line.position) not in told
    ]


def _without(waiting: list[Touch], proposed: list[Pair]) -> list[Touch]:
    used = {pair.touch.number for pair in proposed}
    return [touch for touch in waiting if touch.number not in used]


def _form(statement: BankStatement, unbooked: list[StatementLine], waiting: list[Touch]) -> Form:
    """What is only proposed counts as not yet settled on either side: the form is about what somebody has said."""
    return Form(
        statement.closing, sum(touch.inward for touch in waiting), sum(touch.outward for touch in waiting),
        balance(statement.place, statement.end), sum(line.amount for line in unbooked if line.amount > 0),
        -sum(line.amount for line in unbooked if line.amount < 0),
    )  # fmt: skip
