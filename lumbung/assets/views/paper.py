"""Book 15 and the handover as they leave the office."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.assets.reports.inventory import Line, checks, inventory
from lumbung.assets.views.showing import told
from lumbung.members.places import signed_at
from lumbung.security.access import may
from lumbung.security.reports import officers
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, short_date

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'inline; filename="{name}"'})


def _columns() -> list[tuple[str, str, str]]:
    """Of book 15; reference/domain.md section 2."""
    return [
        (_("No."), "right", "7mm"), (_("Kode"), "left", "17mm"), (_("Nama barang"), "left", "1fr"),
        (_("Tgl perolehan"), "left", "17mm"), (_("Sumber"), "left", "17mm"), (_("Jumlah"), "right", "12mm"),
        (_("Harga satuan"), "right", "19mm"), (_("Jumlah harga"), "right", "21mm"), (_("Umur, bulan"), "right", "12mm"),
        (_("Penyusutan"), "right", "20mm"), (_("Nilai buku"), "right", "20mm"), (_("Kondisi"), "left", "17mm"),
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
        place, item.code, item.name, item.acquired_on, str(_short_source(item.source)), item.quantity,
        xlsx.Money(item.unit_cost), xlsx.Money(item.cost), item.life_months if own else "",
        xlsx.Money(line.worn) if own else "", xlsx.Money(line.value) if own else "", str(words["condition"]),
        line.seen.location if line.seen else "", note,
    ]  # fmt: skip


def _short_source(source: str) -> str:
    return {"bought": _("Beli"), "granted": _("Hibah"), "lent": _("Pinjam pakai")}[source]


def _check_words(coop: int, lines: list[Line]) -> list[str]:
    """What stands under the book: each account of the ledger beside it."""
    said = []
    for check in checks(coop, clock.today(), lines):
        words = _("%(account)s %(name)s: buku ini %(written)s, buku besar %(ledger)s; %(verdict)s.")
        verdict = _("cocok") if check.agrees and not check.unwritten else _("beda %(amount)s") % {
            "amount": money.show(check.ledger - check.written)}  # fmt: skip
        said.append(words % {"account": check.account, "name": check.name, "written": money.show(check.written),
                             "ledger": money.show(check.ledger), "verdict": verdict})  # fmt: skip
    return said


def _on_paper(cell) -> str:
    if isinstance(cell, xlsx.Money):
        return money.plain(cell.sen) if cell.sen else "–"
    return short_date(cell) if hasattr(cell, "year") else str(cell)


@may("assets.see")
def book_pdf(request):
    """Book 15, signed by chair and secretary."""
    coop, lines = request.cooperative, inventory(request.cooperative.id, clock.today())
    printed = _rows(lines)
    table = {
        "columns": [dict(zip(("label", "align", "width"), column, strict=True)) for column in _columns()],
        "rows": [{"kind": "row", "cells": [_on_paper(cell) for cell in row]} for row in printed[:-1]]
        + [{"kind": "total", "cells": [_on_paper(cell) for cell in printed[-1]]}],
    }
    data = paper(request, _("Buku Inventaris")) | {
        "landscape": True, "tables": [table], "notes": _check_words(coop.id, lines),
        "subtitles": [_("Keadaan %(day)s (dalam rupiah)") % {"day": long_date(clock.today())}],
        "signatures": _signers(request, "ketua", "sekretaris"),
    }  # fmt: skip
    return file(pdf.render("statement", data), "application/pdf", f"buku-inventaris-{coop.slug}.pdf")


@may("assets.see")
def book_xlsx(request):
    """The same as a spreadsheet."""
    coop, lines = request.cooperative, inventory(request.cooperative.id, clock.today())
    printed = _rows(lines)
    titles = [_("BUKU INVENTARIS"), coop.name, _("Keadaan %(day)s (dalam rupiah)") % {"day": long_date(clock.today())}]
    columns = [label for label, _align, _width in _columns()]
    under = [[], *([words] for words in _check_words(coop.id, lines))]
    sheet = xlsx.Sheet(
        _("Inventaris"), columns, [*printed, *under], titles=titles, bold=frozenset({len(printed) - 1}), landscape=True
    )
    return file(xlsx.workbook([sheet]), XLSX, f"buku-inventaris-{coop.slug}.xlsx")


def paper(request, title: str) -> dict:
    """What every paper of a cooperative begins and ends with."""
    coop = request.cooperative
    return {
        "cooperative": {"name": coop.name, "lines": [line for line in (coop.legal_entity_no, coop.address) if line]},
        "title": title, "language": get_language() or "id", "footer": coop.name, "page_word": _("halaman"),
        "place_date": signed_at(coop.village_code, clock.today()),
    }  # fmt: skip


def _signers(request, *roles) -> list[dict]:
    names = dict(officers(request.cooperative.id, clock.today()))
    called = {"ketua": _("Ketua"), "sekretaris": _("Sekretaris")}
    return [{"role": called[role], "name": names.get(role, "")} for role in roles]
