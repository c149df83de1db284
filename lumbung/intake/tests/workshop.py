"""A workshop of workbooks: the same truth written in many hands, in four formats.

Each maker takes a seeded `Random` and gives sheets (name, rows, merged ranges) together with what is true of them, so a
test can compare any reading with the truth. The same seed always gives the same book.
"""

import csv
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlwt

from lumbung.sheets.months import NAMES

Cell = object
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
GIVEN = [
    "Siti",
    "Budi",
    "Sutini",
    "Slamet",
    "Ni Kadek Ayu",
    "Hartono",
    "Muhammad Yusuf",
    "Dewi",
    "Agus",
    "Mei",
    "Hj. Aminah",
]
FAMILY = ["", " Santoso", " Lestari", " Wibowo", " Prasetyo", " Handayani", " Utami"]


@dataclass
class Page:
    """One sheet to be written: rows from row 1, merged ranges as (top, left, bottom, right) from 1."""

    name: str
    rows: list[list[Cell]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


# --- writing ---------------------------------------------------------------------------------------------


def write(pages: list[Page], path: Path, **how: str) -> Path:
    """Write the pages by the extension of `path`; `how` tells a CSV its separator and coding."""
    {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods, ".csv": _csv}[path.suffix](pages, path, **how)
    return path


def _xlsx(pages: list[Page], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for row in page.rows:
            sheet.append(row)
        for top, left, bottom, right in page.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)


def _xls(pages: list[Page], path: Path) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for page in pages:
        sheet = book.add_sheet(page.name)
        for number, row in enumerate(page.rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, column, cell, day) if isinstance(cell, date) else sheet.write(
                        number, column, cell
                    )
    book.save(str(path))


def _ods(pages: list[Page], path: Path) -> None:
    """OpenDocument is zipped XML, and few cells need little of it."""
    names = "office table text"
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names.split())
    tables = "".join(_ods_table(page) for page in pages)
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    text = f'<office:document-content {spaces} office:version="1.3">{body}</office:document-content>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)


def _ods_table(page: Page) -> str:
    wide = {(top, left): right - left + 1 for top, left, _bottom, right in page.merged}
    lines = []
    for number, row in enumerate(page.rows, 1):
        covered, cells = 0, []
        for column, cell in enumerate(row, 1):
            span = wide.get((number, column), 1)
            cells.append("<table:covered-table-cell/>" if covered else _ods_cell(cell, span))
            covered = max(covered - 1, span - 1)
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table table:name={quoteattr(page.name)}>{''.join(lines)}</table:table>"


def _ods_cell(cell: Cell, span: int) -> str:
    about = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"' if span > 1 else ""
    if cell is None:
        return f"<table:table-cell{about}/>"
    if isinstance(cell, date):
        about += f' office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        about += f' office:value-type="float" office:value="{cell}"'
    else:
        about += ' office:value-type="string"'
    return f"<table:table-cell{about}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def _csv(pages: list[Page], path: Path, separator: str = ";", coding: str = "utf-8") -> None:
    with path.open("w", newline="", encoding=coding, errors="replace") as file:
        out = csv.writer(file, delimiter=separator)
        for row in pages[0].rows:
            out.writerow([_as_text(cell) for cell in row])


def _as_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, int) and cell >= 10**15:
        return f"{cell:.5e}".replace(".", ",").replace("e+15", "E+15")
    return "" if cell is None else str(cell)


# --- spelling ---------------------------------------------------------------------------------------------


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def money(rng: Random, amount: int) -> Cell:
    """One of the ways to write whole thousands."""
    return rng.choice([
        amount, amount, dotted(amount), f"Rp {dotted(amount)}", f"Rp{dotted(amount)},-", f"Rp. {dotted(amount)},00",
        f"{amount // 1000}rb", f"{amount // 1000} ribu", f"{amount:,}.00", f" {dotted(amount)} ",
    ])  # fmt: skip


