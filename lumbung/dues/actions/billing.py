"""Booking a month of dues before it is paid, where the bylaws say so (J05a)."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import ids
from lumbung.cooperatives.actions import take_turn
from lumbung.cooperatives.reports import bylaws
from lumbung.dues import reports, rules
from lumbung.dues.models import Bill
from lumbung.ledger import actions as ledger
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member
from lumbung.members.reports import STANDING
from lumbung.sql import bulk, writes
from lumbung.web.words import Refused

BILL = ("cooperative_id", "number", "member_id", "period", "amount")


@writes
def bill_month(*, cooperative_id: int, period: str, by: int, on: date | None = None) -> list[int]:
    """Bill everybody who owes this month what is left of it; a second run bills only whom the first has missed.

    on      the day of the bills; else the first of the month
    Shape   the numbers of the entries made now
    Raises  Refused: the bylaws do not bill dues, or the month is closed
    """
    take_turn(cooperative_id)
    if not bylaws(cooperative_id, rules.first_day(period)).dues_accrual:
        raise Refused(_("Iuran di sini tidak ditagihkan lebih dulu. Ubah aturannya dahulu bila rapat memutuskan."))
    owed = _owed(cooperative_id, period)
    attempts = _attempts(cooperative_id, period)
    drafts = [_draft(member, amount, period, on or rules.first_day(period), by, attempts.get(member.id, 0))
              for member, amount in owed]  # fmt: skip
    posted = ledger.post(cooperative_id, drafts) if drafts else []
    fresh = [(entry, member, amount) for entry, (member, amount) in zip(posted, owed, strict=True) if entry.is_new]
    rows = [(cooperative_id, entry.number, member.id, period, amount) for entry, member, amount in fresh]
    bulk.insert("dues_bill", BILL, rows)
    return [entry.number for entry, _member, _amount in fresh]


def _owed(cooperative_id: int, period: str) -> list[tuple[Member, int]]:
    """Who owes how much of the month and has no bill for it, by number of member."""
    members = Member.objects.filter(cooperative_id=cooperative_id, status__in=STANDING).order_by("number")
    cards = reports.cards(cooperative_id, members)
    billed = reports.billed_in(cooperative_id, period)
    owed = [(member, cards[member.id].left(period)) for member in members if member.id not in billed]
    return [(member, amount) for member, amount in owed if amount]


def _attempts(cooperative_id: int, period: str) -> dict[int, int]:
    """How often a member's bill for the month was made and taken back: the next one is another fact."""
    undone, attempts = reversed_numbers(cooperative_id), {}
    for member_id, number in Bill.objects.filter(cooperative_id=cooperative_id, period=period).values_list(
        "member_id", "number"
    ):
        attempts[member_id] = attempts.get(member_id, 0) + (number in undone)
    return attempts


def _draft(member: Member, amount: int, period: str, on: date, by: int, attempt: int):
    fact = f"dues:{period}:{member.id}" + (f":{attempt}" if attempt else "")
    return ledger.draft_event(
        "dues.billed", on=on, amount=amount, holder=member.id, by=by, request_id=ids.from_fact(fact),
        memo=f"Tagihan simpanan wajib {rules.spoken([period])}, {member.full_name} ({member.number})",
    )  # fmt: skip
