"""The colours of both themes, measured: WCAG 2.2 asks 4.5:1 for words and 3:1 for the edges of controls."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static" / "web" / "tokens.css").read_text()
WORDS = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "card", "sunk")),
    *((tone, ground) for tone in ("sawah", "bata", "langit", "padi-ink") for ground in ("paper", "card", "sunk")),
    ("sawah-on", "sawah"), ("sawah-on", "sawah-deep"), ("bata-on", "bata"),
    ("sawah-deep", "sawah-soft"), ("sawah", "sawah-soft"),
    ("padi-ink", "padi-soft"), ("bata", "bata-soft"), ("langit", "langit-soft"),
    *(("ink", f"{tone}-soft") for tone in ("sawah", "padi", "bata", "langit")),
    ("ink-2", "sawah-soft"), ("ink-2", "padi-soft"), ("paper", "ink"),
    ("sawah", "padi-soft"), ("sawah", "langit-soft"), ("sawah", "bata-soft"),
]  # fmt: skip
EDGES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("edge", "sunk"),
    ("sawah", "card"),
    ("bata", "card"),
    ("focus", "card"),
    ("focus", "paper"),
]


def theme(number: int) -> dict[str, str]:
    """The colours of the n-th block of the sheet: 0 light, 1 dark by device, 2 dark by choice."""
    blocks = re.findall(r"color-scheme: (?:light|dark);(.*?)--shadow", TOKENS, re.S)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[number]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(number, ink, ground):
    colours = theme(number)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(number, edge, ground):
    colours = theme(number)
    assert contrast(colours[edge], colours[ground]) >= 3


def test_dark_by_choice_is_the_dark_of_the_device():
    assert theme(1) == theme(2)


def test_black_on_white_measures_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_only_the_tokens_write_colours():
    for sheet in (Path(__file__).parents[1] / "static" / "web").glob("*.css"):
        if sheet.name not in {"tokens.css", "print.css"}:
            bare = re.sub(r"#0000|#000", "", sheet.read_text())  # black and clear in masks are no colours
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", bare), sheet.name
