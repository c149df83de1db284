"""Which month comes next, and when a count or an advance is good enough for closing it. No database, no clock."""

from datetime import date, timedelta

LAST_DAYS = 7  # of a month: a till counted in them, or later, was counted for that month


def last_day(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def next_to_close(books_from: date, closed_through: date | None, today: date) -> date | None:
    """The first day of the first month that is over and not closed; None when every such month is."""
    month = (closed_through + timedelta(days=1) if closed_through else books_from).replace(day=1)
    return month if last_day(month) < today else None


def counted_for(counted_on: date | None, end: date) -> bool:
    """Whether a count tells of the end of a month."""
    return counted_on is not None and counted_on > end - timedelta(days=LAST_DAYS)


def overdue(given_on: date, end: date, most_days: int) -> bool:
    """Whether an advance should have been settled by the end of a month."""
    return given_on + timedelta(days=most_days) <= end
