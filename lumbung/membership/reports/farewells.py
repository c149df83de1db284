"""How a farewell stands: what would be set off, what was, what still waits to be given back."""

from typing import NamedTuple

from lumbung.ledger import reports as books
from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.members.models import Member
from lumbung.membership import rules
from lumbung.membership.models import Refund, Settlement

REFUND = "216100"
GONE = (Member.Status.LEFT, Member.Status.DECEASED)


class Farewell(NamedTuple):
    """A settlement that holds, what was given back, and what waits; sen."""

    settlement: Settlement
    refunds: list[Refund]
    waits: int

    @property
    def paid(self) -> int:
        return sum(refund.amount for refund in self.refunds)


def account_of(member: Member) -> rules.Account:
    """What a member has and owes, set off, as it would be today."""
    return rules.settle(books.holder_accounts(member.cooperative_id, member.id))


def farewell(member: Member) -> Farewell | None:
    """The settlement of who has left; None for who is here, or whose settlement was taken back."""
    if member.status not in GONE:
        return None
    coop = member.cooperative_id
    found = Settlement.objects.filter(cooperative_id=coop, member_id=member.id).order_by("-id").first()
    undone = reversed_numbers(coop)
    if found is None or found.number in undone:
        return None
    refunds = Refund.objects.filter(cooperative_id=coop, settlement_id=found.id).order_by("number")
    counting = [refund for refund in refunds if refund.number not in undone]
    return Farewell(found, counting, books.holder_balance(coop, REFUND, member.id))


def waiting(cooperative_id: int) -> list[tuple[Member, int]]:
    """Who has left and still has money to get, by number."""
    held = {holder: amount for holder, amount in books.holder_balances(cooperative_id, REFUND).items() if amount > 0}
    members = Member.objects.filter(cooperative_id=cooperative_id, id__in=list(held)).order_by("number")
    return [(member, held[member.id]) for member in members]


def waiting_count(cooperative_id: int) -> int:
    return sum(1 for amount in books.holder_balances(cooperative_id, REFUND).values() if amount > 0)
