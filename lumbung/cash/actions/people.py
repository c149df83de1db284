"""Money in the hands of people: advances to be shown with slips, and what officers paid from their own pocket."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash import reports
from lumbung.cash.actions.money import pay, receive
from lumbung.cash.actions.refusals import refuse_impossible, refuse_overdraft, refuse_unapproved
from lumbung.cash.models import Advance, CashPlace
from lumbung.cash.rules import category_account
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import Place
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

ADVANCES, LENT_BY_OFFICERS = "113900", "216200"


@writes
def give_advance(
    *, holder: int, holder_name: str, purpose: str, amount: int, on: date, by: int, request_id: UUID, place: CashPlace,
    approved_by: int | None = None,
) -> Advance:  # fmt: skip
    """Hand money to a person for an activity; slips or the money itself come back later (J38a).

    Raises  Refused: she still has an open advance; as `pay`
    """
    if not purpose.strip():
        raise Refused(_("Tulis untuk apa panjarnya, misalnya “konsumsi RAT”."))
    with transaction.atomic():
        posted = pay(
            category="advance.given", amount=amount, on=on, by=by, request_id=request_id, place=place, holder=holder,
            memo=f"Panjar {holder_name}: {purpose.strip()}", approved_by=approved_by,
        )  # fmt: skip
        if not posted.is_new:
            return Advance.objects.get(cooperative_id=place.cooperative_id, given_number=posted.number)
        _refuse_second(place.cooperative_id, holder, holder_name, amount)
        return Advance.objects.create(
            cooperative_id=place.cooperative_id, holder=holder, holder_name=holder_name, purpose=purpose.strip(),
            amount=amount, given_on=on, given_number=posted.number,
        )  # fmt: skip


def _refuse_second(cooperative_id: int, holder: int, name: str, amount: int) -> None:
    """Her part of the account, read under the book's lock: two taps at once cannot both find it empty."""
    open_before = books.holder_balance(cooperative_id, ADVANCES, holder) - amount
    if open_before > 0:
        words = _("%(name)s masih memegang panjar %(amount)s. Selesaikan dulu sebelum memberi lagi.")
        raise Refused(words, name=name, amount=money.show(open_before))


@writes
def settle_advance(
    *, advance: Advance, spent: int, category: str, on: date, by: int, request_id: UUID, place: CashPlace, memo="",
    approved_by: int | None = None,
) -> Posted:  # fmt: skip
    """The slips came: what was spent becomes an expense, the rest comes back, what she added is paid to her (J38b).

    spent     sen, nil when the activity did not happen
    category  the expense, an event of money out
    Raises    Refused: settled already; before it was given; as `pay`
    """
    if spent < 0:
        raise Refused(_("Jumlah nota tidak boleh kurang dari nol."))
    refuse_impossible(spent or advance.amount, on, place)
    if on < advance.given_on:
        raise Refused(_("Panjar ini diberikan %(day)s. Pilih tanggal sesudah itu."), day=long_date(advance.given_on))
    who = {"by": by, "holder": advance.holder, "request_id": request_id}
    refuse_unapproved("advance.overspent", advance.cooperative_id, spent - advance.amount, on, approved_by, **who)
    with transaction.atomic():
        facts = {"on": on, "by": by, "request_id": request_id, "memo": memo or advance.purpose,
                 "approved_by": approved_by}  # fmt: skip
        posted = ledger.post_event(**facts, **_settlement(advance, spent, category, place))
        if posted.is_new:
            _mark_settled(advance, posted)
            if spent > advance.amount:
                refuse_overdraft(place, spent - advance.amount, on)
    return posted


def _settlement(advance: Advance, spent: int, category: str, place: CashPlace) -> dict:
    """The event that settles an advance, and its figures."""
    account = Place(category_account(category)) if spent else None
    left = advance.amount - spent
    if left == 0:
        name, figures = "advance.spent", {"amount": spent}
    elif spent == 0:
        name, figures = "advance.returned", {"amount": left}
    elif left > 0:
        name, figures = "advance.settled", {"parts": {"spent": spent, "returned": left}}
    else:
        name, figures = "advance.overspent", {"parts": {"given": advance.amount, "more": -left}}
    where = {"cash": place.spot, "account": account, "holder": advance.holder}
    return {"name": name, "cooperative_id": advance.cooperative_id, **where, **figures}


def _mark_settled(advance: Advance, posted: Posted) -> None:
    row = Advance.objects.get(cooperative_id=advance.cooperative_id, id=advance.id)
    if not reports.is_open(row):
        document = books.entry(row.cooperative_id, row.settled_number or row.given_number).document
        raise Refused(_("Panjar ini sudah selesai dengan %(document)s."), document=document)
    Advance.objects.filter(cooperative_id=row.cooperative_id, id=row.id).update(settled_number=posted.number)


@writes
def officer_paid_for_us(
    *, cooperative_id: int, holder: int, category: str, amount: int, on: date, by: int, request_id: UUID, memo: str
) -> Posted:
    """An officer paid for the cooperative from her own pocket: an expense, owed to her (J39a)."""
    refuse_impossible(amount, on, reports.general(cooperative_id))
    return ledger.post_event(
        "officer.paid_for_us", cooperative_id, amount=amount, on=on, by=by, request_id=request_id, memo=memo,
        holder=holder, account=Place(category_account(category)),
    )  # fmt: skip


@writes
def officer_lent(*, holder: int, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, memo="") -> Posted:
    """An officer put her own money into the cash: owed to her."""
    facts = {"on": on, "by": by, "request_id": request_id, "place": place, "memo": memo}
    return receive(category="officer.lent", amount=amount, holder=holder, **facts)


@writes
def officer_repaid(
    *, holder: int, amount: int, on: date, by: int, request_id: UUID, place: CashPlace, memo=""
) -> Posted:
    """Give an officer her money back, never more than she is owed (J39b)."""
    facts = {"on": on, "by": by, "request_id": request_id, "place": place, "memo": memo}
    return pay(category="officer.repaid", amount=amount, holder=holder, **facts)
