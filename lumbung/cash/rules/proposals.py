"""What a line of a treasurer's cash book was probably about. Plain arithmetic over words: no database, no learning."""

import re
from functools import lru_cache
from numbers import Real
from pathlib import Path
from typing import NamedTuple

SURE, CLEAR, LIKELY, UNSURE, FAINT = 95, 85, 70, 50, 25  # percent
MOST_AMONG_SEVERAL = 90


class Keyword(NamedTuple):
    """Words that stand for a category; a weak keyword often means something else."""

    event: str
    words: str
    strong: bool

    @property
    def weight(self) -> tuple:
        return (self.strong, self.words.count(" "), len(self.words))


def propose(text: str, inward: bool) -> list[tuple[str, Real]]:
    """The categories that a line may belong to, likeliest first, each with a confidence from 0 to 1.

    Shape   [(event, confidence)]; empty when no keyword stands in the text
            above 0.9 only when a strong keyword of one single category stands there
    """
    matches = _matches(normal(text), inward)
    if len(matches) <= 1:
        return [(match.event, (SURE if match.strong else LIKELY) / 100) for match in matches]
    first, second = matches[:2]
    top = _confidence(first, second)
    return [(first.event, top / 100), *((match.event, _rest(match, top) / 100) for match in matches[1:])]


def _confidence(first: Keyword, second: Keyword) -> int:
    """How sure we are of the first of several, percent."""
    if first.strong and f" {second.words} " in f" {first.words} " and first.words != second.words:
        return MOST_AMONG_SEVERAL
    if first.strong and not second.strong:
        return CLEAR
    return LIKELY if first.weight[:2] > second.weight[:2] else UNSURE


def _rest(match: Keyword, top: int) -> int:
    return min(top, UNSURE if match.strong else FAINT)


def normal(text: str) -> str:
    """Lower case words between single blanks, a blank at either end: ` simp pokok anggota baru `."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


@lru_cache(maxsize=4096)
def _matches(words: str, inward: bool) -> tuple[Keyword, ...]:
    """The weightiest keyword of each category in the text, the weightiest category first."""
    best: dict[str, Keyword] = {}
    for keyword in KEYWORDS[inward]:
        if f" {keyword.words} " in words and keyword.weight > getattr(best.get(keyword.event), "weight", ()):
            best[keyword.event] = keyword
    return tuple(sorted(best.values(), key=lambda keyword: keyword.weight, reverse=True))


def _read() -> dict[bool, list[Keyword]]:
    """The keywords of `keywords.txt`, by direction."""
    text = Path(__file__).with_name("keywords.txt").read_text(encoding="utf-8")
    found = {True: [], False: []}
    for block in re.findall(r"^(?:in|out) .*(?:\n    .*)*", text, re.MULTILINE):
        head, _, listed = block.partition(":")
        direction, event = head.split()
        for word in listed.split(","):
            words = " ".join(word.split())
            found[direction == "in"].append(Keyword(event, words.removeprefix("*"), not words.startswith("*")))
    return found


KEYWORDS = _read()
