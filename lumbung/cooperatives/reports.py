"""Questions about a cooperative itself."""

from datetime import date
from types import SimpleNamespace

from lumbung.cooperatives.models import BookYear, Bylaw, Task
from lumbung.cooperatives.rules import REGISTER, typed


def bylaws(cooperative_id: int, on: date) -> SimpleNamespace:
    """Every rule in force on a day, by its name; amounts in sen, percents in hundredths of a percent."""
    values = {key: setting.default for key, setting in REGISTER.items()}
    decided = Bylaw.objects.filter(cooperative_id=cooperative_id, valid_from__lte=on).order_by("valid_from")
    values.update(decided.values_list("key", "value"))
    return SimpleNamespace(**{key: typed(key, value) for key, value in values.items() if key in REGISTER})


def history(cooperative_id: int, key: str) -> list[tuple[date, object]]:
    """The days on which a rule took a new value, oldest first; the default holds before the first."""
    rows = Bylaw.objects.filter(cooperative_id=cooperative_id, key=key).order_by("valid_from")
    return [(row.valid_from, typed(key, row.value)) for row in rows]


def open_tasks(cooperative_id: int, *, subject_kind: str | None = None, subject_id: int | None = None):
    """What still waits for an answer, oldest first."""
    tasks = Task.objects.filter(cooperative_id=cooperative_id, done_at=None)
    if subject_kind is not None:
        tasks = tasks.filter(subject_kind=subject_kind)
    if subject_id is not None:
        tasks = tasks.filter(subject_id=subject_id)
    return tasks.order_by("opened_at", "id")


def book_year(cooperative_id: int, on: date) -> tuple[date, date]:
    """First and last day of the book year that a day lies in."""
    row = BookYear.objects.filter(cooperative_id=cooperative_id, starts_on__lte=on, ends_on__gte=on).first()
    if row:
        return row.starts_on, row.ends_on
    month, day = map(int, bylaws(cooperative_id, on).fiscal_year_start.split("-"))
    start = date(on.year, month, day)
    if start > on:
        start = date(on.year - 1, month, day)
    return start, date.fromordinal(date(start.year + 1, month, day).toordinal() - 1)
