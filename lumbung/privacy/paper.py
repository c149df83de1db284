"""Papers about personal data on A4: the notice, a member's copy, the documents of docs/keamanan."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from lumbung.members.paper import columns, paper, signers
from lumbung.privacy import reports
from lumbung.web import pdf
from lumbung.web.dates import long_date

DOCS = Path(__file__).resolve().parents[2] / "docs" / "keamanan"
DOCUMENTS = {"dpia": "dpia.md", "perjanjian-pemroses": "perjanjian-pemroses.md"}


def par(words: str) -> dict:
    return {"kind": "par", "text": words}


def heading(words: str) -> dict:
    return {"kind": "heading", "text": words}


def listed(items: list[str]) -> dict:
    return {"kind": "list", "items": items}


def table(heads: list[tuple[str, str]], rows) -> dict:
    """A table of words: heads are (label, width)."""
    return {
        "kind": "table", "columns": columns(*((label, "left", width) for label, width in heads)),
        "rows": [{"kind": "row", "cells": list(row)} for row in rows],
    }  # fmt: skip


def letters(cooperative, title: str, on: date, each: list[dict], **more) -> bytes:
    """One PDF of as many letters as there are: `each` {to, blocks}."""
    return pdf.render("letter", {**paper(cooperative, title, on), "letters": each, **more})


# --- the notice that a member signs ---------------------------------------------------------------------------------


def notice(cooperative, on: date, years: int) -> bytes:
    """What is kept of a member and why, her rights, and a line for her hand."""
    group = next(one for one in reports.register(years) if one.word == "member")
    heads = [
        (_("Yang disimpan"), "1.2fr"),
        (_("Untuk apa"), "1.6fr"),
        (_("Dasarnya"), "1fr"),
        (_("Sampai kapan"), "1.4fr"),
    ]
    words = [
        par(_("Koperasi menyimpan data Anda supaya keanggotaan dan simpanan Anda tercatat benar. Yang disimpan:")),
        table(heads, group.lines),
        heading(_("Hak Anda (UU 27/2022)")),
        listed([
            _("Melihat dan menerima salinan seluruh data Anda, tanpa biaya."),
            _("Minta dibetulkan; pengurus menjawab paling lambat 3 × 24 jam."),
            _("Memberi atau mencabut izin kapan saja; pemakaiannya berhenti paling lambat 3 × 24 jam."),
            _("Minta dihapus sesudah keluar, sejauh bukti uang tidak lagi wajib disimpan."),
            _("Diberi tahu paling lambat 3 × 24 jam bila data Anda bocor."),
        ]),
        par(_("Saya sudah membaca atau dibacakan pemberitahuan ini.")),
        par(_("Tanda tangan ini bukan izin; izin ditanyakan tersendiri.")),
    ]  # fmt: skip
    signed = [*signers(cooperative.id, on, "sekretaris"), {"role": _("Anggota"), "name": ""}]
    return letters(cooperative, _("Pemberitahuan Data Pribadi"), on, [{"blocks": words}], signatures=signed)


# --- documents of docs/keamanan ---------------------------------------------------------------------------------------


def document(cooperative, word: str, on: date) -> bytes:
    """One of DOCUMENTS, its Markdown on paper; two lines for those who sign.

    Raises  KeyError: there is no such document
    """
    title, words = blocks((DOCS / DOCUMENTS[word]).read_text())
    signed = signers(cooperative.id, on, "ketua", "sekretaris")
    return letters(cooperative, title, on, [{"blocks": words}], signatures=signed, language="id")


def blocks(markdown: str) -> tuple[str, list[dict]]:
    """The title of a Markdown page, and what stands below it."""
    found, title, tokens = [], "", MarkdownIt().enable("table").parse(markdown)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end(tokens, at)
        inside = tokens[at : end + 1]
        if token.type == "heading_open" and token.tag == "h1":
            title = _words(inside)[0]
        elif made := _block(token, inside):
            found.append(made)
        at = end + 1
    return title, found


def _end(tokens, start: int) -> int:
    """Where the block that opens here closes."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth <= 0:
            return at
    return len(tokens) - 1


def _words(tokens) -> list[str]:
    """The bare words of each piece of text: no stars, no addresses."""
    return ["".join(child.content if child.type in ("text", "code_inline") else " " if child.type == "softbreak" else ""
                    for child in token.children) for token in tokens if token.type == "inline"]  # fmt: skip


def _block(token, inside) -> dict | None:
    words = _words(inside)
    if token.type == "table_open":
        wide = sum(1 for one in inside if one.type == "th_open")
        rows = [words[at : at + wide] for at in range(wide, len(words), wide)]
        return table([(label, "1fr") for label in words[:wide]], rows)
    if token.type in ("bullet_list_open", "ordered_list_open"):
        return {"kind": "list" if token.type.startswith("bullet") else "ordered", "items": words}
    if token.type == "heading_open":
        return heading(words[0])
    return par(" ".join(words)) if words else None


# --- a member's copy --------------------------------------------------------------------------------------------------


def copy(cooperative, member, on: date) -> bytes:
    """Everything that is held of a member, table by table, with why and how long."""
    words = [par(_("Semua yang disimpan %(house)s tentang %(name)s (%(number)s) pada %(day)s.") % {
        "house": cooperative.name, "name": member.full_name, "number": member.number, "day": long_date(on),
    })]  # fmt: skip
    for one in reports.sections(member):
        heads = [(label, "1fr") for label in one["heads"]] or [(_("Bagian"), "34mm"), (_("Isi"), "1fr")]
        words += [heading(one["label"]), par(" · ".join(one["why"])), table(heads, one["rows"])]
    return letters(cooperative, _("Data Saya"), on, [{"blocks": words}])
