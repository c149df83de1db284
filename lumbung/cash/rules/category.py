"""One reason for which money comes in or goes out, in the words of a treasurer."""

from typing import NamedTuple

IN, OUT = True, False
WITH_A_LINE = frozenset({"loan.received", "cash.over", "cash.short", "vehicle.bought", "building.bought"})


class Category(NamedTuple):
    """One tile of the pages.

    event     name in the ledger's table
    group     heading over the tile; empty: no tile, the deed has a page of its own
    needs     what else is asked: "supplier" or "officer"
    """

    event: str
    question: str
    hint: str
    icon: str
    inward: bool
    group: str
    needs: str = ""
    counterparty: str = ""

    @property
    def without_line(self) -> bool:
        """Whether it can be recorded without a line: nothing that settles with a person, is counted, or bought once."""
        return bool(self.group) and not self.needs and self.event not in WITH_A_LINE
