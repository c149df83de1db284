"""Book 1, Buku Daftar Anggota, on paper and as a spreadsheet."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.members import reports
from lumbung.members.places import signed_at
from lumbung.security.access import may
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, short_date
from lumbung.web.page import page


@may("members.see")
def book(request):
    here = reverse("members:list", kwargs={"slug": request.cooperative.slug})
    return page(
        request, "members/book.html", lines=reports.register_book(request.cooperative.id), today=clock.today(),
        crumbs=[(_("Anggota"), here), (_("Buku daftar anggota"), None)],
    )  # fmt: skip


def _columns() -> list[str]:
    return [
        _("No. urut"), _("No. anggota"), _("Nama lengkap"), _("NIK"), _("Tempat, tanggal lahir"), _("L/P"),
        _("Pekerjaan"), _("Alamat, RT/RW"), _("Tanggal masuk"), _("Tanda tangan anggota"), _("Tanda tangan ketua"),
        _("Minta berhenti"), _("Berhenti"), _("Sebab"), _("Tanda tangan ketua"), _("Keterangan"),
    ]  # fmt: skip


def _cells(line) -> list:
    """One row in the order of the columns; days as dates, signatures empty."""
    return [
        line.order, line.number, line.full_name, line.nik, line.birth, line.gender, line.occupation, line.address,
        line.joined_on, "", "", line.asked_to_leave_on, line.left_on, line.leave_reason, "", line.notes,
    ]  # fmt: skip


@may("members.see")
def book_xlsx(request):
    rows = [_cells(line) for line in reports.register_book(request.cooperative.id)]
    titles = [_("Buku Daftar Anggota"), request.cooperative.name, long_date(clock.today())]
    sheet = xlsx.Sheet(_("Anggota"), _columns(), rows, titles=titles, landscape=True)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _file(xlsx.workbook([sheet]), kind, f"buku-anggota-{request.cooperative.slug}.xlsx")


@may("members.see")
def book_pdf(request):
    widths = [15, 33, 64, 62, 56, 13, 46, 76, 42, 44, 36, 42, 42, 42, 36, 44]
    columns = [{"label": label, "align": "left", "width": f"{width}fr"}
               for label, width in zip(_columns(), widths, strict=True)]  # fmt: skip
    rows = [{"kind": "row", "cells": [_text(cell) for cell in _cells(line)]}
            for line in reports.register_book(request.cooperative.id)]  # fmt: skip
    coop = request.cooperative
    data = {
        "cooperative": {"name": coop.name, "lines": [line for line in (coop.legal_entity_no, coop.address) if line]},
        "title": _("Buku Daftar Anggota"), "subtitles": [long_date(clock.today())], "language": "id",
        "landscape": True, "footer": coop.name, "page_word": _("halaman"), "notes": [],
        "tables": [{"columns": columns, "rows": rows}], "place_date": signed_at(coop.village_code, clock.today()),
        "signatures": [{"role": _("Ketua"), "name": ""}, {"role": _("Sekretaris"), "name": ""}],
    }  # fmt: skip
    return _file(pdf.render("statement", data), "application/pdf", f"buku-anggota-{coop.slug}.pdf")


def _text(cell) -> str:
    return short_date(cell) if hasattr(cell, "year") else str(cell if cell is not None else "")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
