"""A third reader, of other people's making, agrees on all that is signed here: Go's `sumdb/note` and `sumdb/tlog`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lumbung.cooperatives.tenant import acting_for
from lumbung.tlog import tree
from lumbung.tlog.tests import known
from lumbung.witness import reports
from lumbung.witness.periksa.tests.books import DINAS, PENGAWAS, Book, base64, village
from lumbung.witness.periksa.tests.test_program import vectors

PROGRAM = Path(__file__).parent / "third" / "main.go"
LIBRARY = Path("/usr/share/gocode")  # where Debian and Ubuntu put golang-golang-x-mod-dev


@pytest.fixture(scope="module")
def third(tmp_path_factory, lacking):
    """`third(cases)`: a word for each, `ok` or what is wrong. Installed by bin/test where it may."""
    if not (shutil.which("go") and (LIBRARY / "src/golang.org/x/mod/sumdb/note").exists()):
        lacking("NO THIRD READER WAS ASKED: apt install golang-go golang-golang-x-mod-dev")
    folder = tmp_path_factory.mktemp("go")
    settings = {"GO111MODULE": "off", "GOPATH": str(LIBRARY), "GOCACHE": str(folder / "cache"), "GOFLAGS": ""}
    built = folder / "third"
    subprocess.run(["go", "build", "-o", built, PROGRAM], env={**os.environ, **settings}, check=True)

    def ask(cases: list[dict]) -> list[str]:
        lines = "".join(json.dumps(case) + "\n" for case in cases)
        return subprocess.run([built], input=lines, text=True, check=True, stdout=subprocess.PIPE).stdout.splitlines()

    return ask


def case(text: str, book: Book, witness=None) -> dict:
    return {"Kind": "receipt", "Text": text, "Log": book.log.key.vkey, "Witness": witness.key.vkey if witness else ""}


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 20])
def test_it_agrees_on_each_receipt_of_a_book(third, size):
    book = village(size)
    receipts = [book.receipt(number) for number in range(1, size + 1)]
    cases = [case(one.as_file(), book, PENGAWAS) for one in receipts]
    cases += [case(one.on_paper(), book) for one in receipts]
    assert third(cases) == ["ok"] * (2 * size)


def test_it_agrees_that_what_was_changed_is_wrong(third):
    book = village()
    text = book.receipt(2).as_file()
    changed = [text.replace('"20000"', '"90000"'), text.replace("index 1", "index 2"), text.replace("\n5\n", "\n6\n")]
    cases = [case(one, book, PENGAWAS) for one in changed]
    cases += [
        case(text, book, DINAS),
        case(text, Book(book.drafts, seed=9)),
        case(book.receipt().on_paper(), book, DINAS),
    ]
    assert "ok" not in third(cases)


def test_it_agrees_on_the_worked_example(third):
    siblings = "\n".join(base64(known.HASHES[n]) for n in (0, 2))
    text = (
        f"c2sp.org/tlog-proof@v1\nindex 1\n{siblings}\n\n{known.SIGNED}{known.COSIGNATURE}\n{known.LEAVES[1].decode()}"
    )
    keys = {"Log": known.LOG_VKEY, "Witness": known.WITNESS_VKEY}
    assert third([{"Kind": "receipt", "Text": text, **keys}]) == ["ok"]


def test_it_agrees_on_the_public_vectors(third):
    given = vectors("inclusion")
    cases = [
        {"Kind": "inclusion", "Hash": one["leafHash"], "Index": int(one["leafIdx"]), "Size": int(one["treeSize"]),
         "Root": one["root"], "Proof": one["proof"]}
        for one in given.values()
    ]  # fmt: skip
    assert [said == "ok" for said in third(cases)] == [not one["wantErr"] for one in given.values()]


def test_it_agrees_on_the_growth_of_a_book(third):
    hashes = village(20).hashes
    cases = [
        {"Kind": "consistency", "Old": old, "Size": new, "OldRoot": base64(tree.root_of(hashes[:old])),
         "Root": base64(tree.root_of(hashes[:new])),
         "Proof": [base64(node) for node in tree.consistency_proof(hashes, old, new)]}
        for new in range(1, 21) for old in range(1, new + 1)
    ]  # fmt: skip
    assert third(cases) == ["ok"] * len(cases)


def test_it_agrees_on_what_the_application_itself_hands_out(third, db):
    from lumbung.receipts.tests.conftest import village as office

    coop, _sutini, _slamet, paid, bought = office()
    with acting_for(coop.id):
        (log, *_older) = reports.log_keys(coop.id)
        receipts = [reports.receipt(coop.id, number) for number in range(1, max(paid, bought) + 1)]
    cases = [{"Kind": "receipt", "Text": one.as_file(), "Log": log.vkey} for one in receipts]
    assert third(cases) == ["ok"] * len(cases) and len(cases) >= 2
