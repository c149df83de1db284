"""What dues show on a member's page: savings by kind, the year's strip, and every entry with its document."""

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.dues import reports
from lumbung.ledger import reports as books
from lumbung.security import rules as duties

KINDS = (
    ("310000", "Simpanan pokok", "simpanan pokok"),
    ("320000", "Simpanan wajib", "simpanan wajib"),
    ("211100", "Simpanan sukarela", "simpanan sukarela"),
)
NEWEST = 24


def context(request, member) -> dict:
    """The panel of one member, in a dozen queries however long the history is."""
    coop, today = request.cooperative.id, clock.today()
    savings = [{"label": _(label), "term": term, "amount": books.holder_balance(coop, account, member.id)}
               for account, label, term in KINDS]  # fmt: skip
    card = reports.card(member)
    shown = card.first is not None and reports.in_year(card, today.year)
    return {
        "actions": "dues/panel_actions.html", "savings": savings, "owed": _owed(member, today), "year": today.year,
        "row": reports.grid_row(member, card, today.year, today) if shown else None, "entries": _entries(member),
        "may_receive": duties.may(request.roles, "dues.receive"),
    }  # fmt: skip


def _owed(member, today) -> int:
    return 0 if member.status in ("left", "deceased") else reports.principal_owed(member, today)


def _entries(member) -> list[dict]:
    """The newest entries, each with its amount; those with a receipt are links to it."""
    receipts = {one.payment.number for one in reports.payments_of(member)}
    return [
        {"entry": entry, "amount": entry.amount, "receipt": entry.number in receipts,
         "undone": entry.reversed_by is not None}
        for entry in books.holder_entries(member.cooperative_id, member.id, limit=NEWEST)
    ]  # fmt: skip
