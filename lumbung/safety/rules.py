"""Scores, the next step and whose turn an exercise is: arithmetic only."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

FEW = 3  # so few answers would tell of persons, so the programme sees none of them


class Share(NamedTuple):
    """How much of what was looked at is well: `percent` by weight, rounded down, and how many of how many."""

    percent: int
    good: int
    of: int

    @property
    def tone(self) -> str:
        if self.percent >= 80:
            return "ok"
        return "wait" if self.percent >= 50 else "bad"


def share(weighed: Iterable[tuple[int, bool]]) -> Share:
    """Of (weight, is it well); nothing to look at is nothing amiss."""
    weighed = list(weighed)
    total = sum(weight for weight, _ok in weighed)
    have = sum(weight for weight, ok in weighed if ok)
    return Share(100 * have // total if total else 100, sum(ok for _weight, ok in weighed), len(weighed))


def month_of(day: date) -> date:
    return day.replace(day=1)


def turn(month: date, count: int) -> int:
    """Which of `count` exercises is the month's: all of them in turn, the same for everybody."""
    return (month.year * 12 + month.month) % count


def months_back(month: date, count: int) -> Sequence[date]:
    """This month and those before it, the newest first."""
    whole = month.year * 12 + month.month - 1
    return [date((whole - back) // 12, (whole - back) % 12 + 1, 1) for back in range(count)]


def told(people: int, right: int) -> int | None:
    """The share of right answers in percent; None where it would tell how single persons answered."""
    return 100 * right // people if people >= FEW else None
