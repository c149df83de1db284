"""Keeping the photo of a slip with its entry."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cash import reports
from lumbung.cash.models import Attachment
from lumbung.ledger import reports as books
from lumbung.sql import writes
from lumbung.vault import papers
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
    with kept_file(cooperative_id, slip) as photo:
        return attach_kept(cooperative_id=cooperative_id, number=number, photo=photo, by=by)


@contextmanager
def kept_file(cooperative_id: int, slip: Slip) -> Iterator[dict]:
    """Keep the picture and tell of it as an `Attachment` does; gone again when what follows fails."""
    with papers.kept(cooperative_id, "slips", slip.jpeg, ".jpg") as name:
        yield {
            "file": name, "sha256": slip.sha256, "size": len(slip.jpeg), "width": slip.width, "height": slip.height,
        }  # fmt: skip


@writes
def attach_kept(*, cooperative_id: int, number: int, photo: dict, by: int) -> Attachment:
    """Give an entry a photo that is kept already, as `kept_file` told of it."""
    return Attachment.objects.create(
        cooperative_id=cooperative_id, number=number, added_by=by, added_at=clock.now(), **photo
    )
