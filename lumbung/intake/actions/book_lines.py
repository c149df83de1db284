"""A cash or bank book becomes entries, month by month, in the order of days."""

from collections.abc import Iterable
from itertools import groupby

from lumbung.cash import actions as cash
from lumbung.cash.models import CashPlace
from lumbung.cash.rules import CATEGORIES
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import actions as dues
from lumbung.intake.models import Batch
from lumbung.intake.rules.lines import memo
from lumbung.intake.rules.plan import CLEAR, DUES, JOURNAL, PRINCIPAL, SUSPENSE, Plan, Step
from lumbung.ledger import actions as ledger
from lumbung.ledger.chart import IN_TRANSIT
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft

Entries = list[tuple[int, int]]


def book(plan: Plan, batch: Batch, by: int) -> Entries:
    """Opening balance, then each month's dues, principal and everything else; (position, number) of each entry."""
    plan.place = plan.place or _open_bank(plan)
    batch.place_id = plan.place.id
    entries = _opening(plan, by)
    steps = plan.of(DUES, PRINCIPAL, JOURNAL, CLEAR, SUSPENSE)
    steps.sort(key=lambda step: (step.row.values["date"], step.position))
    for _month, of_month in groupby(steps, key=lambda step: step.row.values["date"].isoformat()[:7]):
        entries += _book_month(plan, list(of_month), by)
    return entries


def _open_bank(plan: Plan) -> CashPlace:
    """The account that the book is of, when the cooperative has none yet; renamed by whoever knows its number."""
    is_bri = "bri" in plan.reading.file.lower() or any("bri" in s.name.lower().split() for s in plan.reading.sheets)
    return cash.open_place(
        cooperative_id=plan.cooperative_id, kind="bank", name="Bank BRI" if is_bri else "Rekening bank",
        bank_name="BRI" if is_bri else "", opened_on=Cooperative.objects.get(id=plan.cooperative_id).books_from,
    )  # fmt: skip


def _opening(plan: Plan, by: int) -> Entries:
    """What was carried over is an opening balance against 390000, never income (J51)."""
    if not plan.opening:
        return []
    event = "opening.asset" if plan.opening > 0 else "opening.claim"
    posted = ledger.post_event(
        event, plan.cooperative_id, on=plan.opening_on, amount=abs(plan.opening), account=plan.place.spot, by=by,
        request_id=plan.request("", 0, "opening"), memo=f"Saldo awal {plan.place}",
    )  # fmt: skip
    return [(0, posted.number)]


def _book_month(plan: Plan, steps: list[Step], by: int) -> Entries:
    entries = _dues(plan, [step for step in steps if step.deed == DUES], by)
    entries += [_principal(plan, step, by) for step in steps if step.deed == PRINCIPAL]
    others = [step for step in steps if step.deed in (JOURNAL, CLEAR, SUSPENSE)]
    drafts = [_draft(plan, step, by) for step in others]
    posted = ledger.post(plan.cooperative_id, drafts) if drafts else []
    waiting = [(draft, one) for step, draft, one in zip(others, drafts, posted, strict=True) if step.deed == SUSPENSE]
    cash.keep_unidentified(cooperative_id=plan.cooperative_id, posted=waiting)
    return entries + [(step.position, one.number) for step, one in zip(others, posted, strict=True)]


def _dues(plan: Plan, steps: Iterable[Step], by: int) -> Entries:
    steps = list(steps)
    if not steps:
        return []
    paid = [
        dues.Due(step.member, step.amount, step.row.values["date"], plan.request_of(step, "dues"), plan.place.spot,
                 memo(step.row))
        for step in steps
    ]  # fmt: skip
    receipts = dues.pay_many(cooperative_id=plan.cooperative_id, dues=paid, by=by)
    found = []
    for step, receipt in zip(steps, receipts, strict=True):
        found.append((step.position, receipt.number))
    return found


def _principal(plan: Plan, step: Step, by: int) -> tuple[int, int]:
    receipt = dues.pay_principal(
        member=step.member, amount=step.amount, paid_on=step.row.values["date"], by=by, memo=memo(step.row),
        request_id=plan.request_of(step, "principal"), cash=plan.place.spot,
    )  # fmt: skip
    return step.position, receipt.number


def _draft(plan: Plan, step: Step, by: int) -> Draft:
    facts = {"on": step.row.values["date"], "amount": step.amount, "by": by}
    if step.deed == SUSPENSE:
        request_id = plan.request_of(step, "suspense")
        step.facts["receipt"] = cash.receipt_id(request_id)
        return cash.unidentified_draft(
            inward=step.facts["inward"], text=memo(step.row), request_id=request_id, place=plan.place, **facts
        )
    facts |= {"memo": memo(step.row), "request_id": plan.request_of(step, step.deed)}
    if step.deed == CLEAR:
        return ledger.draft_event("opening.asset", account=plan.place.spot, series="BKM", **facts)
    if step.category == "money.moved":
        return ledger.draft_event("money.moved", **_ends(plan.place, step), **facts)
    return cash.draft(
        _event(plan.cooperative_id, step), place=plan.place, holder=step.member.id if step.member else 0,
        counterparty=CATEGORIES[step.category].counterparty, **facts,
    )  # fmt: skip


def _ends(place: CashPlace, step: Step) -> dict[str, Place]:
    """Out of one place into the other; what is not known yet is under way."""
    bank = step.facts.get("bank")
    other = bank.spot if bank else Place(IN_TRANSIT)
    return {"cash": other, "to": place.spot} if step.facts["inward"] else {"cash": place.spot, "to": other}


def _event(cooperative_id: int, step: Step) -> str:
    """The category, but for grants, which are own capital or income as the cooperative has decided."""
    if step.category != "grant.cash":
        return step.category
    policy = bylaws(cooperative_id, step.row.values["date"]).grant_policy
    return "grant.income" if policy == "income" else step.category
