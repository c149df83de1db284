"""What else lies in wait: a page in a browser, a call, a sticker over a sticker, a stick that was found."""

import segno
from django.utils.translation import gettext as _

from lumbung.safety.drawing import WIDTH, Drawing, Outline, Rect, Text, block

INK, SOFT, LINE, BLUE, RED = "#1f2a30", "#5b6770", "#d5dbe0", "#1c4f8f", "#b3261e"


def browser(address: str, title: str, lead: str, fields: tuple[str, ...], button: str) -> Drawing:
    """A page that asks for something; the address over it tells the truth."""
    words, y = block(title, 22, 64, WIDTH - 44, size=17, weight=700, fill=INK)
    more, y = block(lead, 22, y + 4, WIDTH - 44, size=12, fill=SOFT)
    boxes: list = []
    for label in fields:
        boxes += [Text(22, y + 22, label, INK, 11, 600), Rect(22, y + 28, WIDTH - 44, 30, "#ffffff", 6, "#9aa7b0")]
        y += 56
    press = [Rect(22, y + 12, WIDTH - 44, 36, RED, 8), Text(WIDTH // 2, y + 35, button, "#ffffff", 13, 700, "middle")]
    high = y + 64
    frame = [
        Rect(0, 0, WIDTH, high, "#ffffff", 14, LINE),
        Rect(0, 0, WIDTH, 44, "#e4e9ec", 14),
        Rect(12, 9, WIDTH - 24, 26, "#ffffff", 13),
        Text(26, 27, address, INK, 12, 600),
    ]
    told = _("Halaman di alamat %(address)s: %(title)s. %(lead)s Yang diminta: %(fields)s.")
    said = told % {"address": address, "title": title, "lead": lead, "fields": ", ".join(fields)}
    return Drawing(high, [*frame, *words, *more, *boxes, *press], said)


def call(name: str, number: str, said: str) -> Drawing:
    """A call that comes in, and what the voice says."""
    words, y = block(said, 28, 214, WIDTH - 56, size=13, fill=INK)
    high = y + 22
    shapes = [
        Rect(0, 0, WIDTH, high, "#22343c", 18),
        Rect(WIDTH // 2 - 34, 26, 68, 68, "#5d7681", 34),
        Text(WIDTH // 2, 70, name[:1], "#ffffff", 28, 700, "middle"),
        Text(WIDTH // 2, 120, name, "#ffffff", 17, 700, "middle"),
        Text(WIDTH // 2, 140, number, "#c6d4da", 12, 400, "middle"),
        Text(WIDTH // 2, 166, _("Panggilan masuk"), "#c6d4da", 12, 400, "middle"),
        Rect(14, 196, WIDTH - 28, high - 210, "#ffffff", 12),
    ]
    told = _("Panggilan dari %(name)s, %(number)s. Suaranya berkata: %(said)s")
    return Drawing(high, [*shapes, *words], told % {"name": name, "number": number, "said": said})


def sticker(shop: str, under: str, payee: str) -> Drawing:
    """A code stuck over ours on the counter; below, whom the buyer's telephone then names."""
    shapes = [
        Rect(0, 0, WIDTH, 356, "#d9c7a7", 14),
        Rect(34, 22, 214, 250, "#ffffff", 8, LINE),
        Text(141, 46, shop, INK, 12, 700, "middle"),
        Rect(52, 34, 222, 246, "#ffffff", 6, "#8a8f94"),
        Rect(52, 34, 222, 30, RED, 6),
        Text(163, 54, "QRIS", "#ffffff", 14, 700, "middle"),
        *_code("https://qris.example/x/93600914", 98, 78, 130),
        Text(163, 228, shop, INK, 12, 700, "middle"),
        Text(163, 246, under, SOFT, 10, 400, "middle"),
        Rect(20, 294, WIDTH - 40, 50, "#ffffff", 10),
        Text(34, 314, _("Di HP pembeli tertulis:"), SOFT, 11),
        Text(34, 333, payee, INK, 13, 700),
    ]
    told = _("Stiker QRIS ditempel di atas stiker lama bertulisan %(shop)s. Di HP pembeli tertulis penerima %(payee)s.")
    return Drawing(356, shapes, told % {"shop": shop, "payee": payee})


def _code(text: str, x: int, y: int, size: int) -> list:
    """A code of squares, `size` wide."""
    rows = [bytes(row) for row in segno.make(text, error="m").matrix]
    d = "".join(f"M{c} {r}h1v1h-1z" for r, row in enumerate(rows) for c, dark in enumerate(row) if dark)
    return [Outline(d, INK, x, y, f"{size / len(rows):.3f}")]


def stick(label: str, note: str) -> Drawing:
    """A stick on the doorstep with a label that makes curious."""
    shapes = [
        Rect(0, 0, WIDTH, 190, "#d8d2c4", 14),
        Rect(62, 62, 150, 58, "#2d3f8f", 8),
        Rect(212, 70, 44, 42, "#b9c0c6", 3),
        Rect(222, 78, 10, 10, "#6d777e"),
        Rect(222, 94, 10, 10, "#6d777e"),
        Rect(76, 74, 122, 34, "#fffdf2", 3),
        Text(137, 96, label, INK, 12, 700, "middle"),
        Text(WIDTH // 2, 162, note, INK, 12, 600, "middle"),
    ]
    told = _("Sebuah stik USB berlabel %(label)s. %(note)s")
    return Drawing(190, shapes, told % {"label": label, "note": note})


def desk(title: str, rows: tuple[tuple[str, str], ...], note: str) -> Drawing:
    """A laptop left open, with what a passer-by can read."""
    shapes = [
        Rect(0, 0, WIDTH, 246, "#e9e2d3", 14),
        Rect(30, 20, WIDTH - 60, 168, "#2b3338", 10),
        Rect(38, 28, WIDTH - 76, 152, "#ffffff", 4),
        Rect(12, 188, WIDTH - 24, 12, "#8d969b", 6),
        Rect(38, 28, WIDTH - 76, 28, "#3f6b3a", 4),
        Text(50, 47, title, "#ffffff", 12, 700),
        Text(WIDTH // 2, 228, note, INK, 12, 600, "middle"),
    ]
    for at, (name, amount) in enumerate(rows):
        shapes += [Text(50, 78 + 24 * at, name, INK, 12), Text(WIDTH - 50, 78 + 24 * at, amount, INK, 12, 600, "end")]
    told = _("Laptop terbuka tanpa orang: %(title)s, %(rows)s. %(note)s")
    told = told % {"title": title, "rows": "; ".join(f"{name} {amount}" for name, amount in rows), "note": note}
    return Drawing(246, shapes, told)
