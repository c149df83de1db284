"""The one shape of a book: columns, and rows in one or more parts. Screen, paper and spreadsheet all draw it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

TEXT, DAY, MONEY, NUMBER, SIGN = "text", "date", "money", "number", "sign"


class Column(NamedTuple):
    """One column: `width` is its share of the sheet; a `sign` column stays empty for the pen.

    group  a head over several columns: "Pokok" over in, out and balance
    """

    key: str
    label: str
    width: int = 20
    kind: str = TEXT
    group: str = ""

    @property
    def full_label(self) -> str:
        """`Pokok, masuk`: the head where there is room for one line only."""
        return f"{self.group}, {self.label.lower()}" if self.group else str(self.label)


class Row(NamedTuple):
    """What a row says by column; money in sen.

    kind  "row" is counted; "carried" (a balance brought forward) and "total" are not
    url   where the record behind it is read
    """

    cells: dict[str, object]
    kind: str = "row"
    url: str = ""


class Part(NamedTuple):
    """Rows under one heading: a member of the savings book, a bank account, a till.

    columns  when they differ from those of the book
    """

    rows: Sequence[Row]
    heading: str = ""
    columns: tuple[Column, ...] = ()


class Asked(NamedTuple):
    """Which part of a book: of whom, from which day to which, and which of its choices ("" is all of them)."""

    cooperative: object
    start: date
    end: date
    choice: str = ""

    @property
    def cooperative_id(self) -> int:
        return self.cooperative.id


class Book(NamedTuple):
    """A book as the law of books has it.

    key      its word in addresses
    covers   "all" (everything up to a day), "year" or "month": what one printing holds
    signers  roles that sign at its foot
    """

    number: int
    key: str
    name: str
    purpose: str
    columns: tuple[Column, ...]
    covers: str = "year"
    signers: tuple[str, ...] = ("ketua", "sekretaris")


class Source(NamedTuple):
    """Where a book's rows come from.

    rows         the parts of what is asked; a part without rows is left out by whoever makes them
    choices      [(value, words)] that the book can be narrowed to
    record       the name of the page on which a row is written, reversed with the cooperative's slug
    record_deed  who may write it
    """

    rows: Callable[[Asked], list[Part]]
    choices: Callable[[int], list[tuple[str, str]]] | None = None
    record: str = ""
    record_deed: str = ""
