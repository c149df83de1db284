"""Files that somebody is looking at, and how they would be taken."""

from datetime import date, datetime, timedelta
from pathlib import Path

from django.core.files.storage import default_storage

from lumbung.intake.models import Upload
from lumbung.intake.reading import Reading
from lumbung.intake.reports.planning import Wanted, read

KEPT = timedelta(hours=24)
SMALL, FEW = 3_000, 4  # rows of a reading that is remembered, and how many are
_remembered: dict[tuple, Reading] = {}


def upload(cooperative_id: int, upload_id: int) -> Upload | None:
    """One file; None outside this cooperative."""
    return Upload.objects.filter(cooperative_id=cooperative_id, id=upload_id).first()


def waiting(cooperative_id: int, now: datetime) -> list[Upload]:
    """Files that can still be gone on with, the newest first."""
    rows = Upload.objects.filter(cooperative_id=cooperative_id, batch_id=None, at__gt=now - KEPT).exclude(stored="")
    return list(rows.order_by("-id"))


def path_of(upload: Upload) -> Path:
    return Path(default_storage.path(upload.stored))


def reading_of(upload: Upload, wanted: Wanted) -> Reading:
    """What the file says; small readings are remembered from one page to the next.

    Raises  sheets.refusals.Unwelcome: not such a book
    """
    key = (upload.stored, upload.kind, wanted.year, wanted.polarity, wanted.rate)
    if key in _remembered:
        return _remembered[key]
    reading = read(wanted, path_of(upload))
    if len(reading.rows) <= SMALL:
        _remembered[key] = reading
        while len(_remembered) > FEW:
            _remembered.pop(next(iter(_remembered)), None)
    return reading


def wanted_of(upload: Upload, today: date) -> Wanted:
    """How the file is to be taken, with what has been corrected and answered so far."""
    chosen = dict(upload.choices)
    if chosen.get("cutover"):
        chosen["cutover"] = date.fromisoformat(chosen["cutover"])
    return Wanted(upload.cooperative_id, upload.kind, today, answers=upload.answers, **chosen)
