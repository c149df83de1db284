"""Why a payment waits: the caps of the cooperative, and what was paid alone around its day."""

from datetime import date, timedelta
from uuid import UUID

from lumbung.approvals import rules
from lumbung.approvals.reports import related
from lumbung.approvals.rules import Caps, Paid, Why
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger.reports.payments import last_moved, paid_alone
from lumbung.members.reports import get
from lumbung.web import months

BY_ITSELF = (  # nobody asked for it: it does not show that the member is there
    "savings.interest", "savings.interest_taxed", "term.accrued", "term.credited", "dues.billed", "member.settled",
    "member.merged",
)  # fmt: skip


def limit(cooperative_id: int, on: date) -> int:
    """Above how many sen a payment of this day waits."""
    return bylaws(cooperative_id, on).approval_limit


def caps(cooperative_id: int, on: date) -> Caps:
    """What one person may pay alone on a day."""
    law = bylaws(cooperative_id, on)
    return Caps(
        law.approval_limit, law.limit_payee, law.limit_person_day, law.limit_person_days, law.related_limit,
        law.limit_days,
    )  # fmt: skip


def why_wait(cooperative_id: int, new: Paid, *, besides: UUID | None = None) -> list[Why]:
    """The reasons for which a payment needs an approval before it is posted; none: it may be paid at once.

    besides  its own request: sent again, it does not count twice
    """
    if new.amount <= 0:
        return []
    law = caps(cooperative_id, new.on)
    around = timedelta(days=max(law.days, 1) - 1)
    rows = paid_alone(cooperative_id, new.on - around, new.on + around, free=rules.FREE, besides=besides)
    alone = [Paid(row.on, row.by, row.amount, row.kind, row.holder) for row in rows]
    near = new.payee in related.near(cooperative_id, new.on) if new.payee else False
    return rules.why_wait(new, alone, law, related=near, dormant=is_dormant(cooperative_id, new.payee, new.on))


def is_dormant(cooperative_id: int, holder: int, on: date) -> bool:
    """Whether somebody is a member who has moved nothing for so many months that somebody else might try."""
    many = bylaws(cooperative_id, on).dormant_months
    if not holder or not many or get(cooperative_id, holder) is None:
        return False
    last = last_moved(cooperative_id, holder, on, by_itself=BY_ITSELF)
    return last is not None and last < months.first_day(months.later(months.period_of(on), -many))
