"""What moved between which accounts, and by which event: what the cash flow and equity statements are told from."""

from datetime import date
from typing import NamedTuple

from django.db import connection

from lumbung.cooperatives.tenant import must_act_for
from lumbung.sql.values import as_day


class Flow(NamedTuple):
    """Money of one kind of event out of `credit`, into `debit`."""

    kind: str
    debit: str
    credit: str


KIND = "CASE WHEN o.booked_on < %s THEN 'correction' ELSE coalesce(o.kind, e.kind) END"
DEBIT = "CASE WHEN e.reverses IS NULL THEN t.debit_code ELSE t.credit_code END"
CREDIT = "CASE WHEN e.reverses IS NULL THEN t.credit_code ELSE t.debit_code END"
AMOUNT = "CASE WHEN e.reverses IS NULL THEN t.amount ELSE -t.amount END"
MOVED = (
    " FROM ledger_entry e JOIN ledger_transfer t ON t.cooperative_id = e.cooperative_id AND t.number = e.number"
    " LEFT JOIN ledger_entry o ON o.cooperative_id = e.cooperative_id AND o.number = e.reverses"
    " WHERE e.cooperative_id = %s AND e.booked_on BETWEEN %s AND %s"
)


def flows(cooperative_id: int, start: date, end: date) -> dict[Flow, int]:
    """Sums of the days from `start` to `end`, sen.

    A reversal counts as less of what it reverses, or as a correction when that happened before `start`.
    """
    must_act_for(cooperative_id)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {KIND}, {DEBIT}, {CREDIT}, sum({AMOUNT}){MOVED} GROUP BY 1, 2, 3",
            [as_day(start), cooperative_id, as_day(start), as_day(end)],
        )
        return {Flow(kind, debit, credit): int(amount) for kind, debit, credit, amount in cursor.fetchall()}
