"""Undoing an entry that a row of cash leans on: first what came after it."""

from django.utils.translation import gettext as _

from lumbung.cash.models import Advance, UnidentifiedReceipt
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.reports.cash import undone
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def undo_advance(*, cooperative_id: int, number: int, **facts) -> Posted:
    """Take back an advance that nobody has settled yet.

    Raises  Refused: it was settled; that comes first
    """
    row = Advance.objects.filter(cooperative_id=cooperative_id, given_number=number).first()
    _refuse_leaning(cooperative_id, row and row.settled_number, _("Panjar ini sudah selesai dengan %(document)s."
                    " Batalkan dulu catatan itu."))  # fmt: skip
    return ledger.reverse(cooperative_id, number, **facts)


@writes
def undo_unidentified(*, cooperative_id: int, number: int, **facts) -> Posted:
    """Take back money of unknown origin that nobody has named yet.

    Raises  Refused: somebody named it; that comes first
    """
    row = UnidentifiedReceipt.objects.filter(cooperative_id=cooperative_id, number=number).first()
    _refuse_leaning(cooperative_id, row and row.identified_number, _("Uang ini sudah dijelaskan dengan %(document)s."
                    " Batalkan dulu catatan itu."))  # fmt: skip
    return ledger.reverse(cooperative_id, number, **facts)


def _refuse_leaning(cooperative_id: int, later: int | None, words: str) -> None:
    """`later` is the entry that leans on this one, unless it was undone itself."""
    if later and later not in undone(cooperative_id, [later]):
        raise Refused(words, document=books.entry(cooperative_id, later).document)
