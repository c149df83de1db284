"""What may come in: a file is looked over before any reader of workbooks opens it.

Nothing in a workbook is ever run, and no formula is ever calculated; this keeps out what would fill the memory,
hide another kind of file, or carry a program to the next computer that opens it.

Source  reference/reliability.md 2d
"""

import re
import zipfile
import zlib
from pathlib import Path

from .refusals import Unwelcome, _

MIB = 1024 * 1024
MAX_FILE = 25 * MIB
MAX_PARTS = 200
MAX_UNPACKED = 150 * MIB
MAX_RATIO = 100
RATIO_FLOOR = MIB  # small parts may shrink as they like
CHUNK = 256 * 1024

ZIP_MAGIC, OLE_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PROGRAM = re.compile(r"vbaproject|macrosheets|/activex|/embeddings/|^basic/|^scripts/|^object ?\d", re.IGNORECASE)
_OUTSIDE = re.compile(r"externallinks/|connections\.xml$|querytables/|customdata/", re.IGNORECASE)

EXTENSIONS = {".xlsx": "xlsx", ".xls": "xls", ".ods": "ods", ".csv": "csv", ".txt": "csv", ".tsv": "csv"}
MACROS = _("Berkas ini memuat program (makro). Simpan ulang sebagai .xlsx biasa, lalu kirim lagi.")
OUTSIDE = _(
    "Berkas ini mengambil isi dari berkas atau alamat lain. "
    "Salin tabelnya sebagai nilai ke berkas baru (Tempel Khusus, Nilai), lalu kirim berkas baru itu."
)
LOCKED = _("Berkas ini dikunci kata sandi. Buka kuncinya di Excel, simpan, lalu kirim lagi.")
BOMB = _(
    "Isi berkas ini jauh lebih besar daripada ukurannya. Salin tabelnya ke berkas baru, lalu kirim berkas baru itu."
)
DAMAGED = _("Berkas ini rusak atau terpotong. Buka di Excel, simpan ulang, lalu kirim lagi.")
FOREIGN_XML = _(
    "Berkas ini memuat bagian yang tidak biasa di buku Excel. Simpan ulang di Excel atau LibreOffice, lalu kirim lagi."
)
WRONG_TYPE = _(
    "Isi berkas ini bukan %(kind)s seperti nama belakangnya. "
    "Buka di Excel, pilih Simpan Sebagai .xlsx, lalu kirim lagi."
)


DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, LookupError, ValueError)


def check(path: Path) -> str:
    """The kind of the file, `xlsx`, `xls`, `ods` or `csv`, when it may be opened.

    Raises  Unwelcome: too large, wrong type for its name, locked, macros, links outside, bombs, damage
    """
    kind = look(path)
    if kind in {"xlsx", "ods"}:
        _check_zip(path, kind)
    return kind


def look(path: Path) -> str:
    """The kind of the file by its name, its size and how it begins; nothing is unpacked.

    Raises  Unwelcome: too large, wrong type for its name, locked
    """
    kind = EXTENSIONS.get(path.suffix.lower())
    if path.suffix.lower() in {".xlsm", ".xltm", ".xlam"}:
        raise Unwelcome(MACROS)
    if kind is None:
        raise Unwelcome(_("Jenis berkas ini tidak dikenal. Kirim .xlsx, .xls, .ods atau .csv."))
    size = path.stat().st_size
    if size == 0:
        raise Unwelcome(_("Berkas ini kosong."))
    if size > MAX_FILE:
        raise Unwelcome(_("Berkas ini lebih dari %(limit)d MB. Pecah menjadi beberapa berkas."), limit=MAX_FILE // MIB)
    with path.open("rb") as file:
        head = file.read(4096)
    _check_magic(kind, head)
    return kind


def _check_magic(kind: str, head: bytes) -> None:
    if kind in {"xlsx", "ods"} and head.startswith(OLE_MAGIC):
        raise Unwelcome(LOCKED)  # Office wraps a locked workbook in the old container
    right = {
        "xlsx": head.startswith(ZIP_MAGIC),
        "ods": head.startswith(ZIP_MAGIC),
        "xls": head.startswith(OLE_MAGIC),
        "csv": _looks_like_text(head),
    }
    if not right[kind]:
        raise Unwelcome(WRONG_TYPE, kind=f".{kind}")


def _looks_like_text(head: bytes) -> bool:
    if head.startswith((ZIP_MAGIC, OLE_MAGIC, b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"MZ", b"\x7fELF")):
        return False
    if re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|script)", head, re.IGNORECASE):
        return False
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head or head.count(b"\x00") * 3 > len(head)


def _check_zip(path: Path, kind: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_names(parts)
            budget = MAX_UNPACKED
            for part in parts:
                budget -= _check_part(archive, part, budget)
            _check_content(archive, kind)
    except DAMAGE as error:
        raise Unwelcome(DAMAGED) from error


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(names) > MAX_PARTS or len(set(names)) < len(names):
        raise Unwelcome(BOMB)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unwelcome(BOMB)
    for part in parts:
        name = part.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise Unwelcome(DAMAGED)
        if part.flag_bits & 0x1:
            raise Unwelcome(LOCKED)
        if _PROGRAM.search(name):
            raise Unwelcome(MACROS)
        if _OUTSIDE.search(name):
            raise Unwelcome(OUTSIDE)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: int) -> int:
    """Read one part through, counting what really comes out; gives that many bytes."""
    if part.file_size > RATIO_FLOOR and part.file_size > MAX_RATIO * max(part.compress_size, 1):
        raise Unwelcome(BOMB)
    size, tail, is_xml = 0, b"", part.filename.lower().endswith((".xml", ".rels", ".rdf", ".vml"))
    with archive.open(part) as file:
        while chunk := file.read(CHUNK):
            if size == 0 and is_xml and chunk.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
                raise Unwelcome(FOREIGN_XML)  # office programs write UTF-8; another coding could hide a declaration
            size += len(chunk)
            if size > budget:
                raise Unwelcome(BOMB)
            if is_xml and _DECLARATION.search(tail + chunk):
                raise Unwelcome(FOREIGN_XML)
            tail = chunk[-64:]
    return size


def _check_content(archive: zipfile.ZipFile, kind: str) -> None:
    names = set(archive.namelist())
    if kind == "ods":
        if "content.xml" not in names or b"opendocument.spreadsheet" not in _small(archive, "mimetype"):
            raise Unwelcome(WRONG_TYPE, kind=".ods")
        if b"encryption-data" in _small(archive, "META-INF/manifest.xml"):
            raise Unwelcome(LOCKED)
        return
    types = _small(archive, "[Content_Types].xml")
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise Unwelcome(MACROS)
    if b"spreadsheetml.sheet.main" not in types:
        raise Unwelcome(WRONG_TYPE, kind=".xlsx")
    for name in names:
        if name.endswith(".rels"):
            _check_relations(_small(archive, name))


def _check_relations(xml: bytes) -> None:
    """Links in a text are harmless; anything else that points outside the file is not."""
    for relation in re.findall(rb"<[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", xml):
        if not re.search(rb"/hyperlink[\"']", relation):
            raise Unwelcome(OUTSIDE)


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(4 * MIB)
    except KeyError:
        return b""
