"""What our own sources may not contain: read as trees, so that a comment is no offence and a line break no way out."""

import ast
import re
import time
from pathlib import Path

import pytest

from tests.test_tidy import ROOT, TREES, place

OURS = {path: tree for path, tree in TREES.items() if path.relative_to(ROOT).parts[0] == "lumbung"}
NAMED_BY_STRANGERS = {
    "filter",
    "exclude",
    "get",
    "annotate",
    "alias",
    "aggregate",
    "order_by",
    "values",
    "values_list",
    "Q",
}
MADE_SAFE = {  # the only places that call words safe, each by what it is
    "lumbung/web/templatetags/lumbung.py",
    "lumbung/help/guides.py",
    "lumbung/portal/drawing.py",
    "lumbung/security/views/locks.py",
}
CIPHERS = {  # docs/keamanan/kunci.md: what may be taken from `cryptography`
    "AESGCM", "Ed25519PrivateKey", "Ed25519PublicKey", "MLDSA44PrivateKey", "MLDSA44PublicKey", "HKDF", "HKDFExpand",
    "SHA256", "InvalidSignature", "InvalidTag", "hashes", "serialization", "Scrypt", "UnsupportedAlgorithm",
}  # fmt: skip


def calls():
    for path, tree in OURS.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield path, node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def said(node) -> str:
    return ast.unparse(node)


def test_no_words_of_a_request_become_names_or_sql():
    """Django's holes of these years came in through names: keyword expansion, order_by, aliases."""
    loose = [
        place(path, node)
        for path, node, name in calls()
        if name in NAMED_BY_STRANGERS
        and any(
            keyword.arg is None and re.search(r"request|GET|POST", said(keyword.value)) for keyword in node.keywords
        )
        or name in NAMED_BY_STRANGERS - {"filter", "exclude", "get", "Q"}
        and any(re.search(r"request\.|\.GET|\.POST", said(one)) for one in node.args)
        or name == "RawSQL"
        or name == "extra"
        and "params" not in {keyword.arg for keyword in node.keywords}
    ]
    assert loose == []


def test_programs_are_started_by_lists_and_never_by_a_shell():
    loose = [
        place(path, node)
        for path, node, name in calls()
        if any(keyword.arg == "shell" for keyword in node.keywords)
        or said(node.func) in {"os.system", "os.popen", "subprocess.getoutput"}
        or (
            said(node.func).startswith("subprocess.")
            and node.args
            and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
        )
    ]
    assert loose == []


def test_nothing_is_evaluated_or_unpickled():
    loose = [
        place(path, node)
        for path, node, name in calls()
        if said(node.func) in {"eval", "exec", "compile", "__import__", "yaml.load", "Template", "engines.from_string"}
        or name in {"from_string"}
    ]
    assert loose == []


def test_words_are_called_safe_where_we_know_of_it():
    found = {place(path) for path, node, name in calls() if name in {"mark_safe", "SafeString"}}
    assert found <= MADE_SAFE


def test_forms_name_their_fields():
    loose = [
        place(path, node)
        for path, tree in OURS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and node.value == "__all__"
        or isinstance(node, ast.Name | ast.Attribute)
        and getattr(node, "attr", getattr(node, "id", "")) == "ModelForm"
        or isinstance(node, ast.alias)
        and node.name in {"modelform_factory", "inlineformset_factory"}
    ]
    assert loose == []


def test_only_the_ciphers_of_the_inventory_are_used():
    taken = {
        alias.name
        for tree in OURS.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryptography")
        for alias in node.names
    }
    weak = [
        place(path, node) for path, node, _name in calls() if re.fullmatch(r"hashlib\.(md5|sha1|new)", said(node.func))
        and "usedforsecurity" not in said(node)
    ]  # fmt: skip
    assert taken <= CIPHERS and weak == []


def patterns():
    """Every regular expression that is written down, by where."""
    for path, node, _name in calls():
        if (
            re.fullmatch(r"re\.(compile|match|fullmatch|search|sub|split|findall|finditer)", said(node.func))
            and node.args
        ):
            yield path, node, node.args[0]


def test_patterns_are_ours_and_answer_in_time():
    """No pattern is put together from what somebody typed; none takes long over a long cell that almost fits."""
    slow = []
    for path, node, pattern in patterns():
        if re.search(r"request|POST|GET|cleaned_data", said(pattern)):
            slow.append(f"{place(path, node)}: from a request")
        if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str):
            continue
        for filler in ("a", "1", " ", "1.", "a "):
            started = time.thread_time()
            re.search(pattern.value, filler * (400 // len(filler)) + "!")
            if time.thread_time() - started > 0.5:
                slow.append(f"{place(path, node)}: {pattern.value}")
                break
    assert slow == []


NUMBERED = re.compile(r"\b(nik|kk|no_kk|phone|passphrase|password|kata_sandi)\b", re.IGNORECASE)


def test_no_number_of_a_person_is_put_into_an_address():
    from tests.test_walls import addresses

    places = [(route, place) for route, _view in addresses() for place in re.findall(r"<(?:\w+:)?(\w+)>", route)]
    assert len(places) > 50 and [route for route, place in places if NUMBERED.search(place)] == []


@pytest.mark.parametrize("line", ["re.compile('(a+)+$')"])
def test_a_slow_pattern_would_be_noticed(line):
    pattern = ast.parse(line, mode="eval").body.args[0].value
    started = time.thread_time()
    re.search(pattern, "a" * 22 + "!")
    assert time.thread_time() - started > 0.05


def test_there_is_something_to_read():
    assert len(OURS) > 200 and sum(1 for _ in patterns()) > 40 and Path(ROOT / "lumbung").is_dir()
