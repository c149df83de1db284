"""Three times twenty-four hours (UU 27/2022): withdrawals, corrections, telling people of an incident."""

from datetime import datetime, timedelta
from typing import NamedTuple

HOURS = 72
SOON = timedelta(hours=24)


class Clock(NamedTuple):
    """A time until which something must be done; `left` whole hours from now, negative when it has passed."""

    due: datetime
    left: int

    @property
    def late(self) -> bool:
        return self.left < 0

    @property
    def tone(self) -> str:
        """The colour word of the page: in time, soon, past."""
        return "bad" if self.late else "wait" if self.left < SOON // timedelta(hours=1) else "ok"


def clock_of(since: datetime, now: datetime) -> Clock:
    """The clock that began then, as it stands now; at the very end of the last hour it is still in time."""
    due = since + timedelta(hours=HOURS)
    return Clock(due, int((due - now) // timedelta(hours=1)))
