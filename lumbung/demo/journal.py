"""Each plain deed of the pilot as a draft of the ledger: which places, whose part, which words."""

from lumbung.cash import actions as cash
from lumbung.demo.deeds import BANK, KAS, TILL, Deed
from lumbung.demo.trade import COMMISSION
from lumbung.demo.writer import Writer
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft
from lumbung.money import split

PRINTING = Place("522300")
WORDS = {"savings.deposited": "Setoran simpanan sukarela", "savings.withdrawn": "Penarikan simpanan sukarela"}


def draft(writer: Writer, deed: Deed) -> Draft:
    """What the deed asks the ledger to write."""
    facts = {"on": deed.on, "by": writer.by, "request_id": writer.request(), "memo": deed.memo}
    if deed.event in AMONG_PLACES:
        return ledger.draft_event(deed.event, amount=deed.amount, **facts, **AMONG_PLACES[deed.event](writer, deed))
    facts |= {"amount": deed.amount, "place": writer.places[deed.place], **_facts(writer, deed)}
    return cash.draft(deed.event, **facts)


def _facts(writer: Writer, deed: Deed) -> dict:
    """Whose part it is, and who bought."""
    if deed.event in ("sale.member", "goods.used_member"):
        return {"counterparty": "member"}
    if deed.event in ("sale.non_member", "goods.used_non_member"):
        return {"counterparty": "non_member"}
    if deed.event == "sale.consigned":
        kept, share = split(deed.amount, [COMMISSION, 10_000 - COMMISSION])
        parts = {"share": share, "commission": kept}
        return {"amount": 0, "parts": parts, "holder": writer.suppliers[deed.who].id, "counterparty": "member"}
    if deed.event == "consignor.paid":
        return {"holder": writer.suppliers[deed.who].id}
    if deed.event in WORDS:
        member = writer.members[deed.who]
        return {"holder": member.id, "memo": f"{WORDS[deed.event]} {member.full_name} ({member.number})"}
    if deed.event == "officer.repaid":
        return {"holder": writer.officer(deed.who).id}
    return {}


def _moved(writer: Writer, deed: Deed) -> dict:
    return {"cash": writer.spot(KAS), "to": writer.spot(BANK)}


def _till(writer: Writer, deed: Deed) -> dict:
    return {"holder": writer.places[TILL].holder, "unit": writer.places[TILL].unit_id}


def _pocket(writer: Writer, deed: Deed) -> dict:
    return {"holder": writer.officer(deed.who).id, "account": PRINTING}


AMONG_PLACES = {
    "money.moved": _moved,
    "unit.funded": _till,
    "unit.returned": _till,
    "officer.paid_for_us": _pocket,
    "grant.laptop": lambda writer, deed: {},
    "grant.lent": lambda writer, deed: {},
}
