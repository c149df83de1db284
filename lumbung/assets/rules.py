"""Groups of goods and how they wear off: plain arithmetic on sen. No database, no clock."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from lumbung import money
from lumbung.web.months import later, period_of

BOUGHT, GRANTED, LENT = "bought", "granted", "lent"
LENT_ACCOUNT = "900300"


class Group(NamedTuple):
    """Goods of one kind: where they stand in the books, how long they last, which event buys them."""

    account: str
    accumulated: str
    life: str  # the bylaw with its months
    bought: str


GROUPS = {
    "office": Group("121500", "122500", "life_office_months", "equipment.bought"),
    "outlet": Group("121400", "122400", "life_outlet_months", "machinery.bought"),
    "vehicle": Group("121300", "122300", "life_vehicle_months", "vehicle.bought"),
    "building": Group("121200", "122200", "life_building_months", "building.bought"),
}
OF_ACCOUNT = {group.account: key for key, group in GROUPS.items()}


class Wear(NamedTuple):
    """What decides how a thing wears off: `amount` sen over `months` months, the first of them `starts` (`2026-05`)."""

    amount: int
    months: int
    starts: str


def months_through(starts: str, period: str) -> int:
    """How many months there are from one to another, both counted; nil when the second is earlier."""
    count = (int(period[:4]) - int(starts[:4])) * 12 + int(period[5:]) - int(starts[5:]) + 1
    return max(count, 0)


def worn(wear: Wear, period: str) -> int:
    """What has worn off by the end of a month, in a straight line; the last month takes the rest.

    Source  reference/domain.md J35: 8.000.000 over 48 months is 47 × 166.667 and 166.651
    """
    months = months_through(wear.starts, period)
    if months >= wear.months:
        return wear.amount
    return min(monthly(wear) * months, wear.amount)


def monthly(wear: Wear) -> int:
    """An ordinary month of it, whole rupiah."""
    return money.round_half_up_rupiah(Fraction(wear.amount, wear.months))


def due(wear: Wear, period: str, booked: int) -> int:
    """What a month has to book so that the book is where it should be at its end; never less than nil."""
    return max(worn(wear, period) - booked, 0)


def starts_in(acquired_on: date, policy: str) -> str:
    """The first month that counts, by the cooperative's own rule."""
    return later(period_of(acquired_on), 1 if policy == "next_month" else 0)
