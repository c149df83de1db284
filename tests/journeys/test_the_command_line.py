"""The same road without a browser: an installation in a folder, workbooks in, statements out, the books checked."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "a"
BOOKS = {"members": "buku-anggota.xlsx", "dues": "iuran-2025.xlsx", "cash": "kas-harian-2025.xlsx"}
FOUND = """
import django; django.setup()
from datetime import date
from lumbung.cooperatives.actions import create_cooperative, set_bylaw
from lumbung.cooperatives.tenant import acting_for
from lumbung.ledger.actions import open_book
made = create_cooperative(slug="karbes", name="KMP Karbes", kind="existing", village_code="35.73.04.1009",
                          books_from=date(2025, 1, 1))
with acting_for(made.id):
    open_book(cooperative_id=made.id)
    set_bylaw(cooperative_id=made.id, key="wajib_amount", value="20000", valid_from=made.books_from)
"""
HARM = """
import django; django.setup()
from django.db import connection
from lumbung.sql import guards
with connection.cursor() as cursor:
    cursor.execute(guards._drop_sql(guards.REGISTRY["transfer_keeps"], connection.vendor))
    cursor.execute("UPDATE ledger_transfer SET amount = amount + 100 WHERE number = 3")
"""


class Shell:
    """`lumbung …` in a folder of its own."""

    def __init__(self, home):
        self.home = home
        settings = {"LUMBUNG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lumbung.site.settings"}
        plain = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = {**plain, **settings, "PYTHONPATH": str(ROOT)}

    def python(self, *words):
        return subprocess.run([sys.executable, *words], cwd=self.home, env=self.environment, capture_output=True)

    def lumbung(self, *words, code: int = 0) -> bytes:
        ended = self.python("-m", "lumbung.site.cli", *map(str, words))
        assert ended.returncode == code, ended.stderr.decode()
        return ended.stderr if code == 2 else ended.stdout

    def json(self, *words, code: int = 0) -> dict:
        return json.loads(self.lumbung(*words, "--json", code=code))


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """An installation whose three books have come in."""
    shell = Shell(tmp_path_factory.mktemp("rumah"))
    shell.lumbung("migrate")
    assert shell.python("-c", FOUND).returncode == 0
    return shell


@pytest.fixture(scope="module")
def taken(shell) -> dict[str, dict]:
    """What `intake --json` says of each book, once it is booked."""
    return {kind: shell.json("intake", kind, SAMPLES / name, "--cooperative", "karbes") for kind, name in BOOKS.items()}


def test_a_dry_run_says_the_same_and_writes_nothing(shell):
    words = ("intake", "members", SAMPLES / BOOKS["members"], "--cooperative", "karbes", "--dry-run")
    first, second = shell.json(*words), shell.json(*words)
    assert first == second and first["batch"] is None
    assert {row["status"] for row in first["rows"]} <= {"accepted", "question", "skipped"}
    assert shell.json("cooperatives")  # and the installation is still there


def test_what_went_in_is_what_the_careful_reader_found(taken):
    answers = json.loads((SAMPLES / "answers.json").read_text())
    for kind, said in taken.items():
        assert {"kind", "file", "sha256", "sheets", "rows", "totals", "batch"} <= set(said)
        assert said["kind"] == kind and said["batch"]
    assert taken["dues"]["totals"]["paid_total"] == str(answers["dues"]["paid_total"])
    assert taken["dues"]["totals"]["paid_by_month"] == [str(each) for each in answers["dues"]["paid_by_month"]]
    assert taken["cash"]["totals"]["closing"] == str(answers["cash"]["closing"])


def test_the_same_file_again_posts_nothing(shell, taken):
    entries = len(shell.lumbung("report", "journal", "--cooperative", "karbes", "--from", "2025"))
    for kind, name in BOOKS.items():
        assert shell.json("intake", kind, SAMPLES / name, "--cooperative", "karbes")["batch"] == taken[kind]["batch"]
    assert len(shell.lumbung("report", "journal", "--cooperative", "karbes", "--from", "2025")) == entries


def test_the_position_in_four_forms_is_one_position(shell, taken):
    words = ("report", "position", "--cooperative", "karbes", "--to", "2025-12-31")
    """The opening balances do not meet yet, and nobody has accepted that: code 1, and all of it printed."""
    shown = json.loads(shell.lumbung(*words, "--format", "json", code=1))
    text = shell.lumbung(*words, code=1).decode()
    cells = load_workbook(BytesIO(shell.lumbung(*words, "--format", "xlsx", code=1))).active
    paper = pypdf.PdfReader(BytesIO(shell.lumbung(*words, "--format", "pdf", code=1)))

    numbers = {cell.value for row in cells.iter_rows() for cell in row}
    printed = " ".join(page.extract_text() for page in paper.pages)
    figures = {int(line["amount"] or 0) for line in shown["lines"]} - {0}
    assert len(figures) > 5
    for value in figures:
        spelled = f"{abs(value):,}".replace(",", ".")
        assert value in numbers and spelled in text and spelled in printed


def test_books_on_paper_leave_room_for_names(shell, taken):
    """However many columns of money: the words beside them stay whole, and signatures share the last sheet."""
    words = ("--cooperative", "karbes", "--from", "2025-01", "--to", "2025-12", "--format", "pdf")
    dues = pypdf.PdfReader(BytesIO(shell.lumbung("report", "dues", *words)))
    named = [row["values"]["name"] for row in taken["dues"]["rows"] if row["status"] == "accepted"]
    lines = "\n".join(page.extract_text() for page in dues.pages)
    assert sum(name in lines for name in named) > len(named) // 2

    flow = pypdf.PdfReader(BytesIO(shell.lumbung("report", "cash-flow", *words)))
    assert len(flow.pages) == 1 and "Bendahara" in flow.pages[0].extract_text()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("report", "position", "--cooperative", "tidak-ada"), "Tidak ada koperasi"),
        (("report", "position", "--cooperative", "karbes", "--to", "kemarin"), "bukan tanggal"),
        (("intake", "dues", "tidak-ada.xlsx", "--cooperative", "karbes"), "tidak-ada.xlsx"),
    ],
)
def test_a_mistake_is_a_sentence_and_code_two(shell, words, sentence):
    said = shell.lumbung(*words, code=2).decode()
    assert sentence in said and "Traceback" not in said


def test_verify_is_silent_until_a_stored_value_changes(shell, taken):
    """Last, for it harms the book."""
    whole = shell.json("verify")
    assert whole["ok"] and whole["cooperatives"][0]["problems"] == []

    assert shell.python("-c", HARM).returncode == 0
    harmed = shell.json("verify", code=1)
    (book,) = harmed["cooperatives"]
    assert harmed["guards_missing"] and 3 in {problem["number"] for problem in book["problems"]}
    assert "#3" in shell.lumbung("verify", code=1).decode()
