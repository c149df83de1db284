"""Payments above the limit: asked for here, posted by the same deeds when somebody else has approved them."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.approvals.reports import asked_before, why_wait
from lumbung.approvals.rules import FREE, Paid
from lumbung.cash import reports
from lumbung.cash.actions.money import pay
from lumbung.cash.actions.people import give_advance, settle_advance
from lumbung.cash.actions.refusals import refuse_impossible, refuse_unheld
from lumbung.cash.actions.slips import attach_kept, attach_slip, kept_file
from lumbung.cash.actions.unidentified import pay_unidentified
from lumbung.cash.models import CashPlace
from lumbung.cash.rules import CATEGORIES, category_account
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import reports as books
from lumbung.money import show
from lumbung.sql import writes
from lumbung.web.photos import Slip


@writes
def pay_or_ask(
    deed: str, *, place: CashPlace, amount: int, on: date, by: int, request_id: UUID, memo="",
    photo: Slip | None = None, **facts,
) -> int | Draft:  # fmt: skip
    """Do a deed of `DEEDS` at once, or let it wait for the chair when more than the limit leaves the place.

    photo    of the slip: the entry's, at once or once it is approved
    facts    what the deed is told beside amount, day and memo; JSON
    Shape    the number of the entry; or the draft that waits
    Raises   Refused: as the deed itself
    """
    cooperative_id, facts = place.cooperative_id, {**facts, "place": place.id}
    refuse_impossible(amount or 1, on, place)
    common = {"amount": amount, "on": on, "memo": memo, "by": by, "request_id": request_id}
    leaving = _leaving(cooperative_id, deed, amount, facts)
    take_turn(cooperative_id)
    new = _payment(cooperative_id, deed, facts, Paid(on, by, leaving))
    why = why_wait(cooperative_id, new, besides=request_id) if new.kind not in FREE else []
    if why:
        return _asked(place, deed, facts, leaving, photo, {**common, "why": why, "kind": new.kind, "payee": new.payee})
    number = DEEDS[deed](cooperative_id, facts, **common)
    if photo:
        attach_slip(cooperative_id=cooperative_id, number=number, slip=photo, by=by)
    return number


def _asked(place: CashPlace, deed: str, facts: dict, leaving: int, photo: Slip | None, common: dict) -> Draft:
    cooperative_id = place.cooperative_id
    if earlier := asked_before(cooperative_id, common["request_id"]):
        return earlier  # its photo is kept already
    refuse_unheld(place, leaving)
    asking = {"cooperative_id": cooperative_id, "deed": deed, "title": _title(cooperative_id, deed, facts), **common}
    if photo is None:
        return approvals.propose(facts=facts, **asking)
    with kept_file(cooperative_id, photo) as kept:
        return approvals.propose(facts={**facts, "photo": kept}, **asking)


def _payment(cooperative_id: int, deed: str, facts: dict, new: Paid) -> Paid:
    """The payment as the caps look at it: what for, and to whom."""
    if deed == "cash.settle_advance":
        advance = reports.advance(cooperative_id, facts["advance"])
        return new._replace(kind="advance.overspent", payee=advance.holder if advance else 0)
    usual = {"cash.give_advance": "advance.given", "cash.pay_unidentified": "payment.unidentified"}
    return new._replace(kind=facts.get("category") or usual.get(deed, deed), payee=facts.get("holder") or 0)


def _leaving(cooperative_id: int, deed: str, amount: int, facts: dict) -> int:
    """How much leaves the place: of an advance that is settled, what it did not cover."""
    if deed != "cash.settle_advance":
        return amount
    advance = reports.advance(cooperative_id, facts["advance"])
    return amount - (advance.amount if advance else 0)


def _title(cooperative_id: int, deed: str, facts: dict) -> str:
    """What it is, as the book keeps it: Indonesian on every screen."""
    if deed == "cash.give_advance":
        return f"Panjar {facts['holder_name']}"
    if deed == "cash.settle_advance":
        return f"Selesaikan panjar {reports.advance(cooperative_id, facts['advance']).holder_name}"
    return str(CATEGORIES[facts.get("category", "payment.unidentified")].question)


# --- the deeds, as they are carried out: (cooperative_id, facts, amount, on, memo, by, request_id[, approved_by]) --


def _place(cooperative_id: int, facts: dict) -> CashPlace:
    return reports.place(cooperative_id, facts["place"])


def _pay(cooperative_id: int, facts: dict, **common) -> int:
    who = {name: facts[name] for name in ("category", "counterparty", "holder") if name in facts}
    return pay(place=_place(cooperative_id, facts), **who, **common).number


def _pay_unidentified(cooperative_id: int, facts: dict, *, memo: str, **common) -> int:
    return pay_unidentified(place=_place(cooperative_id, facts), text=memo, **common).number


def _give_advance(cooperative_id: int, facts: dict, *, memo: str, **common) -> int:
    who = {"holder": facts["holder"], "holder_name": facts["holder_name"], "purpose": memo}
    return give_advance(place=_place(cooperative_id, facts), **who, **common).given_number


def _settle_advance(cooperative_id: int, facts: dict, *, amount: int, **common) -> int:
    advance = reports.advance(cooperative_id, facts["advance"])
    return settle_advance(
        advance=advance, spent=amount, category=facts["category"], place=_place(cooperative_id, facts), **common
    ).number


DEEDS: dict[str, Callable[..., int]] = {
    "cash.pay": _pay,
    "cash.pay_unidentified": _pay_unidentified,
    "cash.give_advance": _give_advance,
    "cash.settle_advance": _settle_advance,
}


def carry_out(deed: str, cooperative_id: int, facts: dict, *, by: int, **common) -> int:
    """A deed that was approved; the photo that was asked with is the entry's from now on."""
    number = DEEDS[deed](cooperative_id, facts, by=by, **common)
    if photo := facts.get("photo"):
        attach_kept(cooperative_id=cooperative_id, number=number, photo=photo, by=by)
    return number


def tell(cooperative_id: int, facts: dict) -> list[tuple[str, str]]:
    """What whoever approves should know: for what, to whom, from where, and how much is there."""
    place = _place(cooperative_id, facts)
    told = []
    if category := facts.get("category"):
        told.append((_("Untuk"), str(CATEGORIES[category].question)))
        if facts.get("holder"):
            called = books.holder_names(cooperative_id, category_account(category), [facts["holder"]])
            told.append((_("Kepada"), called[facts["holder"]]))
    if "holder_name" in facts:
        told.append((_("Kepada"), facts["holder_name"]))
    told.append((_("Diambil dari"), place.name))
    told.append((_("Uang di sana sekarang"), show(reports.balance(place))))
    return told
