"""The one shape of everything that is printed: page, text, JSON, spreadsheet and PDF all draw a `Statement`."""

from datetime import date
from typing import NamedTuple


class Column(NamedTuple):
    """A column by its name, which is also its name in JSON.

    kind    "money" (sen), "text", "date" or "number"
    span    first and last day of what its figures sum up, for the link to the entries behind them
    shown   false: only machines read it
    """

    key: str
    label: str
    kind: str = "money"
    span: tuple[date, date] | None = None
    shown: bool = True


class Row(NamedTuple):
    """A line: what it is called, how it stands (head, line, detail, subtotal, total, text), its cells by column.

    accounts  the accounts that its figures come from; empty for a sum of other lines
    entry     the number of the entry that it shows, in the books
    note      the number of the note that explains it
    """

    key: str
    label: str
    level: str
    cells: dict[str, object]
    accounts: tuple[str, ...] = ()
    entry: int = 0
    note: str = ""


class Check(NamedTuple):
    """Two figures, found in different ways, that must be the same; sen."""

    name: str
    left: int
    right: int

    @property
    def ok(self) -> bool:
        return self.left == self.right


class Statement(NamedTuple):
    """A statement or a book of one cooperative, before anyone has decided how it looks.

    label_at  how many columns stand before the label (date and document, in a journal)
    label     the head over the labels
    """

    report: str
    title: str
    subtitle: str
    start: date
    end: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    checks: tuple[Check, ...] = ()
    notes: tuple[str, ...] = ()
    label: str = ""
    label_at: int = 0

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)

    @property
    def shown(self) -> list[Column]:
        return [column for column in self.columns if column.shown]

    def row(self, key: str) -> Row:
        """The line of this name. Raises KeyError: there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def amount(self, key: str, column: str = "amount") -> int:
        """The figure of a line, sen."""
        return self.row(key).cells[column]
