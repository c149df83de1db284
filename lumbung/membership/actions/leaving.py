"""Leaving and dying with the settlement J50, money given back, taking it back, coming back."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cash import actions as cash
from lumbung.cash.models import CashPlace
from lumbung.cooperatives.models import Cooperative
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import actions as dues
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.members import actions as members
from lumbung.members.models import Member
from lumbung.membership import reports
from lumbung.membership.models import Refund, Settlement
from lumbung.membership.rules import Account
from lumbung.security.actions import end_appointment, record
from lumbung.security.reports import person_of
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def leave(
    *, member: Member, on: date, reason: str, by: int, request_id: UUID, seen: int, asked_on: date | None = None,
    died: bool = False, heir_name: str = "", heir_relation: str = "",
) -> Settlement:  # fmt: skip
    """A member leaves, or has died: register, settlement and dues in one transaction. Who had left before there were
    settlements keeps the day and the reason, and is settled now.

    seen    what the page said would be given back, sen: another amount by now is shown again before anything is done
    Raises  Refused: as `members.leave`; the amount has changed; money to give back and no heir named
    """
    coop = member.cooperative_id
    _take_turn(coop)
    if earlier := Settlement.objects.filter(cooperative_id=coop, request_id=request_id).first():
        return earlier
    account = reports.account_of(member)
    died = died or member.status == Member.Status.DECEASED
    _refuse_settled(member)
    _refuse_unseen(account, seen)
    if died and account.refund and not heir_name.strip():
        raise Refused(_("Tulis nama ahli waris yang menerima simpanannya."))
    if member.status not in reports.GONE:
        members.leave(member=member, on=on, reason=reason, by=by, asked_on=asked_on, died=died)
    today = clock.today()
    number = _set_off(member, account, today, by, request_id)
    dues.settle(member=member, number=number or 0, on=today)
    if died:
        _close_the_door(member, today, by)
    heir = (heir_name.strip(), heir_relation.strip()) if died else ("", "")
    return Settlement.objects.create(
        cooperative_id=coop, member_id=member.id, left_on=on, died=died, heir_name=heir[0], heir_relation=heir[1],
        number=number, refund=account.refund, debt=account.debt,
        pay_by=today + timedelta(days=bylaws(coop, today).refund_days), by=by, at=clock.now(), request_id=request_id,
    )  # fmt: skip


def _close_the_door(member: Member, today: date, by: int) -> None:
    """Nobody signs in as a member who has died, or who has left and has all her money."""
    person = person_of(member.cooperative_id, member.id)
    if person:
        end_appointment(
            cooperative_id=member.cooperative_id, person_id=person.id, role="anggota", until=today, by=by
        )  # fmt: skip


def _refuse_settled(member: Member) -> None:
    if reports.merged_into(member) or reports.farewell(member):
        raise Refused(_("%(name)s sudah keluar dan simpanannya sudah diselesaikan."), name=member.full_name)


def _refuse_unseen(account: Account, seen: int) -> None:
    if account.refund != seen:
        raise Refused(_("Simpanannya berubah sejak halaman ini dibuka. Baca lagi hitungannya, lalu simpan."))


def _set_off(member: Member, account: Account, today: date, by: int, request_id: UUID) -> int | None:
    """The entry J50a; none when the member has nothing."""
    if not account.moves:
        return None
    return ledger.post_event(
        "member.settled", member.cooperative_id, on=today, parts=account.parts, holder=member.id, by=by,
        request_id=request_id, memo=f"Penyelesaian simpanan {member.full_name} ({member.number})",
    ).number  # fmt: skip


@writes
def pay_back(
    *, member: Member, amount: int, on: date, place: CashPlace, by: int, request_id: UUID, receiver: str = "",
    approved_by: int | None = None,
) -> Refund:  # fmt: skip
    """Give back what the settlement left, whole or in parts, to the member or to the heir.

    Raises  Refused: nothing waits, more than waits, the place holds less, or it is more than one may pay alone
    """
    coop = member.cooperative_id
    _take_turn(coop)
    standing = reports.farewell(member)
    if standing is None:
        raise Refused(_("%(name)s belum diselesaikan simpanannya. Catat keluarnya dulu."), name=member.full_name)
    settlement = standing.settlement
    to = receiver.strip() or settlement.heir_name or member.full_name
    words = f"Pengembalian simpanan {member.full_name} ({member.number})"
    posted = cash.pay(
        category="member.refunded", amount=amount, on=on, by=by, request_id=request_id, place=place, holder=member.id,
        memo=words if to == member.full_name else f"{words}, diterima {to}", approved_by=approved_by,
    )  # fmt: skip
    facts = {"settlement_id": settlement.id, "amount": amount, "receiver": to[:120], "by": by, "at": clock.now()}
    kept, _new = Refund.objects.get_or_create(cooperative_id=coop, number=posted.number, defaults=facts)
    if not books.holder_balance(coop, reports.REFUND, member.id):
        _close_the_door(member, clock.today(), by)
    return kept


@writes
def take_back(*, member: Member, reason: str, by: int, request_id: UUID) -> None:
    """The leaving was a mistake: its entry is reversed, and the member is what she was; all of it stays visible.

    Raises  Refused: nothing to take back, money was given back, or no reason
    """
    coop = member.cooperative_id
    _take_turn(coop)
    standing = reports.farewell(member)
    if standing is None:
        raise Refused(_("Tidak ada yang bisa dibatalkan. Buka lagi halaman anggotanya."))
    if standing.paid:
        raise Refused(_("Simpanannya sudah dikembalikan. Batalkan dulu bukti pengembaliannya."))
    if not reason.strip():
        raise Refused(_("Tulis alasan pembatalan, misalnya “salah orang”."))
    if standing.settlement.number:
        ledger.reverse(
            coop, standing.settlement.number, on=clock.today(), by=by, reason=reason, request_id=request_id
        )  # fmt: skip
    members.take_back_leaving(member=member, by=by, reason=reason.strip())


@writes
def rejoin(*, member: Member, on: date, by: int) -> Member:
    """A former member applies again, with the old number or a new one as the bylaws say.

    Raises  Refused: has not left, is in the register under another number, or was never settled
    """
    _take_turn(member.cooperative_id)
    if merged := reports.merged_into(member):
        raise Refused(_("Ia sudah tercatat sebagai %(number)s. Buka anggota itu."), number=merged.number)
    if books.holder_accounts(member.cooperative_id, member.id):
        raise Refused(_("Simpanannya yang lama belum selesai. Kembalikan dulu, atau batalkan keluarnya."))
    anew = bylaws(member.cooperative_id, on).rejoin_number == "new"
    back = members.rejoin(member=member, on=on, by=by, anew=anew)
    record(cooperative_id=member.cooperative_id, person_id=by, deed="member.rejoined", subject=str(member.id))
    return back


def _take_turn(cooperative_id: int) -> None:
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)
