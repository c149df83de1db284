"""Collections: what came in at each, how much in whose hands."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lumbung.dues.models import Collection, Gathered, Payment
from lumbung.dues.reports.payments import Paid, together
from lumbung.ledger.reports.entries import reversed_numbers


class Taken(NamedTuple):
    """One payment of a collection, and whose hands took it (a person's id)."""

    paid: Paid
    by: int

    @property
    def member_id(self) -> int:
        return self.paid.payment.member_id


class Hand(NamedTuple):
    """What one person has taken: from how many members, and sen."""

    by: int
    people: int
    amount: int


class Tally(NamedTuple):
    """A collection so far, without what was taken back; `hands` the fullest first."""

    people: int
    amount: int
    hands: tuple[Hand, ...] = ()


def collection(cooperative_id: int, collection_id: int) -> Collection | None:
    """One collection; None outside this cooperative."""
    return Collection.objects.filter(cooperative_id=cooperative_id, id=collection_id).first()


def collections(cooperative_id: int):
    """Every collection, the newest first."""
    return Collection.objects.filter(cooperative_id=cooperative_id).order_by("-day", "-id")


def taken(one: Collection) -> list[Taken]:
    """Everything that came in at a collection, what was taken back too, the newest first."""
    rows = Gathered.objects.filter(cooperative_id=one.cooperative_id, collection_id=one.id)
    hands = dict(rows.values_list("number", "by"))
    payments = Payment.objects.filter(
        cooperative_id=one.cooperative_id, number__in=rows.values_list("number", flat=True)
    )
    return [Taken(paid, hands[paid.payment.number]) for paid in together(one.cooperative_id, list(payments))]


def tally_of(found: Iterable[Taken]) -> Tally:
    """The sums of what came in."""
    return _tally([(one.by, one.member_id, one.paid.amount) for one in found if not one.paid.undone])


def tallies(cooperative_id: int, ids: Iterable[int]) -> dict[int, Tally]:
    """The sums of several collections, in three queries."""
    undone, rows = reversed_numbers(cooperative_id), defaultdict(list)
    gathered = Gathered.objects.filter(cooperative_id=cooperative_id, collection_id__in=list(ids))
    numbers = gathered.values_list("number", flat=True)
    paid = Payment.objects.filter(cooperative_id=cooperative_id, number__in=numbers)
    known = {number: facts for number, *facts in paid.values_list("number", "member_id", "amount")}
    for number, collection_id, by in gathered.values_list("number", "collection_id", "by"):
        if number not in undone:
            rows[collection_id].append((by, *known[number]))
    return {collection_id: _tally(rows[collection_id]) for collection_id in ids}


def _tally(rows: list[tuple[int, int, int]]) -> Tally:
    """From (person, member, sen)."""
    hands: dict[int, list] = defaultdict(lambda: [set(), 0])
    for by, member_id, amount in rows:
        hands[by][0].add(member_id)
        hands[by][1] += amount
    each = [Hand(by, len(people), amount) for by, (people, amount) in hands.items()]
    people = {member_id for _by, member_id, _amount in rows}
    return Tally(len(people), sum(amount for *_who, amount in rows), tuple(sorted(each, key=lambda hand: -hand.amount)))
