"""The sign of payments to officers and to whoever stands near them."""

from django.utils.translation import gettext as _

from lumbung.approvals.reports import related
from lumbung.money import show
from lumbung.supervision.reports.signs.kinds import Glance, Sign, entry_row, listed
from lumbung.supervision.rules import paid_out


def paid_to_related(look: Glance) -> Sign:
    """What was paid to officers and their relatives."""
    near = related.near(look.coop, look.today)
    rows = []
    for one in look.entries:
        paid = paid_out(one)
        who = next((line.holder for line in one.lines if line.debit and line.holder in near), 0)
        if paid and who:
            rows.append(entry_row(one, near[who].words)._replace(amount=paid))
    found = listed("", rows)
    told = _("%(n)s pembayaran, %(sum)s") % {"n": len(rows), "sum": show(sum(row.amount for row in rows))}
    return found._replace(figure=told)
