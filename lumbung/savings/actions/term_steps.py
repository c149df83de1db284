"""The entries by which a term deposit gives something back, each with the row that says what it was."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from lumbung import ids
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import Place
from lumbung.ledger.rules import Draft
from lumbung.savings.actions.keeping import named
from lumbung.savings.models import TermEntry
from lumbung.savings.reports.ending import Ending
from lumbung.savings.reports.terms import Standing

Kind = TermEntry.Kind


class Step(NamedTuple):
    """One entry of an ending: its draft, and the row that says what it was."""

    draft: Draft
    kind: str
    principal: int
    interest: int


def steps(
    one: Standing, figures: Ending, on: date, by: int, request_id: UUID, cash: Place | None, approved_by: int | None
) -> list[Step]:
    steps = []
    for event, kind, principal, gone in (
        ("term.forfeited", Kind.FORFEITED, 0, figures.forfeited), ("term.penalty", Kind.PENALTY, figures.penalty, 0),
    ):  # fmt: skip
        if principal + gone:
            request = ids.from_fact(f"{event}:{request_id}")
            steps.append(Step(draft(one, event, on, by, request, amount=principal + gone), kind, principal, gone))
    parts = {"interest": figures.interest, "principal": figures.principal}
    where = {"cash": cash, "approved_by": approved_by} if cash else {}
    paid = draft(one, "term.paid" if cash else "term.to_savings", on, by, request_id, parts=parts, **where)
    return [*steps, Step(paid, Kind.PAID, figures.principal, figures.interest)]


def draft(one: Standing, event: str, on: date, by: int, request_id: UUID, **figures) -> Draft:
    words = {
        "term.forfeited": "Jasa hangus", "term.penalty": "Denda diambil sebelum waktunya",
        "term.interest_paid": "Bayar jasa", "term.to_savings": "Berjangka masuk sukarela",
    }  # fmt: skip
    memo = f"{words.get(event, 'Pencairan simpanan berjangka')} {one.deposit.serial}, {named(one.member)}"
    return ledger.draft_event(event, on=on, by=by, request_id=request_id, holder=one.member.id, memo=memo, **figures)


def post_steps(one: Standing, steps: list[Step], request_id: UUID) -> Posted:
    coop = one.deposit.cooperative_id
    posted = ledger.post(coop, [step.draft for step in steps])
    TermEntry.objects.bulk_create(
        TermEntry(cooperative_id=coop, number=entry.number, deposit_id=one.deposit.id, kind=step.kind,
                  principal=step.principal, interest=step.interest, request_id=request_id)
        for step, entry in zip(steps, posted, strict=True)
    )  # fmt: skip
    return posted[-1]
