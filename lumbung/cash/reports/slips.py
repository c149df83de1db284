"""Photos of slips."""

from lumbung.cash.models import Attachment


def slips_of(cooperative_id: int, number: int) -> list[Attachment]:
    """The photos of an entry, in the order in which they came."""
    return list(Attachment.objects.filter(cooperative_id=cooperative_id, number=number).order_by("id"))


def slip(cooperative_id: int, attachment_id: int) -> Attachment | None:
    """One photo; None outside this cooperative."""
    return Attachment.objects.filter(cooperative_id=cooperative_id, id=attachment_id).first()
