"""The depreciation of a month before it is booked."""

from typing import NamedTuple

from lumbung.assets import rules
from lumbung.assets.models import Item
from lumbung.assets.reports.inventory import Line, inventory
from lumbung.web import months


class Due(NamedTuple):
    """What a thing wears off by the end of a month and the book does not have yet; sen.

    months  how many months that is: one, or more when some were never booked
    """

    item: Item
    amount: int
    months: int
    worn: int

    @property
    def value(self) -> int:
        """Book value afterwards."""
        return self.item.cost - self.worn - self.amount


class WearPlan(NamedTuple):
    """A month of depreciation: `lines` to be booked, `done` the things that have theirs; sen."""

    period: str
    lines: tuple[Due, ...]
    done: int

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)

    @property
    def seal(self) -> str:
        """What somebody saw before she said yes."""
        return f"{len(self.lines)}-{self.total}"


def plan(cooperative_id: int, period: str) -> WearPlan:
    """What the month has to book for everything that is here at its end."""
    own = [
        line for line in inventory(cooperative_id, months.last_day(period)) if line.is_here and not line.item.is_lent
    ]
    lines = tuple(one for line in own if (one := due(line, period)).amount)
    return WearPlan(period, lines, sum(1 for line in own if any(row.period == period for row in line.months)))


def due(line: Line, period: str) -> Due:
    """What one thing has to book in a month."""
    amount = rules.due(line.wear, period, line.booked)
    last = max((row.period for row in line.months), default=months.later(line.item.starts, -1))
    return Due(line.item, amount, rules.months_through(months.later(last, 1), period), line.worn)
