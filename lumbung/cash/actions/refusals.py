"""What a careful treasurer would refuse, in words that say what to do."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.approvals import actions as approvals
from lumbung.approvals.rules import FREE, Paid
from lumbung.cash import reports
from lumbung.cash.models import CashPlace
from lumbung.cash.rules import category_account
from lumbung.ledger import reports as books
from lumbung.web.dates import long_date
from lumbung.web.words import Refused


def refuse_impossible(amount: int, on: date, place: CashPlace) -> None:
    """What no receipt and no payment can be."""
    refuse_amount_or_day(amount, on)
    if on < place.opened_on:
        raise Refused(
            _("%(place)s baru dipakai %(day)s. Pilih tanggal sesudah itu."), place=place, day=long_date(place.opened_on)
        )
    if place.closed_on and on > place.closed_on:
        raise Refused(
            _("%(place)s sudah ditutup %(day)s. Pilih tempat lain."), place=place, day=long_date(place.closed_on)
        )


def refuse_amount_or_day(amount: int, on: date) -> None:
    if amount <= 0:
        raise Refused(_("Jumlah harus lebih dari nol."))
    if on > clock.today():
        raise Refused(_("Tanggal %(day)s belum terjadi. Pilih hari ini atau sebelumnya."), day=long_date(on))


def refuse_unapproved(
    category: str, cooperative_id: int, amount: int, on: date, approved_by: int | None, *, by: int, holder: int,
    request_id: UUID,
) -> None:  # fmt: skip
    """Above what the cooperative lets one person pay, nobody pays alone."""
    if category not in FREE:
        new = Paid(on, by, amount, category, holder)
        approvals.refuse_unapproved(cooperative_id, new, approved_by, request_id)


def refuse_overdraft(place: CashPlace, amount: int, on: date) -> None:
    """After posting `amount` out of it: neither today nor on that day may a place hold less than nothing."""
    if (left := reports.balance(place)) < 0:
        raise Refused(_("Uang di %(place)s hanya %(held)s."), place=place, held=money.show(left + amount))
    if on < clock.today() and (left := reports.balance(place, on)) < 0:
        words = _("Pada %(day)s uang di %(place)s hanya %(held)s.")
        raise Refused(words, day=long_date(on), place=place, held=money.show(left + amount))


def refuse_unheld(place: CashPlace, amount: int) -> None:
    """Before anything is posted: nobody is asked to approve what is not there."""
    if (held := reports.balance(place)) < amount:
        raise Refused(_("Uang di %(place)s hanya %(held)s."), place=place, held=money.show(held))


def refuse_more_than_owed(category: str, cooperative_id: int, holder: int, amount: int) -> None:
    """A fund or a claim cannot be used up beyond what it holds."""
    account = category_account(category)
    if account[0] != "2" or account == "212300":
        return
    left = (
        books.holder_balance(cooperative_id, account, holder) if holder else books.balance_of(cooperative_id, account)
    )
    if left < 0:
        raise Refused(_("Yang boleh dibayarkan hanya %(amount)s."), amount=money.show(left + amount))


def refuse_not_a_bank(place: CashPlace) -> None:
    if place.kind != CashPlace.Kind.BANK:
        raise Refused(_("%(place)s bukan rekening bank. Pilih rekening bank."), place=place)
