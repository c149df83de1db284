"""What a page shows of a plan: its sheets, its rows, their fate in words."""

from typing import NamedTuple

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung import clock
from lumbung.cash.rules import CATEGORIES
from lumbung.intake import reports
from lumbung.intake.output import letter
from lumbung.intake.reading import SheetInfo
from lumbung.intake.reading.contract import said
from lumbung.intake.reports import uploads
from lumbung.intake.rules.plan import Plan, Step
from lumbung.members import nik
from lumbung.sheets.refusals import Unwelcome
from lumbung.web.dates import short_date, short_month
from lumbung.web.words import Refused

STEPS = [gettext_lazy("Berkas"), gettext_lazy("Yang terbaca"), gettext_lazy("Baris"), gettext_lazy("Bukukan")]
COLUMNS = {
    "name": gettext_lazy("Nama"), "number": gettext_lazy("No. anggota"), "nik": gettext_lazy("NIK"),
    "gender": gettext_lazy("L/P"), "born": gettext_lazy("Tanggal lahir"), "address": gettext_lazy("Alamat"),
    "rt_rw": gettext_lazy("RT/RW"), "phone": gettext_lazy("Telepon"), "job": gettext_lazy("Pekerjaan"),
    "joined": gettext_lazy("Tanggal masuk"), "left": gettext_lazy("Tanggal keluar"), "note": gettext_lazy("Keterangan"),
    "principal": gettext_lazy("Simpanan pokok"), "ordinal": gettext_lazy("No. urut"), "total": gettext_lazy("Jumlah"),
    "opening": gettext_lazy("Saldo lalu"), "date": gettext_lazy("Tanggal"), "document": gettext_lazy("Bukti"),
    "description": gettext_lazy("Uraian"), "inflow": gettext_lazy("Masuk"), "outflow": gettext_lazy("Keluar"),
    "debit": gettext_lazy("Debet"), "credit": gettext_lazy("Kredit"), "balance": gettext_lazy("Saldo"),
    "amount": gettext_lazy("Jumlah"), "direction": gettext_lazy("Masuk atau keluar"),
    "status": gettext_lazy("Keadaan"), "remark": gettext_lazy("Keterangan"), "dues": gettext_lazy("Iuran"),
}  # fmt: skip
FATES = {
    "register": gettext_lazy("Didaftarkan"),
    "restore": gettext_lazy("Kembali"),
    "known": gettext_lazy("Sudah ada"),
    "open": gettext_lazy("Saldo awal"),
    "dues": gettext_lazy("Iuran"),
    "principal": gettext_lazy("Simpanan pokok"),
    "journal": gettext_lazy("Dicatat"),
    "clear": gettext_lazy("Sudah di saldo awal"),
    "suspense": gettext_lazy("Menunggu penjelasan"),
    "nothing": gettext_lazy("Tidak dimasukkan"),
    "skipped": gettext_lazy("Bukan catatan"),
}
ICONS = {"ok": "check", "wait": "circle-question-mark", "": "minus"}


class Line(NamedTuple):
    """A row as the preview shows it; amounts in sen, `tone` one of the page's: ok, wait or nothing."""

    step: Step
    where: str
    title: str
    about: str
    amount: int | None
    fate: str
    tone: str
    icon: str
    asks: list


def upload_or_404(request, upload_id: int):
    found = uploads.upload(request.cooperative.id, upload_id)
    if found is None or not found.stored:
        raise Http404
    return found


def plan_of(upload) -> Plan:
    """The plan of a file that waits.

    Raises  Refused: it is no such book
    """
    wanted = uploads.wanted_of(upload, clock.today())
    try:
        reading = uploads.reading_of(upload, wanted)
    except Unwelcome as error:
        raise Refused(_(error.message), **error.params) from error
    return reports.plan(wanted, reading)


def line(step: Step, kind: str) -> Line:
    values, row = step.row.values, step.row
    title = values.get("description") or values.get("name") or said(row.reason, {}) or "–"
    amount = {"members": None, "dues": values.get("paid_total")}.get(
        kind, (values.get("inflow") or 0) - (values.get("outflow") or 0)
    )
    return Line(
        step, f"{row.sheet} {row.row}", title, " · ".join(filter(None, _about(step, kind))), amount, _fate(step),
        step.colour, ICONS[step.colour], step.asks,
    )  # fmt: skip


def _about(step: Step, kind: str):
    values = step.row.values
    if kind == "members":
        yield values.get("number") or ""
        yield nik.masked(values.get("nik") or "")
        yield short_date(values["born"]) if values.get("born") else ""
        yield _("masuk %(day)s") % {"day": short_date(values["joined"])} if values.get("joined") else ""
    elif kind in ("cash", "bank"):
        yield short_date(values["date"]) if values.get("date") else ""
        yield values.get("document") or ""
    if step.member:
        yield f"→ {step.member.full_name} ({step.member.number})"


def _fate(step: Step) -> str:
    if step.category in CATEGORIES and step.deed in ("journal", "clear"):
        sure = "" if step.confidence in (None, 1.0) else f", {round(step.confidence * 100)}%"
        return f"{CATEGORIES[step.category].question}{sure}"
    return str(FATES[step.deed]) if step.deed != "skipped" else said(step.row.reason, {}) or str(FATES["skipped"])


def sheet_facts(sheet: SheetInfo) -> list[tuple[str, str]]:
    """(column letters, meaning) in the order of the sheet; the months of a grid as one line."""
    months = {column: name for name, column in sheet.columns.items() if name.startswith("month_")}
    facts = [(column, letter(column), str(COLUMNS.get(name, name)))
             for name, column in sheet.columns.items() if column not in months]  # fmt: skip
    if months:
        first, last = min(months), max(months)
        names = [short_month(int(months[column].removeprefix("month_"))) for column in sorted(months)]
        facts.append((first, f"{letter(first)}–{letter(last)}", f"{names[0]} – {names[-1]}"))
    return [(letters, meaning) for _place, letters, meaning in sorted(facts)]
