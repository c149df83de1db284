"""Rows as a book counts them: in the order in which they were written, corrections and what they correct by number."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.meetings.models import Kept
from lumbung.web.dates import long_date


class Line(NamedTuple):
    """A row with its number in the span asked for, and what is to be said about corrections ("" for nothing)."""

    no: int
    row: Kept
    remark: str
    corrected: bool


def lines(model: type[Kept], cooperative_id: int, start: date, end: date, **only) -> list[Line]:
    """The rows of some days, numbered from one without a gap; rows are only added, so a number stays what it is."""
    rows = model.objects.filter(cooperative_id=cooperative_id, on__range=(start, end), **only).order_by("id")
    rows = list(rows)
    numbers = {row.id: no for no, row in enumerate(rows, start=1)}
    later = _corrections(model, cooperative_id, rows)
    earlier = _corrected_elsewhere(model, cooperative_id, rows, numbers)
    return [
        Line(numbers[row.id], row, _remark(row, numbers, later.get(row.id), earlier), row.id in later) for row in rows
    ]


def _corrections(model, cooperative_id: int, rows) -> dict[int, int]:
    """{a row: the one that corrects it}."""
    found = model.objects.filter(cooperative_id=cooperative_id, replaces_id__isnull=False)
    return dict(found.values_list("replaces_id", "id")) if rows else {}


def _corrected_elsewhere(model, cooperative_id: int, rows, numbers) -> dict[int, date]:
    """{a row of other days that one of these corrects: its day}."""
    outside = [row.replaces_id for row in rows if row.replaces_id and row.replaces_id not in numbers]
    found = model.objects.filter(cooperative_id=cooperative_id, id__in=outside) if outside else model.objects.none()
    return dict(found.values_list("id", "on"))


def _remark(row: Kept, numbers: dict[int, int], later: int | None, earlier: dict[int, date]) -> str:
    said = []
    if row.replaces_id in numbers:
        said.append(_("Ralat no. %(no)s: %(why)s") % {"no": numbers[row.replaces_id], "why": row.why})
    elif row.replaces_id:
        day = long_date(earlier[row.replaces_id])
        said.append(_("Ralat catatan %(day)s: %(why)s") % {"day": day, "why": row.why})
    if later in numbers:
        said.append(_("Diralat, lihat no. %(no)s") % {"no": numbers[later]})
    elif later:
        said.append(_("Diralat di masa buku lain"))
    return "; ".join(said)


def search(found: list[Line], text: str, names: list[str]) -> list[Line]:
    """The lines in which every word stands somewhere, whatever its case."""
    words = text.casefold().split()
    return [
        line
        for line in found
        if all(any(word in str(getattr(line.row, name) or "").casefold() for name in names) for word in words)
    ]


def current(model: type[Kept], cooperative_id: int, **only):
    """The rows that nothing corrects, in the order in which they were written."""
    rows = model.objects.filter(cooperative_id=cooperative_id)
    gone = rows.filter(replaces_id__isnull=False).values_list("replaces_id", flat=True)
    return rows.filter(**only).exclude(id__in=list(gone)).order_by("id")


def chain(model: type[Kept], cooperative_id: int) -> dict[int, int]:
    """{row: the first of the rows that were corrected into it}; a row that corrects nothing is its own first."""
    first: dict[int, int] = {}
    rows = model.objects.filter(cooperative_id=cooperative_id).order_by("id")
    for row, replaces in rows.values_list("id", "replaces_id"):
        first[row] = first.get(replaces, row) if replaces else row
    return first


def chain_of(row: Kept) -> list[Kept]:
    """A row with everything it corrects and is corrected by, the oldest first."""
    model, first = type(row), chain(type(row), row.cooperative_id)
    wanted = [other for other, root in first.items() if root == first[row.id]]
    return list(model.objects.filter(cooperative_id=row.cooperative_id, id__in=wanted).order_by("id"))
