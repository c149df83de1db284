"""Taking a payment back, visibly: the opposite entry; its months are unpaid again."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.cooperatives.actions import open_task, take_turn
from lumbung.dues import reports
from lumbung.dues.models import Payment
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.members.models import Member
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def reverse_payment(
    *, cooperative_id: int, number: int, on: date, by: int, reason: str, request_id: UUID
) -> list[Posted]:
    """Undo a payment whole, with its second entry when it had one; a second tap changes nothing.

    number  of one of its entries
    Shape   the reversing entries
    Raises  Refused: no such payment, reversed already, no reason, month closed, or settled or moved since
    """
    take_turn(cooperative_id)
    payment = Payment.objects.filter(cooperative_id=cooperative_id, number=number).first()
    if payment is None:
        raise Refused(_("Pembayaran ini tidak ditemukan. Buka lagi dari riwayat anggota."))
    _refuse_settled(payment)
    rows = Payment.objects.filter(cooperative_id=cooperative_id, request_id=payment.request_id).order_by("number")
    posted = [
        ledger.reverse(cooperative_id, row.number, on=on, by=by, reason=reason,
                       request_id=request_id if place == 0 else ids.from_fact(f"undo:{row.number}:{request_id}"))
        for place, row in enumerate(rows)
    ]  # fmt: skip
    if payment.kind == Payment.Kind.PRINCIPAL and any(entry.is_new for entry in posted):
        _tell_of_missing_principal(cooperative_id, payment, on, by)
    return posted


def _refuse_settled(payment: Payment) -> None:
    """What was given back or moved with a whole account is not undone piece by piece."""
    if payment.kind == Payment.Kind.MOVED:
        raise Refused(_("Ini pindahan dari nomor lama anggota yang sama, bukan setoran. Tidak ada yang dibatalkan."))
    if (reports.settled_by(payment.cooperative_id, payment.member_id) or 0) > payment.number:
        raise Refused(_("Simpanan anggota ini sudah diselesaikan. Batalkan dulu keluarnya."))


def _tell_of_missing_principal(cooperative_id: int, payment: Payment, on: date, by: int) -> None:
    """A member stays one until the officers decide; they are told that the principal is no longer whole."""
    member = Member.objects.get(cooperative_id=cooperative_id, id=payment.member_id)
    if member.status == Member.Status.APPLICANT or not reports.principal_owed(member, on):
        return
    open_task(
        cooperative_id=cooperative_id, kind="principal.short", by=by, subject_kind="member", subject_id=member.id,
        message=f"Simpanan pokok {member.full_name} ({member.number}) tidak lagi lunas: {payment.document} dibatalkan.",
    )  # fmt: skip


@writes
def undo_entry(*, cooperative_id: int, number: int, **facts) -> Posted | list[Posted]:
    """Undo an entry of dues from the journal: with its payment when it has one.

    facts  on, by, reason, request_id
    """
    if not Payment.objects.filter(cooperative_id=cooperative_id, number=number).exists():
        return ledger.reverse(cooperative_id, number, **facts)
    return reverse_payment(cooperative_id=cooperative_id, number=number, **facts)
