"""Templates use the classes that exist: a class nobody drew is a page that looks wrong."""

import re
from pathlib import Path

WEB = Path(__file__).parents[1]
TAG, VALUE = re.compile(r"\{%.*?%\}", re.DOTALL), re.compile(r"\{\{.*?\}\}")
FOR_SCRIPT = {"htmx-request", "htmx-indicator"}


def drawn() -> set[str]:
    sheets = (path.read_text() for path in (WEB / "static" / "web").glob("*.css"))
    return {name for sheet in sheets for name in re.findall(r"\.([a-zA-Z][\w-]*)", sheet)}


def test_every_class_of_every_template_is_drawn():
    known, loose = drawn() | FOR_SCRIPT, set()
    for path in WEB.parent.glob("*/templates/**/*.html"):
        words = VALUE.sub("§", TAG.sub(" ", path.read_text()))
        used = {name for value in re.findall(r'\bclass="([^"]*)"', words) for name in value.split()}
        loose |= {(path.name, name) for name in used - known if "§" not in name}
    assert loose == set()
