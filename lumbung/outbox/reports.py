"""Questions about what arrived."""

from datetime import timedelta

from lumbung.outbox.models import Receipt

WRONG_CLOCK = timedelta(minutes=10)


def receipts_of(cooperative_id: int, person_id: int, limit: int = 20) -> list[Receipt]:
    """What a person's devices sent, the newest first."""
    rows = Receipt.objects.filter(cooperative_id=cooperative_id, person_id=person_id)
    return list(rows.order_by("-id")[:limit])


def receipts_by_uuid(cooperative_id: int, uuids) -> dict:
    """uuid → its receipt, of those that have one."""
    rows = Receipt.objects.filter(cooperative_id=cooperative_id, uuid__in=set(uuids))
    return {receipt.uuid: receipt for receipt in rows}


def written_before_it_was(receipt: Receipt) -> bool:
    """Whether the device's clock was ahead: nothing can be written after it has arrived."""
    return receipt.written_at > receipt.received_at + WRONG_CLOCK
