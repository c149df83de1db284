"""The shape of one explanation."""

from typing import NamedTuple


class Term(NamedTuple):
    """A word, one paragraph, one example from daily work (may be empty)."""

    label: str
    meaning: str
    example: str = ""
