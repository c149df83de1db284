"""Who still owes how much of simpanan pokok."""

from datetime import date

from lumbung.cooperatives.reports import bylaws
from lumbung.ledger.reports import holder_balance, holder_balances
from lumbung.members.models import Member

PRINCIPAL = "310000"


def principal_amount(cooperative_id: int, on: date) -> int:
    return bylaws(cooperative_id, on).pokok_amount


def principal_owed(member: Member, on: date) -> int:
    """What is still to be paid of simpanan pokok, sen: the amount in force when the person applied or joined."""
    asked = principal_amount(member.cooperative_id, member.applied_on or member.joined_on or on)
    return max(asked - holder_balance(member.cooperative_id, PRINCIPAL, member.id), 0)


def principal_owed_by_all(cooperative_id: int, members, on: date) -> dict[int, int]:
    """Member id → sen still owed, for those who owe something; today's amount for all."""
    asked, paid = principal_amount(cooperative_id, on), holder_balances(cooperative_id, PRINCIPAL)
    owed = {member.id: max(asked - paid.get(member.id, 0), 0) for member in members}
    return {member_id: amount for member_id, amount in owed.items() if amount}
