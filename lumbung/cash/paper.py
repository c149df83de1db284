"""Cash books as they leave the office: PDF and spreadsheet."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash.reports import Book
from lumbung.places.models import Area
from lumbung.security.reports import officers
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, month_name, short_date


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
