"""Believable figures for the style page: a cooperative of Karangbesuki on one day. Fixed, so that pictures compare."""

from datetime import date
from types import SimpleNamespace

from django.core.paginator import Paginator

from lumbung.money import rp
from lumbung.web import charts, fields, glossary
from lumbung.web.dates import SHORT_MONTHS

COOPERATIVE = SimpleNamespace(name="KMP Karangbesuki", slug="karangbesuki", place_line="Kec. Sukun, Kota Malang")
PERSON = SimpleNamespace(full_name="Sri Wahyuni", is_authenticated=True)
TODAY = date(2025, 8, 21)
MEMBERS = [
    ("0001", "Sutini", "RT 01/RW 03", "pppppppp...."),
    ("0002", "Slamet Utomo", "RT 02/RW 03", "pppppp@@...."),
    ("0003", "Siti Aminah", "RT 03/RW 03", "ppppppppah.."),
    ("0004", "Budi Santoso", "RT 04/RW 03", "ppppph@@...."),
    ("0005", "Ni Kadek Ayu", "RT 05/RW 03", "ppppppppaaaa"),
    ("0006", "Wagiman", "RT 06/RW 03", "pp@@@@@@...."),
    ("0007", "Endang Lestari", "RT 01/RW 03", "----pppp...."),
    ("0008", "Hariyanto", "RT 02/RW 03", "ppppppp@...."),
]
CELLS = {"p": "paid", "a": "ahead", "h": "part", "@": "late", ".": "open", "-": "none"}


class ReceiveForm(fields.Form):
    """A form with one of every field, as the dues page would show it."""

    member = fields.MemberPicker(label="Anggota", choices=[(int(n), f"{n} {name}") for n, name, _, _ in MEMBERS])
    amount = fields.MoneyField(label="Jumlah", term="simpanan wajib", initial=rp(40_000))
    paid_on = fields.DateField(
        label="Tanggal", today=TODAY, initial=TODAY, help_text="Boleh ditulis 21/8 atau kemarin."
    )
    via = fields.OneOfField(label="Diterima lewat", choices=[("kas", "Tunai"), ("bank", "Bank BRI")], initial="kas")
    memo = fields.TextField(label="Catatan", required=False, help_text="Misalnya: dititipkan lewat Bu RT.")
    send = fields.YesField(label="Kirim bukti lewat WhatsApp")
    request_id = fields.RequestIdField()


def months_of(marks: str) -> list[dict]:
    words = {
        "paid": "lunas",
        "ahead": "dibayar di muka",
        "part": "baru separuh",
        "late": "belum bayar",
        "open": "belum waktunya",
        "none": "belum anggota",
    }
    return [{"state": CELLS[m], "words": words[CELLS[m]], "month": SHORT_MONTHS[i]} for i, m in enumerate(marks)]


def grid() -> dict:
    """Rows of the month grid with their sums."""
    paid = {"p": 20_000, "a": 20_000, "h": 10_000}
    rows = [
        {
            "number": n,
            "name": name,
            "where": rt,
            "cells": months_of(marks),
            "total": rp(sum(paid.get(m, 0) for m in marks)),
        }
        for n, name, rt, marks in MEMBERS
    ]
    columns = [rp(sum(paid.get(marks[i], 0) for *_, marks in MEMBERS)) for i in range(12)]
    return {"months": SHORT_MONTHS, "rows": rows, "columns": columns, "total": sum(columns)}


def statement() -> list[dict]:
    """Lines of a position statement: kind, words, note, this year, last year."""
    lines = [
        ("part", "Aset lancar", "", None, None),
        ("l1", "Kas dan setara kas", "1", 16_225_500, 9_840_000),
        ("l1", "Piutang usaha", "2", 1_350_000, 0),
        ("l1", "Penyisihan piutang", "2", -67_500, 0),
        ("l1", "Persediaan", "3", 4_120_000, 2_975_000),
        ("sub", "Jumlah aset lancar", "", 21_628_000, 12_815_000),
        ("part", "Aset tidak lancar", "", None, None),
        ("l1", "Aset tetap", "4", 9_500_000, 9_500_000),
        ("l1", "Akumulasi penyusutan", "4", -1_583_333, 0),
        ("total", "Jumlah aset", "", 29_544_667, 22_315_000),
    ]
    return [
        {"kind": k, "words": w, "note": n, "now": a if a is None else rp(a), "before": b if b is None else rp(b)}
        for k, w, n, a, b in lines
    ]


def entries() -> list[dict]:
    rows = [
        (date(2025, 8, 21), "BKM-2025-000214", "Iuran Juli dan Agustus, Sutini", "Simpanan wajib", 40_000),
        (date(2025, 8, 21), "BKK-2025-000031", "Beli bahan baku tempe, Toko Makmur", "Belanja dagangan", -125_000),
        (date(2025, 8, 20), "BKM-2025-000213", "Hasil titip jual 15–20 Agustus", "Komisi titip jual", 165_000),
        (date(2025, 8, 19), "BKK-2025-000030", "Token listrik kantor", "Listrik dan air", -102_500),
    ]
    return [{"on": d, "number": n, "memo": m, "kind": k, "amount": rp(a)} for d, n, m, k, a in rows]


def everything() -> dict:
    """The context of the style page."""
    wrong = ReceiveForm({"member": "0099", "amount": "20.00", "paid_on": "31/2", "via": "kas"}, auto_id="wrong_%s")
    bars = charts.bars(
        title="Uang masuk dan keluar, enam minggu",
        labels=["14/7", "21/7", "28/7", "4/8", "11/8", "18/8"],
        series=[
            ("Masuk", [rp(v) for v in (420_000, 380_000, 510_000, 300_000, 620_000, 450_000)]),
            ("Keluar", [rp(v) for v in (180_000, 260_000, 190_000, 340_000, 220_000, 150_000)]),
        ],
    )
    lines = charts.lines(
        title="Simpanan wajib terkumpul, 2025",
        labels=list(SHORT_MONTHS[:8]),
        series=[
            ("Terkumpul", [rp(v * 1_000_000) for v in (2, 4, 6, 7, 9, 10, 11, 12)]),
            ("Seharusnya", [rp(v * 1_600_000) for v in range(1, 9)]),
        ],
    )
    return {
        "today": TODAY, "form": ReceiveForm(), "wrong": wrong, "grid": grid(), "statement": statement(),
        "entries": entries(), "bars": bars, "lines": lines, "list_page": Paginator(range(126), 20).page(2),
        "pieces": [(rp(note), n, rp(note * n)) for note, n in ((100_000, 37), (20_000, 2), (5_000, 1))],
        "terms": [(name, t) for name, t in glossary.TERMS.items()],
    }  # fmt: skip
