"""What is left between the opening balances: accepted by a person who has seen the amount, never by itself (J51c)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.intake import reports
from lumbung.ledger import actions as ledger
from lumbung.ledger.actions import Posted
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def accept_difference(*, cooperative_id: int, amount: int, on: date, by: int, request_id: UUID) -> Posted:
    """Move what is left in 390000 to the retained surplus.

    amount  sen, as it was shown: above zero when more came in than savings and claims explain
    Raises  Refused: nothing is left, or it is another amount by now; month closed
    """
    if not amount:
        raise Refused(_("Saldo awal sudah seimbang. Tidak ada selisih yang perlu diterima."))
    event = "opening.excess" if amount > 0 else "opening.shortfall"
    with transaction.atomic():  # what is refused after posting leaves nothing, whoever called us
        posted = ledger.post_event(
            event, cooperative_id, on=on, amount=abs(amount), by=by, request_id=request_id,
            memo=f"Selisih saldo awal diterima: {money.show(amount)}",
        )  # fmt: skip
        if posted.is_new and (left := reports.clearing_left(cooperative_id)):
            words = _("Selisih saldo awal sekarang %(left)s. Periksa lagi sebelum menerima.")
            raise Refused(words, left=money.show(left + amount))
    return posted
