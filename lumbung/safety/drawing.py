"""Pictures of screens and stickers as SVG, drawn here: shapes with words, wrapped by the measures of our own font."""

import functools
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from lumbung import web

WIDTH = 320
SPARE = 1.08  # another font, while ours is on its way, may be a little wider
FONTS = {weight: f"PlusJakartaSans-{name}.ttf" for weight, name in ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))}


class Rect(NamedTuple):
    x: int
    y: int
    width: int
    height: int
    fill: str
    rx: int = 0
    stroke: str = "none"
    kind: str = "rect"


class Text(NamedTuple):
    """One line of words; `y` is where it stands."""

    x: int
    y: int
    words: str
    fill: str = "#111b21"
    size: int = 13
    weight: int = 400
    anchor: str = "start"
    kind: str = "text"


class Outline(NamedTuple):
    d: str
    fill: str
    x: int = 0
    y: int = 0
    scale: str = "1"
    kind: str = "path"


class Drawing(NamedTuple):
    """A picture with what it shows in words, for whoever cannot see it."""

    height: int
    shapes: list
    told: str
    width: int = WIDTH


@functools.cache
def _font(weight: int, size: int):
    return ImageFont.truetype(Path(web.__file__).parent / "fonts" / FONTS[weight], size)


def measured(words: str, size: int = 13, weight: int = 400) -> int:
    """How wide a line is, with some room to spare."""
    return round(_font(weight, size).getlength(words) * SPARE)


def wrapped(words: str, width: int, size: int = 13, weight: int = 400) -> list[str]:
    """Lines no wider than `width`; a word that is too long by itself is broken."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        line = ""
        for word in _breakable(paragraph, width, size, weight):
            longer = f"{line} {word}" if line else word
            if line and measured(longer, size, weight) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _breakable(paragraph: str, width: int, size: int, weight: int) -> list[str]:
    pieces = []
    for word in paragraph.split():
        while measured(word, size, weight) > width:
            fits = next(n for n in range(len(word), 0, -1) if measured(word[:n], size, weight) <= width)
            pieces.append(word[:fits])
            word = word[fits:]
        pieces.append(word)
    return pieces


def block(words: str, x: int, y: int, width: int, **how) -> tuple[list, int]:
    """Words in lines from `y` down, and where the next thing may begin."""
    size = how.get("size", 13)
    step = round(size * 1.42)
    lines = wrapped(words, width, size, how.get("weight", 400))
    return [Text(x, y + size + step * at, line, **how) for at, line in enumerate(lines)], y + step * len(lines)
