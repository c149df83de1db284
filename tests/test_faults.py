"""The fault campaign in small, and its judge: who must condemn a book in which one thing is not so."""

import copy
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from lumbung.sql.engine import SQLITE, engine

sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

import checker
import ground
import run

pytestmark = pytest.mark.skipif(engine() != SQLITE, reason="the campaign starts its own databases")


@pytest.fixture(scope="module")
def folder():
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    made = Path(tempfile.mkdtemp(prefix="lumbung-faults-test-", dir=shared))
    before, os.environ["LUMBUNG_HOME"] = os.environ.get("LUMBUNG_HOME"), str(made / "home")
    yield made
    os.environ.pop("LUMBUNG_HOME")
    if before:
        os.environ["LUMBUNG_HOME"] = before
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def told_and_rows(folder):
    """An honest book of forty deeds, as the judge reads it, and what its clients were told."""
    book = ground.Book(ground.prepare(folder), folder)
    with ground.Office() as office:
        assert office.do(book.job(seed=5, clients=2, deeds=20))["code"] == 0
    rows = checker.read(book.file)
    rows.pop("damage")
    return book.lines(), rows


def test_an_honest_book_is_acquitted(told_and_rows):
    told, rows = told_and_rows
    assert checker.judge_rows(rows, told) == []
    assert sum("told" in line for line in told) >= 40


def change(table, place=-1, **values):
    def bend(rows, _told):
        rows[table][place].update({name: value(rows[table][place][name]) for name, value in values.items()})

    return bend


def lose(table, place=-1):
    def bend(rows, _told):
        rows[table].pop(place)

    return bend


def twice(rows, _told):
    rows["entry"].append({**rows["entry"][-1], "number": rows["entry"][-1]["number"] + 1})


def exchange(rows, _told):
    one, other = rows["entry"][2], rows["entry"][3]
    one["number"], other["number"] = other["number"], one["number"]


def lie(**values):
    def bend(_rows, told):
        next(line for line in told if "told" in line).update(values)

    return bend


def refuse_what_is_there(_rows, told):
    told.append({"refused": next(line["told"] for line in told if "told" in line)})


def never_ask(_rows, told):
    request = next(line["told"] for line in told if "told" in line)
    told[:] = [line for line in told if request not in line.values()]


def show_another_root(_rows, told):
    told.append({"size": 3, "root": "00" * 32})


def other(value):
    return bytes([value[0] ^ 1, *value[1:]]) if isinstance(value, bytes) else value + 1


BENT = {
    "an acknowledged entry is gone": (lose("entry"), "LOST"),
    "a line of an entry is gone": (lose("transfer"), "moves nothing"),
    "an amount is another": (change("transfer", amount=other), "the leaf of entry"),
    "a holder is another": (change("transfer", credit_holder=other), "the leaf of entry"),
    "a word is another": (change("entry", memo=lambda memo: memo + "!"), "the leaf of entry"),
    "a salt is another": (change("entry", salt=other), "the leaf of entry"),
    "a leaf is another": (change("entry", leaf_hash=other), "the root is not"),
    "a digest is another": (change("entry", request_digest=other), "not what was asked for"),
    "the root is another": (change("book", root=other), "the root is not"),
    "the book counts one more": (change("book", last_number=other), "the book counts"),
    "a balance is another": (change("balance", debit=other), "balance"),
    "a balance is gone": (lose("balance"), "balance"),
    "a series is another": (change("series", last=other), "the series say"),
    "two entries changed places": (exchange, "the leaf of entry"),
    "a request is counted twice": (twice, "is counted 2 times"),
    "half a deed": (lose("dues_payment"), "half a deed"),
    "half a deed, of months": (lose("dues_allocation"), "months of dues"),
    "the number that was told is another": (lie(number=99999), "was told"),
    "the amount that was told is another": (lie(amount=7), "was told"),
    "what was refused is there": (refuse_what_is_there, "was refused and is in the book"),
    "nobody asked for it": (never_ask, "nobody asked for"),
    "the head that was shown is not its beginning": (show_another_root, "does not begin with"),
}


@pytest.mark.parametrize("what", BENT)
def test_the_judge_condemns_a_book_in_which(told_and_rows, what):
    told, rows = copy.deepcopy(told_and_rows)
    bend, words = BENT[what]
    bend(rows, told)
    assert words in "\n".join(checker.judge_rows(rows, told))


def test_the_judge_imports_nothing_of_lumbung():
    text = Path(checker.__file__).read_text()
    lines = [line.split() for line in text.splitlines() if line.lstrip().startswith(("import ", "from "))]
    imported = {words[1].partition(".")[0] for words in lines}
    assert imported <= {*sys.stdlib_module_names, "pysqlite3"}


LITTLE = {  # name → how often; the whole takes half a minute
    "kill -9 at the nth sync": 6,
    "kill -9 at the nth write": 6,
    "kill -9 under four clients": 3,
    "power cut": 3,
    "power cut, without the sync after the turn": 2,
    "an error at the nth sync": 1,
    "a disk that fills up": 1,
    "a bit turned in the file": 15,
    "a torn log": 2,
    "the main file copied without its -wal": 1,
    "clock back, ahead, at 1970": 1,
    "an outbox three times over, shuffled": 30,
    "DEFERRED without the gate": 1,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LITTLE)
def test_nobody_is_told_a_lie_after(folder, name):
    fault = next(fault for fault in run.FAULTS if fault.name == name)
    if reason := run.hindered(fault, folder):
        pytest.skip(f"{name} was not made: {reason}")
    result = run.run(fault._replace(little=LITTLE[name]), folder, quick=True, seed=3)
    assert result["complaints"] == []


def test_the_page_has_the_figures_of_every_fault_that_is_run():
    page = run.PAGE.read_text()
    assert [fault.name for fault in run.FAULTS if f"| {fault.name} |" not in page] == []
