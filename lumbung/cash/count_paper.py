"""Berita Acara Pemeriksaan Kas and Serah Terima Kas: what was counted, as it is signed."""

from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cash.models import Count
from lumbung.cash.paper import head, town
from lumbung.cash.reports import Offer
from lumbung.cash.rules import counting
from lumbung.security.reports import names, officers
from lumbung.web import pdf
from lumbung.web.dates import day_date, long_date

COLUMNS = (("", "left", "1fr"), ("", "right", "30mm"), ("", "right", "44mm"))


def lines(kept: Count) -> list[dict]:
    """Every note and coin with how many there were, and what they are worth."""
    return [
        {"label": money.show(piece.sen), "note": piece in counting.NOTES, "many": kept.pieces.get(key, 0),
         "sum": piece.sen * kept.pieces.get(key, 0)}
        for key, piece in counting.PIECES.items()
    ]  # fmt: skip


def count(cooperative, kept: Count, offer: Offer | None) -> bytes:
    """The paper of one count, with everybody's place to sign."""
    local = clock.local(kept.counted_at)
    maker = names([kept.by]).get(kept.by, "")
    title = _("Berita Acara Serah Terima Kas") if offer else _("Berita Acara Pemeriksaan Kas")
    words = _("Pada %(day)s pukul %(time)s WIB uang di %(place)s dihitung oleh %(maker)s.")
    told = words % {
        "day": day_date(kept.counted_on), "time": f"{local:%H.%M}", "place": kept.place.name, "maker": maker,
    }  # fmt: skip
    data = {
        **head(cooperative), "title": title, "subtitles": [_("Nomor %(number)s") % {"number": kept.document}, told],
        "tables": [_pieces(kept), _compared(kept)], "notes": _notes(kept, offer),
        "place_date": f"{town(cooperative)}{long_date(kept.counted_on)}",
        "signatures": _signatures(cooperative, kept, offer, maker),
    }  # fmt: skip
    return pdf.render("statement", data)


def _table(labels: tuple[str, ...], rows: list[tuple[str, list[str]]]) -> dict:
    columns = [{"label": label, "align": side, "width": width}
               for label, (_none, side, width) in zip(labels, COLUMNS, strict=True)]  # fmt: skip
    return {"columns": columns, "rows": [{"kind": kind, "cells": cells} for kind, cells in rows]}


def _pieces(kept: Count) -> dict:
    rows = []
    for is_note, word in ((True, _("Uang kertas")), (False, _("Uang logam"))):
        these = [line for line in lines(kept) if line["note"] == is_note]
        rows.append(("part", [word, "", ""]))
        rows += [("row", [line["label"], str(line["many"]), money.plain(line["sum"])]) for line in these]
    rows.append(("total", [_("Uang yang dihitung"), "", money.plain(kept.counted)]))
    return _table((_("Pecahan"), _("Banyaknya"), _("Jumlah (Rp)")), rows)


def _compared(kept: Count) -> dict:
    rows = [
        ("row", [_("Menurut buku"), "", money.plain(kept.book)]),
        ("row", [_("Menurut hitungan"), "", money.plain(kept.counted)]),
        ("total", [_("Selisih"), "", money.plain(kept.difference)]),
    ]
    return _table((_("Dibandingkan"), "", _("Jumlah (Rp)")), rows)


def _notes(kept: Count, offer: Offer | None) -> list[str]:
    notes = [
        counting.difference_words(kept.difference, kept.place.name),
        _("Terbilang: %(words)s.") % {"words": money.words(kept.counted)},
    ]
    if kept.number:
        notes.append(
            _("Selisih dibukukan dengan %(document)s: %(reason)s.")
            % {"document": kept.entry.document, "reason": kept.reason}
        )
    elif kept.difference:
        notes.append(_("Selisih belum dibukukan; sebabnya masih dicari."))
    if offer and offer.answer:
        words = (
            _("Diterima oleh %(name)s.") if offer.answer.accepted else _("Tidak diterima oleh %(name)s: %(reason)s.")
        )
        notes.append(words % {"name": offer.taker_name, "reason": offer.answer.reason})
    return notes


def _signatures(cooperative, kept: Count, offer: Offer | None, maker: str) -> list[dict]:
    if offer:
        people = [(_("Yang menyerahkan"), offer.giver_name), (_("Yang menerima"), offer.taker_name)]
    else:
        board = dict(officers(cooperative.id, kept.counted_on))
        people = [(_("Yang menghitung"), maker), (_("Mengetahui, Ketua"), board.get("ketua", ""))]
    people.insert(1, (_("Saksi"), kept.witness))
    return [{"role": role, "name": name} for role, name in people]
