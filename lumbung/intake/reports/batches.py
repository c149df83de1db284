"""What came in before: batches, their rows and entries, and what is left in the clearing account of openings."""

from collections import Counter, defaultdict
from datetime import date

from django.db.models import Max

from lumbung.intake.models import Batch, BatchEntry, BatchRow
from lumbung.intake.rules.plan import REGISTER, RESTORE
from lumbung.ledger.chart import OPENING
from lumbung.ledger.reports import balance_of
from lumbung.sql import bulk

POSTED = Batch.Status.POSTED


def all_batches(cooperative_id: int):
    """Every batch, the newest first."""
    return Batch.objects.filter(cooperative_id=cooperative_id).order_by("-id")


def batch(cooperative_id: int, batch_id: int) -> Batch | None:
    """One batch; None outside this cooperative."""
    return Batch.objects.filter(cooperative_id=cooperative_id, id=batch_id).first()


def posted_with_file(cooperative_id: int, kind: str, sha256: str) -> Batch | None:
    """The batch that this very file became, if it stands."""
    return Batch.objects.filter(cooperative_id=cooperative_id, kind=kind, sha256=sha256, status=POSTED).first()


def posted_with_content(cooperative_id: int, kind: str, content: str) -> Batch | None:
    """A standing batch whose rows said the same, under whatever name the file was saved."""
    return Batch.objects.filter(cooperative_id=cooperative_id, kind=kind, content=content, status=POSTED).first()


def attempts(cooperative_id: int, kind: str, sha256: str) -> int:
    """How often this very file was taken before, undone or to book the rest."""
    return Batch.objects.filter(cooperative_id=cooperative_id, kind=kind, sha256=sha256).count()


def rows_of(batch: Batch):
    """The rows of a batch in the order of the file."""
    return BatchRow.objects.filter(cooperative_id=batch.cooperative_id, batch_id=batch.id).order_by("position")


def entries_of(batch: Batch) -> dict[int, list[int]]:
    """Entry numbers by the position of the row they came from; 0 is the opening balance of the book."""
    numbers = defaultdict(list)
    rows = BatchEntry.objects.filter(cooperative_id=batch.cooperative_id, batch_id=batch.id).order_by("number")
    for position, number in rows.values_list("position", "number"):
        numbers[position].append(number)
    return dict(numbers)


def marks_booked(cooperative_id: int, marks: set[str]) -> Counter:
    """How often each line of a cash book was booked by batches that stand."""
    if not marks:
        return Counter()
    standing = Batch.objects.filter(cooperative_id=cooperative_id, status=POSTED).values_list("id", flat=True)
    condition, values = bulk.one_of("mark", sorted(marks))
    rows = BatchRow.objects.filter(cooperative_id=cooperative_id, batch_id__in=list(standing)).exclude(mark="")
    return Counter(rows.extra(where=[condition], params=values).values_list("mark", flat=True))  # noqa: S610 - our own columns


def taken_back(cooperative_id: int) -> set[int]:
    """Members whom only undone batches had brought into the register."""
    undone = Batch.objects.filter(cooperative_id=cooperative_id, kind="members").exclude(status=POSTED)
    rows = BatchRow.objects.filter(
        cooperative_id=cooperative_id, batch_id__in=list(undone.values_list("id", flat=True))
    )
    return set(rows.filter(deed__in=[REGISTER, RESTORE]).values_list("member_id", flat=True))


def clearing_left(cooperative_id: int) -> int:
    """What is left in 390000, sen: above zero, more came in than members' savings and claims explain."""
    return balance_of(cooperative_id, OPENING)


def last_day_booked(cooperative_id: int) -> date | None:
    """The last day that a standing batch booked on."""
    rows = Batch.objects.filter(cooperative_id=cooperative_id, status=POSTED)
    return rows.aggregate(last=Max("through"))["last"]
