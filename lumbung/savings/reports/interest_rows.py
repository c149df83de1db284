"""The interest that was credited and still counts."""

from lumbung.ledger.reports.entries import reversed_numbers
from lumbung.savings.models import Interest


def counting(cooperative_id: int, **narrowed) -> list[Interest]:
    """The rows whose entries stand, by entry; `narrowed` as a filter of the ORM."""
    undone = reversed_numbers(cooperative_id)
    rows = Interest.objects.filter(cooperative_id=cooperative_id, **narrowed).order_by("number")
    return [row for row in rows if row.number not in undone]


def attempts(cooperative_id: int, period: str) -> dict[tuple[int, int], int]:
    """How often a month's interest of (member, deposit or 0) was credited and taken back: the next is another fact."""
    undone, tally = reversed_numbers(cooperative_id), {}
    rows = Interest.objects.filter(cooperative_id=cooperative_id, period=period)
    for number, member_id, deposit_id in rows.values_list("number", "member_id", "deposit_id"):
        key = (member_id, deposit_id or 0)
        tally[key] = tally.get(key, 0) + (number in undone)
    return tally