def day(rng: Random, when: date, *, full: bool = True) -> Cell:
    """One of the ways to write a date; `full` keeps the century where it would be lost."""
    month = NAMES[when.month]
    other = {2: "Pebruari", 8: "Agt", 11: "Nopember"}.get(when.month, month[:3])
    ways: list[Cell] = [
        when, f"{when:%d/%m/%Y}", f"{when.day}-{when.month}-{when.year}", f"{when.day} {month} {when.year}",
        f"{when:%Y-%m-%d}", f"{when.day} {other} {when.year}", f"{when:%d.%m.%Y}",
        f"Malang, {when.day} {month} {when.year}",
    ]  # fmt: skip
    return rng.choice(ways if full else [*ways, f"{when:%d/%m/%y}", f"{when.day}-{when.month}-{when:%y}"])


def name(rng: Random, taken: set[str]) -> str:
    while (made := rng.choice(GIVEN) + rng.choice(FAMILY) + rng.choice(["", "", " II"])) in taken:
        pass
    taken.add(made)
    return made


# --- members ----------------------------------------------------------------------------------------------

MEMBER_HEADS = [
    {"ordinal": "No", "number": "No. Agt", "name": "Nama", "nik": "NIK", "gender": "L/P", "born": "Tempat, Tgl Lahir",
     "job": "Pekerjaan", "address": "Alamat", "rt_rw": "RT/RW", "phone": "No. HP/WA", "joined": "Tgl Masuk",
     "note": "Ket"},
    {"name": "NAMA LENGKAP (sesuai KTP)", "address": "ALAMAT SESUAI KTP", "nik": "NOMOR INDUK KEPENDUDUKAN",
     "born": "TANGGAL LAHIR", "gender": "JENIS KELAMIN", "phone": "NOMOR WHATSAPP AKTIF", "joined": "TANGGAL BERGABUNG",
     "left": "TANGGAL KELUAR", "number": "NOMOR INDUK ANGGOTA"},
    {"number": "NIA", "joined": "Anggota sejak", "name": "Nama Anggota", "gender": "JK", "born": "TTL",
        "nik": "No. e-KTP",
     "phone": "Telp", "status": "Status"},
    {"ordinal": "Urut", "name": "N a m a".replace(" ", ""), "phone": "Kontak", "nik": "No Identitas",
        "born": "Kelahiran",
     "gender": "Gender", "joined": "Mulai menjadi anggota", "note": "Catatan", "number": "Kode Anggota"},
]  # fmt: skip


def members(rng: Random, count: int = 25) -> tuple[list[Page], list[dict]]:
    """A member book, and of each person: row, fields, and the fields to ask about."""
    heads = rng.choice(MEMBER_HEADS)
    fields = list(heads) if rng.random() < 0.6 else rng.sample(list(heads), len(heads))
    rows: list[list[Cell]] = [["KOPERASI KELURAHAN MERAH PUTIH"], ["DAFTAR ANGGOTA PER 31 DESEMBER 2025"]]
    rows += [[] for _ in range(rng.randrange(0, 6))]
    rows.append([heads[each] for each in fields])
    if rng.random() < 0.4:
        rows.append(list(range(1, len(fields) + 1)))
    truth, taken = [], set()
    for number in range(1, count + 1):
        if rng.random() < 0.05:
            rows.append([None] * len(fields))
        written, told = _member(rng, number, name(rng, taken))
        rows.append([written.get(each) for each in fields])
        told["questions"] = sorted(set(told["questions"]) & set(fields) | ({"left"} & set(told["questions"])))
        for absent in {"number", "nik", "gender", "born", "joined", "phone"} - set(fields):
            told[absent] = None
        if not {"left", "note", "status"} & set(fields):
            told["left"], told["questions"] = None, [each for each in told["questions"] if each != "left"]
        truth.append(told | {"row": len(rows)})
    rows += [[], [None, "JUMLAH ANGGOTA", count], [], [None, "Malang, 31 Desember 2025"],
        [None, "Ketua", None, "Sekretaris"],
             [], [None, "Slamet Riyadi", None, "Siti Aminah"]]  # fmt: skip
    width = max(map(len, rows))
    return [
        Page(rng.choice(["Anggota", "Sheet1", "DATA "]), [row + [None] * (width - len(row)) for row in rows])
    ], truth


