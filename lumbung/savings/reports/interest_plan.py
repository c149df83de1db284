"""The shape of a month of interest before it is credited."""

from typing import NamedTuple

from lumbung.members.models import Member
from lumbung.savings.models import Interest, TermDeposit
from lumbung.savings.rules import Tax


class Part(NamedTuple):
    """Interest on one thing that a member has; sen. `deposit` None: on her simpanan sukarela."""

    deposit: TermDeposit | None
    period: str
    basis: int
    rate: int
    gross: int
    tax: int

    @property
    def net(self) -> int:
        return self.gross - self.tax


class Line(NamedTuple):
    """A member's month; amounts in sen. `fresh` is to be credited, `before` was.

    lost  how much the tax takes her below one who stands at the threshold (the cliff of the law)
    """

    member: Member
    fresh: tuple[Part, ...]
    before: tuple[Interest, ...]
    lost: int

    @property
    def basis(self) -> int:
        return sum(part.basis for part in self.fresh if part.deposit is None)

    @property
    def on_savings(self) -> int:
        return sum(part.gross for part in self.fresh if part.deposit is None)

    @property
    def on_terms(self) -> int:
        return sum(part.gross for part in self.fresh if part.deposit is not None)

    @property
    def gross(self) -> int:
        return sum(part.gross for part in self.fresh)

    @property
    def tax(self) -> int:
        return sum(part.tax for part in self.fresh)

    @property
    def net(self) -> int:
        return self.gross - self.tax

    @property
    def gross_before(self) -> int:
        return sum(row.gross for row in self.before)


class Plan(NamedTuple):
    """A month of interest: what is to be credited, to whom, by which rules; sen."""

    period: str
    lines: tuple[Line, ...]
    rate: int
    method: str
    law: Tax

    @property
    def to_credit(self) -> list[Line]:
        return [line for line in self.lines if line.fresh]

    @property
    def sums(self) -> dict[str, int]:
        keys = ("basis", "on_savings", "on_terms", "gross", "tax", "net", "gross_before")
        return {key: sum(getattr(line, key) for line in self.lines) for key in keys}

    @property
    def seal(self) -> str:
        """What somebody saw before she said yes."""
        return f"{len(self.to_credit)}-{self.sums['gross']}-{self.sums['tax']}"
