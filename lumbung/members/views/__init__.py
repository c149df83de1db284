"""The pages of the register."""

from lumbung.members.views.book import book, book_pdf, book_xlsx
from lumbung.members.views.changing import correct, new, standing
from lumbung.members.views.showing import duplicates, members, one, search

__all__ = [
    "book",
    "book_pdf",
    "book_xlsx",
    "correct",
    "duplicates",
    "members",
    "new",
    "one",
    "search",
    "standing",
]
