"""Which members are asked this month whether their balances are right: chosen by the book, not by people."""

from datetime import date
from hashlib import sha256
from typing import NamedTuple

from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import reports as books
from lumbung.ledger.reports.holders import holder_sums
from lumbung.members.models import Member
from lumbung.members.reports import STANDING
from lumbung.supervision.reports.looking import moment
from lumbung.web import months

PRINCIPAL, DUES, SAVINGS, TERM, LOAN = "310000", "320000", "211100", "211300", "113100"


class Asked(NamedTuple):
    """A member and what the book says she has, sen, at the end of the month before."""

    member: Member
    principal: int
    dues: int
    savings: int
    term: int
    loan: int


def to_confirm(cooperative_id: int, period: str) -> list[Asked]:
    """The members of a month, by number; everyone when there are no more than the cooperative asks.

    The root of the book as the month began holds 256 bits of salt for each entry: nobody knows the draw before, and
    everybody can repeat it afterwards.
    """
    first = months.first_day(period)
    _size, root = books.root_before(cooperative_id, moment(first))
    many = bylaws(cooperative_id, first).confirm_size
    here = Member.objects.filter(cooperative_id=cooperative_id, status__in=STANDING)
    ids = list(here.values_list("id", flat=True))
    chosen = sorted(ids, key=lambda who: sha256(root + f"{period}:{who}".encode()).digest())[:many]
    sums = holder_sums(cooperative_id, until(period))
    rows = here.filter(id__in=chosen).order_by("number")
    return [Asked(one, *(_held(sums, code, one.id) for code in (PRINCIPAL, DUES, SAVINGS, TERM, LOAN))) for one in rows]


def until(period: str) -> date:
    """The day whose balances are confirmed in a month: the last before it."""
    return months.last_day(months.later(period, -1))


def _held(sums: dict, code: str, who: int) -> int:
    """On the account's own side."""
    amount = sums.get(code, {}).get(who, 0)
    return amount if code == LOAN else -amount
