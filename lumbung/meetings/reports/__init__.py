"""Questions to the secretary's rows."""

from lumbung.meetings.reports.kept import Line, chain, chain_of, current, lines, search
from lumbung.meetings.reports.officers import doubts, ends_of, people_of, serving, signers
from lumbung.meetings.reports.saying import answers_of, unanswered

__all__ = [
    "Line",
    "answers_of",
    "chain",
    "chain_of",
    "current",
    "doubts",
    "ends_of",
    "lines",
    "people_of",
    "search",
    "serving",
    "signers",
    "unanswered",
]
