"""The recovery sheets: one page for each half, made in memory and given away once."""

import io

import segno
from django.utils.translation import gettext as _

from lumbung import clock
from lumbung.backup.actions.preparing import Sheet
from lumbung.web import pdf
from lumbung.web.dates import long_date


def sheets(made: list[Sheet], cooperative) -> bytes:
    """The PDF: each half on its own page, for the person who keeps it."""
    return pdf.render("recovery", {
        "cooperative": {"name": cooperative.name, "lines": [line for line in (cooperative.address,) if line]},
        "title": _("Lembar pemulihan"), "language": "id", "footer": cooperative.name, "page_word": _("halaman"),
        "sheets": [_sheet(sheet) for sheet in made],
        "rules": [
            _("Simpan di rumah, dalam amplop tertutup, jauh dari komputer koperasi dan dari bagian yang satunya."),
            _("Jangan difoto, dikirim lewat WhatsApp, atau disalin ke komputer. Satu bagian tidak membuka apa pun."),
            _("Untuk memulihkan: dua orang datang membawa bagian 1 dan 2 dengan nomor lembar yang sama."),
            _("Kalau lembar ini hilang atau pengurus berganti: buka halaman Cadangan dan buat lembar baru. "
              "Lembar lama tetap disimpan selama cadangan lama masih ada."),
        ],
    })  # fmt: skip


def _sheet(sheet: Sheet) -> dict:
    code = io.BytesIO()
    segno.make(sheet.half.text, error="q").save(code, kind="svg", border=2, xmldecl=False)
    return {
        "number": _("Lembar %(key)s, bagian %(part)s dari 2") % {"key": sheet.key, "part": sheet.part},
        "holder": _("Dipegang oleh: %(who)s") % {"who": sheet.holder},
        "made": _("Dibuat %(day)s") % {"day": long_date(clock.local(sheet.made_at).date())},
        "groups": sheet.half.text.split("-"), "words": sheet.half.words, "words_label": _("Kata uji"),
        "code": code.getvalue().decode(), "code_words": _("Isi bagian ini sebagai kode QR"),
        "name_label": _("Nama dan tanda tangan pemegang"),
    }  # fmt: skip
