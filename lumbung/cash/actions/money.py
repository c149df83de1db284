"""Money comes in, goes out, moves. Each deed posts one event and refuses what a careful treasurer would refuse."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung.cash.actions.refusals import (
    refuse_impossible,
    refuse_more_than_owed,
    refuse_not_a_bank,
    refuse_overdraft,
    refuse_unapproved,
)
from lumbung.cash.models import CashPlace
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.events import EVENTS
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web.words import Refused


def draft(category: str, *, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, **facts) -> Draft:
    """A receipt or payment as a draft, for a batch that somebody else posts; it checks nothing.

    facts  memo, holder, counterparty, parts
    """
    return ledger.draft_event(
        category, amount=amount, on=on, by=by, request_id=request_id, cash=place.spot, unit=place.unit_id or 0, **facts
    )


@writes
def receive(
    *,
    category: str,
    amount: int,
    on: date,
    by: int,
    request_id: UUID,
    place: CashPlace,
    memo="",
    counterparty="",
    holder=0,
) -> Posted:
    """Take money in: a sale, a grant, interest, an officer's loan (`holder`).

    category  an event of the ledger, see `cash.rules.CATEGORIES`
    Raises    Refused: nothing or less, a day to come, a closed place or month, a request used for something else
    """
    assert "cash" in EVENTS[category].debit, "money comes in by an event that fills the cash"
    refuse_impossible(amount, on, place)
    event = _granted(category, place.cooperative_id, on)
    facts = {"memo": memo, "counterparty": counterparty, "holder": holder}
    return ledger.post(
        place.cooperative_id, [draft(event, amount=amount, on=on, by=by, request_id=request_id, place=place, **facts)]
    )[0]


@writes
def pay(
    *,
    category: str,
    amount: int,
    on: date,
    by: int,
    request_id: UUID,
    place: CashPlace,
    memo="",
    counterparty="",
    holder=0,
    approved_by: int | None = None,
) -> Posted:
    """Pay money out.

    Raises  Refused: as `receive`, and: the place, the fund or the supplier's claim holds less than that; it is more
            than one person may pay alone
    """
    assert "cash" in EVENTS[category].credit, "money goes out by an event that empties the cash"
    refuse_impossible(amount, on, place)
    who = {"by": by, "holder": holder, "request_id": request_id}
    refuse_unapproved(category, place.cooperative_id, amount, on, approved_by, **who)
    facts = {"memo": memo, "counterparty": counterparty, "holder": holder, "approved_by": approved_by}
    one = draft(category, amount=amount, on=on, by=by, request_id=request_id, place=place, **facts)
    with transaction.atomic():  # what is refused after posting leaves nothing, whoever called us
        posted = ledger.post(place.cooperative_id, [one])[0]
        if posted.is_new:
            refuse_overdraft(place, amount, on)
            refuse_more_than_owed(category, place.cooperative_id, holder, amount)
    return posted


@writes
def move(*, source: CashPlace, target: CashPlace, amount: int, on: date, by: int, request_id: UUID, memo="") -> Posted:
    """Carry money from one place to another: banking the excess, working cash for a till.

    Raises  Refused: the same place twice; as `pay`
    """
    if source.id == target.id:
        raise Refused(_("Tempat asal dan tujuan sama. Pilih tempat lain."))
    refuse_impossible(amount, on, source)
    refuse_impossible(amount, on, target)
    facts = {"on": on, "by": by, "request_id": request_id, "amount": amount, "memo": memo}
    with transaction.atomic():
        posted = ledger.post_event(*_moved(source, target), **facts, **_ends(source, target))
        if posted.is_new:
            refuse_overdraft(source, amount, on)
    return posted


def _moved(source: CashPlace, target: CashPlace) -> tuple[str, int]:
    names = {("general", "till"): "unit.funded", ("till", "general"): "unit.returned"}
    return names.get((source.kind, target.kind), "money.moved"), source.cooperative_id


def _ends(source: CashPlace, target: CashPlace) -> dict:
    name, _coop = _moved(source, target)
    if name == "money.moved":
        return {"cash": source.spot, "to": target.spot}
    return {"holder": target.holder or source.holder}


@writes
def cash_difference(*, place: CashPlace, difference: int, on: date, by: int, request_id: UUID, memo="") -> Posted:
    """Counted money differs from the book: `difference` sen, above zero when there is more than there should be."""
    over = difference > 0
    deed = receive if over else pay
    return deed(
        category="cash.over" if over else "cash.short", amount=abs(difference), on=on, by=by, request_id=request_id,
        place=place, memo=memo,
    )  # fmt: skip


@writes
def bank_fee(*, place: CashPlace, amount: int, on: date, by: int, request_id: UUID, memo="") -> Posted:
    """The bank took its fee."""
    refuse_not_a_bank(place)
    return pay(category="bank.fee", amount=amount, on=on, by=by, request_id=request_id, place=place, memo=memo)


@writes
def bank_interest(*, place: CashPlace, amount: int, on: date, by: int, request_id: UUID, memo="") -> Posted:
    """The bank added interest."""
    refuse_not_a_bank(place)
    return receive(category="bank.interest", amount=amount, on=on, by=by, request_id=request_id, place=place, memo=memo)


def _granted(category: str, cooperative_id: int, on: date) -> str:
    """A grant is own capital, or income, as the cooperative has decided."""
    if category == "grant.cash" and bylaws(cooperative_id, on).grant_policy == "income":
        return "grant.income"
    return category
