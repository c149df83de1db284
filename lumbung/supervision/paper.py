"""The supervisors' report on A4."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lumbung import clock
from lumbung.members.places import signed_at
from lumbung.supervision import frauds, rules
from lumbung.supervision.models import Report
from lumbung.web import pdf
from lumbung.web.dates import long_date, short_date

VERDICT = {"wrong": gettext_noop("Tidak cocok"), "ask": gettext_noop("Tanya")}


def report(cooperative, signed: Report, who: str) -> bytes:
    """The PDF, from the frozen body alone."""
    body = signed.body
    period = _("%(start)s sampai %(end)s") % {
        "start": long_date(signed.starts_on), "end": long_date(signed.ends_on)
    }  # fmt: skip
    data = {
        "cooperative": {"name": cooperative.name,
                        "lines": [line for line in (cooperative.legal_entity_no, cooperative.address) if line]},
        "title": _("Laporan Pengawas"), "subtitles": [_("Nomor %(n)s") % {"n": signed.number}, period],
        "language": "id", "footer": cooperative.name, "page_word": _("halaman"),
        "tables": [_conclusion(body, who), _counts(body), *_signs(body), _doubts(body)], "notes": _notes(signed),
        "place_date": signed_at(cooperative.village_code, clock.local(signed.signed_at).date()),
        "signatures": [{"role": _("Pengawas"), "name": who}],
    }  # fmt: skip
    return pdf.render("statement", data)


def _conclusion(body: dict, who: str) -> dict:
    return _table(_("Kesimpulan"), [(who, "left", "1fr")], [(body["words"],)])


def _counts(body: dict) -> dict:
    rows = [
        (_("Catatan dibukukan dalam periode"), body["posted"]),
        (_("Sampel diambil"), body["drawn"]),
        (_("Cocok dengan buktinya"), body["verdicts"]["ok"]),
        (_("Tidak cocok"), body["verdicts"]["wrong"]),
        (_("Ditanyakan"), body["verdicts"]["ask"]),
        *((str(rules.REASONS[word]), body["unusual"][word]) for word in rules.REASONS if word in body["unusual"]),
    ]
    return _table(_("Yang diperiksa"), [(_("Hal"), "left", "1fr"), (_("Banyaknya"), "right", "30mm")], rows)


def _signs(body: dict) -> list[dict]:
    """The signs as they stood; no table in a report without any."""
    rows = [(str(name), short_date(since) if since else "", figure) for name, figure, since in frauds.told(body)]
    heads = [(_("Hal"), "left", "1fr"), (_("Sejak"), "left", "24mm"), (_("Hasil"), "right", "46mm")]
    return [_table(_("Tanda-tanda yang perlu dilihat"), heads, rows)] if rows else []


def _doubts(body: dict) -> dict:
    states = {"open": _("menunggu pengurus"), "answered": _("dijawab"), "closed": _("selesai")}
    rows = [(one["document"], f"{one['note']} ({_(VERDICT[one['verdict']])})", one["last"], states[one["state"]])
            for one in body["doubts"]] or [("–", _("Tidak ada temuan."), "", "")]  # fmt: skip
    columns = [(_("Bukti"), "left", "34mm"), (_("Temuan"), "left", "1fr"), (_("Terakhir"), "left", "1fr"),
               (_("Keadaan"), "left", "28mm")]  # fmt: skip
    return _table(_("Temuan dan tindak lanjut"), columns, rows)


def _table(heading: str, columns, rows) -> dict:
    return {
        "heading": heading,
        "columns": [dict(zip(("label", "align", "width"), column, strict=True)) for column in columns],
        "rows": [{"kind": "row", "cells": list(row)} for row in rows],
    }


def _notes(signed: Report) -> list[str]:
    book = signed.body["book"]
    words = _("Buku saat ditandatangani: %(entries)s catatan, sidik %(root)s. Sidik laporan: %(digest)s.")
    return [words % {**book, "digest": signed.digest}]
