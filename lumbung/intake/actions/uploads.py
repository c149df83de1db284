"""Keeping a file while somebody looks at it, noting what was corrected and answered, booking it, putting it aside."""

from datetime import date, datetime
from pathlib import Path

from lumbung.intake.actions.taking import Taken, take, understood
from lumbung.intake.models import KINDS, Upload
from lumbung.intake.reports import Wanted
from lumbung.intake.reports.uploads import KEPT, SEALED, content_of
from lumbung.intake.rules import answers
from lumbung.sql import writes
from lumbung.vault import arriving, papers, sealing
from lumbung.web.words import Refused

FOLDER = "impor"


def keep_upload(*, cooperative_id: int, kind: str, file, by: int, now: datetime) -> Upload:
    """Keep a file under a random name; without a kind it is guessed from what the file holds.

    Raises  Refused: too large, not to be let in, or no such book in it; then nothing is kept
    """
    with arriving.workbook(file) as path:
        kind = _kind(cooperative_id, kind, path, now.date())
        return _keep(cooperative_id=cooperative_id, kind=kind, path=path, by=by, now=now)


@writes
def _keep(*, cooperative_id: int, kind: str, path: Path, by: int, now: datetime) -> Upload:
    with papers.kept(cooperative_id, FOLDER, path.read_bytes(), path.suffix) as stored:
        return Upload.objects.create(
            cooperative_id=cooperative_id, kind=kind, file_name=path.name, stored=stored, made_by=by, at=now
        )


def _kind(cooperative_id: int, kind: str, path: Path, today: date) -> str:
    """The kind that was chosen when the file is such a book, else the first that fits."""
    if kind:
        understood(Wanted(cooperative_id, kind, today), path)
        return kind
    refusal = None
    for candidate in ("dues", "members", "cash"):
        try:
            reading = understood(Wanted(cooperative_id, candidate, today), path)
        except Refused as error:
            refusal = error
            continue
        about = f"{reading.file} {' '.join(sheet.name for sheet in reading.sheets)}".lower()
        return "bank" if candidate == "cash" and ("bank" in about or "bri" in about.split()) else candidate
    raise refusal


@writes
def correct_upload(*, upload: Upload, kind: str, **choices) -> Upload:
    """Say how the file is to be read: another kind, the year, the side that brings money in, the cut-over."""
    assert kind in KINDS, kind
    if kind != upload.kind:
        upload.answers = {}
    upload.kind = kind
    kept = {name: said.isoformat() if isinstance(said, date) else said for name, said in choices.items()}
    upload.choices = {name: said for name, said in kept.items() if said not in (None, "")}
    upload.save(update_fields=["kind", "choices", "answers"])
    return upload


@writes
def answer_row(*, upload: Upload, row: str, said: dict) -> Upload:
    """Note what somebody answered about a row; empty answers leave the gap.

    Raises  Refused: an answer that cannot be read
    """
    told = {field: words for field, words in said.items() if words not in (None, "", False)}
    for field, words in told.items():
        if field.partition(".")[0] in answers.READ:
            answers.value(field, words)
    if SEALED in told:
        told[SEALED] = sealing.seal_text(upload.cooperative_id, f"answer {upload.id}", told[SEALED])
    upload.answers = {**upload.answers, row: told} if told else _without(upload.answers, row)
    upload.save(update_fields=["answers"])
    return upload


def _without(told: dict, row: str) -> dict:
    return {key: said for key, said in told.items() if key != row}


def book_upload(*, upload: Upload, wanted: Wanted, by: int, again: bool = False) -> Taken:
    """Book a file as it was corrected and answered; the file itself is not needed any longer.

    Raises  Refused: as `take`
    """
    how = {name: getattr(wanted, name) for name in
           ("year", "cutover", "mode", "polarity", "rate", "place_id", "answers")}  # fmt: skip
    with content_of(upload) as path:
        taken = take(
            cooperative_id=upload.cooperative_id, kind=upload.kind, path=path, by=by, today=wanted.today, again=again,
            **how,
        )  # fmt: skip
    if taken.batch:
        _finish(upload=upload, batch_id=taken.batch.id)
    return taken


@writes
def _finish(*, upload: Upload, batch_id: int) -> None:
    Upload.objects.filter(id=upload.id).update(batch_id=batch_id, stored="", answers={})
    _throw_away(upload)


@writes
def discard(*, upload: Upload) -> None:
    """Put a file aside that nobody wants to book; a second time changes nothing."""
    Upload.objects.filter(id=upload.id).update(stored="", answers={})
    _throw_away(upload)


@writes
def sweep(*, cooperative_id: int, now: datetime) -> None:
    """Files older than a day are thrown away."""
    old = Upload.objects.filter(cooperative_id=cooperative_id, at__lte=now - KEPT).exclude(stored="")
    for upload in old:
        discard(upload=upload)


def _throw_away(upload: Upload) -> None:
    if upload.stored:
        papers.drop(upload.cooperative_id, upload.stored)
