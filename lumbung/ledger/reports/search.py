"""Looking for entries: by words of what they say, by document, by amount."""

from datetime import date

from django.db.models import Q, QuerySet, Sum

from lumbung import money
from lumbung.ledger.models import Entry, Transfer


def entries_matching(cooperative_id: int, start: date, end: date, text: str = "") -> QuerySet[Entry]:
    """The entries of a period, newest first; with `text`, those whose words, document or amount it is."""
    rows = Entry.objects.filter(cooperative_id=cooperative_id, booked_on__range=(start, end))
    if text.strip():
        found = Q(memo__icontains=text.strip()) | Q(document__icontains=text.strip())
        if amount := _amount(text):
            found |= Q(number__in=_of_amount(cooperative_id, start, end, amount))
        rows = rows.filter(found)
    return rows.order_by("-booked_on", "-number")


def _amount(text: str) -> int:
    """Sen, when the words are an amount; else nothing."""
    try:
        return money.parse(text)
    except money.Unreadable:
        return 0


def _of_amount(cooperative_id: int, start: date, end: date, amount: int):
    """Numbers of the entries that moved this amount at once or altogether."""
    moved = Transfer.objects.filter(cooperative_id=cooperative_id, entry__booked_on__range=(start, end))
    at_once = moved.filter(amount=amount).values_list("number", flat=True)
    whole = moved.values("number").annotate(whole=Sum("amount")).filter(whole=amount).values_list("number", flat=True)
    return set(at_once) | set(whole)
