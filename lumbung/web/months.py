"""Months as `2026-10`: a text that sorts, that a row can hold, and that one can reckon with."""

from datetime import date, timedelta


def period_of(day: date) -> str:
    return day.isoformat()[:7]


def first_day(period: str) -> date:
    return date.fromisoformat(f"{period}-01")


def last_day(period: str) -> date:
    return (first_day(period) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def later(period: str, months: int) -> str:
    """A month so many months later; earlier below nil."""
    place = int(period[:4]) * 12 + int(period[5:]) - 1 + months
    return f"{place // 12:04}-{place % 12 + 1:02}"


def asked(text: str, today: date) -> str:
    """The month that an address asks for, when it is one that has come; else the last whole one."""
    try:
        period = period_of(first_day(text))
    except ValueError:
        period = ""
    now = period_of(today)
    return period if "2000-01" <= period <= now else later(now, -1)


def before(today: date, count: int) -> list[date]:
    """The first days of the last whole months, newest first: what one may choose from."""
    return [first_day(later(period_of(today), -back)) for back in range(1, count + 1)]
