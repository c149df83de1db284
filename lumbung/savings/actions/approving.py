"""Savings and their tax paid out above the limit: asked for here, posted by the same deeds once somebody approves."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.members.reports import get
from lumbung.money import show
from lumbung.savings.actions.ending import earlier, end_term, figured, pay_interest, running
from lumbung.savings.actions.remitting import remit_tax
from lumbung.savings.actions.saving import withdraw
from lumbung.savings.models import TermEntry
from lumbung.sql import writes


@writes
def withdraw_or_ask(
    *, member: Member, amount: int, on: date, by: int, request_id: UUID, cash: Place = CASH, closes: bool = False
) -> int | Draft:
    """Give savings back at once, or let it wait for the chair; as `approvals.do_or_ask`."""
    ledger.refuse_future(on)
    return approvals.do_or_ask(
        "savings.withdraw", kind="savings.withdrawn", payee=member.id, cooperative_id=member.cooperative_id,
        title=f"Penarikan simpanan {member.full_name}",
        amount=amount, on=on, by=by, request_id=request_id,
        facts={"member": member.id, "cash": list(cash), "closes": closes},
    )  # fmt: skip


@writes
def end_or_ask(
    *, cooperative_id: int, deposit_id: int, on: date, by: int, request_id: UUID, cash: Place | None = CASH,
    early: bool = False,
) -> int | Draft:  # fmt: skip
    """Give a deposit back at once, or let it wait; what goes into her own savings leaves no place and never waits."""
    take_turn(cooperative_id)
    if cash is None:
        who = {"cooperative_id": cooperative_id, "deposit_id": deposit_id, "by": by}
        return end_term(on=on, request_id=request_id, cash=None, early=early, **who).number
    if known := earlier(cooperative_id, deposit_id, request_id, TermEntry.Kind.PAID):
        return known.number
    one, figures = figured(cooperative_id, deposit_id, on, by, early)
    title = f"Cairkan {one.deposit.serial}, {one.member.full_name}"
    return approvals.do_or_ask(
        "savings.end_term", kind="term.paid", payee=one.member.id, cooperative_id=cooperative_id,
        title=title, amount=figures.paid, on=on, by=by,
        request_id=request_id,
        facts={"member": one.member.id, "deposit": deposit_id, "cash": list(cash), "early": early},
    )  # fmt: skip


@writes
def interest_or_ask(
    *, cooperative_id: int, deposit_id: int, on: date, by: int, request_id: UUID, cash: Place = CASH
) -> int | Draft:
    """Pay the interest of a deposit at once, or let it wait."""
    take_turn(cooperative_id)
    if known := earlier(cooperative_id, deposit_id, request_id, TermEntry.Kind.INTEREST):
        return known.number
    one = running(cooperative_id, deposit_id, on)
    title = f"Jasa {one.deposit.serial}, {one.member.full_name}"
    return approvals.do_or_ask(
        "savings.pay_interest", kind="term.interest_paid", payee=one.member.id, cooperative_id=cooperative_id,
        title=title, amount=one.waiting, on=on, by=by,
        request_id=request_id,
        facts={"member": one.member.id, "deposit": deposit_id, "cash": list(cash)},
    )  # fmt: skip


@writes
def remit_or_ask(
    *, cooperative_id: int, amount: int, on: date, by: int, request_id: UUID, cash: Place = CASH, memo: str = ""
) -> int | Draft:
    """Pay withheld tax to the state at once, or let it wait for the chair."""
    ledger.refuse_future(on)
    return approvals.do_or_ask(
        "savings.remit_tax", kind="savings.tax_remitted", cooperative_id=cooperative_id,
        title="Setor PPh jasa simpanan", amount=amount, on=on,
        by=by, request_id=request_id, memo=memo, facts={"cash": list(cash)},
    )  # fmt: skip


# --- the deeds, as they are carried out ---------------------------------------------------------------------------


def _withdraw(cooperative_id: int, facts: dict, **common) -> int:
    member = get(cooperative_id, facts["member"])
    return withdraw(member=member, cash=Place(*facts["cash"]), closes=facts["closes"], **common).number


def _end(cooperative_id: int, facts: dict, *, amount: int, memo: str, **common) -> int:
    who = {"cooperative_id": cooperative_id, "deposit_id": facts["deposit"], "cash": Place(*facts["cash"])}
    return end_term(seen=amount, early=facts["early"], **who, **common).number


def _interest(cooperative_id: int, facts: dict, *, amount: int, memo: str, **common) -> int:
    who = {"cooperative_id": cooperative_id, "deposit_id": facts["deposit"], "cash": Place(*facts["cash"])}
    return pay_interest(seen=amount, **who, **common).number


def _remit(cooperative_id: int, facts: dict, **common) -> int:
    return remit_tax(cooperative_id=cooperative_id, cash=Place(*facts["cash"]), **common).number


DEEDS: dict[str, Callable[..., int]] = {
    "savings.withdraw": _withdraw,
    "savings.end_term": _end,
    "savings.pay_interest": _interest,
    "savings.remit_tax": _remit,
}


def tell(cooperative_id: int, facts: dict) -> list[tuple[str, str]]:
    """What whoever approves should know: of whom, and from where."""
    place, whose = Place(*facts["cash"]), []
    if "member" in facts:
        member = get(cooperative_id, facts["member"])
        whose = [(_("Anggota"), f"{member.full_name} ({member.number})")]
    return [
        *whose,
        (_("Diambil dari"), books.place_name(cooperative_id, place)),
        (_("Uang di sana sekarang"), show(books.held_at(cooperative_id, place))),
    ]
