"""The pilot's treasurers close the day after sitting over the books; today is still open, for whoever looks."""

from datetime import date

from lumbung.demo.deeds import months_back
from lumbung.demo.writer import Writer
from lumbung.ledger.actions import close_day
from lumbung.web.words import Refused


def close(writer: Writer, day: date, today: date) -> None:
    """At the end of a sitting of this month and the last; before that nobody in the pilot had learned to do it."""
    if not months_back(today, 1) <= day < today:
        return
    try:
        close_day(cooperative_id=writer.id, on=day, by=writer.by)
    except Refused:  # a week in which nothing happened
        return
