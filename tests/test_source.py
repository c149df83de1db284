"""What no line of ours may do, read from the source: the ways by which what a person sends becomes a command."""

import ast
import re
import textwrap
from pathlib import Path

import pytest

from tests.security.test_code import MADE_SAFE

ROOT = Path(__file__).parent.parent
OURS = [path for path in sorted(ROOT.glob("lumbung/**/*.py")) if not {"tests", "migrations", "demo"} & set(path.parts)]
UNSAFE = {"pickle", "shelve", "marshal", "dill", "random", "xml.etree", "telnetlib"}  # random: chance is `secrets`
NAMED = {"order_by", "annotate", "alias", "aggregate", "filter", "exclude", "values", "values_list", "get", "create"}
SPEAKS_SQL = {"raw", "extra", "RawSQL"}
RUNS = {"run", "Popen", "call", "check_call", "check_output"}
SHELLS = {("os", "system"), ("os", "popen"), ("subprocess", "getoutput"), ("subprocess", "getstatusoutput")}
MAKES_SAFE = MADE_SAFE - {"lumbung/web/templatetags/lumbung.py"}  # that one takes SafeString alone
OF_OUR_OWN_COLUMNS = {  # `extra` with a condition that `bulk.one_of` made
    "lumbung/dues/actions/keeping.py",
    "lumbung/intake/reports/batches.py",
    "lumbung/intake/reports/hindrance.py",
}
MAY_GUESS = {"lumbung/ids.py"}  # the low bits of an id keep two apart; an id is no secret


def complaints(source: str, where: str = "") -> list[str]:
    """What is wrong in a module: line and reason."""
    found = [(node.lineno, reason) for node in ast.walk(ast.parse(source)) for reason in _wrong(node, where)]
    return [f"{where}:{line} {reason}" for line, reason in sorted(found)]


def _wrong(node: ast.AST, where: str):
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _imports(node, where)
    if isinstance(node, ast.Call):
        yield from _call(node, where)
    if isinstance(node, ast.Assign) and ast.unparse(node) == "fields = '__all__'":
        yield "a form of every column: name its fields"


def _imports(node, where: str):
    names = {getattr(node, "module", "") or ""} | {alias.name for alias in node.names}
    yield from (f"{name} is not for us" for name in sorted(names & UNSAFE) if where not in MAY_GUESS)
    if "mark_safe" in names and where not in MAKES_SAFE:
        yield "mark_safe: let format_html escape"


def _call(node: ast.Call, where: str):
    owner, name = _called(node.func)
    if any(word.arg is None and _comes_from_outside(word.value) for word in node.keywords):
        yield "what was sent becomes names of arguments"
    if name in NAMED - {"get", "create"} and any(_comes_from_outside(value) for value in _text_of(node, name)):
        yield "what was sent becomes the name of a column"
    if name in SPEAKS_SQL and where not in OF_OUR_OWN_COLUMNS:
        yield f"{name}: ask in the ORM, or in SQL beside the ledger"
    if (owner, name) in SHELLS or any(word.arg == "shell" for word in node.keywords):
        yield "a shell reads its words again"
    if owner == "subprocess" and name in RUNS and node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
        yield "a program is run by a list"
    if (owner, name) == ("yaml", "load") or name in ("eval", "exec") and not owner:
        yield "what was sent becomes a program"


def _called(func) -> tuple[str, str]:
    if isinstance(func, ast.Attribute):
        return getattr(func.value, "id", ""), func.attr
    return "", getattr(func, "id", "")


def _text_of(node: ast.Call, name: str) -> list:
    """The arguments that name columns: of filter and exclude none stands alone."""
    return [] if name in ("filter", "exclude") else node.args


def _comes_from_outside(node: ast.AST) -> bool:
    """Whether request.GET, POST, COOKIES, headers or a parsed body is in it."""
    outside = {"GET", "POST", "COOKIES", "META", "headers", "body"}
    return any(
        isinstance(one, ast.Attribute) and one.attr in outside and getattr(one.value, "id", "") == "request"
        for one in ast.walk(node)
    )


def test_no_module_of_ours_does_any_of_it():
    assert len(OURS) > 300
    assert [one for path in OURS for one in complaints(path.read_text(), path.relative_to(ROOT).as_posix())] == []


@pytest.mark.parametrize(
    "line",
    [
        "Member.objects.filter(**request.GET)",
        "Member.objects.filter(**request.POST.dict())",
        "rows.order_by(request.GET['urut'])",
        "rows.values_list(request.GET.get('k', ''))",
        "Member.objects.raw('SELECT 1')",
        "rows.extra(where=['1'])",
        "subprocess.run('ls ' + x, shell=True)",
        "subprocess.run(f'ls {x}')",
        "os.system('ls')",
        "import pickle",
        "from random import choice",
        "from django.utils.safestring import mark_safe",
        "yaml.load(text)",
        "eval(text)",
        "class Meta:\n    fields = '__all__'",
    ],
)
def test_each_of_it_would_be_seen(line):
    assert len(complaints(textwrap.dedent(line), "lumbung/x.py")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "rows.order_by(SORTS.get(chosen, 'name'))",
        "Member.objects.filter(name__icontains=request.GET.get('cari', ''))",
        "subprocess.run(['ls', x])",
        "import secrets",
        "deed(**form.cleaned_data)",
    ],
)
def test_what_is_in_order_passes(line):
    assert complaints(line, "lumbung/x.py") == []


def test_only_the_wall_itself_is_crossed_by_name():
    """`everywhere` is for tests and for `across`, which says to PostgreSQL which table it reads."""
    crossing = [path for path in OURS if ".everywhere" in path.read_text()]
    assert [path.name for path in crossing] == ["tenant.py"]


def test_templates_escape_what_they_show():
    unescaped = [
        f"{path.relative_to(ROOT)}:{word}"
        for path in sorted(ROOT.glob("lumbung/**/templates/**/*.html"))
        for word in ("autoescape off", "|safeseq", "hx-on", "hx-vals='js:", "javascript:")
        if word in path.read_text()
    ]
    assert unescaped == []


def test_each_part_of_a_page_that_a_view_answers_is_in_its_template():
    """A part that is not there is an error for htmx alone: strange requests found one."""
    asks = re.compile(r'page\(\s*request,\s*"([\w/]+\.html)",\s*"(\w+)"')
    named = [found for path in OURS for found in asks.findall(path.read_text())]
    written = {name: next(ROOT.glob(f"lumbung/*/templates/{name}")).read_text() for name, _part in named}
    assert len(named) > 50
    assert [(name, part) for name, part in named if f"partialdef {part}" not in written[name]] == []