def _member(rng: Random, number: int, full_name: str) -> tuple[dict[str, Cell], dict]:
    born = date(1945, 1, 1) + timedelta(days=rng.randrange(20_000))
    joined = date(2018, 1, 1) + timedelta(days=rng.randrange(2_700))
    sex, serial = rng.choice("LP"), rng.randrange(1, 10_000)
    nik = f"357304{born.day + (40 if sex == 'P' else 0):02d}{born:%m%y}{serial:04d}"
    phone = f"8{rng.randrange(11, 100)}{rng.randrange(10**6, 10**8)}"
    asked: list[str] = []
    written: dict[str, Cell] = {
        "ordinal": number,
        "number": f"{number:03d}",
        "job": "Tani",
        "address": "Jl. Candi No. 3",
        "rt_rw": "03/02",
    }
    bare = full_name.removeprefix("Hj. ")
    written["name"] = rng.choice(
        [full_name, full_name.upper(), f"Bu {bare}", f" {bare}  ", f"Bpk. {bare}", f"H. {bare}, S.Pd"]
    )
    written["nik"], kept = _nik(rng, nik)
    asked += [] if kept else ["nik"]
    written["phone"], told_phone = rng.choice([
        (f"0{phone}", f"+62{phone}"), (f"62{phone}", f"+62{phone}"), (f"+62 {phone[:3]}-{phone[3:]}", f"+62{phone}"),
        (int(phone), f"+62{phone}"), (f"+62 (0){phone}", f"+62{phone}"), ("-", None), (None, None), ("tdk ada", None),
    ])  # fmt: skip
    written["gender"] = rng.choice(
        {"L": ["L", "Laki-laki", "Pria", "LK", "l"], "P": ["P", "Perempuan", "wanita", "Pr."]}[sex]
    )
    written["born"], told_born = day(rng, born), born
    if rng.random() < 0.1:
        written["born"], told_born = (
            rng.choice([str(born.year), born.year, "31-02-1975", "00-00-0000", f"{NAMES[born.month]} {born.year}"]),
            None,
        )
        asked.append("born")
    written["joined"] = day(rng, joined, full=False)
    left = joined + timedelta(days=400) if rng.random() < 0.1 else None
    if left:
        written["left"], said = left, f"{rng.choice(['keluar', 'berhenti', 'mengundurkan diri per'])} {left:%d-%m-%Y}"
        written["note"] = written["status"] = said
    told = {"name": bare, "number": written["number"], "nik": nik if kept else None, "gender": sex, "born": told_born,
            "joined": joined, "left": left, "phone": told_phone, "questions": asked}  # fmt: skip
    return written, told


def _nik(rng: Random, nik: str) -> tuple[Cell, bool]:
    """A NIK as typed, and whether it can still be read."""
    return rng.choice([
        (nik, True), (nik, True), (f"'{nik}", True), (f"{nik[:6]} {nik[6:12]} {nik[12:]}", True),
        (f"{nik[:6]}.{nik[6:]}", True),
        (int(nik[:15] + "0"), False), (nik[:15], False), (None, False), (f"{nik[:6]}72{nik[8:]}", False),
    ])  # fmt: skip


# --- dues -------------------------------------------------------------------------------------------------

MONTH_HEADS = [
    [NAMES[month] for month in range(1, 13)],
    [NAMES[month].upper() for month in range(1, 13)],
    "Jan Peb Mar Apr Mei Jun Jul Agt Sept Okt Nop Des".split(),
    [str(month) for month in range(1, 13)],
    list(range(1, 13)),
    "I II III IV V VI VII VIII IX X XI XII".split(),
    [f"{NAMES[month][:3]}-25" for month in range(1, 13)],
    [date(2025, month, 1) for month in range(1, 13)],
    [f"Bln {month}" for month in range(1, 13)],
    [f"{month:02d}/2025" for month in range(1, 13)],
]


