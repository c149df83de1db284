"""What stands around the values of an .xlsx: comments, fills, padded numbers, formulas without a result.

The values themselves come from a reader written in Rust; this looks at each worksheet once as a stream, so a sheet of
any size costs little memory, and stops at a cell so far out that a dense table of it would not fit.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat  # no entity is ever expanded: `guard` refuses declarations first

from defusedxml import ElementTree

from . import guard
from .cells import Broken
from .refusals import Unwelcome, _

MAX_AREA = 4_000_000  # cells of the smallest rectangle around everything
MAX_FILLS = 100_000  # a sheet coloured all over tells nothing, and would cost memory
CALL_OUTSIDE = re.compile(r"\bDDE(AUTO)?\s*\(|\bWEBSERVICE\s*\(|\bCALL\s*\(|\|", re.IGNORECASE)
Place = tuple[int, int]  # row and column, both from 1


@dataclass(slots=True)
class Marks:
    """Around the values of one sheet; every key is (row, column) from 1."""

    comments: dict[Place, str] = field(default_factory=dict)
    fills: dict[Place, str] = field(default_factory=dict)
    padding: dict[Place, int] = field(default_factory=dict)  # shown with so many digits: 1 as 001
    broken: dict[Place, Broken] = field(default_factory=dict)


def marks(path: Path) -> dict[str, Marks]:
    """Marks of each worksheet by its name.

    Raises  Unwelcome: a formula that calls outside, a sheet too wide, XML that does not parse
    """
    try:
        with zipfile.ZipFile(path) as archive:
            styles = _styles(archive)
            return {name: _sheet_marks(archive, part, name, styles) for name, part in _worksheets(archive)}
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
        raise Unwelcome(guard.DAMAGED) from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _parse(archive: zipfile.ZipFile, name: str):
    return ElementTree.fromstring(archive.read(name), forbid_dtd=True)


def _relations(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str, str]]:
    """(id, type, target part) of everything `part` points at."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in archive.namelist():
        return []
    found = []
    for item in _parse(archive, place):
        target = item.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found.append((item.get("Id", ""), item.get("Type", ""), whole))
    return found


def _worksheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    books = [target for _id, kind, target in _relations(archive, "") if kind.endswith("/officeDocument")]
    if not books:
        raise KeyError("officeDocument")
    workbook = books[0]
    parts = {ident: target for ident, kind, target in _relations(archive, workbook) if kind.endswith("/worksheet")}
    found = []
    for item in _parse(archive, workbook).iter():
        if _local(item.tag) == "sheet":
            ident = next((value for name, value in item.items() if _local(name) == "id"), "")
            if ident in parts:
                found.append((item.get("name", ""), parts[ident]))
    return found


@dataclass(slots=True)
class _Styles:
    fills: list[str | None]
    padding: list[int]


def _styles(archive: zipfile.ZipFile) -> _Styles:
    """For each cell format: its fill colour (None for none or white) and its padded width (0 for none)."""
    if "xl/styles.xml" not in archive.namelist():
        return _Styles([], [])
    root = _parse(archive, "xl/styles.xml")
    groups = {_local(group.tag): group for group in root}
    codes = {int(item.get("numFmtId", 0)): item.get("formatCode", "") for item in groups.get("numFmts", ())}
    colours = [_colour(fill) for fill in groups.get("fills", ())]
    formats = list(groups.get("cellXfs", ()))
    fills = [colours[int(xf.get("fillId", 0))] if int(xf.get("fillId", 0)) < len(colours) else None for xf in formats]
    return _Styles(fills, [_padded(codes.get(int(xf.get("numFmtId", 0)), "")) for xf in formats])


def _colour(fill) -> str | None:
    for pattern in fill:
        if _local(pattern.tag) != "patternFill" or pattern.get("patternType") in {None, "none"}:
            continue
        for colour in pattern:
            if _local(colour.tag) == "fgColor":
                said = colour.get("rgb") or f"theme{colour.get('theme')}{colour.get('indexed') or ''}"
                return None if said.upper().endswith("FFFFFF") or said == "theme0" else said
    return None


