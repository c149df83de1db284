"""The guides of docs/panduan: one task a page, in Markdown, with the pictures that bin/pictures takes of the demo.

A page begins with a few lines between `---`: judul (title), bagian (chapter), urutan (place in it), halaman (the names
of the pages it belongs to; `cash` alone stands for every page of that package that has no guide of its own).
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from PIL import Image

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES, PICTURES = DOCS / "panduan", DOCS / "gambar"


class Guide(NamedTuple):
    """One page: its word in the address, title, chapter, place, the names of the pages it helps with, its text."""

    word: str
    title: str
    chapter: str
    order: int
    pages: tuple[str, ...]
    text: str


@cache
def guides() -> dict[str, Guide]:
    """Every guide by its word, in the order of the contents."""
    found = sorted((read(file) for file in PAGES.glob("*.md")), key=lambda guide: (guide.order, guide.word))
    return {guide.word: guide for guide in found}


def read(file: Path) -> Guide:
    """Raises  ValueError, KeyError: the head of the file lacks something"""
    _nothing, head, text = file.read_text().split("---\n", 2)
    said = dict(line.split(": ", 1) for line in head.strip().splitlines())
    pages = tuple(said.get("halaman", "").split())
    return Guide(file.stem, said["judul"], said["bagian"], int(said["urutan"]), pages, text.strip())


@cache
def _by_page() -> dict[str, Guide]:
    return {page: guide for guide in guides().values() for page in guide.pages}


def of_page(name: str) -> Guide | None:
    """The guide of a page by the name of its address, else the one of its package; None when there is none."""
    return _by_page().get(name) or _by_page().get(name.partition(":")[0])


def chapters() -> list[tuple[str, list[Guide]]]:
    """The contents: each chapter with its guides."""
    found: dict[str, list[Guide]] = {}
    for guide in guides().values():
        found.setdefault(guide.chapter, []).append(guide)
    return list(found.items())


def picture(name: str) -> Path | None:
    """The file of a picture; None when it has not been taken."""
    file = PICTURES / f"{name}.png"
    return file if file.is_file() else None


@cache
def html(word: str) -> SafeString:
    """The text of a guide as HTML. The Markdown is ours, and no HTML inside it passes."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = _without_missing_pictures(reader.parse(guides()[word].text))
    for token in tokens:
        for inside in token.children or ():
            _address(inside)
    return mark_safe(reader.renderer.render(tokens, reader.options, {}))  # noqa: S308 - our own files


def _without_missing_pictures(tokens: list) -> list:
    """A picture that has not been taken yet stays away, with the paragraph it stands in."""
    missing = {at for at, token in enumerate(tokens) if not all(map(picture, _pictures(token)))}
    around = {at + step for at in missing for step in (-1, 0, 1)}
    return [token for at, token in enumerate(tokens) if at not in around]


def _pictures(token) -> list[str]:
    """The names of the pictures inside a piece of text."""
    return [Path(inside.attrs["src"]).stem for inside in token.children or () if inside.type == "image"]


def _address(token) -> None:
    """From a place among the files to an address of the program."""
    if token.type == "image":
        name = Path(token.attrs["src"]).stem
        width, height = _size(name)
        token.attrs |= {"src": f"/panduan/gambar/{name}.png", "loading": "lazy", "width": width, "height": height}
    elif token.type == "link_open" and str(token.attrs["href"]).endswith(".md"):
        token.attrs["href"] = f"/panduan/{Path(token.attrs['href']).stem}/"


def _size(name: str) -> tuple[int, int]:
    with Image.open(picture(name)) as taken:
        return taken.size
