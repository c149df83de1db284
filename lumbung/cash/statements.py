"""Reading what the bank prints. Cash knows what it needs of it; who can read a workbook says so when it starts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Printed(NamedTuple):
    """One line: its day, sen above zero for money in, and the bank's words."""

    on: date
    amount: int
    text: str


class Told(NamedTuple):
    """A whole statement as it was understood; balances in sen."""

    lines: list[Printed]
    opening: int
    closing: int
    sha256: str


Reader = Callable[[Path, date], Told]
_READERS: list[Reader] = []


def know_reader(reader: Reader) -> None:
    """Say how a file of a bank is read: (path, today) -> Told, raising Refused in words."""
    _READERS[:] = [reader]


def read(path: Path, today: date) -> Told:
    """Raises  Refused: the file may not come in, is no bank statement, or has lines that nobody can read."""
    return _READERS[0](path, today)
