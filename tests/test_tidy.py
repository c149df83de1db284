"""The sizes and habits of style.md, kept by counting."""

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MADE_BY_DJANGO = "migrations"
BANNED_NAMES = {"utils.py", "helpers.py", "services.py", "common.py", "misc.py"}
MONEY = {
    "ledger",
    "dues",
    "savings",
    "cash",
    "assets",
    "surplus",
    "loans",
    "market",
    "money.py",
    "membership",
    "portal",
    "programme",
    "supervision",
    "witness",
}
CLOCK_CALLS = {"now", "today", "utcnow", "localdate", "localtime", "time", "time_ns"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time"}


def python_files(*, tests):
    """Our own Python: the package, the tools in bin; with the tests or without."""
    found = [*ROOT.glob("lumbung/**/*.py"), *ROOT.glob("bin/**/*.py")]
    return sorted(p for p in found if MADE_BY_DJANGO not in p.parts and (tests or "tests" not in p.parts))


SOURCES = python_files(tests=False)
TREES = {path: ast.parse(path.read_text(), str(path)) for path in SOURCES}


def place(path, node=None):
    name = path.relative_to(ROOT).as_posix()
    return name if node is None else f"{name}:{node.lineno}"


def functions():
    """(place, name, lines) of every function; the docstring and decorators do not count, the signature does."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield place(path, node), node.name, node.end_lineno - node.lineno + 1 - docstring_lines(node)


def docstring_lines(node):
    if ast.get_docstring(node, clean=False) is None:
        return 0
    return node.body[0].end_lineno - node.body[0].lineno + 1


def ninetieth(values):
    return statistics.quantiles(values, n=10)[-1]


def test_functions_are_short():
    sizes = list(functions())
    lengths = [lines for _, _, lines in sizes]
    assert [found for found in sizes if found[2] >= 40] == []
    assert statistics.median(lengths) <= 8
    assert ninetieth(lengths) <= 25, sorted(sizes, key=lambda found: -found[2])[:20]


def test_files_are_short():
    sizes = [(place(path), len(path.read_text().splitlines())) for path in SOURCES]
    assert [found for found in sizes if found[1] > 300] == []
    assert ninetieth([lines for _, lines in sizes]) <= 160, sorted(sizes, key=lambda found: -found[1])[:20]


def test_no_file_is_named_after_nothing():
    assert [place(path) for path in python_files(tests=True) if path.name in BANNED_NAMES] == []


def handles_money(path):
    parts = path.relative_to(ROOT).parts
    return parts[0] == "lumbung" and parts[1] in MONEY


@pytest.mark.parametrize("path", [path for path in SOURCES if handles_money(path)], ids=place)
def test_no_float_comes_near_money(path):
    found = [place(path, node) for node in ast.walk(TREES[path]) if is_float(node)]
    assert found == []


def is_float(node):
    """A literal like 0.5, or a call or annotation of `float`."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Name) and node.id == "float"


def test_only_the_clock_asks_the_time():
    asked = [
        place(path, node)
        for path, tree in TREES.items()
        if path.relative_to(ROOT).parts[0] == "lumbung" and path.name not in {"clock.py", "ids.py"}
        for node in ast.walk(tree)
        if asks_the_time(node)
    ]
    assert asked == [], "take the date as an argument; at the edge, ask lumbung.clock"


def asks_the_time(node):
    """`datetime.now`, `date.today`, `timezone.now`, `time.time`, called or handed on as a default."""
    if not isinstance(node, ast.Attribute) or node.attr not in CLOCK_CALLS:
        return False
    owner = node.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return name in CLOCK_OWNERS


def test_only_sql_asks_which_engine():
    asked = [
        place(path, node)
        for path, tree in TREES.items()
        if not path.is_relative_to(ROOT / "lumbung" / "sql")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "vendor"
    ]
    assert asked == [], "ask lumbung.sql.engine()"


def test_sqlite_is_never_imported_by_itself():
    """The standard library's SQLite may be one that corrupts a WAL database."""
    loose = [
        place(path, node)
        for path, tree in TREES.items()
        if not path.is_relative_to(ROOT / "lumbung" / "sql")
        for node in ast.walk(tree)
        if imported(node) & {"sqlite3", "pysqlite3"}
    ]
    assert loose == []


def imported(node):
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {node.module.split(".")[0]} if isinstance(node, ast.ImportFrom) and node.module else set()


def test_no_signal_joins_two_packages():
    """Deeds call what follows from them; a signal hides it. Only lumbung.sql listens, to migrations."""
    loose = [
        place(path, node)
        for path, tree in TREES.items()
        if not path.is_relative_to(ROOT / "lumbung" / "sql")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("django.dispatch", "django.db.models.signals"))
    ]
    assert loose == []


def test_every_package_says_what_it_is():
    """One paragraph in English and Indonesian, in `__init__.py`."""
    packages = [path for path in ROOT.glob("lumbung/*/__init__.py") if path.parent.name != "tests"]
    silent = [
        place(path)
        for path in packages
        if len((ast.get_docstring(ast.parse(path.read_text())) or "").split("\n\n")) < 2
    ]
    assert silent == []


@pytest.mark.parametrize("name", ["run", "test"])
def test_a_lock_holds_what_is_asked_and_names_no_place(name):
    lock = (ROOT / "requirements" / f"{name}.txt").read_text()
    asked = re.findall(r"^[\w.-]+", (ROOT / "requirements" / f"{name}.in").read_text(), re.MULTILINE)
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
    assert {package.lower() for package in asked if not package.startswith("-")} <= locked
    assert lock.count("==") <= lock.count("--hash=sha256:")
    assert not re.search(r"://|--index-url|--find-links|^/", lock, re.MULTILINE)
