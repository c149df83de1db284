"""The end of a member's dues, and dues that turn out to be somebody else's: what only dues may write of it."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.dues import reports
from lumbung.dues.actions import keeping
from lumbung.dues.actions.keeping import Kept
from lumbung.dues.actions.planning import preview
from lumbung.dues.models import Bill, Payment, Settled
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def settle(*, member: Member, number: int, on: date) -> None:
    """The dues of a member are settled by this entry of the book (0: there was nothing to move)."""
    Settled.objects.get_or_create(
        cooperative_id=member.cooperative_id, member_id=member.id, number=number, defaults={"on": on}
    )


@writes
def take_over(*, member: Member, posted: Posted, amount: int, on: date, by: int, request_id) -> None:
    """Dues that were paid under another row of the same person: they fill the oldest unpaid months of this one.

    A month that is billed here and paid there needs its bill no more.
    Raises  Refused: more than five years ahead, or a bill that is paid in part
    """
    if not posted.is_new:
        return
    parts = preview(reports.card(member), amount, on)
    cancel_bills(member=member, periods={part.period for part in parts}, on=on, by=by)
    kept = Kept(posted, member.id, Payment.Kind.MOVED, amount, on, request_id, parts=tuple(parts))
    keeping.keep(member.cooperative_id, [kept])


@writes
def cancel_bills(*, member: Member, on: date, by: int, periods: set[str] | None = None) -> None:
    """Take back the bills of a member that nothing was paid of; `periods` None for all of them.

    Raises  Refused: one of them is paid in part
    """
    coop, undone = member.cooperative_id, reversed_numbers(member.cooperative_id)
    open_ = reports.open_bills(coop, [member.id]).get(member.id, {})
    bills = Bill.objects.filter(cooperative_id=coop, member_id=member.id).order_by("number")
    for bill in bills:
        left = open_.get(bill.period, 0)
        if bill.number in undone or not left or (periods is not None and bill.period not in periods):
            continue
        if left != bill.amount:
            raise Refused(
                _("Tagihan iuran %(name)s baru dibayar sebagian. Terima dulu sisanya, lalu gabungkan."),
                name=member.full_name,
            )  # fmt: skip
        ledger.reverse(
            coop, bill.number, on=on, by=by, reason="anggota tercatat dua kali",
            request_id=ids.from_fact(f"cancel-bill:{bill.number}"),
        )  # fmt: skip
