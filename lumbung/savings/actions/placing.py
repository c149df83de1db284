"""Placing a term deposit, and taking the placing back."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import CASH, Place
from lumbung.members.models import Member
from lumbung.savings import rules
from lumbung.savings.actions.deciding import percent
from lumbung.savings.actions.keeping import named, refuse_no_member
from lumbung.savings.actions.saving import refuse_too_much
from lumbung.savings.models import TermDeposit
from lumbung.savings.reports import terms
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def place_term(
    *, member: Member, amount: int, months: int, rate: int, on: date, by: int, request_id: UUID,
    rollover: bool = False, interest_to: str = "end", cash: Place | None = CASH,
) -> TermDeposit:  # fmt: skip
    """Put a member's money away for some months; a second tap answers with the first certificate.

    rate     of a year, hundredths of a percent
    cash     where the money was put; None: it comes out of her simpanan sukarela
    Raises   Refused: too little, too long, above the highest rate, not enough savings, no member, month closed
    """
    coop = member.cooperative_id
    take_turn(coop)
    _refuse_terms(member, amount, months, rate, on)
    with transaction.atomic():
        serial = _next_serial(coop, on.year)
        posted = ledger.post_event(
            "term.placed" if cash else "term.placed_from_savings", coop, on=on, amount=amount, holder=member.id, by=by,
            request_id=request_id, memo=f"Simpanan berjangka {months} bulan {named(member)}",
            **({"cash": cash} if cash else {}),
        )  # fmt: skip
        if not posted.is_new:
            return TermDeposit.objects.get(cooperative_id=coop, number=posted.number)
        if not cash:
            refuse_too_much(member, amount, on)
        return TermDeposit.objects.create(
            cooperative_id=coop, serial=serial, member_id=member.id, amount=amount, months=months, rate=rate,
            rollover=rollover, interest_to=interest_to, placed_on=on, number=posted.number,
        )  # fmt: skip


def _next_serial(cooperative_id: int, year: int) -> str:
    begin = f"SB-{year}-"
    last = TermDeposit.objects.filter(cooperative_id=cooperative_id, serial__startswith=begin).order_by("serial").last()
    return f"{begin}{int(last.serial.removeprefix(begin)) + 1 if last else 1:04}"


def _refuse_terms(member: Member, amount: int, months: int, rate: int, on: date) -> None:
    ledger.refuse_future(on)
    refuse_no_member(member)
    rule = bylaws(member.cooperative_id, on)
    if amount < rule.term_minimum:
        raise Refused(_("Simpanan berjangka paling sedikit %(least)s."), least=money.show(rule.term_minimum))
    if not 1 <= months <= rules.LONGEST:
        raise Refused(_("Jangka waktu 1 sampai %(most)s bulan. Untuk lebih lama, pilih perpanjangan."),
                      most=rules.LONGEST)  # fmt: skip
    if rate > rule.savings_rate_cap_year:
        cap = percent(rule.savings_rate_cap_year).replace(".", ",")
        raise Refused(_("Jasa paling tinggi %(cap)s persen setahun. Turunkan angkanya."), cap=cap)


@writes
def undo_placed(*, cooperative_id: int, number: int, on: date, **facts) -> Posted:
    """The same from the journal, by the entry of the placing."""
    row = TermDeposit.objects.get(cooperative_id=cooperative_id, number=number)
    return undo_placing(cooperative_id=cooperative_id, deposit_id=row.id, on=on, **facts)


@writes
def undo_placing(*, cooperative_id: int, deposit_id: int, on: date, by: int, reason: str, request_id: UUID) -> Posted:
    """Take the placing of a deposit back when it was a mistake: only while nothing has come of it.

    Raises  Refused: interest was credited or money paid out already; reversed already; no reason; month closed
    """
    take_turn(cooperative_id)
    one = terms.deposit(cooperative_id, deposit_id, on)
    if one is None:
        raise Refused(_("Simpanan berjangka ini tidak ditemukan."))
    if one.interests or one.entries:
        raise Refused(_("Simpanan ini sudah diberi jasa atau dibayar. Batalkan dulu catatan itu."))
    return ledger.reverse(cooperative_id, one.deposit.number, on=on, by=by, reason=reason, request_id=request_id)
