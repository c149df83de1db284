"""What a member gets when her term deposit ends on a day."""

from datetime import date
from typing import NamedTuple

from lumbung import money
from lumbung.savings.reports.terms import DUE, Standing


class Ending(NamedTuple):
    """Sen: what is paid, and what an early end costs."""

    principal: int
    interest: int
    forfeited: int
    penalty: int
    early: bool

    @property
    def paid(self) -> int:
        return self.principal + self.interest


def ending(one: Standing, rule, on: date) -> Ending:
    """The figures of an ending by the bylaws of the day; in time nothing is lost."""
    amount = one.left
    if one.state == DUE or on >= one.matures_on:
        return Ending(amount, one.waiting, 0, 0, early=False)
    kept = money.part_of(one.waiting, rule.term_early_interest)
    penalty = min(money.part_of(amount, rule.term_early_penalty), amount - money.SEN)
    return Ending(amount - penalty, kept, one.waiting - kept, penalty, early=True)
