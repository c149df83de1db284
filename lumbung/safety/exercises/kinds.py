"""What an exercise is made of."""

from collections.abc import Callable
from typing import NamedTuple

from lumbung.safety.drawing import Drawing


class Answer(NamedTuple):
    """One of three: what a person might do, and what would come of it."""

    words: str
    then: str
    right: bool = False


class Exercise(NamedTuple):
    """Five minutes: what is seen (drawn when asked, in the language of the page), three answers, what to remember."""

    word: str
    title: str
    told: str
    draw: Callable[[], Drawing]
    answers: tuple[Answer, Answer, Answer]
    keep: str
