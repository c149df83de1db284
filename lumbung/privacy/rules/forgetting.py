"""When somebody may be forgotten: the law keeps papers of money for years after the book year of the last of them."""

from datetime import date, timedelta


def forgotten_from(year_ends_on: date, years: int) -> date:
    """The first day on which nothing must be kept any more.

    year_ends_on  last day of the book year in which the last thing happened
    Source        UU 8/1997 art. 11; reference/reliability.md 2c
    """
    after = year_ends_on + timedelta(days=1)
    return date(after.year + years, after.month, after.day)
