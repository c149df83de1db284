"""Paying the withheld tax to the state (J10b)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.approvals.actions import refuse_unapproved
from lumbung.approvals.rules import Paid
from lumbung.cooperatives.actions import take_turn
from lumbung.ledger import actions as ledger
from lumbung.ledger import reports as books
from lumbung.ledger.actions import Posted
from lumbung.ledger.journal import Place
from lumbung.savings.reports.tax import TAX_OWED
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def remit_tax(
    *, cooperative_id: int, amount: int, on: date, by: int, request_id: UUID, cash: Place, memo: str = "",
    approved_by: int | None = None,
) -> Posted:  # fmt: skip
    """Pay withheld tax to the state.

    memo    the number of the state's receipt (NTPN)
    Raises  Refused: more than is withheld, a place that holds less, a day to come, month closed, request reused; more
            than one may pay alone
    """
    take_turn(cooperative_id)
    ledger.refuse_future(on)
    refuse_unapproved(cooperative_id, Paid(on, by, amount, "savings.tax_remitted"), approved_by, request_id)
    words = "Setor PPh final jasa simpanan" + (f", NTPN {memo.strip()}" if memo.strip() else "")
    with transaction.atomic():
        posted = ledger.post_event(
            "savings.tax_remitted", cooperative_id, on=on, amount=amount, by=by, request_id=request_id, cash=cash,
            memo=words, approved_by=approved_by,
        )  # fmt: skip
        if posted.is_new:
            if (left := books.balance_of(cooperative_id, TAX_OWED)) < 0:
                raise Refused(_("PPh yang dipotong hanya %(held)s."), held=money.show(left + amount))
            ledger.refuse_empty_place(cooperative_id, cash, amount, on)
    return posted
