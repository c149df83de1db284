"""A book ready to be drawn: rows numbered without a gap, head and foot in words."""

from datetime import date
from typing import NamedTuple

from lumbung.books import registry, signing
from lumbung.books.period import Span
from lumbung.books.shape import Asked, Book, Column, Row


class Numbered(NamedTuple):
    """A row with its number in the book; 0 for one that is not counted."""

    no: int
    row: Row


class Section(NamedTuple):
    """One part with its own columns and numbering."""

    heading: str
    columns: tuple[Column, ...]
    lines: list[Numbered]


class Printed(NamedTuple):
    """Everything that stands on a printing."""

    book: Book
    cooperative: object
    span: Span
    sections: list[Section]
    place_date: str
    signatures: list[tuple[str, str]]
    mark: str = ""  # who took it away, when: on books that name every member

    @property
    def count(self) -> int:
        return sum(1 for section in self.sections for line in section.lines if line.no)


def printed(book: Book, cooperative, span: Span, *, choice: str = "", signed_on: date) -> Printed:
    """The book of one cooperative over a span, narrowed to one of its choices."""
    asked = Asked(cooperative, span.start, span.end, choice)
    sections = [
        Section(str(part.heading), registry.columns_of(book, part), _numbered(part.rows))
        for part in registry.parts(book, asked)
    ]
    return Printed(
        book, cooperative, span, sections, signing.signed_at(cooperative.village_code, signed_on),
        signing.signatures(cooperative.id, signed_on, book.signers),
    )  # fmt: skip


def _numbered(rows) -> list[Numbered]:
    lines, no = [], 0
    for row in rows:
        no += row.kind == "row"
        lines.append(Numbered(no if row.kind == "row" else 0, row))
    return lines
