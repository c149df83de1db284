"""The tables of docs/keamanan are held to the suite: each line names a test that exists and runs, or says why not."""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "keamanan"
NODE = re.compile(r"`((?:tests|lumbung)/[\w/.]+\.py)::(\w+)`")
PAPER = re.compile(r"\]\(([\w.]+\.md)#([\w-]+)\)")


def rows(name: str) -> dict[str, list[str]]:
    """First cell → the others, of every table of a page."""
    lines = [line for line in (DOCS / name).read_text().splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return {first.strip(): rest for first, *rest in cells if re.match(r"T?\d", first.strip())}


THREATS, ASVS = rows("ancaman.md"), rows("asvs.md")
EVERY = [(name, row[-1]) for name, row in [*THREATS.items(), *ASVS.items()]]


@cache
def defined_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text()) if (ROOT / path).exists() else ast.Module([], [])
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return {node.name for node in found if not any("skip(" in ast.unparse(one) for one in node.decorator_list)}


@cache
def headings(page: str) -> set[str]:
    text = (DOCS / page).read_text()
    return {
        re.sub(r"[^\w-]", "", head.lower().replace(" ", "-")) for head in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize(("name", "held"), EVERY, ids=[name for name, _held in EVERY])
def test_each_line_is_held_by_a_test_that_exists(name, held):
    nodes, papers = NODE.findall(held), PAPER.findall(held)
    assert nodes or papers or held.startswith(("does not apply:", "open:")), "no test, no paper, no reason"
    assert [f"{path}::{test}" for path, test in nodes if test not in defined_in(path)] == []
    assert [f"{page}#{head}" for page, head in papers if head not in headings(page)] == []
    assert name not in THREATS or nodes, "an abuse case has a test"


def test_what_is_named_is_collected(request):
    """In a run of the whole suite every named test is among those that pytest found."""
    found: dict[str, set[str]] = {}
    for item in request.session.items:
        found.setdefault(item.nodeid.split("::")[0], set()).add(item.originalname)
    named = {pair for _name, held in EVERY for pair in NODE.findall(held)}
    assert [pair for pair in named if pair[0] in found and pair[1] not in found[pair[0]]] == [] or is_narrowed(request)


def is_narrowed(request) -> bool:
    """Somebody chose single tests, by name or mark."""
    option = request.config.option
    return bool(option.keyword or option.markexpr or any("::" in one for one in request.config.args))


def test_every_abuse_case_and_every_item_has_its_line():
    assert list(THREATS) == [f"T{number:02}" for number in range(1, 37)]
    with open(DOCS / "asvs-items.csv") as file:
        items = {row["id"]: row["level"] for row in csv.DictReader(file)}
    assert {name for name, level in items.items() if level in "12"} - ASVS.keys() == set()
    assert {name: row[0] for name, row in ASVS.items()} == {name: items[name] for name in ASVS}


def test_the_counts_of_the_page_are_those_of_the_table():
    held = [row[-1] for row in ASVS.values()]
    without = sum(one.startswith("does not apply:") for one in held)
    still_open = sum(one.startswith("open:") for one in held)
    told = (
        f"{len(held)} items: {len(held) - without - still_open} held, {without} that do not apply, {still_open} open."
    )
    assert told in (DOCS / "asvs.md").read_text()


def test_a_line_without_a_test_would_be_noticed():
    assert "test_there_is_none" not in defined_in("tests/test_keamanan.py") and defined_in("tests/none.py") == set()
    assert "does_nothing" not in headings("aturan.md") and "sessions" in headings("aturan.md")
