"""What would be done with a workbook, row by row, and what must be asked. The same for a preview and for the deed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from lumbung import ids
from lumbung.intake.reading import Reading, Row
from lumbung.members.models import Member

# What is done with a row.
REGISTER, RESTORE, KNOWN = "register", "restore", "known"
OPEN, DUES, PRINCIPAL = "open", "dues", "principal"
JOURNAL, CLEAR, SUSPENSE, NOTHING, SKIPPED = "journal", "clear", "suspense", "nothing", "skipped"
BOOKED = frozenset({OPEN, DUES, PRINCIPAL, JOURNAL, CLEAR, SUSPENSE})


class Choice(NamedTuple):
    """One possible answer: a member's id or a category, and how it is shown."""

    value: str
    label: str


class Ask(NamedTuple):
    """A question in words about one field of a row; whatever else the row says is done all the same."""

    field: str
    message: str
    choices: tuple[Choice, ...] = ()
    month: int | None = None


@dataclass(slots=True)
class Step:
    """A row and its fate. `amount` and `principal` in sen; `months` sen by period."""

    row: Row
    position: int
    deed: str = NOTHING
    member: Member | None = None
    category: str = ""
    confidence: float | None = None
    amount: int = 0
    principal: int = 0
    months: dict[str, int] = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    mark: str = ""
    asks: list[Ask] = field(default_factory=list)

    def ask(self, field: str, message: str, choices=(), month: int | None = None) -> "Step":
        self.asks.append(Ask(field, message, tuple(choices), month))
        return self

    @property
    def colour(self) -> str:
        """How a preview shows the row: "ok", "wait" or "" for what is left aside."""
        if self.deed == SKIPPED or (self.deed in (KNOWN, NOTHING) and not self.asks):
            return ""
        return "wait" if self.asks else "ok"


@dataclass(slots=True)
class Plan:
    """A whole workbook as it would be booked.

    content  what the file says, before any answer: see rules.content
    opening  sen, dated `opening_on`: what the place held before
    """

    reading: Reading
    cooperative_id: int
    mode: str
    content: str = ""
    attempt: int = 0
    cutover: date | None = None
    place: object = None
    opening: int = 0
    opening_on: date | None = None
    steps: list[Step] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    differences: list[dict] = field(default_factory=list)

    def request(self, sheet: str, row: int, part: str) -> UUID:
        """The request id of one entry: the same file, the same id; undone and taken again, another."""
        fact = f"intake:{self.cooperative_id}:{self.reading.sha256}:{sheet}:{row}:{part}"
        return ids.from_fact(f"{fact}:{self.attempt}" if self.attempt else fact)

    def request_of(self, step: Step, part: str) -> UUID:
        return self.request(step.row.sheet, step.row.row, part)

    def of(self, *deeds: str) -> list[Step]:
        return [step for step in self.steps if step.deed in deeds]

    @property
    def is_empty(self) -> bool:
        """Whether every row waits for an answer; the file can come again once they are answered."""
        return is_empty(self.summary) and not self.opening

    @property
    def books(self) -> int:
        """How many rows write something that is not there yet."""
        return len(self.of(REGISTER, RESTORE, *BOOKED))

    @property
    def summary(self) -> dict[str, int]:
        """How many rows meet which end, and how many questions are open."""
        counted = Counter(step.deed for step in self.steps)
        return {**counted, "questions": len(self.asks) + sum(len(step.asks) for step in self.steps)}


def is_empty(summary: dict[str, int]) -> bool:
    """Whether no row was booked, registered or found to be there."""
    return not any(summary.get(deed) for deed in (REGISTER, RESTORE, KNOWN, *BOOKED))
