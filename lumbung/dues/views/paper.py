"""The dues list as files."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.dues import reports
from lumbung.dues.views import drawing
from lumbung.members import reports as register
from lumbung.members.places import signed_at
from lumbung.security.access import may
from lumbung.web import pdf, xlsx
from lumbung.web.dates import short_month


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _year(request):
    """The whole list of the year asked for, whatever the page on the screen was narrowed to."""
    asked, coop = drawing.Asked.of(request.GET), request.cooperative
    members = list(register.everyone(coop.id))
    known = reports.cards(coop.id, members)
    rows = [(member, known[member.id]) for member in members if reports.in_year(known[member.id], asked.year)]
    return reports.drawn(asked.year, clock.today(), rows)


def _columns() -> list[str]:
    months = [short_month(number) for number in range(1, 13)]
    return [_("No. anggota"), _("Nama"), _("RT/RW"), *months, _("Jumlah"), _("Tunggakan")]


@may("dues.see")
def grid_xlsx(request):
    grid = _year(request)
    rows = [[row.member.number, row.member.full_name, row.member.where, *(xlsx.Money(c.paid) for c in row.cells),
             xlsx.Money(row.total), xlsx.Money(row.owed)] for row in grid.rows]  # fmt: skip
    owed = sum(row.owed for row in grid.rows)
    rows.append([_("Jumlah"), "", "", *(xlsx.Money(s) for s in grid.sums), xlsx.Money(grid.total), xlsx.Money(owed)])
    titles = [_("Daftar Simpanan Wajib %(year)s") % {"year": grid.year}, request.cooperative.name]
    sheet = xlsx.Sheet(str(grid.year), _columns(), rows, titles=titles, bold=frozenset({len(rows) - 1}), landscape=True)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _file(xlsx.workbook([sheet]), kind, f"iuran-{grid.year}-{request.cooperative.slug}.xlsx")


@may("dues.see")
def grid_pdf(request):
    grid = _year(request)
    widths = ["14mm", "1fr", "19mm", *["12.5mm"] * 12, "17mm", "17mm"]
    columns = [{"label": label, "align": "left" if place < 3 else "right", "width": width}
               for place, (label, width) in enumerate(zip(_columns(), widths, strict=True))]  # fmt: skip
    rows = [{"kind": "row", "cells": [row.member.number, row.member.full_name, row.member.where,
             *(_figure(cell.paid) for cell in row.cells), _figure(row.total), _figure(row.owed)]}
            for row in grid.rows]  # fmt: skip
    owed = sum(row.owed for row in grid.rows)
    last = ["", _("Jumlah"), "", *(_figure(amount) for amount in grid.sums), _figure(grid.total), _figure(owed)]
    data = _paper(request, _("Daftar Simpanan Wajib %(year)s") % {"year": grid.year})
    data |= {"subtitles": [_("dalam rupiah")], "landscape": True, "signatures": _signatures(),
             "tables": [{"columns": columns, "rows": [*rows, {"kind": "total", "cells": last}]}]}  # fmt: skip
    return _file(pdf.render("statement", data), "application/pdf", f"iuran-{grid.year}-{request.cooperative.slug}.pdf")


def _figure(sen: int) -> str:
    return money.plain(sen) if sen else ""


def _signatures() -> list[dict]:
    return [{"role": _("Ketua"), "name": ""}, {"role": _("Bendahara"), "name": ""}]


def _paper(request, title: str) -> dict:
    """What every paper of a cooperative begins and ends with."""
    coop = request.cooperative
    return {
        "cooperative": {"name": coop.name, "lines": [line for line in (coop.legal_entity_no, coop.address) if line]},
        "title": title, "language": "id", "footer": coop.name, "page_word": _("halaman"), "notes": [],
        "place_date": signed_at(coop.village_code, clock.today()),
    }  # fmt: skip
