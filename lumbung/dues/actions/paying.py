"""Receiving dues: one payment, or a hundred thousand, by the same way."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from lumbung.cooperatives.actions import take_turn
from lumbung.dues import rules
from lumbung.dues.actions import keeping, planning
from lumbung.dues.actions.keeping import Kept
from lumbung.dues.actions.planning import Due
from lumbung.dues.models import Payment
from lumbung.dues.rules import Part
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.sql import writes


class Receipt(NamedTuple):
    """What was received: the entry (the first, when billed and unbilled months were paid together) and the months.

    months  sen by period, oldest first
    is_new  false when an earlier tap of the same form had written it
    """

    number: int
    document: str
    member_id: int
    amount: int
    paid_on: date
    months: tuple[Part, ...]
    is_new: bool

    @property
    def periods(self) -> str:
        return rules.spoken([part.period for part in self.months])


@writes
def pay_dues(
    *, member: Member, amount: int, paid_on: date, by: int, request_id: UUID, cash: Place = CASH, memo: str = ""
) -> Receipt:
    """Take a member's dues and spread them over the oldest unpaid months, then over months to come.

    amount      sen, above zero
    request_id  made when the form was shown: a second tap changes nothing
    cash        where the money went; `Place("212300", receipt)` for money of unknown origin that was dues (J06b)
    memo        the words in the book; else “Simpanan wajib Mei–Juli 2026, Sutini (0001)”
    Raises      Refused: paid before joining, no member, month closed, request reused with other figures
    Source      docs/decisions/0007-oldest-month-first.md
    """
    due = Due(member, amount, paid_on, request_id, cash, memo)
    return pay_many(cooperative_id=member.cooperative_id, dues=[due], by=by)[0]


@writes
def pay_many(*, cooperative_id: int, dues: Iterable[Due], by: int) -> list[Receipt]:
    """Take many payments in a handful of statements, in the order given; all of them or none.

    Shape   one Receipt for each
    Raises  Refused: as `pay_dues`
    """
    dues = list(dues)
    take_turn(cooperative_id)
    earlier = keeping.of_requests(cooperative_id, [due.request_id for due in dues])
    first = _once(dues)
    lines = planning.lines_of(cooperative_id, [due for due in first.values() if due.request_id not in earlier])
    posted = ledger.post(cooperative_id, [planning.draft(line, by) for line in lines]) if lines else []
    kept = [_kept(line, entry) for line, entry in zip(lines, posted, strict=True)]
    keeping.keep(cooperative_id, kept)
    receipts = _old_receipts(cooperative_id, first, earlier) | _new_receipts(first, kept)
    return [_again(receipts[due.request_id], first[due.request_id] is due) for due in dues]


def _once(dues: list[Due]) -> dict[UUID, Due]:
    """Each form of a batch once; it may come twice, but never with other figures."""
    first: dict[UUID, Due] = {}
    for due in dues:
        keeping.same_or_refuse(first.setdefault(due.request_id, due).facts == due.facts)
    return first


def _kept(line: planning.Line, posted) -> Kept:
    due = line.due
    return Kept(
        posted, due.member.id, line.kind, line.amount, due.paid_on, due.request_id, tuple(due.cash), tuple(line.parts)
    )


def _new_receipts(first: dict[UUID, Due], kept: list[Kept]) -> dict[UUID, Receipt]:
    rows = defaultdict(list)
    for row in kept:
        rows[row.request_id].append(row)
    return {
        request_id: _receipt(first[request_id], of[0].posted, [part for row in of for part in row.parts], is_new=True)
        for request_id, of in rows.items()
    }


def _old_receipts(cooperative_id: int, first: dict[UUID, Due], earlier: dict[UUID, list[Payment]]):
    months = keeping.months_of(cooperative_id, [row.number for rows in earlier.values() for row in rows])
    receipts = {}
    for request_id, rows in earlier.items():
        due, whole = first[request_id], sum(row.amount for row in rows)
        then = {(row.member_id, whole, row.paid_on, (row.cash_code, row.cash_holder)) for row in rows}
        keeping.same_or_refuse(then == {due.facts})
        receipts[request_id] = _receipt(due, rows[0], [p for row in rows for p in months[row.number]], is_new=False)
    return receipts


def _receipt(due: Due, entry, parts: list[Part], *, is_new: bool) -> Receipt:
    sums: dict[str, int] = {}
    for period, amount in sorted(parts):
        sums[period] = sums.get(period, 0) + amount
    months = tuple(Part(period, amount) for period, amount in sums.items())
    return Receipt(entry.number, entry.document, due.member.id, due.amount, due.paid_on, months, is_new)


def _again(receipt: Receipt, first: bool) -> Receipt:
    return receipt if first else receipt._replace(is_new=False)
