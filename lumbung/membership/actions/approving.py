"""Money given back above the limit: asked for here, posted by the same deed when somebody else has approved it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.approvals import actions as approvals
from lumbung.approvals.models import Draft
from lumbung.cash import reports as cash
from lumbung.cash.actions.refusals import refuse_impossible
from lumbung.cash.models import CashPlace
from lumbung.members.models import Member
from lumbung.members.reports import get
from lumbung.membership.actions.leaving import pay_back
from lumbung.money import show
from lumbung.sql import writes

PAY_BACK = "membership.pay_back"


@writes
def pay_back_or_ask(
    *, member: Member, amount: int, on: date, place: CashPlace, by: int, request_id: UUID, receiver: str = ""
) -> int | Draft:
    """Give back at once, or let it wait for the chair; as `approvals.do_or_ask`."""
    refuse_impossible(amount, on, place)
    return approvals.do_or_ask(
        PAY_BACK, kind="member.refunded", payee=member.id, cooperative_id=member.cooperative_id,
        title=f"Kembalikan simpanan {member.full_name}", amount=amount,
        on=on, by=by, request_id=request_id,
        facts={"member": member.id, "place": place.id, "receiver": receiver},
    )  # fmt: skip


def carry_out(cooperative_id: int, facts: dict, *, memo: str, **common) -> int:
    place = cash.place(cooperative_id, facts["place"])
    member = get(cooperative_id, facts["member"])
    return pay_back(member=member, place=place, receiver=facts["receiver"], **common).number


def tell(cooperative_id: int, facts: dict) -> list[tuple[str, str]]:
    """What whoever approves should know: of whom, to whom, from where."""
    place, member = cash.place(cooperative_id, facts["place"]), get(cooperative_id, facts["member"])
    return [
        (_("Anggota"), f"{member.full_name} ({member.number})"), (_("Kepada"), facts["receiver"] or member.full_name),
        (_("Diambil dari"), place.name), (_("Uang di sana sekarang"), show(cash.balance(place))),
    ]  # fmt: skip
