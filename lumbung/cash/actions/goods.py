"""Goods of others: what producers leave for sale, what is given or lent to the cooperative."""

from datetime import date
from uuid import UUID

from lumbung import money
from lumbung.cash.actions.money import draft, pay
from lumbung.cash.actions.refusals import refuse_amount_or_day, refuse_impossible
from lumbung.cash.models import CashPlace, Supplier
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.sql import writes


@writes
def sale_consigned(
    *, supplier: Supplier, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, memo="", commission=None
) -> Posted:
    """A producer's goods were sold: her share is owed to her, only the commission is ours (J27).

    commission  hundredths of a percent; none: as agreed with her
    """
    refuse_impossible(amount, on, place)
    rate = supplier.commission if commission is None else commission
    kept, share = money.split(amount, [rate, 10_000 - rate])
    is_member = supplier.member_id is not None
    one = draft(
        "sale.consigned" if is_member else "sale.consigned_other", amount=0, on=on, by=by, request_id=request_id,
        place=place, memo=memo, holder=supplier.id, counterparty="member" if is_member else "non_member",
        parts={"share": share, "commission": kept},
    )  # fmt: skip
    return ledger.post(place.cooperative_id, [one])[0]


@writes
def consignor_paid(
    *, supplier: Supplier, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, memo=""
) -> Posted:
    """Pay a producer what her goods brought; never more than is owed to her."""
    return pay(
        category="consignor.paid", amount=amount, on=on, by=by, request_id=request_id, place=place, memo=memo,
        holder=supplier.id,
    )  # fmt: skip


@writes
def goods_granted(*, cooperative_id: int, amount: int, on: date, by: int, request_id: UUID, memo: str) -> Posted:
    """A laptop or other equipment was given to the cooperative to own (J34a); `amount` is its fair value."""
    refuse_amount_or_day(amount, on)
    return ledger.post_event(
        "grant.laptop", cooperative_id, on=on, by=by, request_id=request_id, amount=amount, memo=memo
    )


@writes
def goods_lent(*, cooperative_id: int, amount: int, on: date, by: int, request_id: UUID, memo: str) -> Posted:
    """Something was lent to the cooperative to use (J34b): kept in the memorandum accounts, never an asset."""
    refuse_amount_or_day(amount, on)
    return ledger.post_event(
        "grant.lent", cooperative_id, on=on, by=by, request_id=request_id, amount=amount, memo=memo
    )
