"""The Berita Acara Serah Terima as it leaves the office."""

from django.http import Http404
from django.utils.translation import gettext as _

from lumbung import money
from lumbung.assets.forms import CONDITIONS
from lumbung.assets.reports.handovers import handover
from lumbung.members.paper import PDF, columns, file, paper
from lumbung.security.access import may
from lumbung.web import pdf
from lumbung.web.dates import day_date


@may("assets.see")
def handover_pdf(request, handover_id):
    """The Berita Acara Serah Terima on A4, to be signed by both."""
    handed = handover(request.cooperative.id, handover_id)
    if handed is None:
        raise Http404
    given = handed.paper
    data = paper(request.cooperative, _("Berita Acara Serah Terima"), given.handed_on) | {
        "number": given.code,
        "opening": _opening(given), "parties": _parties(given), "between": _between(given),
        "tables": [{"columns": _columns(), "rows": _handed_rows(handed)}], "closing": _closing(),
        "signatures": [{"role": _("Yang menyerahkan,"), "name": given.giver},
                       {"role": _("Yang menerima,"), "name": given.taker}],
    }  # fmt: skip
    return file(pdf.render("handover", data), PDF, f"{given.code}.pdf")


def _columns() -> list[dict]:
    return columns(
        (_("No."), "right", "9mm"), (_("Kode"), "left", "20mm"), (_("Nama barang dan nomor seri"), "left", "1fr"),
        (_("Jumlah"), "right", "15mm"), (_("Kondisi"), "left", "26mm"), (_("Nilai (Rp)"), "right", "28mm"),
    )  # fmt: skip


def _closing() -> list[str]:
    return [
        _("Kedua pihak telah memeriksa barang di atas bersama-sama dan mencocokkan jumlah serta kondisinya."),
        _("Berita acara ini dibuat rangkap dua; masing-masing pihak memegang satu."),
    ]


def _opening(given) -> str:
    return _("Pada hari ini, %(day)s, kami yang bertanda tangan di bawah ini:") % {"day": day_date(given.handed_on)}


def _parties(given) -> list[dict]:
    sides = [
        (_("Pihak pertama, yang menyerahkan"), given.giver, given.giver_post, given.giver_party),
        (_("Pihak kedua, yang menerima"), given.taker, given.taker_post, given.taker_party),
    ]
    labels = (_("Nama"), _("Jabatan"), _("Lembaga"))
    return [{"heading": heading, "facts": [{"label": label, "value": value}
             for label, value in zip(labels, facts, strict=True) if value]} for heading, *facts in sides]  # fmt: skip


def _between(given) -> str:
    words = _("Pihak pertama menyerahkan dan pihak kedua menerima barang berikut, untuk %(purpose)s")
    basis = _(", berdasarkan %(basis)s") % {"basis": given.basis} if given.basis else ""
    return f"{words % {'purpose': given.purpose}}{basis}:"


def _handed_rows(handed) -> list[dict]:
    rows = [_handed_row(place, item, condition) for place, (item, condition) in enumerate(handed.items, 1)]
    return [*rows, {"kind": "total", "cells": ["", "", _("Jumlah"), "", "", money.plain(handed.total)]}]


def _handed_row(place: int, item, condition: str) -> dict:
    name = f"{item.name} (SN {item.serial_no})" if item.serial_no else item.name
    cells = [str(place), item.code, name, str(item.quantity), str(CONDITIONS[condition]), money.plain(item.cost)]
    return {"kind": "row", "cells": cells}
