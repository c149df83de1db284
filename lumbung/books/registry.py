"""Who fills which book. A package names its rows when it starts; a book that nobody fills prints empty, and says so."""

from lumbung.books.catalogue import CATALOGUE
from lumbung.books.shape import Asked, Book, Column, Part, Source

BOOKS: dict[str, Book] = {book.key: book for book in CATALOGUE}
_SOURCES: dict[str, Source] = {}
_MORE: dict[str, list] = {}


def fill(key: str, rows, *, choices=None, record: str = "", record_deed: str = "", columns: tuple = ()) -> None:
    """Say where the rows of a book come from; see `Source`.

    columns  Column, when what is kept has other columns than the catalogue
    Raises   KeyError: there is no such book
    """
    if columns:
        BOOKS[key] = BOOKS[key]._replace(columns=tuple(columns))
    _SOURCES[BOOKS[key].key] = Source(rows, choices, record, record_deed)


def also(key: str, rows) -> None:
    """Add parts of another package below those of a book: `rows` as in `Source`.

    Raises  KeyError: there is no such book
    """
    _MORE.setdefault(BOOKS[key].key, []).append(rows)


def source(book: Book) -> Source | None:
    """Where its rows come from; None while nobody keeps it."""
    return _SOURCES.get(book.key)


def parts(book: Book, asked: Asked) -> list[Part]:
    """What the book holds of what is asked."""
    found = source(book)
    more = [part for rows in _MORE.get(book.key, ()) for part in rows(asked)]
    return [*(found.rows(asked) if found else []), *more]


def choices(book: Book, cooperative_id: int) -> list[tuple[str, str]]:
    found = source(book)
    return found.choices(cooperative_id) if found and found.choices else []


def columns_of(book: Book, part: Part) -> tuple[Column, ...]:
    return part.columns or book.columns
