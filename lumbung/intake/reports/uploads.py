"""Files that somebody is looking at, and how they would be taken."""

from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path

from lumbung.intake.models import Upload
from lumbung.intake.reading import Reading
from lumbung.intake.reports.planning import Wanted, read
from lumbung.vault import papers, sealing

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


def content_of(upload: Upload) -> AbstractContextManager[Path]:
    """The file as it came, for as long as somebody reads it."""
    return papers.opened(upload.cooperative_id, upload.stored, upload.file_name)


def reading_of(upload: Upload, wanted: Wanted) -> Reading:
    """What the file says; small readings are remembered from one page to the next.

    Raises  sheets.refusals.Unwelcome: not such a book
    """
    key = (upload.stored, upload.kind, wanted.year, wanted.polarity, wanted.rate)
    if key in _remembered:
        return _remembered[key]
    with content_of(upload) as path:
        reading = read(wanted, path)
    if len(reading.rows) <= SMALL:
        _remembered[key] = reading
        while len(_remembered) > FEW:
            _remembered.pop(next(iter(_remembered)), None)
    return reading


SEALED = "nik"  # the answer that does not lie open while its file waits


def answers_of(upload: Upload) -> dict[str, dict]:
    """What has been answered so far, by row."""
    return {row: _opened(upload, said) for row, said in upload.answers.items()}


def _opened(upload: Upload, said: dict) -> dict:
    if SEALED not in said:
        return said
    return said | {SEALED: sealing.open_text(upload.cooperative_id, f"answer {upload.id}", said[SEALED])}


def wanted_of(upload: Upload, today: date) -> Wanted:
    """How the file is to be taken, with what has been corrected and answered so far."""
    chosen = dict(upload.choices)
    if chosen.get("cutover"):
        chosen["cutover"] = date.fromisoformat(chosen["cutover"])
    return Wanted(upload.cooperative_id, upload.kind, today, answers=answers_of(upload), **chosen)
