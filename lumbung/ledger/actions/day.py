"""Tutup hari: an entry without money that says how far the book has come, and what its accounts add up to."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.actions.posting import Posted, post
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def close_day(*, cooperative_id: int, on: date, by: int) -> Posted:
    """Write the day's end into the book; a second call on the same day answers with the first.

    Raises  Refused: nothing was recorded since the last day's end, or the day lies in a closed month
    """
    must_act_for(cooperative_id)
    request_id = ids.from_fact(f"day closed:{cooperative_id}:{on.isoformat()}")
    book, known = store.take_book(cooperative_id, [request_id])
    if earlier := known.get(request_id):
        return Posted(earlier.number, earlier.document, is_new=False)
    new = book.last_number - store.last_of_kind(cooperative_id, rules.DAY_CLOSED)
    if not new:
        raise Refused(_("Belum ada catatan baru sejak tutup hari terakhir, jadi tidak ada yang perlu ditutup."))
    sums = store.control_sums(cooperative_id)
    memo = rules.day_memo(on, new=new, size=book.last_number, sums=sums)
    return post(cooperative_id, [Draft(rules.DAY_CLOSED, on, "TH", memo, request_id, by, ())])[0]
