"""Arithmetic of meetings and terms: quorum, ages, how long. Pure."""

from datetime import date


def quorum(invited: int, present: int, *, second_call: bool) -> bool:
    """Whether enough members are there: more than half at the first call, a third at the second.

    Source  reference/domain.md 1.3
    """
    return 3 * present >= invited if second_call else 2 * present > invited


def needed(invited: int, *, second_call: bool) -> int:
    """How many members must at least be there."""
    return -(-invited // 3) if second_call else invited // 2 + 1


def age(born_on: date | None, on: date) -> int | None:
    """Whole years on a day."""
    if born_on is None or born_on > on:
        return None
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def years_later(day: date, years: int) -> date:
    """The same day some years on; the last of February stays a last of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
