"""Savings as files: the account of a member, the list of savers, the certificate of a term deposit."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.members.paper import PDF, XLSX, columns, file, paper, signers
from lumbung.members.places import signed_at
from lumbung.members.views.showing import get_member
from lumbung.savings.actions.deciding import percent
from lumbung.savings.forms import INTEREST_TO
from lumbung.savings.reports.savers import savers, sums
from lumbung.savings.views.showing import asked_year, year_of
from lumbung.savings.views.terms import get_term
from lumbung.security import stepup
from lumbung.security.access import may
from lumbung.security.reports import member_of
from lumbung.security.rules import may as holds
from lumbung.web import pdf, xlsx
from lumbung.web.dates import long_date, short_date


@may("own.see")
def statement_pdf(request, member_id):
    """A member's account of a year: for officers, and for herself."""
    member = get_member(request, member_id)
    own = member_of(request.cooperative.id, request.person.id) == member.id
    if not own and not holds(request.roles, "savings.see"):
        raise PermissionDenied
    shown = year_of(member, asked_year(request))
    data = paper(request.cooperative, _("Rekening Simpanan Sukarela"), clock.today()) | {
        "subtitles": [f"{member.full_name} · {_('No. anggota')} {member.number}",
                      f"{long_date(shown.start)} – {long_date(min(shown.end, clock.today()))} ({_('dalam rupiah')})"],
        "tables": [{"columns": _columns(), "rows": _rows(shown)}], "notes": [money.words(shown.closing)],
        "signatures": signers(request.cooperative.id, clock.today(), "bendahara"),
    }  # fmt: skip
    return file(pdf.render("statement", data), PDF, f"simpanan-{member.number}-{shown.start.year}.pdf")


def _columns() -> list[dict]:
    return columns(
        (_("Tanggal"), "left", "22mm"), (_("No. bukti"), "left", "34mm"), (_("Uraian"), "left", "1fr"),
        (_("Setor"), "right", "24mm"), (_("Ambil"), "right", "24mm"), (_("Saldo"), "right", "26mm"),
    )  # fmt: skip


def _rows(shown) -> list[dict]:
    first = ["", "", _("Saldo sebelumnya"), "", "", money.plain(shown.opening)]
    lines = [
        [short_date(line.entry.booked_on), line.entry.document, line.words, _figure(line.inward),
         _figure(line.outward), money.plain(line.balance)]
        for line in shown.lines
    ]  # fmt: skip
    last = ["", "", _("Jumlah"), money.plain(shown.inward), money.plain(shown.outward), money.plain(shown.closing)]
    return [*({"kind": "row", "cells": cells} for cells in (first, *lines)), {"kind": "total", "cells": last}]


def _figure(sen: int) -> str:
    return money.plain(sen) if sen else ""


@may("savings.see")
def savers_xlsx(request):
    """Everyone who saves, as a spreadsheet; to whoever has just written her passphrase."""
    if answer := stepup.asks(request):
        return answer
    found = savers(request.cooperative.id)
    rows = [[row.member.number, row.member.full_name, row.member.where, xlsx.Money(row.saved), xlsx.Money(row.put_away)]
            for row in found]  # fmt: skip
    whole = sums(found)
    rows.append([_("Jumlah"), "", "", xlsx.Money(whole["saved"]), xlsx.Money(whole["put_away"])])
    heads = [_("No. anggota"), _("Nama"), _("RT/RW"), _("Simpanan sukarela"), _("Simpanan berjangka")]
    titles = [_("Daftar Simpanan Sukarela dan Berjangka"), request.cooperative.name, long_date(clock.today())]
    sheet = xlsx.Sheet(_("Simpanan"), heads, rows, titles=titles, bold=frozenset({len(rows) - 1}))
    return file(xlsx.workbook([sheet]), XLSX, f"simpanan-{request.cooperative.slug}.xlsx")


@may("savings.see")
def certificate(request, deposit_id):
    """The certificate (bilyet) of a term deposit, on half a sheet."""
    one = get_term(request, deposit_id)
    row = one.deposit
    facts = {
        _("Atas nama"): f"{one.member.full_name} ({_('No. anggota')} {one.member.number})",
        _("Jumlah"): f"{money.show(row.amount)} ({money.words(row.amount)})",
        _("Jangka waktu"): _("%(months)s bulan, %(start)s sampai %(end)s") % {
            "months": row.months, "start": long_date(row.placed_on), "end": long_date(one.matures_on)},
        _("Jasa"): _("%(rate)s persen setahun") % {"rate": percent(row.rate).replace(".", ",")},
        _("Jasanya"): str(INTEREST_TO[row.interest_to]),
        _("Saat jatuh tempo"): _("diperpanjang sendiri bila tidak diambil") if row.rollover else _("dapat diambil"),
    }  # fmt: skip
    data = paper(request.cooperative, _("Bilyet Simpanan Berjangka"), clock.today()) | {
        "paper": "a5", "landscape": True, "number": row.serial, "amount": money.show(row.amount),
        "place_date": signed_at(request.cooperative.village_code, row.placed_on),
        "facts": [{"label": label, "value": value} for label, value in facts.items()],
        "signatures": signers(request.cooperative.id, clock.today(), "ketua", "bendahara"), "notes": _notes(one),
    }  # fmt: skip
    return file(pdf.render("certificate", data), PDF, f"{row.serial}.pdf")


def _notes(one) -> list[str]:
    notes = [_("Bilyet ini bukan alat bayar dan tidak dapat dipindahtangankan. Tunjukkan saat mengambil simpanan.")]
    if not one.is_open:
        notes.insert(0, _("SUDAH TIDAK BERLAKU: simpanan ini sudah diambil atau dibatalkan."))
    return notes