def _padded(code: str) -> int:
    plain = code.replace('"', "").replace("\\", "")
    return len(plain) if re.fullmatch(r"0{2,}", plain) else 0


def _comments(archive: zipfile.ZipFile, part: str) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for _id, kind, target in _relations(archive, part):
        if kind.endswith("/comments") and target in archive.namelist():
            for item in _parse(archive, target).iter():
                if _local(item.tag) == "comment":
                    said = " ".join("".join(item.itertext()).split())
                    found[place_of(item.get("ref", "A1"))] = said
    return found


def place_of(reference: str) -> Place:
    """`B7` is (7, 2)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]), column


def _sheet_marks(archive: zipfile.ZipFile, part: str, name: str, styles: _Styles) -> Marks:
    watcher = _Watcher(name, styles, Marks(comments=_comments(archive, part)))
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = watcher.start, watcher.end
    parser.CharacterDataHandler = watcher.characters
    parser.buffer_text = True
    with archive.open(part) as file:
        parser.ParseFile(file)
    return watcher.marks


class _Watcher:
    """Listens to one worksheet being parsed and keeps what stands around its values."""

    def __init__(self, name: str, styles: _Styles, marks: Marks) -> None:
        self.name, self.styles, self.marks = name, styles, marks
        self.row = self.column = self.last_row = self.last_column = 0
        self.kind, self.formula, self.has_formula, self.value = "", "", False, ""
        self.listening = ""
        self.starts: dict[str, Callable[[dict], None]] = {
            "row": self._row, "c": self._cell, "v": self._value, "f": self._formula, "is": self._value,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if handler := self.starts.get(tag.rpartition(":")[2]):
            handler(attributes)

    def characters(self, data: str) -> None:
        if self.listening == "f":
            self.formula += data
        elif self.listening == "v" and not self.value:
            self.value = data

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._cell_ends()
        elif tag in {"v", "f"}:
            self.listening = ""

    def _row(self, attributes: dict) -> None:
        self.row, self.column = int(attributes.get("r", self.row + 1)), 0

    def _cell(self, attributes: dict) -> None:
        reference = attributes.get("r")
        self.row, self.column = place_of(reference) if reference else (self.row, self.column + 1)
        self.kind, self.formula, self.has_formula, self.value = attributes.get("t", ""), "", False, ""
        style = int(attributes.get("s", 0))
        if style and style < len(self.styles.fills):
            if self.styles.fills[style] and len(self.marks.fills) < MAX_FILLS:
                self.marks.fills[self.row, self.column] = self.styles.fills[style]
            if self.styles.padding[style]:
                self.marks.padding[self.row, self.column] = self.styles.padding[style]

    def _value(self, _attributes: dict) -> None:
        self.listening = "v"
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        if self.last_row * self.last_column > MAX_AREA:
            raise too_wide(self.name, self.row, self.column)

    def _formula(self, _attributes: dict) -> None:
        self.listening, self.has_formula = "f", True

    def _cell_ends(self) -> None:
        if self.has_formula and CALL_OUTSIDE.search(re.sub(r'"[^"]*"', "", self.formula)):
            raise Unwelcome(guard.OUTSIDE)
        if self.kind == "e":
            self.marks.broken[self.row, self.column] = Broken(self.value or "#")
        elif self.has_formula and not self.value and self.kind != "str":
            self.marks.broken[self.row, self.column] = Broken("=")


def too_wide(name: str, row: int, column: int) -> Unwelcome:
    return Unwelcome(
        _(
            'Lembar "%(sheet)s" punya isi jauh di luar tabel (baris %(row)d, kolom %(column)d). '
            "Hapus isi itu, simpan, lalu kirim lagi."
        ),
        sheet=name,
        row=row,
        column=column,
    )
