"""What waits and why, what became of it, and who stands near whom."""

from lumbung.approvals.reports.limits import caps, is_dormant, limit, why_wait
from lumbung.approvals.reports.related import heir_of, heirs, near, payee_names, same_person, ties
from lumbung.approvals.reports.waiting import (
    Case,
    asked_before,
    case,
    decided,
    decision,
    endorsements,
    newest,
    to_endorse,
    versions,
    waiting,
    waiting_count,
    waiting_until,
)

__all__ = [
    "Case",
    "asked_before",
    "caps",
    "case",
    "decided",
    "decision",
    "endorsements",
    "heir_of",
    "heirs",
    "is_dormant",
    "limit",
    "near",
    "newest",
    "payee_names",
    "same_person",
    "ties",
    "to_endorse",
    "versions",
    "waiting",
    "waiting_count",
    "waiting_until",
    "why_wait",
]
