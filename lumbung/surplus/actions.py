"""Close a month when nothing is missing; open it again when two people want it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung import clock, ids
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.sql import writes
from lumbung.surplus import reports, rules
from lumbung.surplus.models import DuesLook, Reopening, ReopeningAnswer
from lumbung.web.dates import long_date, month_name
from lumbung.web.words import Refused


@writes
def look_at_dues(*, cooperative_id: int, month: date, by: int) -> None:
    """Somebody has looked at who did not pay; a second time changes nothing."""
    take_turn(cooperative_id)
    DuesLook.objects.get_or_create(
        cooperative_id=cooperative_id, month=month.replace(day=1), defaults={"by": by, "looked_at": clock.now()}
    )


@writes
def close_month(*, cooperative_id: int, month: date, today: date, by: int, request_id: UUID) -> Posted:
    """Close the next month, and the day with it; a second tap answers with the first closing.

    Raises  Refused: it is not over, an earlier one is open, or something of the list is missing
    """
    take_turn(cooperative_id)
    closed = reports.closed_through(cooperative_id)
    if not closed or rules.last_day(month) > closed:
        _refuse_unready(cooperative_id, month, today)
    closing = ledger.close_month(cooperative_id=cooperative_id, month=month, by=by, request_id=request_id)
    if closing.is_new:
        ledger.close_day(cooperative_id=cooperative_id, on=today, by=by)
    return closing


def _refuse_unready(cooperative_id: int, month: date, today: date) -> None:
    following = reports.month_to_close(cooperative_id, today)
    if following is None:
        raise Refused(_("%(month)s belum berakhir. Tutup sesudah %(day)s."), month=month_name(month),
                      day=long_date(rules.last_day(month)))  # fmt: skip
    if following != month.replace(day=1):
        raise Refused(_("Tutup %(month)s dulu."), month=month_name(following))
    missing = [check.title for check in reports.checks(cooperative_id, following) if not check.done]
    if missing:
        words = _("%(month)s belum dapat ditutup. Selesaikan dulu: %(what)s.")
        raise Refused(words, month=month_name(month), what=", ".join(missing))


@writes
def ask_reopening(*, cooperative_id: int, month: date, reason: str, by: int, request_id: UUID) -> Reopening:
    """Ask that the books be opened again from a month on; somebody else decides.

    Raises  Refused: the month is not closed, no reason, another wish still waits
    """
    take_turn(cooperative_id)
    if earlier := Reopening.objects.filter(cooperative_id=cooperative_id, request_id=request_id).first():
        return earlier
    closed, month = reports.closed_through(cooperative_id), month.replace(day=1)
    if not closed or month > closed:
        raise Refused(_("Bulan %(month)s tidak sedang ditutup."), month=month_name(month))
    reason = " ".join(reason.split())
    if not reason:
        raise Refused(_("Tulis alasan membuka kembali buku."))
    if waiting := reports.waiting_wish(cooperative_id):
        words = _("Permintaan membuka %(month)s masih menunggu jawaban. Selesaikan yang itu dulu.")
        raise Refused(words, month=month_name(waiting.month))
    return Reopening.objects.create(
        cooperative_id=cooperative_id, month=month, reason=reason, asked_by=by, asked_at=clock.now(),
        request_id=request_id,
    )  # fmt: skip


@writes
def answer_reopening(
    *, cooperative_id: int, reopening_id: int, agreed: bool, on: date, by: int, reason=""
) -> ReopeningAnswer:
    """The second person agrees, and the books are open again; or says no, and why. Once.

    Raises  Refused: the one who asked, a no without a reason, answered otherwise before
    """
    take_turn(cooperative_id)
    wish = Reopening.objects.get(cooperative_id=cooperative_id, id=reopening_id)
    earlier = ReopeningAnswer.objects.filter(cooperative_id=cooperative_id, reopening_id=reopening_id).first()
    if earlier:
        if earlier.agreed != agreed:
            raise Refused(_("Permintaan ini sudah dijawab."))
        return earlier
    reason = " ".join(reason.split())
    if wish.asked_by == by:
        raise Refused(_("Membuka kembali buku perlu dua orang. Mintalah pengurus lain menyetujui."))
    if not agreed and not reason:
        raise Refused(_("Tulis mengapa tidak, supaya yang meminta tahu."))
    return ReopeningAnswer.objects.create(
        cooperative_id=cooperative_id, reopening_id=reopening_id, agreed=agreed, reason=reason, by=by,
        answered_at=clock.now(), number=_opened(wish, on, by) if agreed else None,
    )  # fmt: skip


def _opened(wish: Reopening, on: date, by: int) -> int:
    """The number of the entry that opened the books: in the journal and the proof log with both names, for ever."""
    return ledger.reopen(
        cooperative_id=wish.cooperative_id, month=wish.month, on=on, by=wish.asked_by, approved_by=by,
        reason=wish.reason, request_id=ids.from_fact(f"reopening:{wish.id}"),
    ).number  # fmt: skip
