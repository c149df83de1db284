"""The dues card of each member: from when the months count, what they cost, what has been paid for which."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import connection

from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import history
from lumbung.cooperatives.rules import REGISTER, typed
from lumbung.cooperatives.tenant import must_act_for
from lumbung.dues import rules
from lumbung.dues.models import Bill, Payment, Settled, Start
from lumbung.dues.rules import Card, Part, Rate
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member
from lumbung.sql import bulk
from lumbung.sql.values import as_day

NOT_YET = (Member.Status.APPLICANT,)
GONE = (Member.Status.LEFT, Member.Status.DECEASED)


def rates(cooperative_id: int, key: str = "wajib_amount") -> tuple[Rate, ...]:
    """What a month costs, by the days on which that changed, oldest first; never empty."""
    decided = tuple(Rate(day, amount) for day, amount in history(cooperative_id, key))
    return decided or (Rate(rules.first_day("0001-01"), typed(key, REGISTER[key].default)),)


def card(member: Member) -> Card:
    return cards(member.cooperative_id, [member])[member.id]


def cards(cooperative_id: int, members: Iterable[Member], until: date | None = None) -> dict[int, Card]:
    """The card of each of these members, in six queries however many they are.

    until  counts only what had been paid by that day, for a look back
    """
    members = list(members)
    ids = [member.id for member in members] if len(members) <= bulk.FEW else None
    undone = reversed_numbers(cooperative_id)
    settled = _settled(cooperative_id, undone, until)
    given_back = _given_back(cooperative_id, [m for m in members if m.id in settled and m.status not in GONE], settled)
    paid, starts = _paid(cooperative_id, ids, undone | given_back, until), _starts(cooperative_id, undone)
    books_from = rules.period_of(Cooperative.objects.get(id=cooperative_id).books_from)
    prices = rates(cooperative_id)
    return {m.id: Card(*_months(m, starts.get(m.id), books_from, m.id in settled), paid[m.id], prices) for m in members}


def open_bills(cooperative_id: int, member_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """What is billed and not yet collected: {member id: {period: sen}}."""
    undone, wanted = reversed_numbers(cooperative_id), set(member_ids)
    bills = Bill.objects.filter(cooperative_id=cooperative_id)
    if len(wanted) <= bulk.FEW:
        bills = bills.filter(member_id__in=wanted)
    open_: dict[int, dict[str, int]] = defaultdict(dict)
    for number, member_id, period, amount in bills.values_list("number", "member_id", "period", "amount"):
        if number not in undone:
            open_[member_id][period] = amount
    if open_:
        for member_id, period, amount in _sums(cooperative_id, list(open_), undone, kind="collected"):
            if period in open_.get(member_id, ()):
                open_[member_id][period] -= amount
    return open_


def billed_in(cooperative_id: int, period: str) -> set[int]:
    """Whose dues of the month are billed."""
    undone = reversed_numbers(cooperative_id)
    rows = Bill.objects.filter(cooperative_id=cooperative_id, period=period).values_list("member_id", "number")
    return {member_id for member_id, number in rows if number not in undone}


def _settled(cooperative_id: int, undone: set[int], until: date | None) -> dict[int, int]:
    """Member id → the last entry that settled their dues; few, whatever the size of the book."""
    rows = Settled.objects.filter(cooperative_id=cooperative_id)
    if until:
        rows = rows.filter(on__lte=until)
    rows = rows.order_by("number").values_list("member_id", "number")
    return {member_id: number for member_id, number in rows if number not in undone}


def settled_by(cooperative_id: int, member_id: int) -> int | None:
    """The entry that settled a member's dues; None for who was never settled."""
    return _settled(cooperative_id, reversed_numbers(cooperative_id), None).get(member_id)


def _given_back(cooperative_id: int, back: list[Member], settled: dict[int, int]) -> set[int]:
    """The payments of members who are here again that were given back when they left."""
    if not back:
        return set()
    rows = Payment.objects.filter(cooperative_id=cooperative_id, member_id__in=[member.id for member in back])
    return {number for number, who in rows.values_list("number", "member_id") if number <= settled[who]}


def _months(member: Member, start: str | None, books_from: str, is_settled: bool) -> tuple[str | None, str | None]:
    """First and last month that a member owes. Before the books begin nothing is known, so nothing is claimed."""
    if member.status in NOT_YET or (is_settled and member.status in GONE):
        return None, None
    joined = rules.period_of(member.joined_on) if member.joined_on else books_from
    first = max(joined, start or books_from)
    if member.status not in GONE:
        return first, None
    return first, rules.later(rules.period_of(member.left_on), -1) if member.left_on else books_from


def _starts(cooperative_id: int, undone: set[int]) -> dict[int, str]:
    rows = Start.objects.filter(cooperative_id=cooperative_id).values_list("member_id", "period", "number")
    return {member_id: period for member_id, period, number in rows if number not in undone}


def _paid(
    cooperative_id: int, ids: list[int] | None, undone: set[int], until: date | None
) -> dict[int, dict[str, int]]:
    paid: dict[int, dict[str, int]] = defaultdict(dict)
    for member_id, period, amount in _sums(cooperative_id, ids, undone, until=until):
        paid[member_id][period] = amount
    return paid


def _sums(
    cooperative_id: int, ids: list[int] | None, undone: set[int], *, kind: str = "", until: date | None = None
) -> list[tuple]:
    """(member id, period, sen) of what counts; `ids` None for everybody, `kind` and `until` for some payments."""
    must_act_for(cooperative_id)
    wheres, values = ["a.cooperative_id = %s"], [cooperative_id]
    source = "dues_allocation a"
    if kind or until:
        source += " JOIN dues_payment p ON p.cooperative_id = a.cooperative_id AND p.number = a.number"
    if kind:
        wheres, values = [*wheres, "p.kind = %s"], [*values, kind]
    if until:
        wheres, values = [*wheres, "p.paid_on <= %s"], [*values, as_day(until)]
    for column, chosen, verb in (("a.member_id", ids, ""), ("a.number", list(undone) or None, "NOT ")):
        if chosen is not None:
            condition, more = bulk.one_of(column, chosen)
            wheres.append(f"{verb}({condition})")
            values += more
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.member_id, a.period, sum(a.amount) FROM {source} WHERE {' AND '.join(wheres)}"  # noqa: S608
            " GROUP BY a.member_id, a.period",
            values,
        )
        return [(member_id, period, int(amount)) for member_id, period, amount in cursor.fetchall()]


def unpaid_months(member: Member, through: str) -> list[Part]:
    """The member's months up to this one that are not fully paid, oldest first."""
    return card(member).unpaid(through)
