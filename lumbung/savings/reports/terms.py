"""Term deposits as they stand on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from lumbung.cooperatives.reports import bylaws, history
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member
from lumbung.savings import rules
from lumbung.savings.models import Interest, TermDeposit, TermEntry
from lumbung.savings.reports.interest_rows import counting
from lumbung.savings.rules import Rate
from lumbung.web import months

RUNNING, DUE, ENDED, VOID = "running", "due", "ended", "void"
SOON = timedelta(days=30)


class Standing(NamedTuple):
    """A deposit as it stands on a day; amounts in sen.

    matures_on  the end of the term that runs, or that is to be paid now
    credited    interest after tax, booked so far
    waiting     of it, what is neither paid nor forfeited nor in the member's savings
    ended       how it ended, None while it runs
    """

    deposit: TermDeposit
    member: Member
    state: str
    matures_on: date
    credited: int
    waiting: int
    interests: tuple[Interest, ...]
    entries: tuple[TermEntry, ...]

    @property
    def is_open(self) -> bool:
        return self.state in (RUNNING, DUE)

    @property
    def left(self) -> int:
        """Of the principal, what is not given back yet."""
        return self.deposit.amount - sum(one.principal for one in self.entries)

    @property
    def held(self) -> int:
        return self.left if self.is_open else 0


def term_rates(cooperative_id: int) -> list[Rate]:
    return [Rate(day, rate) for day, rate in history(cooperative_id, "term_rate_year")]


def deposits(cooperative_id: int, on: date, *, members: Iterable[int] | None = None, ids=None) -> list[Standing]:
    """Deposits as they stand, the next to mature first; a handful of queries however many there are."""
    rows = TermDeposit.objects.filter(cooperative_id=cooperative_id)
    rows = rows if members is None else rows.filter(member_id__in=list(members))
    rows = list((rows if ids is None else rows.filter(id__in=list(ids))).order_by("id"))
    narrowed = {} if members is None and ids is None else {"deposit_id__in": [row.id for row in rows]}
    interests, entries = _by_deposit(counting(cooperative_id, deposit_id__isnull=False, **narrowed)), defaultdict(list)
    undone, grace = reversed_numbers(cooperative_id), bylaws(cooperative_id, on).term_grace_days
    for entry in TermEntry.objects.filter(cooperative_id=cooperative_id, **narrowed).order_by("number"):
        if entry.number not in undone:
            entries[entry.deposit_id].append(entry)
    called = {m.id: m for m in Member.objects.filter(cooperative_id=cooperative_id, id__in={r.member_id for r in rows})}
    found = [_standing(row, called[row.member_id], interests[row.id], entries[row.id], row.number in undone, on, grace)
             for row in rows]  # fmt: skip
    return sorted(found, key=lambda one: (not one.is_open, one.matures_on, one.deposit.serial))


def deposit(cooperative_id: int, deposit_id: int, on: date) -> Standing | None:
    """One of them; None outside this cooperative."""
    return next(iter(deposits(cooperative_id, on, ids=[deposit_id])), None)


def _by_deposit(rows: list[Interest]) -> dict[int, list[Interest]]:
    found = defaultdict(list)
    for row in rows:
        found[row.deposit_id].append(row)
    return found


def _standing(row: TermDeposit, member: Member, interests, entries, void: bool, on: date, grace: int) -> Standing:
    matures = rules.matures_on(row.placed_on, row.months, on, rollover=row.rollover, grace=grace)
    credited = sum(one.gross - one.tax for one in interests)
    gone = sum(one.interest for one in entries)
    waiting = credited - gone if row.interest_to == TermDeposit.InterestTo.END else 0
    ended = any(one.kind == TermEntry.Kind.PAID for one in entries)
    state = VOID if void else ENDED if ended else DUE if matures <= on else RUNNING
    return Standing(row, member, state, matures, credited, waiting, tuple(interests), tuple(entries))


class Earned(NamedTuple):
    """A whole month that a deposit has stood and no interest was booked for; sen."""

    deposit: TermDeposit
    period: str
    rate: int


def earned(cooperative_id: int, standings: Iterable[Standing], until: date, *, period: str = "") -> list[Earned]:
    """The months of open deposits up to a day (of one period only) whose interest is not booked yet."""
    decided, found = term_rates(cooperative_id), []
    for one in standings:
        row, booked = one.deposit, {interest.period for interest in one.interests}
        for which, ends in rules.months_earned(row.placed_on, row.months, until, rollover=row.rollover):
            month = months.period_of(ends)
            if one.is_open and month not in booked and period in ("", month):
                rate = rules.rate_of(which, row.months, row.rate, row.placed_on, decided)
                found.append(Earned(row, month, rate))
    return found
