"""What a task costs a person, by the keystroke-level model of Card, Moran and Newell (1980): no clock, only counting.

K  a key pressed, an average typist              0.28 s
P  pointing at something                         1.1 s
B  a button of the mouse going down or coming up 0.1 s, so that a tap is two
H  a hand moving between keyboard and mouse      0.4 s
M  making up one's mind                          1.35 s

M stands before each tap, each text typed and each command by keys: a person must know what comes next. It does not
stand before a key that only ends or follows what was begun (HABITS), unless a decision is made there. The same for all.
"""

import tomllib
from collections import Counter
from pathlib import Path

from keys_facts import FACTS

SECONDS = {"K": 0.28, "P": 1.1, "B": 0.1, "H": 0.4, "M": 1.35}
HABITS = frozenset("Enter Tab Escape Up Down Left Right Home End".split())
EXCEL = Path(__file__).with_name("keys_excel.toml")


class Tally:
    """The operators of one task, in the order in which they are told. It begins with the hand on the mouse."""

    def __init__(self):
        self.operators: Counter[str] = Counter()
        self.at = "mouse"

    def tap(self, presses: int = 1) -> None:
        self._reach("mouse")
        self.operators.update({"M": 1, "P": 1, "B": 2 * presses})

    def type(self, text: str) -> None:
        self._reach("keyboard")
        self.operators.update({"M": 1, "K": len(text)})

    def press(self, chord: str, times: int = 1, thinking: bool = False) -> None:
        """One key, or several held together: `Control+f` is two."""
        self._reach("keyboard")
        self.operators["K"] += len(chord.split("+")) * times
        self.operators["M"] += int(thinking or chord.removeprefix("Arrow") not in HABITS) * times

    def _reach(self, place: str) -> None:
        self.operators["H"] += int(place != self.at)
        self.at = place

    @property
    def taps(self) -> int:
        return self.operators["B"] // 2

    @property
    def keys(self) -> int:
        return self.operators["K"]

    @property
    def pointings(self) -> int:
        return self.operators["P"]

    @property
    def seconds(self) -> float:
        return sum(SECONDS[operator] * count for operator, count in self.operators.items())


def counted(steps: list[dict], book: str) -> Tally:
    """The cost of a written list of steps in the workbooks of sample `book`; the other's own steps are passed over."""
    tally = Tally()
    _count(tally, steps, book)
    return tally


def _count(tally: Tally, steps: list[dict], book: str) -> None:
    for step in steps:
        if step.get("only", book) != book:
            continue
        match step:
            case {"steps": inner, "times": times}:
                for _ in range(times):
                    _count(tally, inner, book)
            case {"tap": _}:
                tally.tap()
            case {"double": _}:
                tally.tap(presses=2)
            case {"type": text}:
                tally.type(text.format(**FACTS))
            case {"press": chord}:
                tally.press(chord, step.get("times", 1), step.get("thinking", False))
            case _:
                raise ValueError(f"a step does nothing: {step}")


def excel() -> dict[str, list[dict]]:
    """The ten tasks in the workbooks, step by step."""
    return {task["name"]: task["steps"] for task in tomllib.loads(EXCEL.read_text())["task"]}
