"""Giving a term deposit back: at its end, before it, or its interest alone."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.approvals.actions import refuse_unapproved
from lumbung.approvals.rules import Paid
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import CASH, Place
from lumbung.money import show
from lumbung.savings.actions.crediting import post_parts
from lumbung.savings.actions.term_steps import Step, draft, post_steps, steps
from lumbung.savings.models import TermEntry
from lumbung.savings.reports import interest, terms
from lumbung.savings.reports.ending import Ending, ending
from lumbung.savings.reports.terms import Standing
from lumbung.sql import writes
from lumbung.web.dates import long_date
from lumbung.web.words import Refused

Kind = TermEntry.Kind


@writes
def end_term(
    *, cooperative_id: int, deposit_id: int, on: date, by: int, request_id: UUID, cash: Place | None = CASH,
    early: bool = False, approved_by: int | None = None, seen: int | None = None,
) -> Posted:  # fmt: skip
    """Give a deposit back with its interest; before its time only when `early` says so: the bylaws then take a part.

    cash    where it is paid from; None: it goes into her simpanan sukarela
    seen    what whoever approved it was shown, sen
    Raises  Refused: given back already; not due and not `early`; a place that holds less; month closed; more than one
            may pay alone, or another amount than was seen
    """
    take_turn(cooperative_id)
    if known := earlier(cooperative_id, deposit_id, request_id, Kind.PAID):
        return known
    with transaction.atomic():
        one, figures = figured(cooperative_id, deposit_id, on, by, early)
        if cash:
            new = Paid(on, by, figures.paid, "term.paid", one.member.id)
            refuse_unapproved(cooperative_id, new, approved_by, request_id)
            refuse_unseen(figures.paid, seen)
        posted = post_steps(one, steps(one, figures, on, by, request_id, cash, approved_by), request_id)
        if cash:
            ledger.refuse_empty_place(cooperative_id, cash, figures.paid, on)
    return posted


def figured(cooperative_id: int, deposit_id: int, on: date, by: int, early: bool) -> tuple[Standing, Ending]:
    """The deposit with all months that it has stood credited, and what an ending on that day pays.

    Raises  Refused: given back already; not due and not `early`
    """
    _credit_missing(running(cooperative_id, deposit_id, on), on, by)
    one = terms.deposit(cooperative_id, deposit_id, on)
    figures = ending(one, bylaws(cooperative_id, on), on)
    if figures.early and not early:
        words = _("Jatuh tempo simpanan ini %(day)s. Centang pengambilan sebelum waktunya bila memang diminta.")
        raise Refused(words, day=long_date(one.matures_on))
    return one, figures


def refuse_unseen(amount: int, seen: int | None) -> None:
    """An approval is of an amount."""
    if seen not in (None, amount):
        raise Refused(_("Yang dibayarkan sekarang %(amount)s. Tarik ajuan ini, lalu ajukan lagi."), amount=show(amount))


@writes
def pay_interest(
    *, cooperative_id: int, deposit_id: int, on: date, by: int, request_id: UUID, cash: Place = CASH,
    approved_by: int | None = None, seen: int | None = None,
) -> Posted:  # fmt: skip
    """Pay the interest that waits on a deposit, all of it; the deposit goes on. `seen` as in `end_term`.

    Raises  Refused: nothing waits; given back already; a place that holds less; month closed; as `end_term`
    """
    take_turn(cooperative_id)
    if known := earlier(cooperative_id, deposit_id, request_id, Kind.INTEREST):
        return known
    one = running(cooperative_id, deposit_id, on)
    if not one.waiting:
        raise Refused(_("Belum ada jasa yang menunggu dibayar. Catat dulu jasa bulan ini."))
    new = Paid(on, by, one.waiting, "term.interest_paid", one.member.id)
    refuse_unapproved(cooperative_id, new, approved_by, request_id)
    refuse_unseen(one.waiting, seen)
    with transaction.atomic():
        facts = {"cash": cash, "amount": one.waiting, "approved_by": approved_by}
        paid = draft(one, "term.interest_paid", on, by, request_id, **facts)
        posted = post_steps(one, [Step(paid, Kind.INTEREST, 0, one.waiting)], request_id)
        ledger.refuse_empty_place(cooperative_id, cash, one.waiting, on)
    return posted


@writes
def undo_payment(*, cooperative_id: int, number: int, on: date, by: int, reason: str, request_id: UUID) -> list[Posted]:
    """Take a payment of a deposit back whole: an early ending with its forfeit and penalty.

    number  of one of its entries
    Raises  Refused: no such payment, reversed already, no reason, month closed
    """
    take_turn(cooperative_id)
    row = TermEntry.objects.filter(cooperative_id=cooperative_id, number=number).first()
    if row is None:
        raise Refused(_("Ini bukan pembayaran simpanan berjangka."))
    rows = TermEntry.objects.filter(cooperative_id=cooperative_id, request_id=row.request_id).order_by("-number")
    return [
        ledger.reverse(cooperative_id, each.number, on=on, by=by, reason=reason,
                       request_id=request_id if place == 0 else ids.from_fact(f"undo:{each.number}:{request_id}"))
        for place, each in enumerate(rows)
    ]  # fmt: skip


def earlier(cooperative_id: int, deposit_id: int, request_id: UUID, kind: str) -> Posted | None:
    """What this form has done before."""
    row = TermEntry.objects.filter(cooperative_id=cooperative_id, request_id=request_id, kind=kind).first()
    if row is None:
        return None
    if row.deposit_id != deposit_id:
        raise Refused(_("Formulir ini sudah dikirim dengan isi lain. Buka formulir baru untuk mencatat yang ini."))
    return Posted(row.number, books.entry(cooperative_id, row.number).document, is_new=False)


def running(cooperative_id: int, deposit_id: int, on: date) -> Standing:
    """A deposit that runs on a day.

    Raises  Refused: a day to come, given back already, not placed yet
    """
    ledger.refuse_future(on)
    one = terms.deposit(cooperative_id, deposit_id, on)
    if one is None or not one.is_open:
        raise Refused(_("Simpanan berjangka ini sudah tidak berjalan."))
    if on < one.deposit.placed_on:
        raise Refused(_("Simpanan ini ditempatkan %(day)s. Pilih tanggal sesudah itu."),
                      day=long_date(one.deposit.placed_on))  # fmt: skip
    return one


def _credit_missing(one: Standing, on: date, by: int) -> None:
    """The months that the deposit has stood and the monthly run has not come to yet."""
    coop, parts = one.deposit.cooperative_id, []
    for each in terms.earned(coop, [one], on):
        part, law, before = interest.part_of(each), *interest.month_of(coop, each.period, one.member.id)
        parts += interest.taxed([part], before, law) if part.gross else []
    post_parts(coop, [(one.member, part) for part in parts], on=on, by=by)
