"""What happens in a cooperative, as a plan: nothing is written yet, and the same seed plans the same."""

from datetime import date, timedelta
from typing import NamedTuple

KAS, TILL, BANK = "kas", "laci", "bank"
INWARD, OUTWARD, MEMO = 0, 1, 2  # the order within a day: a treasurer receives before she pays


class Deed(NamedTuple):
    """Something that somebody means to do on a day.

    event   of the ledger, or one of ours: dues, principal, bill
    amount  sen; nil where the day itself decides (all that is owed to a producer, what the till has too much)
    place   where the money comes from or goes to
    who     a member's index, a producer's name, or an officer's role
    after   the key of the deed that it follows from: an advance that is settled, a mistake that is undone
    """

    on: date
    event: str
    amount: int = 0
    place: str = KAS
    memo: str = ""
    who: int | str | None = None
    after: str = ""
    key: str = ""


def months_from(first: date, last: date) -> list[date]:
    """The first day of every month between two days."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = next_month(month)
    return months


def next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def last_day(month: date) -> date:
    return next_month(month) - timedelta(days=1)


def months_back(day: date, count: int) -> date:
    """The first day of the month so many months before."""
    month = day.year * 12 + day.month - 1 - count
    return date(month // 12, month % 12 + 1, 1)


def day_in(month: date, number: int) -> date:
    """The day of a month, or its last when it is shorter."""
    return min(month + timedelta(days=number - 1), last_day(month))
