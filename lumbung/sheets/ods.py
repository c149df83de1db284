"""What stands around the values of an .ods: comments, fills, and how far its repeated rows really reach."""

import zipfile
from pathlib import Path
from xml.parsers import expat  # no entity is ever expanded: `guard` refuses declarations first

from . import guard
from .refusals import Unwelcome
from .xlsx import CALL_OUTSIDE, MAX_AREA, MAX_FILLS, Marks, too_wide

WHITE = {"transparent", "#ffffff"}


def marks(path: Path) -> dict[str, Marks]:
    """Marks of each table by its name.

    Raises  Unwelcome: a formula that calls outside, a table too wide once its repeats are unrolled, broken XML
    """
    watcher = _Watcher()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = watcher.start, watcher.end
    parser.CharacterDataHandler = watcher.characters
    parser.buffer_text = True
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
            parser.ParseFile(file)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Unwelcome(guard.DAMAGED) from error
    return watcher.found


class _Watcher:
    """Listens to content.xml being parsed."""

    def __init__(self) -> None:
        self.found: dict[str, Marks] = {}
        self.colours: dict[str, str] = {}
        self.style = self.name = ""
        self.marks = Marks()
        self.row = self.column = self.rows = self.columns = self.last_column = 0
        self.note: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "style:style":
            self.style = attributes.get("style:name", "")
        elif tag == "style:table-cell-properties":
            colour = attributes.get("fo:background-color", "transparent")
            if colour not in WHITE:
                self.colours[self.style] = colour
        elif tag == "table:table":
            self.name, self.marks, self.row, self.rows, self.last_column = (
                attributes.get("table:name", ""),
                Marks(),
                0,
                1,
                0,
            )
            self.found[self.name] = self.marks
        elif tag == "table:table-row":
            self.row += self.rows if self.row else 1
            self.rows, self.column, self.columns = int(attributes.get("table:number-rows-repeated", 1)), 0, 1
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)
        elif tag == "office:annotation":
            self.note = []

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column += self.columns if self.column else 1
        self.columns = int(attributes.get("table:number-columns-repeated", 1))
        if CALL_OUTSIDE.search(attributes.get("table:formula", "")):
            raise Unwelcome(guard.OUTSIDE)
        if "office:value-type" in attributes:
            self.last_column = max(self.last_column, self.column + self.columns - 1)
            last_row = self.row + self.rows - 1
            if last_row * self.last_column > MAX_AREA:
                raise too_wide(self.name, last_row, self.last_column)
        colour = self.colours.get(attributes.get("table:style-name", ""))
        if colour and self.columns < 50 and len(self.marks.fills) < MAX_FILLS:
            for column in range(self.column, self.column + self.columns):
                self.marks.fills[self.row, column] = colour

    def characters(self, data: str) -> None:
        if self.note is not None:
            self.note.append(data)

    def end(self, tag: str) -> None:
        if tag == "office:annotation" and self.note is not None:
            self.marks.comments[self.row, self.column] = " ".join("".join(self.note).split())
            self.note = None
