"""Both sample sets, compared with what a careful reader found in them: every field, total, question and trap."""

import json
from functools import cache
from pathlib import Path

import pytest

from lumbung.intake.reading import read
from lumbung.sheets.cells import is_blank
from lumbung.sheets.opening import open_book

SAMPLES = Path(__file__).parents[3] / "samples"
FILES = {"members": "buku-anggota.xlsx", "dues": "iuran-2025.xlsx", "cash": "kas-harian-2025.xlsx"}
each_set = pytest.mark.parametrize("name", ["a", "b"])


@cache
def found(name: str, kind: str) -> dict:
    return json.loads(json.dumps(read(kind, SAMPLES / name / FILES[kind]).as_json()))


def answers(name: str, kind: str) -> dict:
    return json.loads((SAMPLES / name / "answers.json").read_text())[kind]


def data(name: str, kind: str) -> list[dict]:
    return [row for row in found(name, kind)["rows"] if row["status"] != "skipped"]


def rupiah(text: str) -> int:
    return int(text)


def row_meant(name: str, row: int) -> int:
    """The answers number a person who follows a blank row by that blank row; nobody stands there."""
    sheet = open_book(SAMPLES / name / FILES["members"]).sheets[0]
    return row + 1 if all(map(is_blank, sheet.rows[row - 1])) else row


@each_set
def test_every_member_is_found_in_the_row_where_she_stands(name):
    wanted = answers(name, "members")
    assert [row["row"] for row in data(name, "members")] == [row_meant(name, row["row"]) for row in wanted["rows"]]
    assert found(name, "members")["totals"]["members"] == wanted["members"]


@each_set
@pytest.mark.parametrize("field", ["number", "nik", "gender", "born", "joined", "left", "phone"])
def test_every_field_of_every_member(name, field):
    wanted = [(row["name"], row[field]) for row in answers(name, "members")["rows"]]
    assert [
        (want, row["values"][field]) for (want, _), row in zip(wanted, data(name, "members"), strict=True)
    ] == wanted


@each_set
def test_every_name_without_honorifics_and_doubled_blanks(name):
    wanted = [row["name"].lower() for row in answers(name, "members")["rows"]]
    assert [row["values"]["name"].lower() for row in data(name, "members")] == wanted


@each_set
def test_exactly_the_fields_nobody_could_decide_are_asked_about(name):
    wanted = [row["questions"] for row in answers(name, "members")["rows"]]
    rows = data(name, "members")
    assert [[problem["field"] for problem in row["problems"]] for row in rows] == wanted
    assert [row["status"] for row in rows] == ["question" if asked else "accepted" for asked in wanted]
    columns = found(name, "members")["sheets"][0]["columns"]
    assert all(p["column"] == columns[p["field"]] for row in rows for p in row["problems"])


@each_set
def test_dues_add_up_to_the_sheets_own_totals(name):
    wanted, totals = answers(name, "dues"), found(name, "dues")["totals"]
    assert list(map(rupiah, totals["paid_by_month"])) == wanted["paid_by_month"]
    assert rupiah(totals["paid_total"]) == wanted["paid_total"]
    assert rupiah(totals["principal_total"]) == wanted["principal_total"]
    assert [(sheet["rate"], sheet["year"]) for sheet in found(name, "dues")["sheets"]] == [(str(wanted["rate"]), 2025)]


@each_set
def test_every_members_dues(name):
    paid = {row["values"]["ordinal"]: rupiah(row["values"]["paid_total"]) for row in data(name, "dues")}
    assert paid == answers(name, "dues")["per_member"]
    for row in data(name, "dues"):
        assert sum(map(rupiah, row["values"]["paid"].values())) == rupiah(row["values"]["paid_total"])


@each_set
def test_exactly_the_doubtful_cells_of_the_grid_are_asked_about(name):
    asked = [{"row": row["row"], "column": p["column"]} for row in data(name, "dues") for p in row["problems"]]
    assert asked == answers(name, "dues")["questions"]


@each_set
def test_every_month_of_the_cash_book(name):
    wanted, totals = answers(name, "cash"), found(name, "cash")["totals"]
    money = ("inflow", "outflow", "closing")
    months = [{**{key: month[key] for key in ("month", "entries")}, **{key: rupiah(month[key]) for key in money}}
              for month in totals["months"]]  # fmt: skip
    assert months == wanted["months"]
    assert (rupiah(totals["opening"]), rupiah(totals["closing"]), totals["entries"]) == (
        wanted["opening"], wanted["closing"], wanted["entries"],
    )  # fmt: skip


@each_set
def test_a_balance_that_does_not_follow_is_reported_once_where_it_was_made(name):
    reported = [{"sheet": row["sheet"], "row": row["row"], "kind": "running balance"}
                for row in found(name, "cash")["rows"] if row["problems"]]  # fmt: skip
    assert reported == answers(name, "cash")["traps"]


@each_set
@pytest.mark.parametrize("kind", list(FILES))
def test_the_contract_holds(name, kind):
    answer = found(name, kind)
    assert {"kind", "file", "sha256", "sheets", "rows", "totals", "batch"} <= set(answer)
    assert (answer["kind"], answer["file"], answer["batch"], len(answer["sha256"])) == (kind, FILES[kind], None, 64)
    for sheet in answer["sheets"]:
        assert {"name", "header_row", "columns", "year"} <= set(sheet)
    for row in answer["rows"]:
        assert {"sheet", "row", "status", "problems", "values"} <= set(row)
        assert row["status"] != "skipped" or row["reason"]
