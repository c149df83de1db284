"""Questions of intake: what would be done with a workbook, and what has been done with those before."""

from lumbung.intake.reports.batches import (
    all_batches,
    attempts,
    batch,
    clearing_left,
    entries_of,
    last_day_booked,
    posted_with_content,
    posted_with_file,
    rows_of,
)
from lumbung.intake.reports.planning import Wanted, earlier, plan

__all__ = [
    "Wanted",
    "attempts",
    "batch",
    "all_batches",
    "clearing_left",
    "earlier",
    "entries_of",
    "last_day_booked",
    "plan",
    "posted_with_content",
    "posted_with_file",
    "rows_of",
]
