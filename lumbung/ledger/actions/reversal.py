"""What was posted is never changed: it is undone by its opposite, once, for all to see."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from lumbung.cooperatives.tenant import must_act_for
from lumbung.ledger import rules, store
from lumbung.ledger.actions.posting import Posted, post
from lumbung.ledger.rules import Draft
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def reverse(cooperative_id: int, number: int, *, on: date, by: int, reason: str, request_id: UUID) -> Posted:
    """Undo an entry, visibly: the opposite entry, dated in an open month, linked to it. Once.

    Raises  Refused: no such entry, reversed already, itself a reversal, or no reason given
    """
    must_act_for(cooperative_id)
    if not reason.strip():
        raise Refused(_("Tulis alasan pembatalan, misalnya “salah ketik jumlah”."))
    wrong = store.entry_with_moves(cooperative_id, number)
    if wrong is None or wrong.kind.startswith("period."):
        raise Refused(_("Catatan nomor %(number)s tidak dapat dibatalkan."), number=number)
    if wrong.kind == "correction":
        raise Refused(_("%(document)s adalah pembatalan. Catat lagi yang benar."), document=wrong.document)
    store.lock_book(cooperative_id)
    earlier = store.reversal_of(cooperative_id, number)
    if earlier and earlier.request_id != request_id:
        raise Refused(_("%(document)s sudah dibatalkan dengan %(by)s."), document=wrong.document, by=earlier.document)
    memo = f"Batal {wrong.document}: {reason.strip()}"  # Indonesian on every screen: it is the book that speaks
    draft = Draft(
        "correction", on, "JU", memo[:300], request_id, by, rules.reversed_moves(wrong.moves), reverses=number
    )
    return post(cooperative_id, [draft])[0]