def dues(rng: Random, count: int = 25) -> tuple[list[Page], dict]:
    """A dues grid of 2025, and its totals, rate and doubtful cells."""
    rate = rng.choice([10_000, 15_000, 20_000, 25_000, 50_000])
    heads = rng.choice(MONTH_HEADS)
    front = rng.choice([["No", "Nama"], ["No.", "Nama Anggota", "No Agt"], ["NO", "NAMA", "S. POKOK"],
        ["Nama Lengkap", "Simp. Pokok"],
                        ["No", "No. Anggota", "Nama", "RT", "Saldo s/d 2024"]])  # fmt: skip
    title = rng.choice(
        [
            f"SIMPANAN WAJIB TAHUN 2025 (Rp{dotted(rate)}/bulan)",
            f"IURAN 2025 @ Rp {dotted(rate)}",
            "REKAP IURAN TAHUN 2025",
        ]
    )
    rows: list[list[Cell]] = [[title]] + [[] for _ in range(rng.randrange(0, 3))]
    merged = []
    if two := rng.random() < 0.4:
        rows.append([*front, "Simpanan Wajib", *[None] * 11, "Jumlah", "Ket"])
        merged = [(len(rows), len(front) + 1, len(rows), len(front) + 12)] if rng.random() < 0.5 else []
        rows.append([*[None] * len(front), *heads, None, None])
    else:
        rows.append([*front, *heads, "Jumlah", "Tunggakan"])
    if rng.random() < 0.3 and not (two and isinstance(heads[0], int)):
        rows.append(list(range(1, len(front) + 15)))
    truth = {"rate": rate, "by_month": [0] * 12, "principal": 0, "questions": [], "rows": []}
    taken: set[str] = set()
    for number in range(1, count + 1):
        cells, told = _dues_row(rng, rate)
        before = {"No": number, "No.": number, "NO": number, "No Agt": f"{number:03d}",
            "No. Anggota": f"{number:03d}", "RT": "01",
                  "Saldo s/d 2024": 180_000}  # fmt: skip
        who = name(rng, taken)
        lead: list[Cell] = []
        for head in front:
            if "pokok" in head.lower():
                lead.append(money(rng, 100_000) if rng.random() < 0.8 else None)
                truth["principal"] += 100_000 if lead[-1] is not None else 0
            else:
                lead.append(before.get(head, who))
        rows.append([*lead, *cells, None, None])
        truth["rows"].append(len(rows))
        for place, amount in enumerate(told):
            if amount is None:
                truth["questions"].append((len(rows), len(front) + place + 1))
            truth["by_month"][place] += amount or 0
    rows.append(
        [*[None] * (front.index(next(h for h in front if "nama" in h.lower()))), "JUMLAH", *[None] * (len(front) + 10)]
    )
    rows += [[], [None, "Ketua", None, None, "Bendahara"], [None, "Slamet Riyadi", None, None, "Siti"]]
    width = max(map(len, rows))
    return [Page("Iuran 2025", [row + [None] * (width - len(row)) for row in rows], merged)], truth


