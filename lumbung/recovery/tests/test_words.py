"""Every deed that the program writes into the trail is read there in words."""

import ast
from pathlib import Path

from lumbung.recovery.words import ANYTHING, KINDS, WORDS, searched, sentence

PACKAGES = Path(__file__).resolve().parents[2]


def recorded() -> set[str]:
    """The deeds that calls of `record` name, outside of tests."""
    found = set()
    for file in PACKAGES.rglob("*.py"):
        text = file.read_text() if "tests" not in file.parts else ""
        calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)] if "record(" in text else []
        for call in calls:
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            given = [word.value for word in call.keywords if name == "record" and word.arg == "deed"]
            found |= {value.value for value in given if isinstance(value, ast.Constant)}
            found |= chosen(text) if any(getattr(value, "id", "") == "deed" for value in given) else set()
    return found


def chosen(text: str) -> set[str]:
    """The deeds of `deed = this if so else that`."""
    lines = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Assign) and node.targets
             and getattr(node.targets[0], "id", "") == "deed" and isinstance(node.value, ast.IfExp)]  # fmt: skip
    return {part.value for line in lines for part in (line.body, line.orelse) if isinstance(part, ast.Constant)}


def test_each_deed_has_its_words():
    deeds = recorded()
    assert len(deeds) > 20
    missing = {deed for deed in deeds if sentence(deed) == ANYTHING}
    assert not missing, "a line each in lumbung/recovery/words.py, please"


def test_who_searches_for_a_word_finds_its_deeds():
    assert searched("PEMULIHAN") and set(searched("pemulihan")) <= set(WORDS)
    assert sentence("guest.kept") == KINDS[".kept"] and sentence("tidak.ada") == ANYTHING
