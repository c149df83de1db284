"""What left cash and bank: by one person alone, earlier for the same thing; and when a holder last moved something."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, Q

from lumbung.ledger.chart import CASH_FIRST, CASH_LAST
from lumbung.ledger.models import Entry, Transfer
from lumbung.ledger.reports.cash import undone

CASH = (CASH_FIRST, CASH_LAST)


class Payment(NamedTuple):
    """Sen out of cash or bank; `holder` is who got it, 0 when nobody in particular."""

    number: int
    on: date
    by: int
    kind: str
    holder: int
    amount: int


def paid_alone(
    cooperative_id: int, start: date, end: date, *, free: Iterable[str] = (), besides: UUID | None = None
) -> list[Payment]:
    """The payments of some days that nobody approved and nobody took back.

    free     kinds by which nobody is paid
    besides  a request whose own entry does not count: the same form sent again
    """
    rows = Transfer.objects.filter(
        cooperative_id=cooperative_id, credit_code__range=CASH, entry__booked_on__range=(start, end),
        entry__approved_by=None, entry__reverses=None,
    ).exclude(Q(debit_code__range=CASH) | Q(entry__kind__in=list(free)))  # fmt: skip
    rows = rows.exclude(entry__request_id=besides) if besides else rows
    fields = ("number", "entry__booked_on", "entry__made_by", "entry__kind", "debit_holder", "amount")
    paid = [Payment(*row) for row in rows.values_list(*fields)]
    gone = undone(cooperative_id, [one.number for one in paid]) if paid else set()
    return [one for one in paid if one.number not in gone]


def earlier_payments(cooperative_id: int, kind: str, holder: int, limit: int) -> list[Payment]:
    """The newest payments of a kind, of one holder when it is somebody's, whoever approved them."""
    rows = Transfer.objects.filter(cooperative_id=cooperative_id, credit_code__range=CASH, entry__kind=kind)
    rows = rows.filter(debit_holder=holder) if holder else rows
    fields = ("number", "entry__booked_on", "entry__made_by", "entry__kind", "debit_holder", "amount")
    newest = rows.filter(entry__reverses=None).order_by("-number")[: 2 * limit]
    paid = [Payment(*row) for row in newest.values_list(*fields)]
    gone = undone(cooperative_id, [one.number for one in paid]) if paid else set()
    return [one for one in paid if one.number not in gone][:limit]


def last_moved(cooperative_id: int, holder: int, before: date, *, by_itself: Iterable[str]) -> date | None:
    """The newest day up to `before` on which a holder moved something; None when she never did.

    by_itself  kinds that nobody asked for: interest, bills, settlements
    """
    touched = Transfer.objects.filter(cooperative_id=cooperative_id)
    # The indexes leave out who is nobody in particular; SQLite takes them only when the question says so too.
    into = touched.filter(debit_holder=holder).exclude(debit_holder=0)
    out_of = touched.filter(credit_holder=holder).exclude(credit_holder=0)
    numbers = {*into.values_list("number", flat=True), *out_of.values_list("number", flat=True)}
    entries = Entry.objects.filter(cooperative_id=cooperative_id, number__in=numbers, booked_on__lte=before)
    return entries.exclude(kind__in=list(by_itself)).aggregate(last=Max("booked_on"))["last"]
