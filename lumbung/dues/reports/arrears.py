"""Who is behind, by how much, and where; how the year stands in a few figures."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lumbung.dues import rules
from lumbung.dues.models import Payment
from lumbung.dues.reports.cards import cards
from lumbung.dues.rules import Card
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members import reports as register
from lumbung.members.models import Member

LONG = 3  # months behind that call for a visit


class Arrear(NamedTuple):
    """A member behind with `months` past months, `amount` sen, the oldest of them `since`."""

    member: Member
    months: int
    amount: int
    since: str


class Quarter(NamedTuple):
    """An RT and what its people together owe, sen."""

    rw: str
    rt: str
    people: int
    amount: int


class Summary(NamedTuple):
    """How dues stand on a day; amounts in sen.

    members    who owe dues at all
    settled    of them, who owe nothing up to and with this month
    waiting    of them, who have not fully paid this month
    behind     of them, who owe for past months; `long` of them for three or more
    arrears    what past months still owe
    received   what came in this year
    """

    members: int
    settled: int
    waiting: int
    behind: int
    long: int
    arrears: int
    received: int


def arrears(cooperative_id: int, on: date) -> list[Arrear]:
    """Everyone with a past month unpaid, the longest first. The month that runs is not late yet."""
    return arrears_of(_everyone(cooperative_id), on)


def arrears_of(known: Iterable[tuple[Member, Card]], on: date) -> list[Arrear]:
    """The same from cards that are known already."""
    past, found = rules.later(rules.period_of(on), -1), []
    for member, card in known:
        if unpaid := card.unpaid(past):
            found.append(Arrear(member, len(unpaid), sum(part.amount for part in unpaid), unpaid[0].period))
    return sorted(found, key=lambda one: (-one.months, -one.amount, one.member.number))


def arrears_at(cooperative_id: int, on: date) -> int:
    """What past months still owed on an earlier day, with what had been paid by then, sen.

    A payment that was taken back since counts for no day: it never was one.
    """
    members = list(register.everyone(cooperative_id))
    known = cards(cooperative_id, members, until=on)
    return sum(one.amount for one in arrears_of([(member, known[member.id]) for member in members], on))


def by_quarter(found: Iterable[Arrear]) -> list[Quarter]:
    """What the people of each RT owe together, by RW and RT."""
    sums: dict[tuple, list[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        quarter = sums[one.member.rw, one.member.rt]
        quarter[0] += 1
        quarter[1] += one.amount
    return [Quarter(rw, rt, people, amount) for (rw, rt), (people, amount) in sorted(sums.items())]


def not_paid(cooperative_id: int, period: str) -> list[tuple[Member, int]]:
    """Who has not fully paid a month, and what is left of it, sen."""
    known = _everyone(cooperative_id)
    return [(member, left) for member, card in known if (left := card.left(period))]


def owed(cooperative_id: int, on: date) -> list[tuple[Member, int]]:
    """Everyone who may still pay, and what is unpaid up to and with this month, sen."""
    now, members = rules.period_of(on), list(register.everyone(cooperative_id, status="here"))
    known = cards(cooperative_id, members)
    return [(member, sum(part.amount for part in known[member.id].unpaid(now))) for member in members]


def summary(cooperative_id: int, on: date) -> Summary:
    """How dues stand on a day, in six queries."""
    return summary_of(cooperative_id, on, _everyone(cooperative_id))


def summary_of(cooperative_id: int, on: date, known: Iterable[tuple[Member, Card]]) -> Summary:
    now, known = rules.period_of(on), [(member, card) for member, card in known]
    paying = [(member, card) for member, card in known if card.owes(now)]
    late = arrears_of(known, on)
    behind = {one.member.id for one in late}
    waiting = [member for member, card in paying if card.left(now)]
    return Summary(
        members=len(paying),
        settled=sum(1 for member, card in paying if member.id not in behind and not card.left(now)),
        waiting=len(waiting),
        behind=len(late),
        long=sum(1 for one in late if one.months >= LONG),
        arrears=sum(one.amount for one in late),
        received=received(cooperative_id, date(on.year, 1, 1), date(on.year, 12, 31)),
    )


def received(cooperative_id: int, start: date, end: date) -> int:
    """The dues that came in on these days, without what was taken back, sen."""
    kinds = [Payment.Kind.DUES, Payment.Kind.COLLECTED]
    rows = Payment.objects.filter(cooperative_id=cooperative_id, kind__in=kinds, paid_on__range=(start, end))
    undone = reversed_numbers(cooperative_id)
    return sum(amount for number, amount in rows.values_list("number", "amount") if number not in undone)


def _everyone(cooperative_id: int) -> list[tuple[Member, Card]]:
    members = list(register.everyone(cooperative_id))
    known = cards(cooperative_id, members)
    return [(member, known[member.id]) for member in members]
