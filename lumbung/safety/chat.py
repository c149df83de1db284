"""A conversation on a telephone, as people know it: who writes, bubbles, a file, a photo of a slip."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.safety.drawing import WIDTH, Drawing, Rect, Text, block, measured

HEAD, WALL, THEIRS, OURS = "#0b6b5d", "#ece5da", "#ffffff", "#d8f5cf"
INK, SOFT, LINK = "#111b21", "#5b6770", "#0b5fa5"
WIDE, PAD = 244, 10


class Line(NamedTuple):
    """One message: `mine` stands at the right. `draw(x, y, width)` puts a thing over the words, and says how high."""

    words: str
    time: str
    mine: bool = False
    draw: Callable | None = None


def chat(name: str, under: str, *lines: Line) -> Drawing:
    """The screen of a telephone; `under` is what stands beneath the name: a number, or "online"."""
    shapes, y = [], 74
    for line in lines:
        more, y = _bubble(line, y)
        shapes += more
    height = y + 12
    frame = [Rect(0, 0, WIDTH, height, WALL, 18), *_head(str(name), str(under))]
    return Drawing(height, frame + shapes, _told(name, under, lines))


def _head(name: str, under: str) -> list:
    return [
        Rect(0, 0, WIDTH, 60, HEAD, 18),
        Rect(0, 30, WIDTH, 30, HEAD),
        Rect(14, 12, 36, 36, "#cfe3dc", 18),
        Text(32, 36, name[:1].upper() if name[:1].isalpha() else "?", HEAD, 16, 700, "middle"),
        Text(60, 28, name, "#ffffff", 14, 700),
        Text(60, 45, under, "#d7ece6", 11),
    ]


def _bubble(line: Line, y: int) -> tuple[list, int]:
    """A message from `y` down: its shapes, and where the next one begins."""
    top, inside = y + 8, []
    x = WIDTH - WIDE - 12 if line.mine else 12
    if line.draw:
        inside, high = line.draw(x + 6, y + 6, WIDE - 12)
        top = y + high + 12
    words, end = block(str(line.words), x + PAD, top, WIDE - 2 * PAD, fill=INK) if line.words else ([], top)
    foot = end + 17
    time = Text(x + WIDE - PAD, foot - 5, line.time + (" ✓✓" if line.mine else ""), SOFT, 10, 400, "end")
    paper = Rect(x, y, WIDE, foot - y, OURS if line.mine else THEIRS, 12)
    return [paper, *inside, *words, time], foot + 8


def file(name: str, size: str) -> Callable:
    """A file in a bubble, to be tapped."""

    def draw(x: int, y: int, width: int) -> tuple[list, int]:
        kind = name.rsplit(".", 1)[-1].upper()
        words, end = block(name, x + 48, y + 6, width - 58, size=12, weight=600, fill=INK)
        high = max(end - y + 22, 52)
        box = [Rect(x, y, width, high, "#f0f2f0", 8), Rect(x + 9, y + 10, 30, 34, HEAD, 4)]
        label = Text(x + 24, y + 31, kind[:4], "#ffffff", 9, 700, "middle")
        return [*box, label, *words, Text(x + 48, y + high - 8, f"{kind} · {size}", SOFT, 10)], high

    return draw


def slip(bank: str, amount: str, to: str, when: str, note: str) -> Callable:
    """A photo of what looks like the proof of a transfer."""

    def draw(x: int, y: int, width: int) -> tuple[list, int]:
        middle = x + width // 2
        rows = ((_("Ke"), to), (_("Waktu"), when), (_("Catatan"), note))
        shapes = [
            Rect(x, y, width, 172, "#f7fafc", 8, "#d5dee5"),
            Rect(x, y, width, 30, "#1c4f8f", 8),
            Text(middle, y + 20, bank, "#ffffff", 12, 700, "middle"),
            Rect(middle - 11, y + 38, 22, 22, "#2f9e57", 11),
            Text(middle, y + 54, "✓", "#ffffff", 13, 700, "middle"),
            Text(middle, y + 78, _("Transfer berhasil"), INK, 12, 600, "middle"),
            Text(middle, y + 102, amount, INK, 18, 700, "middle"),
        ]
        for at, (label, words) in enumerate(rows):
            shapes.append(Text(x + 10, y + 124 + 18 * at, label, SOFT, 10))
            size = 11 if measured(words, 11, 600) < width - 70 else 9
            shapes.append(Text(x + width - 10, y + 124 + 18 * at, words, INK, size, 600, "end"))
        return shapes, 172

    return draw


def _told(name, under, lines) -> str:
    """The conversation as it would be read aloud."""
    said = [_("Layar percakapan dengan %(name)s (%(under)s).") % {"name": name, "under": under}]
    nothing = _("(gambar)")
    for line in lines:
        who = _("Anda") if line.mine else str(name)
        said.append(f"{who}: {line.words or nothing}")
    return "\n".join(said)
