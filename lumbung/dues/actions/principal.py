"""Receiving simpanan pokok; whoever has paid it fully becomes a member."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cooperatives.actions import take_turn
from lumbung.dues import reports
from lumbung.dues.actions import keeping
from lumbung.dues.actions.keeping import Kept
from lumbung.dues.actions.planning import series_of
from lumbung.dues.models import Payment
from lumbung.ledger import actions as ledger
from lumbung.ledger.journal import CASH, Place
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.sql import writes
from lumbung.web.words import Refused


class PrincipalReceipt(NamedTuple):
    """What was received, what is still owed (sen), and whether this made the applicant a member."""

    number: int
    document: str
    member_id: int
    amount: int
    paid_on: date
    owed: int
    activated: bool
    is_new: bool


@writes
def pay_principal(
    *, member: Member, amount: int, paid_on: date, by: int, request_id: UUID, cash: Place = CASH, memo: str = ""
) -> PrincipalReceipt:
    """Take simpanan pokok, whole or a part; fully paid it makes an applicant a member from that day.

    amount      sen, above zero
    request_id  made when the form was shown: a second tap changes nothing
    Raises      Refused: more than is owed, has left, month closed, request reused with other figures
    """
    take_turn(member.cooperative_id)
    if earlier := keeping.of_requests(member.cooperative_id, [request_id]).get(request_id):
        return _earlier(member, earlier[0], (member.id, amount, paid_on, *cash))
    owed = reports.principal_owed(member, paid_on)
    _refuse_impossible(member, amount, owed)
    posted = ledger.post_event(
        "member.principal_paid", member.cooperative_id, on=paid_on, amount=amount, holder=member.id, by=by,
        request_id=request_id, cash=cash, series=series_of(cash),
        memo=memo or f"Simpanan pokok {member.full_name} ({member.number})",
    )  # fmt: skip
    kept = Kept(posted, member.id, Payment.Kind.PRINCIPAL, amount, paid_on, request_id, tuple(cash))
    keeping.keep(member.cooperative_id, [kept])
    activated = amount == owed and member.status == Member.Status.APPLICANT
    if activated:
        members.activate(member=member, on=paid_on, by=by)
    return PrincipalReceipt(
        posted.number, posted.document, member.id, amount, paid_on, owed - amount, activated, is_new=True
    )


def _earlier(member: Member, row: Payment, facts: tuple) -> PrincipalReceipt:
    keeping.same_or_refuse((row.member_id, row.amount, row.paid_on, row.cash_code, row.cash_holder) == facts)
    owed = reports.principal_owed(member, row.paid_on)
    return PrincipalReceipt(
        row.number, row.document, member.id, row.amount, row.paid_on, owed, activated=False, is_new=False
    )


def _refuse_impossible(member: Member, amount: int, owed: int) -> None:
    assert amount > 0, "a payment is above zero"
    if member.status in (Member.Status.LEFT, Member.Status.DECEASED):
        raise Refused(_("%(name)s sudah keluar."), name=member.full_name)
    if not owed:
        raise Refused(_("Simpanan pokok %(name)s sudah lunas."), name=member.full_name)
    if amount > owed:
        raise Refused(
            _("Simpanan pokok %(name)s kurang %(owed)s. Terima paling banyak sebesar itu."),
            name=member.full_name, owed=money.show(owed),
        )  # fmt: skip
