"""What a statement covers and what it is compared with."""

from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.cooperatives.reports import book_year
from lumbung.ledger.reports.balances import day_before
from lumbung.web.dates import long_date, short_month


class Period(NamedTuple):
    """First and last day; the book year around the last; the same days a year before; the book year before.

    Flows are compared with the same days a year earlier, a position with the end of the book year before.
    """

    start: date
    end: date
    year_start: date
    year_end: date
    prior_start: date
    prior_end: date
    prior_year_start: date

    @property
    def before(self) -> date:
        return day_before(self.start)

    @property
    def year_before(self) -> date:
        """The last day of the book year before: the position that this one is compared with."""
        return day_before(self.year_start)

    @property
    def prior_before(self) -> date:
        return day_before(self.prior_start)

    @property
    def is_book_year(self) -> bool:
        return (self.start, self.end) == (self.year_start, self.year_end)


def period_of(cooperative_id: int, start: date | None, end: date) -> Period:
    """The days from `start` (the book year's first when none is given) to `end`."""
    year_start, year_end = book_year(cooperative_id, end)
    start = year_start if start is None else start
    prior_year_start, _last = book_year(cooperative_id, day_before(year_start))
    return Period(start, end, year_start, year_end, year_earlier(start), year_earlier(end), prior_year_start)


def year_earlier(day: date) -> date:
    """The same day a year before; the last of February stays the last."""
    tomorrow = day + timedelta(days=1)
    if tomorrow.day == 1:  # a month's end answers to a month's end
        return day_before(date(tomorrow.year - 1, tomorrow.month, 1))
    return day.replace(year=day.year - 1)


def on_day(day: date) -> str:
    return _("per %(day)s (dalam rupiah)") % {"day": long_date(day)}


def over_days(period: Period) -> str:
    if period.is_book_year:
        return _("untuk tahun yang berakhir %(day)s (dalam rupiah)") % {"day": long_date(period.end)}
    return _("untuk masa %(start)s sampai %(end)s (dalam rupiah)") % {
        "start": long_date(period.start),
        "end": long_date(period.end),
    }


def day_head(day: date) -> str:
    """The head of a column of balances: the year for a 31 December, else the day."""
    return str(day.year) if (day.month, day.day) == (12, 31) else _short(day)


def span_head(start: date, end: date) -> str:
    """The head of a column of flows: the year for a whole one, else its days."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(end.year)
    return f"{_short(start)} – {_short(end)}"


def _short(day: date) -> str:
    return f"{day.day} {short_month(day.month)} {day.year}"
