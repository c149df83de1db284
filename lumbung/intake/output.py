"""What was understood and done, for machines and for people at a terminal."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lumbung import clock, money
from lumbung.intake import reports
from lumbung.intake.actions import Taken
from lumbung.intake.reports.plan_dues import said
from lumbung.intake.rules.plan import Plan, Step
from lumbung.web.dates import long_date, short_month
from lumbung.web.words import Count

SHOWN = 40  # questions in the text; all of them are tasks, and in --json


def as_json(taken: Taken) -> dict:
    """The contract of --json, and under `booking` what was or would be done with each row."""
    answer = taken.reading.as_json(taken.batch.id if taken.batch else None)
    return answer | {"booking": _booking(taken)}


def _booking(taken: Taken) -> dict:
    if taken.earlier:
        return {"status": "already", "earlier": taken.earlier.id, "file": taken.earlier.file_name,
                "at": taken.earlier.at.isoformat()}  # fmt: skip
    plan = taken.plan
    told = {
        "status": "posted" if taken.batch else "checked" if plan.mode == "check" else "preview",
        "summary": plan.summary,
        "cutover": plan.cutover.isoformat() if plan.cutover else None,
        "questions": [{"field": ask.field, "message": ask.message} for ask in plan.asks],
        "rows": [_row(step) for step in plan.steps if step.deed != "skipped"],
        "clearing": money.decimal_string(reports.clearing_left(plan.cooperative_id)),
    }
    if plan.mode == "check":
        told["differences"] = [_difference(one) for one in plan.differences]
    return told


def _row(step: Step) -> dict:
    told = {"sheet": step.row.sheet, "row": step.row.row, "deed": step.deed}
    if step.member:
        told["member"] = step.member.number
    if step.category:
        told |= {"category": step.category, "confidence": step.confidence}
    if step.amount:
        told["amount"] = money.decimal_string(step.amount)
    if step.principal:
        told["principal"] = money.decimal_string(step.principal)
    if step.asks:
        told["questions"] = [{"field": ask.field, "message": ask.message,
                              "choices": [choice.label for choice in ask.choices]} for ask in step.asks]  # fmt: skip
    return told


def _difference(one: dict) -> dict:
    return {**one, **{key: money.decimal_string(one[key]) for key in ("sheet_says", "books_say")}}


# --- for people ---------------------------------------------------------------------------------------------------


def as_text(taken: Taken) -> str:
    """What was understood, the totals, the questions, and what was done."""
    parts = [_understood(taken), _totals(taken.reading)]
    if taken.earlier:
        parts.append(already(taken))
    else:
        parts += [_differences(taken.plan), _questions(taken.plan), _done(taken)]
    return "\n\n".join(filter(None, parts))


def _understood(taken: Taken) -> str:
    reading = taken.reading
    lines = [f"{reading.file} ({reading.kind})"]
    for sheet in reading.sheets:
        about = [_("judul di baris %(row)s") % {"row": sheet.header_row}]
        about += [str(sheet.year)] if sheet.year else []
        about += [short_month(sheet.month)] if sheet.month else []
        about += [_("iuran %(rate)s") % {"rate": money.show(sheet.rate)}] if sheet.rate else []
        about += [_("masuk = %(side)s") % {"side": sheet.polarity}] if sheet.polarity else []
        columns = ", ".join(f"{letter(column)} {name}" for name, column in sheet.columns.items())
        lines.append(f"  {sheet.name}: {', '.join(about)}; {columns}")
    return "\n".join(lines)


def letter(column: int) -> str:
    """3 is C, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _totals(reading) -> str:
    totals = reading.totals
    if reading.kind == "members":
        return _("%(members)s anggota di berkas") % {"members": Count(totals["members"])}
    if reading.kind == "dues":
        months = "  ".join(
            f"{short_month(month)} {money.plain(amount)}" for month, amount in enumerate(totals["paid_by_month"], 1)
        )
        told = {"total": money.show(totals["paid_total"]), "principal": money.show(totals["principal_total"])}
        return months + "\n" + _("Simpanan wajib %(total)s, simpanan pokok %(principal)s") % told
    told = {name: money.show(totals[name] or 0) for name in ("opening", "inflow", "outflow", "closing")}
    words = _("Saldo awal %(opening)s, masuk %(inflow)s, keluar %(outflow)s, saldo akhir %(closing)s")
    return words % told


def already(taken: Taken) -> str:
    told = {"day": long_date(clock.local(taken.earlier.at)), "file": taken.earlier.file_name}
    if taken.earlier.sha256 == taken.reading.sha256:
        return _("Berkas ini sudah dibukukan pada %(day)s. Tidak ada yang dibukukan lagi.") % told
    words = _("Isi berkas ini sama dengan %(file)s, yang sudah dibukukan pada %(day)s. Tidak ada yang dibukukan lagi.")
    return words % told + " " + _("Untuk membukukan yang masih kurang, ulangi dengan --again.")


def _questions(plan: Plan) -> str:
    asks = [ask.message for ask in plan.asks]
    asks += [f"{step.row.sheet} {step.row.row}: {ask.message}" for step in plan.steps for ask in step.asks]
    if not asks:
        return ""
    count = ngettext("%(count)s pertanyaan", "%(count)s pertanyaan", len(asks)) % {"count": Count(len(asks))}
    rest = len(asks) - SHOWN
    more = [_("… dan %(count)s lagi") % {"count": Count(rest)}] if rest > 0 else []
    return "\n".join([count, *(f"  {words}" for words in [*asks[:SHOWN], *more])])


def _differences(plan: Plan) -> str:
    if plan.mode != "check":
        return ""
    if not plan.differences:
        return _("Berkas dan buku cocok.")
    return "\n".join([_("Berkas dan buku berbeda:"), *(f"  {said(one)}" for one in plan.differences)])


def _done(taken: Taken) -> str:
    """What was, or would be, booked."""
    plan = taken.plan
    if plan.mode == "check":
        return _("Hanya diperiksa; tidak ada yang dibukukan.")
    counted = summary(plan.summary)
    if taken.batch is None:
        if plan.is_empty:
            return _("Belum ada yang dapat dibukukan. Jawab dulu pertanyaannya, lalu ulangi.")
        return _("Percobaan; belum ada yang dibukukan. Akan: %(what)s.") % {"what": counted}
    lines = [_("Dibukukan: %(what)s. Nomor impor %(batch)s.") % {"what": counted, "batch": taken.batch.id}]
    if left := reports.clearing_left(plan.cooperative_id):
        lines.append(_("Selisih saldo awal %(left)s belum diterima.") % {"left": money.show(left)})
    return "\n".join(lines)


def summary(counted: dict[str, int]) -> str:
    """`62 saldo awal, 2 tidak dibukukan`: how many rows meet which end."""
    words = {
        "register": _("%(n)s anggota didaftar"),
        "restore": _("%(n)s anggota kembali"),
        "known": _("%(n)s sudah ada"),
        "open": _("%(n)s saldo awal anggota"),
        "dues": _("%(n)s iuran"),
        "principal": _("%(n)s simpanan pokok"),
        "journal": _("%(n)s catatan kas"),
        "clear": _("%(n)s iuran yang sudah di saldo awal"),
        "suspense": _("%(n)s menunggu penjelasan"),
        "nothing": _("%(n)s tidak dibukukan"),
        "questions": _("%(n)s pertanyaan"),
    }
    return ", ".join(words[deed] % {"n": Count(counted[deed])} for deed in words if counted.get(deed))
