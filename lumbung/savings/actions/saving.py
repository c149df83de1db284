"""Simpanan sukarela: put in, taken out, taken back when it was a mistake. Each is one entry of the ledger."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.approvals.actions import refuse_unapproved
from lumbung.approvals.rules import Paid
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.savings.actions.keeping import SAVINGS, named, refuse_no_member
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

MOVES = ("savings.deposited", "savings.withdrawn")


@writes
def deposit(
    *, member: Member, amount: int, on: date, by: int, request_id: UUID, cash: Place = CASH, memo: str = ""
) -> Posted:
    """Take a member's savings in; the first deposit opens them.

    amount   sen, above zero
    Raises   Refused: no member, a day to come, a first deposit that is too small, month closed, request reused
    """
    take_turn(member.cooperative_id)
    ledger.refuse_future(on)
    refuse_no_member(member)
    with transaction.atomic():  # what is refused after posting leaves nothing
        posted = ledger.post_event(
            "savings.deposited", member.cooperative_id, on=on, amount=amount, holder=member.id, by=by,
            request_id=request_id, cash=cash, memo=memo or f"Setoran simpanan sukarela {named(member)}",
        )  # fmt: skip
        if posted.is_new:
            _refuse_small_first(member, amount, on)
    return posted


def _refuse_small_first(member: Member, amount: int, on: date) -> None:
    least = bylaws(member.cooperative_id, on).savings_first_deposit
    if amount < least and books.holder_balance(member.cooperative_id, SAVINGS, member.id) == amount:
        raise Refused(
            _("Setoran pertama %(name)s paling sedikit %(least)s."), name=member.full_name, least=money.show(least)
        )


@writes
def withdraw(
    *, member: Member, amount: int, on: date, by: int, request_id: UUID, cash: Place = CASH, closes: bool = False,
    memo: str = "", approved_by: int | None = None,
) -> Posted:  # fmt: skip
    """Give savings back, down to the floor that the bylaws set; `closes` takes all of it and leaves nothing.

    Raises  Refused: more than that, a place that holds less, a day to come, month closed, request reused; more than
            one may pay alone
    """
    take_turn(member.cooperative_id)
    ledger.refuse_future(on)
    new = Paid(on, by, amount, "savings.withdrawn", member.id)
    refuse_unapproved(member.cooperative_id, new, approved_by, request_id)
    with transaction.atomic():
        posted = ledger.post_event(
            "savings.withdrawn", member.cooperative_id, on=on, amount=amount, holder=member.id, by=by,
            request_id=request_id, cash=cash, approved_by=approved_by,
            memo=memo or f"{'Tutup' if closes else 'Penarikan'} simpanan sukarela {named(member)}",
        )  # fmt: skip
        if posted.is_new:
            refuse_too_much(member, amount, on, closes=closes)
            ledger.refuse_empty_place(member.cooperative_id, cash, amount, on)
    return posted


def refuse_too_much(member: Member, amount: int, on: date, *, closes: bool = False) -> None:
    """After posting `amount` out of savings: what is left must reach the floor, today and on that day."""
    coop = member.cooperative_id
    floor = 0 if closes else bylaws(coop, on).savings_floor
    left = books.holder_balance(coop, SAVINGS, member.id)
    _refuse_below(member, left, amount, floor)
    if on < clock.today() and books.holder_balance(coop, SAVINGS, member.id, on) < floor:
        raise Refused(
            _("Pada %(day)s simpanan %(name)s belum cukup. Pilih tanggal yang lebih baru."),
            day=long_date(on), name=member.full_name,
        )  # fmt: skip
    if closes and left:
        raise Refused(_("Untuk menutup simpanan, ambil semuanya: %(all)s."), all=money.show(left + amount))


def _refuse_below(member: Member, left: int, amount: int, floor: int) -> None:
    if left >= floor:
        return
    facts = {"name": member.full_name, "held": money.show(left + amount), "floor": money.show(floor),
             "most": money.show(max(left + amount - floor, 0))}  # fmt: skip
    if not floor:
        raise Refused(_("Simpanan %(name)s hanya %(held)s."), **facts)
    raise Refused(
        _("Simpanan %(name)s %(held)s dan harus tersisa %(floor)s. Yang boleh diambil paling banyak %(most)s."), **facts
    )


@writes
def undo(*, cooperative_id: int, number: int, on: date, by: int, reason: str, request_id: UUID) -> Posted:
    """Take a deposit or a withdrawal back by its opposite; both stay in sight.

    Raises  Refused: another kind of entry, reversed already, no reason, savings taken meanwhile, month closed
    """
    take_turn(cooperative_id)
    entry = books.entry(cooperative_id, number)
    if entry is None or entry.kind not in MOVES:
        raise Refused(_("Ini bukan setoran atau penarikan simpanan. Buka lagi dari rekening anggota."))
    with transaction.atomic():
        posted = ledger.reverse(cooperative_id, number, on=on, by=by, reason=reason, request_id=request_id)
        holder = next(line.holder for line in entry.lines if line.account == SAVINGS)
        if posted.is_new and books.holder_balance(cooperative_id, SAVINGS, holder) < 0:
            raise Refused(_("Uang setoran ini sudah diambil. Batalkan dulu penarikannya."))
    return posted
