"""Which line of a bank statement is which entry of the book: the same amount, at most three days apart.

One to one. Days that are the same come first; of what is left, as many pairs as there can be, and of those the ones
that lie closest. The lines are named by keys, so the answer does not depend on the order in which they are given.
Source  reference/domain.md 3.3, bank reconciliation
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

NEAR = 3  # days


class Line(NamedTuple):
    """A line of either side; `amount` sen, above zero when money comes in."""

    key: int
    on: date
    amount: int


def match(statement: Iterable[Line], book: Iterable[Line], near: int = NEAR) -> dict[int, int]:
    """{key of a statement line: key of the entry}."""
    ours, theirs = _by_amount(book), _by_amount(statement)
    pairs: dict[int, int] = {}
    for amount, lines in theirs.items():
        entries = ours.get(amount, [])
        same = _same_day(lines, entries)
        rest = [line for line in lines if line.key not in same]
        free = [entry for entry in entries if entry.key not in same.values()]
        pairs |= same | _closest(rest, free, near)
    return pairs


def _by_amount(lines: Iterable[Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in sorted(lines, key=lambda each: (each.on, each.key)):
        found.setdefault(line.amount, []).append(line)
    return found


def _same_day(lines: list[Line], entries: list[Line]) -> dict[int, int]:
    waiting: dict[date, list[int]] = {}
    for entry in entries:
        waiting.setdefault(entry.on, []).append(entry.key)
    return {line.key: waiting[line.on].pop(0) for line in lines if waiting.get(line.on)}


def _closest(lines: list[Line], entries: list[Line], near: int) -> dict[int, int]:
    """Both sorted by day: the best pairing never crosses, so a table filled from the back finds it."""
    best = [[(0, 0)] * (len(entries) + 1) for _row in range(len(lines) + 1)]  # (pairs, minus the days between them)
    for i in reversed(range(len(lines))):
        for j in reversed(range(len(entries))):
            taken = _taken(lines[i], entries[j], best[i + 1][j + 1], near)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs, i, j = {}, 0, 0
    while i < len(lines) and j < len(entries):
        if best[i][j] == _taken(lines[i], entries[j], best[i + 1][j + 1], near):
            pairs[lines[i].key] = entries[j].key
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _taken(line: Line, entry: Line, after: tuple[int, int], near: int) -> tuple[int, int]:
    """What pairing these two is worth, with the best of what follows; worse than nothing when they are far apart."""
    apart = abs((line.on - entry.on).days)
    return (after[0] + 1, after[1] - apart) if apart <= near else (-1, 0)
