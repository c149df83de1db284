"""Closing a month is an entry of its own, and so is opening it again: both are leaves of the proof log."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import store
from lumbung.ledger.actions.posting import Posted, post
from lumbung.ledger.chart import CHART
from lumbung.ledger.reports.book import not_nil
from lumbung.ledger.rules import Draft
from lumbung.money import show
from lumbung.sql import writes
from lumbung.web.dates import MONTHS, long_date, month_name
from lumbung.web.words import Refused


@writes
def close_month(*, cooperative_id: int, month: date, by: int, request_id: UUID) -> Posted:
    """Close the books up to the end of a month; nothing can be dated in it afterwards.

    month   any day of it
    Raises  Refused: closed already, or an account that must be nil is not
    """
    must_act_for(cooperative_id)
    last = _last_day(month)
    book = store.lock_book(cooperative_id)
    _same_or_refuse(book, last, cooperative_id, request_id)
    for code, left in not_nil(cooperative_id, last):
        raise Refused(
            _("%(account)s masih %(amount)s. Selesaikan dulu, lalu tutup bulan %(month)s."),
            account=CHART[code].name, amount=show(left), month=month_name(last),
        )  # fmt: skip
    memo = f"Buku ditutup sampai {last.day} {MONTHS[last.month - 1]} {last.year}"  # the book speaks Indonesian
    return post(cooperative_id, [Draft("period.closed", last, "TB", memo, request_id, by, ())])[0]


def _same_or_refuse(book: store.BookRow, last: date, cooperative_id: int, request_id: UUID) -> None:
    if book.closed_through and last <= book.closed_through and not store.number_of(cooperative_id, request_id):
        raise Refused(_("Buku sudah ditutup sampai %(day)s."), day=long_date(book.closed_through))


@writes
def reopen(*, cooperative_id: int, month: date, on: date, by: int, approved_by: int, reason: str, request_id: UUID):
    """Open the books again from a month on. Two people, a reason, and it shows for ever.

    month   any day of the first month to be open again
    on      the day of reopening, in an open month
    Raises  Refused: not closed, one person alone, or no reason
    """
    must_act_for(cooperative_id)
    if by == approved_by:
        raise Refused(_("Membuka kembali buku perlu dua orang. Mintalah ketua menyetujui."))
    if not reason.strip():
        raise Refused(_("Tulis alasan membuka kembali buku."))
    book = store.lock_book(cooperative_id)
    stays = month.replace(day=1) - timedelta(days=1)
    if not store.number_of(cooperative_id, request_id) and (not book.closed_through or stays >= book.closed_through):
        raise Refused(_("Bulan %(month)s tidak sedang ditutup."), month=month_name(month))
    memo = f"{stays.isoformat()} {reason.strip()}"[:300]
    return post(cooperative_id, [Draft("period.reopened", on, "TB", memo, request_id, by, (), approved_by)])[0]


def _last_day(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
