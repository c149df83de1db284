"""Suggestions and what was said to them."""

from collections import defaultdict

from lumbung.meetings.models import Answer, Suggestion
from lumbung.meetings.reports.kept import chain, current


def answers_of(cooperative_id: int) -> dict[int, list[Answer]]:
    """{suggestion: what was answered, the oldest first}; a corrected suggestion keeps the answers it had."""
    first, found = chain(Suggestion, cooperative_id), defaultdict(list)
    for answer in current(Answer, cooperative_id):
        found[first[answer.suggestion_id]].append(answer)
    return {row: found[root] for row, root in first.items() if root in found}


def unanswered(cooperative_id: int, **only) -> list[Suggestion]:
    """What still waits for the board, the oldest first."""
    told = answers_of(cooperative_id)
    return [row for row in current(Suggestion, cooperative_id, **only) if row.id not in told]
