"""The gates over what others made and over lines to the outside: each complaint is provoked once."""

import hashlib
import json
import re
from datetime import date

import pytest

from tests.test_checks import ROOT, load

supply, outside, sbom = load("checks/supply"), load("checks/outside"), load("sbom")
LOCKED = "satu==1.2.3 ; python_version >= '3.11' \\\n    --hash=sha256:" + "a" * 64 + "\n"


def test_a_lock_lets_nothing_in_without_version_and_hash():
    assert supply.unlocked(LOCKED) == []
    assert supply.unlocked(LOCKED + "dua==1.0\n") and supply.unlocked(LOCKED + "dua>=1.0 \\\n    --hash=sha256:ab\n")
    assert supply.unlocked(LOCKED + "dua @ git+https://forge.example/dua \\\n    --hash=sha256:ab\n")


@pytest.mark.parametrize(("pinned", "found"), [("1.2.3", 0), ("1.2.10", 0), ("1.2.2", 1), ("1.2", 1)])
def test_a_pin_below_its_floor_is_named(pinned, found):
    floors = [{"package": "satu", "version": "1.2.3", "reason": "celah"}]
    assert len(supply.too_old(floors, {"satu": pinned})) == found
    assert supply.too_old(floors, {}) == ["satu: a floor for a package that no lock has"]


@pytest.mark.parametrize(("day", "ok"), [(1, True), (24, True), (29, True), (30, False)])
def test_a_review_is_stale_after_thirty_five_days(day, ok):
    assert (supply.stale(date(2026, 11, 24), date(2026, 12, day)) == []) is ok or day < 24
    assert supply.stale(date(2026, 11, 24), date(2026, 12, 29)) == []
    assert supply.stale(date(2026, 11, 24), date(2026, 12, 30)) and supply.stale(date(2026, 11, 24), date(2026, 11, 23))


def test_a_file_of_others_that_changed_or_is_not_recorded_is_named(tmp_path):
    folder = tmp_path / "lumbung" / "x" / "vendor"
    folder.mkdir(parents=True)
    (folder / "a.js").write_text("a")
    row = f"| `a.js` | dari sana | MIT | `{hashlib.sha256(b'a').hexdigest()}` |\n"
    (folder / "VENDORED.md").write_text(row)
    files = supply.recorded(tmp_path)
    assert supply.altered(files) == []
    names = ["lumbung/x/vendor/a.js", "lumbung/x/vendor/b.js", "lumbung/x/c.woff2", "lumbung/x/vendor/a-LICENSE"]
    assert len(supply.unrecorded(tmp_path, names, files)) == 2
    (folder / "a.js").write_text("b")
    assert supply.altered(files) == ["a.js: not the file that was recorded"]


def test_the_parts_list_names_every_package_and_file():
    told = json.loads(json.dumps(sbom.sbom()))
    names = {part["name"]: part for part in told["components"]}
    locked = supply.pins((ROOT / "requirements" / "run.txt").read_text())
    assert locked.items() <= {name: part.get("version") for name, part in names.items()}.items()
    assert all(part["hashes"] for part in names.values()) and "lumbung/web/static/web/htmx.min.js" in names
    assert told["serialNumber"] == sbom.sbom()["serialNumber"] and re.match(
        r"urn:uuid:[0-9a-f-]{36}$", told["serialNumber"]
    )
    assert names["django"]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("fetch('https://cdn.tempat.co/x.js')", ["cdn.tempat.co"]),
        ("url(//huruf.tempat.id/a.woff2)", ["huruf.tempat.id"]),
        ("xmlns='http://www.w3.org/2000/svg' http://localhost:8000 https://wa.me/62 https://x.example/", []),
    ],
)
def test_an_address_of_somebody_else_is_named(text, hosts):
    assert outside.strangers(text) == hosts


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("import requests", ["requests"]),
        ("def f():\n    from urllib.request import urlopen", ["urllib.request"]),
        ("from urllib.parse import quote", []),
        ("import random", ["random"]),
        ("import pickle", ["pickle"]),
        ("from http.client import HTTPSConnection", ["http.client"]),
        ("import sentry_sdk", ["sentry_sdk"]),
    ],
)
def test_a_line_to_the_outside_is_named(code, wrong):
    found = outside.lines_opened("lumbung/dues/rules.py", code)
    assert [each for each in wrong if each not in found] == [] and bool(found) == bool(wrong)


def test_the_whole_program_is_looked_at():
    assert len(outside.looked_at(ROOT)) > 300
