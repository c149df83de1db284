"""The only place that asks what time it is.

Storage keeps UTC; people read the time of Malang (`ZONE`). A book date is a date: `today()`.
Domain code gets its dates as arguments; views and commands ask here and hand them down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")

_stopped_at: datetime | None = None


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _stopped_at or datetime.now(UTC)


def today() -> date:
    """The date on the wall calendar in Malang: at 23:00 UTC it is already tomorrow there."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """The same moment as a clock in Malang shows it. Raises ValueError for a naive one: nobody knows when that was."""
    return _aware(moment).astimezone(ZONE)


@contextmanager
def frozen(moment: datetime) -> Iterator[datetime]:
    """Stop the clock at `moment` for the whole process, every thread of it (a test's live server too).

    For tests and for the demo, which lives through its months one date after another. Calls may be nested.
    """
    global _stopped_at
    before, _stopped_at = _stopped_at, _aware(moment).astimezone(UTC)
    try:
        yield _stopped_at
    finally:
        _stopped_at = before


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone")
    return moment
