"""The same truth in many hands and four formats: whatever the heads, the order and the spelling, the reading agrees."""

from pathlib import Path
from random import Random

import pytest

from lumbung.intake.reading import Reading, read
from lumbung.intake.tests import workshop
from lumbung.money import rp

FORMATS = [("xlsx", {}), ("xls", {}), ("ods", {}), ("csv", {"separator": ";", "coding": "utf-8-sig"}),
           ("csv", {"separator": ",", "coding": "cp1252"}),
           ("csv", {"separator": "\t", "coding": "utf-16"})]  # fmt: skip
hands = pytest.mark.parametrize("seed", range(12))
formats = pytest.mark.parametrize(
    ("ending", "how"), FORMATS, ids=lambda value: value if isinstance(value, str) else "".join(value.values())
)


def made(tmp_path: Path, pages: list[workshop.Page], ending: str, how: dict) -> Path:
    return workshop.write(pages, tmp_path / f"buku.{ending}", **how)


def data(reading: Reading) -> list:
    return [row for row in reading.rows if row.status != "skipped"]


@hands
@formats
def test_any_member_book(tmp_path, seed, ending, how):
    pages, truth = workshop.members(Random(f"members {seed}"))
    rows = data(read("members", made(tmp_path, pages, ending, how)))

    assert [row.row for row in rows] == [told["row"] for told in truth]
    for row, told in zip(rows, truth, strict=True):
        assert row.values["name"].lower() == told["name"].lower()
        fields = ["number", "nik", "gender", "born", "joined", "left", "phone"]
        assert {field: row.values[field] for field in fields} == {field: told[field] for field in fields}, row
        assert sorted(problem.field for problem in row.problems) == told["questions"], row


@hands
@formats
def test_any_dues_grid(tmp_path, seed, ending, how):
    pages, truth = workshop.dues(Random(f"dues {seed}"))
    if how.get("coding") == "cp1252":
        pages[0].rows = [["v" if cell == "✓" else cell for cell in row] for row in pages[0].rows]
    reading = read("dues", made(tmp_path, pages, ending, how))

    assert [sheet.rate for sheet in reading.sheets] == [rp(truth["rate"])]
    assert [row.row for row in data(reading)] == truth["rows"]
    assert [(row.row, problem.column) for row in data(reading) for problem in row.problems] == truth["questions"]
    assert reading.totals["paid_by_month"] == [rp(amount) for amount in truth["by_month"]]
    assert reading.totals["principal_total"] == rp(truth["principal"])
    assert {sheet.year for sheet in reading.sheets} == {2025}


@hands
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("kind", ["cash", "bank"])
def test_any_cash_or_bank_book(tmp_path, seed, ending, kind):
    pages, truth = workshop.cash(Random(f"cash {seed}"))
    reading = read(kind, made(tmp_path, pages, ending, {}))

    assert reading.totals["opening"] == rp(truth["opening"])
    assert [
        {key: month[key] for key in told} for month, told in zip(reading.totals["months"], truth["months"], strict=True)
    ] == [
        {key: told[key] if key in {"month", "entries"} else rp(told[key]) for key in told} for told in truth["months"]
    ]
    assert reading.totals["closing"] == rp(truth["closing"])
    assert [(row.sheet, row.row) for row in reading.rows if row.problems] == truth["traps"]
    assert not any(sheet.problems for sheet in reading.sheets)
