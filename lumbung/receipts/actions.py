"""Printing a copy, and sending a text: each is written down in the moment in which it is made."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import reports as books
from lumbung.members import wishes
from lumbung.members.models import Member
from lumbung.receipts import rules
from lumbung.receipts.models import Message, Printing
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def print_copy(
    *, cooperative_id: int, number: int, kind: str, sheet: str, by: int, at: datetime, request_id: UUID
) -> Printing:
    """Count one more copy of an entry; the same form a second time is the same copy.

    kind    of `Printing.Kind`; the copies of each are counted by themselves
    Raises  Refused: no such entry, or one without money: a paper is never blank
    """
    take_turn(cooperative_id)
    earlier = Printing.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first()
    if earlier:
        return earlier
    entry = books.entry(cooperative_id, number)
    if entry is None or not entry.amount:
        raise Refused(_("Catatan ini tidak memuat uang, jadi tidak ada bukti yang dapat dicetak."))
    copies = Printing.objects.filter(cooperative_id=cooperative_id, number=number, kind=kind)
    last = copies.aggregate(last=Max("copy"))["last"] or 0
    return Printing.objects.create(
        cooperative_id=cooperative_id, number=number, kind=kind, copy=last + 1, sheet=sheet, by=by, at=at,
        request_id=request_id,
    )  # fmt: skip


@writes
def send(
    *, member: Member, kind: str, text: str, by: int, at: datetime, request_id: UUID, number: int | None = None
) -> Message:
    """Keep a text as it goes to a member's WhatsApp; the same form a second time is the same message.

    number  of the entry that a receipt is about
    Raises  Refused: the member has no number, one that has no WhatsApp, or does not want it
    """
    take_turn(member.cooperative_id)
    earlier = Message.objects.filter(cooperative_id=member.cooperative_id, request_id=request_id).first()
    if earlier:
        return earlier
    refuse_unreachable(member)
    assert len(text) <= rules.LONGEST, "rules make short messages"
    return Message.objects.create(
        cooperative_id=member.cooperative_id, kind=kind, member_id=member.id, number=number, phone=member.phone,
        text=text, by=by, at=at, request_id=request_id,
    )  # fmt: skip


def refuse_unreachable(member: Member) -> None:
    if not member.phone:
        words = _("%(name)s belum punya nomor HP di buku anggota. Isi nomornya, lalu kirim lagi.")
        raise Refused(words, name=member.full_name)
    if not rules.is_mobile(member.phone):
        words = _("Nomor %(phone)s bukan nomor HP, jadi tidak dapat menerima WhatsApp. Perbaiki nomor %(name)s.")
        raise Refused(words, phone=member.phone_shown, name=member.full_name)
    if not wishes.allows(member, wishes.WHATSAPP):
        words = _("%(name)s tidak mau dikirimi WhatsApp. Sampaikan langsung, atau cetak buktinya.")
        raise Refused(words, name=member.full_name)
