"""Cooperative words in plain Indonesian: what each means, with one example. Drawn by `{% term "iuran" %}`."""

from itertools import count

from django.utils.text import slugify

from lumbung.web.glossary import books, people, savings
from lumbung.web.glossary.word import Term

TERMS: dict[str, Term] = {**people.TERMS, **savings.TERMS, **books.TERMS}
_showing = count()


def term(name: str) -> Term:
    """The explanation of a word. Raises KeyError: not in the glossary, a mistake of the page that asks."""
    return TERMS[name]


def anchor(name: str) -> str:
    """A fresh id for one showing of the explanation: a page may explain a word twice."""
    return f"arti-{slugify(name)}-{next(_showing) % 10_000}"


def as_markdown() -> str:
    """The whole glossary as `docs/glossary.md` holds it, in the language active now."""
    rows = (f"**{t.label}.** {t.meaning}{f' *{t.example}*' if t.example else ''}" for t in TERMS.values())
    return (
        "# Daftar istilah\n\nKata koperasi dalam bahasa sehari-hari, sama dengan tanda “?” di layar.\n\n"
        + "\n\n".join(rows)
        + "\n"
    )
