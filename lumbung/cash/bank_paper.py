"""Rekonsiliasi bank on paper: the form of the reference (domain, 3.3), with everything that is still on its way."""

from django.utils.translation import gettext as _

from lumbung import money
from lumbung.cash.paper import head, town
from lumbung.cash.reports import Sheet, moved
from lumbung.security.reports import officers
from lumbung.web import pdf
from lumbung.web.dates import long_date, short_date

COLUMNS = (("left", "1fr"), ("right", "36mm"))


def form(cooperative, sheet: Sheet) -> bytes:
    """The form of one statement, signed by treasurer and chair."""
    kept, board = sheet.statement, dict(officers(cooperative.id, sheet.statement.end))
    data = {
        **head(cooperative), "title": _("Rekonsiliasi Bank"),
        "subtitles": [f"{kept.place.name} {kept.place.bank_number}".strip(),
                      _("per %(day)s (dalam rupiah)") % {"day": long_date(kept.end)}],
        "tables": [_table("", form_rows(sheet)), *_lists(sheet)], "notes": [verdict(sheet)],
        "place_date": f"{town(cooperative)}{long_date(kept.end)}",
        "signatures": [{"role": _("Bendahara"), "name": board.get("bendahara", "")},
                       {"role": _("Mengetahui, Ketua"), "name": board.get("ketua", "")}],
    }  # fmt: skip
    return pdf.render("statement", data)


def form_rows(sheet: Sheet) -> list[tuple[str, str, int]]:
    """(kind, words, sen) of the form, as it stands on screen and on paper."""
    shown = sheet.form
    return [
        ("row", _("Saldo menurut rekening koran"), shown.bank),
        ("row", _("Ditambah setoran dalam perjalanan"), shown.in_transit),
        ("row", _("Dikurangi pembayaran yang belum dicairkan"), -shown.not_cashed),
        ("sub", _("Saldo bank yang disesuaikan"), shown.bank_adjusted),
        ("row", _("Saldo menurut buku"), shown.book),
        ("row", _("Ditambah uang masuk yang belum dibukukan"), shown.not_booked_in),
        ("row", _("Dikurangi biaya yang belum dibukukan"), -shown.not_booked_out),
        ("sub", _("Saldo buku yang disesuaikan"), shown.book_adjusted),
        ("total", _("Selisih"), shown.difference),
    ]


def verdict(sheet: Sheet) -> str:
    """Whether both agree, or by how much not."""
    if not sheet.form.difference:
        return _("Bank dan buku cocok.")
    return _("Bank dan buku masih berselisih %(amount)s.") % {"amount": money.show(sheet.form.difference)}


def _lists(sheet: Sheet) -> list[dict]:
    touches = [*sheet.waiting, *(pair.touch for pair in sheet.proposed)]
    waiting = [(f"{short_date(touch.booked_on)} · {touch.document} · {touch.memo}", moved(touch))
               for touch in sorted(touches, key=lambda each: (each.booked_on, each.number))]  # fmt: skip
    lines = [*(line for line, _near in sheet.unbooked), *(pair.line for pair in sheet.proposed)]
    unbooked = [
        (f"{short_date(line.booked_on)} · {line.text}", line.amount)
        for line in sorted(lines, key=lambda each: (each.booked_on, each.position))
    ]
    lists = ((_("Di buku, belum di bank"), waiting), (_("Di bank, belum di buku"), unbooked))
    return [_table(title, [("row", words, sen) for words, sen in rows]) for title, rows in lists if rows]


def _table(heading: str, rows: list[tuple[str, str, int]]) -> dict:
    columns = [{"label": label, "align": side, "width": width}
               for label, (side, width) in zip(("", _("Jumlah (Rp)")), COLUMNS, strict=True)]  # fmt: skip
    told = [{"kind": kind, "cells": [words, money.plain(sen)]} for kind, words, sen in rows]
    return {"heading": heading, "columns": columns, "rows": told}
