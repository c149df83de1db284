"""What is done to a cooperative itself."""

from datetime import date

from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.cooperatives.models import BookYear, Bylaw, Cooperative, Task, Unit
from lumbung.cooperatives.rules import REGISTER, Unacceptable, typed
from lumbung.cooperatives.tenant import must_act_for
from lumbung.sql import writes
from lumbung.web.words import Refused


@writes
def create_cooperative(*, slug: str, name: str, kind: str, village_code: str, books_from: date, **facts) -> Cooperative:
    """Open a cooperative; its books begin on `books_from`."""
    cooperative = Cooperative(
        slug=slug, name=name, kind=kind, village_code=village_code, books_from=books_from, **facts
    )
    cooperative.full_clean()
    cooperative.save(force_insert=True)
    return cooperative


def take_turn(cooperative_id: int) -> None:
    """One deed at a time reads and posts: two people never settle the same month, or take the same savings, twice."""
    must_act_for(cooperative_id)
    Cooperative.objects.select_for_update(no_key=True).get(id=cooperative_id)


@writes
def set_bylaw(*, cooperative_id: int, key: str, value: str, valid_from: date, basis: str = "") -> Bylaw:
    """Let a rule hold from a day on; the same day again replaces what was decided for it.

    value    as typed: whole rupiah, percent with a point, 0 or 1, a number, MM-DD
    Raises   Refused: unknown rule or a value that it cannot take
    """
    if key not in REGISTER:
        raise Refused(_("Aturan “%(key)s” tidak dikenal. Pilih dari daftar aturan."), key=key)
    try:
        typed(key, value)
    except Unacceptable as error:
        raise Refused(str(error)) from error
    decided = {"value": value, "basis": basis}
    row, _new = Bylaw.objects.update_or_create(
        cooperative_id=cooperative_id, key=key, valid_from=valid_from, defaults=decided
    )
    return row


@writes
def open_unit(*, cooperative_id: int, name: str, kind: str, opened_on: date) -> Unit:
    """Open a gerai.

    Raises  Refused: one of this name exists
    """
    if Unit.objects.filter(cooperative_id=cooperative_id, name=name).exists():
        raise Refused(_("Gerai “%(name)s” sudah ada. Pakai nama lain."), name=name)
    return Unit.objects.create(cooperative_id=cooperative_id, name=name, kind=kind, opened_on=opened_on)


@writes
def set_book_year(*, cooperative_id: int, year: int, starts_on: date, ends_on: date) -> BookYear:
    """Say which days a book year covers."""
    row, _new = BookYear.objects.update_or_create(
        cooperative_id=cooperative_id, year=year, defaults={"starts_on": starts_on, "ends_on": ends_on}
    )
    return row


@writes
def open_task(
    *, cooperative_id: int, kind: str, message: str, by: int, subject_kind="", subject_id=0, detail: dict | None = None
) -> Task:
    """Put a question on the list of what waits for somebody."""
    return Task.objects.create(
        cooperative_id=cooperative_id,
        kind=kind,
        message=message,
        subject_kind=subject_kind,
        subject_id=subject_id,
        detail=detail or {},
        opened_by=by,
        opened_at=clock.now(),
    )


@writes
def open_many_tasks(*, cooperative_id: int, tasks: list[dict], by: int) -> None:
    """Put many questions on the list at once; each as `open_task` takes it."""
    usual = {"subject_kind": "", "subject_id": 0, "detail": {}}
    facts = {"cooperative_id": cooperative_id, "opened_by": by, "opened_at": clock.now()}
    Task.objects.bulk_create((Task(**{**usual, **task, **facts}) for task in tasks), batch_size=500)


@writes
def close_task(*, cooperative_id: int, task_id: int, by: int) -> None:
    """The question has been answered; a second answer changes nothing."""
    Task.objects.filter(cooperative_id=cooperative_id, id=task_id, done_at=None).update(done_by=by, done_at=clock.now())
