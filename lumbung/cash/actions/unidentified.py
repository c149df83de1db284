"""Money of unknown origin: booked the day it came, named when somebody knows (J06)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash import reports
from lumbung.cash.actions.money import draft, pay, receive
from lumbung.cash.models import CashPlace, UnidentifiedReceipt
from lumbung.cash.rules import category_account
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web.words import Refused


def receipt_id(request_id: UUID) -> int:
    """The id that a line of unknown origin will have: it follows from the request, so that a repeat finds it."""
    return (request_id.int >> 65) | 1


def unidentified_draft(
    *, inward: bool, text: str, amount: int, on: date, by: int, request_id: UUID, place: CashPlace
) -> Draft:
    """A line of unknown origin as a draft, for a batch; `keep_unidentified` follows when the batch is posted."""
    event = "receipt.unidentified" if inward else "payment.unidentified"
    facts = {"amount": amount, "on": on, "by": by, "request_id": request_id, "place": place}
    return draft(event, memo=text[:300], holder=receipt_id(request_id), **facts)


@writes
def keep_unidentified(*, cooperative_id: int, posted: Iterable[tuple[Draft, Posted]]) -> None:
    """Keep the lines of a batch that `unidentified_draft` made; those kept before stay as they are."""
    UnidentifiedReceipt.objects.bulk_create(
        UnidentifiedReceipt(
            cooperative_id=cooperative_id, id=receipt_id(one.request_id), inward=one.kind == "receipt.unidentified",
            amount=sum(move.amount for move in one.moves), booked_on=one.booked_on, text=one.memo, number=entry.number,
        )
        for one, entry in posted
        if entry.is_new
    )  # fmt: skip


@writes
def receive_unidentified(
    *, text: str, amount: int, on: date, by: int, request_id: UUID, place: CashPlace
) -> UnidentifiedReceipt:
    """Book money from somebody unknown."""
    return _book(receive, "receipt.unidentified", text, amount, on, by, request_id, place)


@writes
def pay_unidentified(
    *, text: str, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, approved_by: int | None = None
) -> UnidentifiedReceipt:
    """Book money that went out for something unknown."""
    more = {"approved_by": approved_by}
    return _book(pay, "payment.unidentified", text, amount, on, by, request_id, place, **more)


def _book(deed, category, text, amount, on, by, request_id, place, **more) -> UnidentifiedReceipt:
    who = receipt_id(request_id)
    facts = {"on": on, "by": by, "request_id": request_id, "place": place, "memo": text[:300]}
    posted = deed(category=category, amount=amount, holder=who, **facts, **more)
    if posted.is_new:
        UnidentifiedReceipt.objects.create(
            cooperative_id=place.cooperative_id, id=who, inward=deed is receive, amount=amount, booked_on=on,
            text=text[:300], number=posted.number,
        )  # fmt: skip
    return UnidentifiedReceipt.objects.get(cooperative_id=place.cooperative_id, id=who)


@writes
def identify_as_other(
    *, receipt: UnidentifiedReceipt, category: str, on: date, by: int, request_id: UUID, amount=None, memo=""
) -> Posted:
    """Somebody knows now: it was a sale, a grant, an expense. For dues and savings the page above cash decides.

    category  an event of the same direction
    amount    sen; none: all that is still unknown
    Raises    Refused: nothing is left to name, or less than that
    """
    left = reports.unnamed(receipt)
    event = "receipt.was_other" if receipt.inward else "payment.was_other"
    with transaction.atomic():
        posted = ledger.post_event(
            event, receipt.cooperative_id, amount=amount or left or receipt.amount, on=on, by=by,
            request_id=request_id, memo=memo or receipt.text, holder=receipt.id,
            account=Place(category_account(category)),
        )  # fmt: skip
        if posted.is_new:
            mark_identified(receipt=receipt, number=posted.number)
    return posted


@writes
def mark_identified(*, receipt: UnidentifiedReceipt, number: int) -> None:
    """The entry `number` took (a part of) the money out of suspense.

    Raises  Refused: more was named than had come
    """
    left = reports.unnamed(receipt)
    if left < 0:
        words = _("Yang belum jelas dari catatan ini kurang dari itu: kelebihan %(amount)s.")
        raise Refused(words, amount=money.show(-left))
    UnidentifiedReceipt.objects.filter(cooperative_id=receipt.cooperative_id, id=receipt.id).update(
        identified_number=number
    )