def _dues_row(rng: Random, rate: int) -> tuple[list[Cell], list[int | None]]:
    """Twelve cells of one member, and what each was worth; None where nobody could tell."""
    cells: list[Cell] = []
    told: list[int | None] = []
    stops = rng.randrange(1, 13)
    while len(cells) < 12:
        if len(cells) >= stops:
            cells.append(rng.choice([None, "-", 0, "blm", "belum", "", "0"]))
            told.append(0)
        elif rng.random() < 0.08 and len(cells) < 10:
            cells += [
                rng.choice(
                    [money(rng, 3 * rate), "3x", "3 bln", f"rapel {dotted(3 * rate)}", f"3 x {dotted(rate)}", "rapel 3"]
                ),
                None,
                None,
            ]
            told += [3 * rate, 0, 0]
        elif rng.random() < 0.03:
            cells.append(rng.choice(["2O.000", "lihat kas", "20000?", "20.00", "1.5", "?", "(20.000)", "1/2"]))
            told.append(None)
        elif rng.random() < 0.15:
            cells.append(
                rng.choice(
                    [
                        "v",
                        "V",
                        "✓",
                        "ok",
                        "OK",
                        "lunas",
                        "LUNAS",
                        "x",
                        "sdh",
                        "12/3",
                        "lunas 12/3",
                        "lns",
                        date(2025, 3, 12),
                    ]
                )
            )
            told.append(rate)
        else:
            amount = rate if rng.random() < 0.95 else 5_000
            short = [amount // 1000, str(amount // 1000)] if amount % 1000 == 0 else []
            cells.append(rng.choice([amount, amount, money(rng, amount), *short]))
            told.append(amount)
    return cells, told


# --- cash and bank ----------------------------------------------------------------------------------------

CASH_HEADS = [
    (["No", "Tanggal", "Uraian Transaksi", "Bukti", "Debet (Rp)", "Kredit (Rp)", "Saldo (Rp)", "Keterangan"], "debit"),
    (["No", "Tanggal", "Uraian Transaksi", "Bukti", "Debet (Rp)", "Kredit (Rp)", "Saldo (Rp)", "Keterangan"], "credit"),
    (["Tgl.", "Keterangan", "Masuk", "Keluar", "Saldo"], "debit"),
    (["TANGGAL", "URAIAN", "PENERIMAAN", "PENGELUARAN", "SISA KAS"], "debit"),
    (["No", "Tanggal", "Jenis Transaksi", "Keluar", "Masuk", "Saldo", "Keterangan"], "debit"),
    (["Hari/Tgl", "No. Bukti", "Perincian", "Kas Masuk", "Kas Keluar", "Saldo Kas"], "debit"),
    (["No Kwitansi", "Tgl Transaksi", "Deskripsi", "Kredit", "Debit", "Balance"], "credit"),
]
DEEDS_IN = ["Setoran anggota", "Terima simpanan wajib Siti", "Penjualan keripik", "Bunga bank", "Iuran Budi bln Maret"]
DEEDS_OUT = ["Beli ATK", "Bayar listrik", "Transport ke dinas", "Jumlah pembelian ATK", "Biaya admin"]


def cash(rng: Random) -> tuple[list[Page], dict]:
    """A cash or bank book of some months of 2025: opening, months, closing and the rows that do not follow."""
    heads, polarity = rng.choice(CASH_HEADS)
    yearly = rng.random() < 0.3
    balance = opening = rng.randrange(100, 5_000) * 1_000
    truth = {"opening": opening, "months": [], "traps": [], "polarity": polarity}
    pages: list[Page] = []
    rows: list[list[Cell]] = []
    for month in range(1, rng.choice([3, 6, 12]) + 1):
        if not rows or not yearly:
            sheet = (
                "Buku Kas"
                if yearly
                else rng.choice([NAMES[month], f"{NAMES[month]} ", f"{NAMES[month][:3]} 25", NAMES[month].upper()])
            )
            rows = [
                ["KOPERASI DESA MERAH PUTIH"],
                ["BUKU KAS"],
                [rng.choice(["Periode", "Bulan"]) + f" {NAMES[month]} 2025"],
                [],
            ]
            rows = rows[rng.randrange(0, 3) :] + [heads]
            pages.append(Page(sheet, rows))
            rows.append(_cash_row(rng, heads,
                {"what": rng.choice(["Saldo bulan lalu", "SALDO AWAL", "Saldo Kas Bulan Lalu"]), "balance": balance},
                                  as_income=rng.random() < 0.3))  # fmt: skip
        balance = _cash_month(rng, heads, rows, month, balance, truth, pages[-1].name, yearly=yearly)
        if not yearly:
            done = truth["months"][-1]
            rows.append(_cash_row(rng, heads,
                {"what": rng.choice(["JUMLAH", "Transaksi Bulan ini", "Jumlah Transaksi Sampai Bulan ini"]),
                                               "in": done["inflow"], "out": done["outflow"],
                                               "balance": balance}))  # fmt: skip
            rows += [
                [],
                [None, None, f"Malang, 30 {NAMES[month]} 2025"],
                [None, "Ketua", "Bendahara"],
                [None, "Slamet", "Siti"],
            ]
    truth["closing"] = balance
    for page in pages:
        width = max(map(len, page.rows))
        page.rows[:] = [row + [None] * (width - len(row)) for row in page.rows]
    return pages, truth


def _cash_month(
    rng: Random, heads: list[str], rows: list, month: int, balance: int, truth: dict, sheet: str, *, yearly: bool
) -> int:
    done = {"month": month, "entries": 0, "inflow": 0, "outflow": 0}
    when, last = date(2025, month, 1), None
    shift = 0
    count = rng.randrange(5, 20)
    for number in range(count):
        when = min(when + timedelta(days=rng.randrange(0, 3)), date(2025, month, 28))
        inward = rng.random() < 0.6 or balance < 300_000
        amount = rng.choice([10_000, 15_000, 75_000, 125_000, 250_000]) + (122_250 // 100 if rng.random() < 0.05 else 0)
        balance += amount if inward else -amount
        wrong = rng.random() < 0.04 and number > 1 and shift == 0
        if wrong:
            truth["traps"].append((sheet, len(rows) + 1))
            beside = truth["traps"][-2:-1] == [(sheet, len(rows))]  # two alike side by side are two slips, none carried
            carries_on = rng.random() < 0.5 and not yearly and not beside and number < count - 3
            shift = 9_000 if carries_on else 0
        dated: Cell = (
            rng.choice(['"', None, "sda"]) if last == when and rng.random() < 0.5 else day(rng, when, full=False)
        )
        if rng.random() < 0.05:
            dated = f"Tgl {when:%d} {NAMES[month]} 2025"
        last = when
        rows.append(_cash_row(rng, heads, {
            "no": number + 1, "date": dated, "what": rng.choice(DEEDS_IN if inward else DEEDS_OUT),
            "in" if inward else "out": amount, "balance": balance + (9_000 if wrong else shift),
        }))  # fmt: skip
        done["entries"] += 1
        done["inflow" if inward else "outflow"] += amount
    truth["months"].append(done | {"closing": balance})
    return balance


def _cash_row(rng: Random, heads: list[str], told: dict, *, as_income: bool = False) -> list[Cell]:
    """One row in the order of the heads; `as_income` writes a carried balance under the side that brings money in."""
    polarity = next(polarity for known, polarity in CASH_HEADS if known is heads)
    inward, outward = ("debet", "kredit") if polarity == "debit" else ("kredit", "debet")
    cells: list[Cell] = []
    for head in (head.lower().replace("debit", "debet") for head in heads):
        if head.startswith(("tanggal", "tgl", "hari")):
            cells.append(told.get("date"))
        elif head.startswith(("uraian", "jenis", "perincian", "deskripsi")) or (
            head == "keterangan" and len(heads) == 5
        ):
            cells.append(told["what"])
        elif "saldo" in head or "sisa" in head or head == "balance":
            cells.append(told.get("balance"))
        elif head.startswith(("masuk", "penerimaan", "kas masuk", inward)):
            cells.append(_maybe(rng, told.get("in") or (told["balance"] if as_income else None)))
        elif head.startswith(("keluar", "pengeluaran", "kas keluar", outward)):
            cells.append(_maybe(rng, told.get("out")))
        else:
            cells.append(told.get("no") if head == "no" else None)
    return cells


def _maybe(rng: Random, amount: int | None) -> Cell:
    if amount is None:
        return rng.choice([None, None, "-", 0])
    return money(rng, amount) if amount % 1000 == 0 else amount


__all__ = ["Page", "cash", "datetime", "dues", "members", "write"]
