"""Writing down what a payment was for, and finding it again by its form."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.dues.models import Allocation, Payment
from lumbung.dues.rules import Part
from lumbung.ledger.actions import Posted
from lumbung.sql import bulk
from lumbung.sql.values import as_day, as_uuid
from lumbung.web.words import Refused

PAYMENT = (
    "cooperative_id", "number", "member_id", "kind", "amount", "paid_on", "cash_code", "cash_holder", "document",
    "request_id",
)  # fmt: skip
ALLOCATION = ("cooperative_id", "number", "member_id", "period", "amount")


class Kept(NamedTuple):
    """A posted entry and what it was for."""

    posted: Posted
    member_id: int
    kind: str
    amount: int
    on: date
    request_id: UUID
    cash: tuple[str, int] = ("", 0)
    parts: tuple[Part, ...] = ()


def keep(cooperative_id: int, rows: list[Kept]) -> None:
    """Add payments and their months in two statements; entries that an earlier call had posted are kept already."""
    rows = [row for row in rows if row.posted.is_new]
    bulk.insert("dues_payment", PAYMENT, [_payment(cooperative_id, row) for row in rows])
    months = [
        (cooperative_id, row.posted.number, row.member_id, part.period, part.amount)
        for row in rows
        for part in row.parts
    ]
    bulk.insert("dues_allocation", ALLOCATION, months)


def _payment(cooperative_id: int, row: Kept) -> tuple:
    return (
        cooperative_id, row.posted.number, row.member_id, row.kind, row.amount, as_day(row.on), *row.cash,
        row.posted.document, as_uuid(row.request_id),
    )  # fmt: skip


def of_requests(cooperative_id: int, request_ids: list[UUID]) -> dict[UUID, list[Payment]]:
    """What was kept of forms that have arrived before."""
    condition, values = bulk.one_of("request_id", [as_uuid(request_id) for request_id in request_ids])
    rows = Payment.objects.filter(cooperative_id=cooperative_id).extra(where=[condition], params=values)  # noqa: S610 - our own columns
    kept = defaultdict(list)
    for row in rows.order_by("number"):
        kept[row.request_id].append(row)
    return dict(kept)


def months_of(cooperative_id: int, numbers: list[int]) -> dict[int, list[Part]]:
    """The months of payments, by the number of the entry."""
    months = defaultdict(list)
    if not numbers:
        return months
    condition, values = bulk.one_of("number", numbers)
    rows = Allocation.objects.filter(cooperative_id=cooperative_id).extra(where=[condition], params=values)  # noqa: S610 - our own columns
    for number, period, amount in rows.order_by("period").values_list("number", "period", "amount"):
        months[number].append(Part(period, amount))
    return months


def same_or_refuse(same: bool) -> None:
    """A form that comes back must say what it said the first time."""
    if not same:
        raise Refused(_("Formulir ini sudah dikirim dengan isi lain. Buka formulir baru untuk mencatat yang ini."))
