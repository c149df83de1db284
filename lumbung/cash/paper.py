"""Receipts, vouchers and cash books as they leave the office: PDF and spreadsheet."""

from datetime import datetime
from io import BytesIO

import segno
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cash.reports import Book
from lumbung.cash.reports.voucher import IN, OUT, Voucher
from lumbung.ledger.reports.cash import mark_of
from lumbung.places.models import Area
from lumbung.security.reports import officers
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, month_name, short_date

STAMP_DUTY_ABOVE = money.rp(5_000_000)  # bea meterai; reference/domain.md 7.1
DOTS = "." * 40


def receipt(cooperative, voucher: Voucher, address: str, printed_at: datetime) -> bytes:
    """A receipt (BKM) or voucher (BKK) on half a sheet.

    address  where the entry is seen; the drawing beside the amount leads there
    Source   reference/domain.md 7.1
    """
    entry, mark = voucher.entry, mark_of(cooperative.id, voucher.entry.number)
    signer = dict(officers(cooperative.id, entry.booked_on)).get("bendahara") or voucher.maker
    data = {
        **head(cooperative),
        "paper": "a5", "landscape": True,
        "title": _("Kuitansi") if voucher.way == IN else voucher.title,
        "number": entry.document,
        "facts": _facts(voucher),
        "amount": money.show(voucher.amount),
        "place_date": f"{town(cooperative)}{long_date(entry.booked_on)}",
        "receiver_role": _("Bendahara"), "receiver": signer,
        "code": code(f"{address}#{mark}"), "code_words": _("Kode untuk memeriksa bukti ini"),
        "notes": _notes(voucher, mark, printed_at),
    }  # fmt: skip
    return pdf.render("receipt", data)


def _facts(voucher: Voucher) -> list[dict]:
    who = ", ".join(voucher.people) or DOTS
    facts = {
        _("Telah terima dari") if voucher.way == IN else _("Dibayarkan kepada"): who,
        _("Uang sejumlah"): money.words(voucher.amount),
        _("Untuk pembayaran"): voucher.entry.memo,
        _("Tempat uang"): ", ".join(voucher.places),
    }
    if voucher.way not in (IN, OUT):
        facts.pop(_("Dibayarkan kepada"))
    return [{"label": label, "value": value} for label, value in facts.items() if value]


def _notes(voucher: Voucher, mark: str, printed_at: datetime) -> list[str]:
    local = clock.local(printed_at)
    notes = [
        _("Tanda %(mark)s · dicatat oleh %(maker)s · dicetak %(day)s pukul %(time)s WIB")
        % {"mark": mark, "maker": voucher.maker, "day": short_date(local.date()), "time": f"{local:%H.%M}"}
    ]
    if voucher.way == OUT:
        notes.insert(0, _("Penerima (nama dan tanda tangan): %(dots)s") % {"dots": DOTS})
    if voucher.amount > STAMP_DUTY_ABOVE:
        notes.append(_("Di atas Rp5.000.000: bubuhkan meterai Rp10.000."))
    if voucher.entry.reversed_by:
        notes.append(_("DIBATALKAN: bukti ini tidak berlaku lagi."))
    return notes


def code(text: str) -> str:
    """A QR drawing as SVG text."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="svg", xmldecl=False, svgns=True, border=2)
    return file.getvalue().decode()


def book(cooperative, shown: Book) -> bytes:
    """Book 14, signed by chair and treasurer."""
    columns = [
        (_("No."), "right", "9mm"), (_("Tanggal"), "left", "21mm"), (_("No. bukti"), "left", "33mm"),
        (_("Uraian"), "left", "1fr"), (_("Akun lawan"), "left", "52mm"), (_("Debet, masuk"), "right", "27mm"),
        (_("Kredit, keluar"), "right", "27mm"), (_("Saldo"), "right", "29mm"),
    ]  # fmt: skip
    table = {
        "columns": [dict(zip(("label", "align", "width"), column, strict=True)) for column in columns],
        "rows": [{"kind": kind, "cells": [_on_paper(cell) for cell in cells]} for kind, cells in rows(shown)],
    }
    signers = dict(officers(cooperative.id, shown.end))
    data = {
        **head(cooperative), "landscape": True, "title": _("Buku Kas"), "subtitles": _subtitles(shown),
        "tables": [table], "place_date": f"{town(cooperative)}{long_date(shown.end)}",
        "signatures": [{"role": _("Ketua"), "name": signers.get("ketua", "")},
                       {"role": _("Bendahara"), "name": signers.get("bendahara", "")}],
    }  # fmt: skip
    return pdf.render("statement", data)


def rows(shown: Book) -> list[tuple[str, list]]:
    """(kind, cells) of the printed book: the balance of the month before first, the sums last; amounts are Money."""
    first = ["", shown.start, "", _("Saldo bulan lalu"), "", None, None, xlsx.Money(shown.opening)]
    lines = [
        [line.no, line.entry.booked_on, line.entry.document, line.entry.memo, line.against,
         xlsx.Money(line.entry.inward), xlsx.Money(line.entry.outward), xlsx.Money(line.balance)]
        for line in shown.lines
    ]  # fmt: skip
    sums = [xlsx.Money(sen) for sen in (shown.inward, shown.outward, shown.closing)]
    return [("row", first), *(("row", line) for line in lines), ("total", ["", "", "", _("Jumlah"), "", *sums])]


def _on_paper(cell) -> str:
    if isinstance(cell, xlsx.Money):
        return money.plain(cell.sen) if cell.sen else "–"
    return short_date(cell) if hasattr(cell, "year") else str("" if cell is None else cell)


def book_sheet(cooperative, shown: Book) -> bytes:
    """The same as a spreadsheet."""
    printed = rows(shown)
    columns = [
        _("No."),
        _("Tanggal"),
        _("No. bukti"),
        _("Uraian"),
        _("Akun lawan"),
        _("Debet"),
        _("Kredit"),
        _("Saldo"),
    ]
    titles = [_("BUKU KAS"), cooperative.name, *_subtitles(shown)]
    sheet = xlsx.Sheet(
        name=f"{month_name(shown.start)}", columns=columns, rows=[cells for _kind, cells in printed], titles=titles,
        bold=frozenset({0, len(printed) - 1}), landscape=True,
    )  # fmt: skip
    return xlsx.workbook([sheet])


def file_name(shown: Book) -> str:
    """`buku-kas-laci-gerai-2025-02`: plain letters, whatever the place is called."""
    words = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in shown.place.name.lower())
    return f"buku-kas-{words}-{shown.start:%Y-%m}"


def _subtitles(shown: Book) -> list[str]:
    return [shown.place.name, _("Bulan %(month)s (dalam rupiah)") % {"month": month_name(shown.start)}]


def head(cooperative) -> dict:
    """What every paper of the cooperative begins with."""
    lines = [cooperative.legal_entity_no, " · ".join(part for part in (cooperative.address, cooperative.phone) if part)]
    return {
        "cooperative": {"name": cooperative.name, "lines": [line for line in lines if line]},
        "language": get_language() or "id", "page_word": _("Halaman"),
    }  # fmt: skip


def town(cooperative) -> str:
    """`Malang, `: where the paper was signed; empty when the village is not in the list."""
    found = Area.objects.filter(code=cooperative.village_code[:5]).first()
    return f"{found.name.removeprefix('Kota ').removeprefix('Kabupaten ')}, " if found else ""
