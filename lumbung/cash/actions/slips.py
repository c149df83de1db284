"""Keeping the photo of a slip with its entry."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cash import reports
from lumbung.cash.models import Attachment
from lumbung.ledger import reports as books
from lumbung.sql import writes
from lumbung.web.photos import Slip
from lumbung.web.words import Refused

MOST = 8


@writes
def attach_slip(*, cooperative_id: int, number: int, slip: Slip, by: int) -> Attachment:
    """Keep a photo with an entry; the same picture a second time is the first one.

    Raises  Refused: no such entry, or it has eight photos already
    """
    if books.entry(cooperative_id, number) is None:
        raise Refused(_("Catatan nomor %(number)s tidak ada."), number=number)
    kept = reports.slips_of(cooperative_id, number)
    for earlier in kept:
        if earlier.sha256 == slip.sha256:
            return earlier
    if len(kept) >= MOST:
        raise Refused(_("Sudah ada %(most)s foto pada catatan ini. Satu foto boleh memuat beberapa nota."), most=MOST)
    return _kept(cooperative_id, number, slip, by)


def _kept(cooperative_id: int, number: int, slip: Slip, by: int) -> Attachment:
    name = default_storage.save(f"slips/{cooperative_id}/{secrets.token_hex(16)}.jpg", ContentFile(slip.jpeg))
    try:
        return Attachment.objects.create(
            cooperative_id=cooperative_id, number=number, file=name, sha256=slip.sha256, size=len(slip.jpeg),
            width=slip.width, height=slip.height, added_by=by, added_at=clock.now(),
        )  # fmt: skip
    except Exception:
        default_storage.delete(name)
        raise
