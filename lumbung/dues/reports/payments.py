"""Payments as people ask for them: a member's history, one receipt, what a month was paid by."""

from typing import NamedTuple

from lumbung.dues import rules
from lumbung.dues.models import Allocation, Payment
from lumbung.dues.rules import Part
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member

OPENINGS = (Payment.Kind.OPENING, Payment.Kind.OPENING_PRINCIPAL)


class Paid(NamedTuple):
    """A payment with its months; both entries together when it had two. `undone` when it was taken back."""

    payment: Payment
    amount: int
    months: tuple[Part, ...]
    undone: bool
    numbers: tuple[int, ...] = ()

    @property
    def periods(self) -> str:
        return rules.spoken([part.period for part in self.months])

    @property
    def is_dues(self) -> bool:
        return self.payment.kind in (
            Payment.Kind.DUES,
            Payment.Kind.COLLECTED,
            Payment.Kind.OPENING,
            Payment.Kind.MOVED,
        )


def payments_of(member: Member) -> list[Paid]:
    """Everything a member paid as dues or principal, newest first."""
    rows = Payment.objects.filter(cooperative_id=member.cooperative_id, member_id=member.id)
    return together(member.cooperative_id, list(rows.order_by("number")))


def payment(cooperative_id: int, number: int) -> Paid | None:
    """The payment that an entry belongs to."""
    row = Payment.objects.filter(cooperative_id=cooperative_id, number=number).first()
    if row is None:
        return None
    if row.kind in OPENINGS:
        return together(cooperative_id, [row])[0]
    rows = Payment.objects.filter(cooperative_id=cooperative_id, request_id=row.request_id)
    return together(cooperative_id, list(rows.order_by("number")))[0]


def together(cooperative_id: int, rows: list[Payment]) -> list[Paid]:
    """Payments with their months, those of one form as one; newest first."""
    months: dict[int, list[Part]] = {row.number: [] for row in rows}
    kept = Allocation.objects.filter(cooperative_id=cooperative_id, number__in=list(months))
    for number, period, amount in kept.values_list("number", "period", "amount"):
        months[number].append(Part(period, amount))
    undone, of_forms = reversed_numbers(cooperative_id), {}
    for row in rows:
        key = row.number if row.kind in OPENINGS else row.request_id
        of_forms.setdefault(key, []).append(row)
    found = [_one(of, [part for row in of for part in months[row.number]], undone) for of in of_forms.values()]
    return sorted(found, key=lambda one: (one.payment.paid_on, one.payment.number), reverse=True)


def _one(rows: list[Payment], parts: list[Part], undone: set[int]) -> Paid:
    sums: dict[str, int] = {}
    for period, amount in sorted(parts):
        sums[period] = sums.get(period, 0) + amount
    months = tuple(Part(period, amount) for period, amount in sums.items())
    return Paid(
        rows[0], sum(row.amount for row in rows), months, rows[0].number in undone, tuple(row.number for row in rows)
    )
