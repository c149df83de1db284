"""What is written down, and how it is corrected."""

from lumbung.meetings.actions.keeping import correct, keep_many
from lumbung.meetings.actions.writing import (
    answer_suggestion,
    end_term,
    record_incident,
    record_letter,
    record_meeting,
    record_suggestion,
    record_term,
    record_visit,
)

__all__ = [
    "answer_suggestion",
    "correct",
    "end_term",
    "keep_many",
    "record_incident",
    "record_letter",
    "record_meeting",
    "record_suggestion",
    "record_term",
    "record_visit",
]
