"""The guides are whole: every link leads somewhere, every picture is in the list of pictures, every page is found."""

import re
import tomllib
from pathlib import Path

import pytest
from django.urls import get_resolver

from bin import messages
from lumbung.help import guides, tour
from tests.pages import PAGES

TAKEN = tomllib.loads((guides.DOCS / "pictures.toml").read_text())["page"]
WIDTHS = ("1280", "360")
WORDS = Path(__file__).parents[2] / "locale" / "en" / "LC_MESSAGES" / "django.po"
SCRIPTS = Path(__file__).parents[2] / "web" / "static" / "web" / "outbox" / "words.js"
ALL = list(guides.guides().values())


def names(patterns=None, before="") -> set[str]:
    """The name of every address, with its namespace."""
    found = set()
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(one, "url_patterns"):
            found |= names(one.url_patterns, f"{one.namespace}:" if one.namespace else before)
        elif one.name:
            found.add(f"{before}{one.name}")
    return found


def test_there_is_a_guide_for_each_task():
    assert len(ALL) >= 30
    assert len({guide.title for guide in ALL}) == len(ALL)
    assert [guide.order for guide in ALL] == sorted(guide.order for guide in ALL)


@pytest.mark.parametrize("guide", ALL, ids=lambda guide: guide.word)
def test_a_guide_is_short_and_numbered(guide):
    steps = re.findall(r"^\d\. ", guide.text, re.MULTILINE)
    assert 3 <= len(steps) <= 7
    assert len(guide.text.split()) < 220


@pytest.mark.parametrize("guide", ALL, ids=lambda guide: guide.word)
def test_a_guide_points_at_pages_guides_and_pictures_that_exist(guide):
    known = names() | {name.partition(":")[0] for name in names() if ":" in name}
    assert set(guide.pages) <= known
    assert set(re.findall(r"\]\(([\w-]+)\.md\)", guide.text)) <= guides.guides().keys()
    pictures = {f"{one['name']}-{width}" for one in TAKEN for width in WIDTHS}
    assert set(re.findall(r"gambar/([\w-]+)\.png", guide.text)) <= pictures


def test_no_page_has_two_guides():
    pages = [page for guide in ALL for page in guide.pages]
    assert len(pages) == len(set(pages))


@pytest.fixture(scope="module")
def on_screen() -> re.Pattern:
    """Every text that a screen may show, with anything in the place of a figure."""
    told = {one.parts["msgid"] for one in messages.read(WORDS)} | set(re.findall(r'"([^"]+)"', SCRIPTS.read_text()))
    return re.compile("|".join(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(words)) for words in {*told, "PDF"}))


@pytest.mark.parametrize("guide", ALL, ids=lambda guide: guide.word)
def test_what_a_guide_says_to_press_stands_on_a_screen(guide, on_screen):
    said = re.findall(r"\*\*(.+?)\*\*", guide.text)
    assert said and [words for words in said if not on_screen.fullmatch(words)] == []


def test_every_page_finds_its_guide():
    assert [name for name, visits in PAGES.items() if visits and guides.of_page(name) is None] == []
    assert guides.of_page("dues:receive").word == "menerima-iuran"
    assert guides.of_page("cash:give").word == "panjar" and guides.of_page("cash:unheard_of").word == "uang-keluar"
    assert guides.of_page("nothing:here") is None


def test_every_step_of_the_tour_has_a_guide_and_a_page():
    assert {step.guide for step in tour.STEPS} <= guides.guides().keys()
    assert {step.page for step in tour.STEPS} <= names()


@pytest.mark.parametrize("word", guides.guides())
def test_a_guide_becomes_html_without_a_broken_picture(word):
    html = guides.html(word)
    assert html.count("<li>") >= 3 and "<p></p>" not in html and ".md" not in html
    for name in re.findall(r'src="/panduan/gambar/([\w-]+)\.png"', html):
        assert guides.picture(name)
    assert html.count("<img") == html.count('loading="lazy"')


def test_html_inside_a_guide_does_not_pass(monkeypatch):
    nasty = guides.Guide("x", "x", "x", 1, (), "<script>alert(1)</script>\n\n![x](../gambar/tidak-ada-360.png)\n\nteks")
    monkeypatch.setattr(guides, "guides", lambda: {"x": nasty})
    html = guides.html.__wrapped__("x")
    assert "<script" not in html and "&lt;script" in html
    assert "<img" not in html and "<p>teks</p>" in html
