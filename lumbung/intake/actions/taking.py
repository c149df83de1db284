"""Taking a workbook in: read it, plan it, and write all of it or nothing, once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from lumbung.cooperatives.models import Cooperative
from lumbung.intake import reports
from lumbung.intake.actions import book_dues, book_lines, book_members, keeping
from lumbung.intake.models import Batch
from lumbung.intake.reading import Reading
from lumbung.intake.reports import Wanted, planning
from lumbung.intake.rules.plan import Plan, is_empty
from lumbung.security.actions import record
from lumbung.sheets.refusals import Unwelcome
from lumbung.sql import writes
from lumbung.web.words import Refused

BOOKED_BY = {"members": book_members, "dues": book_dues, "cash": book_lines, "bank": book_lines}


@dataclass(slots=True)
class Taken:
    """What became of a workbook.

    batch   None when nothing was written: a preview or a check
    plan    None when the same book had been taken before
    earlier  the batch that had taken it
    """

    reading: Reading
    batch: Batch | None = None
    plan: Plan | None = None
    earlier: Batch | None = None

    @property
    def is_new(self) -> bool:
        return self.earlier is None


def take(
    *, cooperative_id: int, kind: str, path: str | Path, by: int, today: date, again: bool = False, **how
) -> Taken:
    """Read a workbook and book it in one transaction.

    how    year, cutover, mode, polarity, rate, place_id, answers: see `reports.Wanted`
    again  although it came in before: what the books do not have yet is booked, the rest stays as it is
    Raises  Refused: no such book in the file, the file may not come in, or it cannot be taken so
    """
    wanted = Wanted(cooperative_id, kind, today, **how)
    reading = understood(wanted, path)
    if wanted.mode == planning.CHECK:
        return Taken(reading, plan=reports.plan(wanted, reading))
    return _book(wanted=wanted, reading=reading, by=by, again=again)


def preview(*, cooperative_id: int, kind: str, path: str | Path, today: date, **how) -> Taken:
    """What `take` would do with a workbook; nothing is written.

    Raises  Refused: as `take`
    """
    wanted = Wanted(cooperative_id, kind, today, **how)
    reading = understood(wanted, path)
    return Taken(reading, plan=reports.plan(wanted, reading), earlier=reports.earlier(wanted, reading))


def understood(wanted: Wanted, path) -> Reading:
    """The reading, with a file that may not come in refused in the words of this house."""
    if wanted.mode and wanted.mode not in planning.MODES[wanted.kind]:
        raise Refused(_("Buku ini tidak dapat dibaca dengan cara itu. Pilih: %(ways)s."),
                      ways=", ".join(planning.MODES[wanted.kind]))  # fmt: skip
    try:
        return planning.read(wanted, path)
    except FileNotFoundError:
        raise Refused(_("Berkas %(name)s tidak ditemukan."), name=Path(path).name) from None
    except Unwelcome as error:
        raise Refused(_(error.message), **error.params) from error


@writes
def _book(*, wanted: Wanted, reading: Reading, by: int, again: bool) -> Taken:
    Cooperative.objects.select_for_update(no_key=True).get(id=wanted.cooperative_id)  # two at once: one book
    earlier = None if again else reports.earlier(wanted, reading)
    if earlier and not is_empty(earlier.summary):
        return Taken(reading, batch=earlier, earlier=earlier)
    plan = reports.plan(wanted, reading)
    _refuse_undecided(plan)
    if earlier and plan.is_empty:
        return Taken(reading, batch=earlier, earlier=earlier)
    if earlier:
        keeping.close_tasks(earlier, by)  # they are asked anew, as far as they are still open
    batch = keeping.open_batch(plan, by)
    entries = BOOKED_BY[wanted.kind].book(plan, batch, by)
    keeping.keep(plan, batch, entries, by)
    record(cooperative_id=wanted.cooperative_id, person_id=by or None, deed="intake.posted", subject=str(batch.id),
           detail={"kind": batch.kind, "file": batch.file_name, "sha256": batch.sha256})  # fmt: skip
    return Taken(reading, batch=batch, plan=plan)


def _refuse_undecided(plan: Plan) -> None:
    """What concerns the whole book is answered before anything is written."""
    for ask in plan.asks:
        if ask.field in {"year", "place", "polarity"}:
            raise Refused(ask.message)
