"""Book 15 and the handover as they leave the office."""

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.assets.reports.inventory import Check, Line, checks, inventory
from lumbung.assets.views.showing import told
from lumbung.members.paper import PDF, XLSX, columns, file, paper, signers
from lumbung.security.access import may
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, short_date


def _columns() -> list[tuple[str, str, str]]:
    """Of book 15; reference/domain.md section 2."""
    return [
        (_("No."), "right", "7mm"), (_("Kode"), "left", "17mm"), (_("Nama barang"), "left", "1fr"),
        (_("Tgl perolehan"), "left", "17mm"), (_("Sumber"), "left", "17mm"), (_("Jumlah"), "right", "12mm"),
        (_("Harga satuan"), "right", "19mm"), (_("Jumlah harga"), "right", "21mm"), (_("Umur, bulan"), "right", "12mm"),
        (_("Penyusutan"), "right", "20mm"), (_("Nilai buku"), "right", "20mm"), (_("Kondisi"), "center", "19mm"),
        (_("Lokasi"), "left", "24mm"), (_("Ket."), "left", "26mm"),
    ]  # fmt: skip


def _rows(lines: list[Line]) -> list[list]:
    """The cells of the book, amounts as Money, the sums of what is ours last."""
    rows = [_row(place, line) for place, line in enumerate(lines, 1)]
    own = [line for line in lines if not line.item.is_lent and line.is_here]
    cost, worn = sum(line.item.cost for line in own), sum(line.worn for line in own)
    last = ["", "", _("Jumlah milik koperasi"), "", "", "", "", xlsx.Money(cost), "", xlsx.Money(worn),
            xlsx.Money(cost - worn), "", "", ""]  # fmt: skip
    return [*rows, last]


def _row(place: int, line: Line) -> list:
    item, words = line.item, told(line)
    own = not item.is_lent
    left = f"{words['leaving']} {short_date(line.left.left_on)}" if line.left else ""
    note = "; ".join(part for part in (left, item.party, item.serial_no and f"SN {item.serial_no}", item.note) if part)
    return [
        place, item.code, item.name, item.acquired_on, words["short"], item.quantity,
        xlsx.Money(item.unit_cost), xlsx.Money(item.cost), item.life_months if own else "",
        xlsx.Money(line.worn) if own else "", xlsx.Money(line.value) if own else "", str(words["condition"]),
        line.seen.location if line.seen else "", note,
    ]  # fmt: skip


def _checked(coop: int, lines: list[Line]) -> list[list]:
    """What stands under the book: each account of the ledger beside it, and whether they agree."""
    return [
        [check.account, check.name, xlsx.Money(check.written), xlsx.Money(check.ledger), _verdict(check)]
        for check in checks(coop, clock.today(), lines)
    ]


def _verdict(check: Check) -> str:
    difference = check.ledger - check.written
    return _("beda %(amount)s") % {"amount": money.show(difference)} if difference else _("cocok")


def _check_columns() -> list[tuple[str, str, str]]:
    return [
        (_("Akun"), "left", "20mm"), ("", "left", "1fr"), (_("Menurut buku ini"), "right", "34mm"),
        (_("Menurut buku besar"), "right", "34mm"), (_("Hasil"), "left", "40mm"),
    ]  # fmt: skip


def _table(described, rows: list[list], total: list | None = None, heading: str = "") -> dict:
    kinds = [("row", row) for row in rows] + ([("total", total)] if total else [])
    return {
        "heading": heading,
        "columns": columns(*described),
        "rows": [{"kind": kind, "cells": [_on_paper(cell) for cell in cells]} for kind, cells in kinds],
    }


def _on_paper(cell) -> str:
    if isinstance(cell, xlsx.Money):
        return money.plain(cell.sen) if cell.sen else "–"
    return short_date(cell) if hasattr(cell, "year") else str(cell)


@may("assets.see")
def book_pdf(request):
    """Book 15, signed by chair and secretary."""
    coop, lines = request.cooperative, inventory(request.cooperative.id, clock.today())
    *rows, total = _rows(lines)
    under = _table(_check_columns(), _checked(coop.id, lines), heading=_("Cocok dengan pembukuan?"))
    data = paper(coop, _("Buku Inventaris"), clock.today()) | {
        "landscape": True, "dense": True, "tables": [_table(_columns(), rows, total), under],
        "subtitles": [_("Keadaan %(day)s (dalam rupiah)") % {"day": long_date(clock.today())}],
        "signatures": signers(coop.id, clock.today(), "ketua", "sekretaris"),
    }  # fmt: skip
    return file(pdf.render("statement", data), PDF, f"buku-inventaris-{coop.slug}.pdf")


@may("assets.see")
def book_xlsx(request):
    """The same as a spreadsheet."""
    coop, lines = request.cooperative, inventory(request.cooperative.id, clock.today())
    printed = _rows(lines)
    titles = [_("BUKU INVENTARIS"), coop.name, _("Keadaan %(day)s (dalam rupiah)") % {"day": long_date(clock.today())}]
    heads = [label for label, _align, _width in _columns()]
    under = [[], [label for label, _align, _width in _check_columns()], *_checked(coop.id, lines)]
    sheet = xlsx.Sheet(
        _("Inventaris"), heads, [*printed, *under], titles=titles, bold=frozenset({len(printed) - 1}), landscape=True
    )
    return file(xlsx.workbook([sheet]), XLSX, f"buku-inventaris-{coop.slug}.xlsx")
