"""The interest of a month before it is credited: each member's basis, interest, tax and net."""

from collections import defaultdict
from datetime import date

from lumbung import money
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.members.models import Member
from lumbung.savings import rules
from lumbung.savings.models import Interest
from lumbung.savings.reports import terms
from lumbung.savings.reports.interest_plan import Line, Part, Plan
from lumbung.savings.reports.interest_rows import counting
from lumbung.savings.rules import Tax
from lumbung.web import months

SAVINGS = "211100"


def plan(cooperative_id: int, period: str) -> Plan:
    """What the month brings to each member who has not got it yet. The rules are those of its last day."""
    rule = bylaws(cooperative_id, months.last_day(period))
    law = Tax(rule.savings_interest_tax_threshold, rule.savings_interest_tax_rate)
    before = _before(cooperative_id, period)
    fresh = _on_savings(cooperative_id, period, rule)
    for one in _on_terms(cooperative_id, period):
        fresh[one.deposit.member_id].append(one)
    have = {member_id for member_id, rows in before.items() if any(row.deposit_id is None for row in rows)}
    parts = {m: [p for p in some if p.deposit is not None or m not in have] for m, some in fresh.items()}
    wanted = {m for m, some in parts.items() if some} | before.keys()
    called = Member.objects.filter(cooperative_id=cooperative_id, id__in=wanted).order_by("number")
    lines = tuple(_line(member, parts.get(member.id, []), before.get(member.id, []), law) for member in called)
    return Plan(period, lines, rule.savings_rate_year, rule.savings_interest_method, law)


def taxed(parts: list[Part], before: list[Interest], law: Tax) -> list[Part]:
    """The same parts with the tax of each, all of the member's interest of the month counted together."""
    sums = {"gross_before": sum(row.gross for row in before), "tax_before": sum(row.tax for row in before)}
    taxes = rules.withheld([part.gross for part in parts], law, **sums)
    return [part._replace(tax=tax) for part, tax in zip(parts, taxes, strict=True)]


def _line(member: Member, parts: list[Part], before: list[Interest], law: Tax) -> Line:
    fresh = taxed(parts, before, law)
    gross = sum(p.gross for p in (*fresh, *before))
    lost = rules.lost_at_the_cliff(gross, sum(p.tax for p in (*fresh, *before)), law)
    return Line(member, tuple(fresh), tuple(before), lost)


def _before(cooperative_id: int, period: str) -> dict[int, list[Interest]]:
    found = defaultdict(list)
    for row in counting(cooperative_id, period=period):
        found[row.member_id].append(row)
    return found


def _on_savings(cooperative_id: int, period: str, rule) -> dict[int, list[Part]]:
    """What each member's savings bring; whoever has nothing to gain is left out."""
    start, end = months.first_day(period), months.last_day(period)
    opening = books.holder_balances(cooperative_id, SAVINGS, date.fromordinal(start.toordinal() - 1))
    moves = books.holder_moves(cooperative_id, SAVINGS, start, end)
    found: dict[int, list[Part]] = defaultdict(list)
    for holder in opening.keys() | moves.keys():
        basis = rules.basis(opening.get(holder, 0), moves.get(holder, {}), period, rule.savings_interest_method)
        if gross := money.month_of_rate(basis, rule.savings_rate_year):
            found[holder].append(Part(None, period, basis, rule.savings_rate_year, gross, 0))
    return found


def _on_terms(cooperative_id: int, period: str) -> list[Part]:
    end = months.last_day(period)
    standings = [one for one in terms.deposits(cooperative_id, end) if one.is_open]
    return [part for one in terms.earned(cooperative_id, standings, end, period=period) if (part := part_of(one)).gross]


def part_of(one: terms.Earned) -> Part:
    """A month of a deposit as interest, tax still to be reckoned."""
    gross = money.month_of_rate(one.deposit.amount, one.rate)
    return Part(one.deposit, one.period, one.deposit.amount, one.rate, gross, 0)


def month_of(cooperative_id: int, period: str, member_id: int) -> tuple[Tax, list[Interest]]:
    """The law of a month and what a member was credited in it."""
    rule = bylaws(cooperative_id, months.last_day(period))
    law = Tax(rule.savings_interest_tax_threshold, rule.savings_interest_tax_rate)
    return law, counting(cooperative_id, period=period, member_id=member_id)
