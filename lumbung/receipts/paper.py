"""An entry as it leaves on paper: kuitansi on A5, 80 mm or 58 mm, and the BKM/BKK slip with its signature boxes."""

from datetime import date
from io import BytesIO
from typing import NamedTuple

import segno
from django.urls import reverse
from django.utils.translation import gettext as _

from lumbung import clock, money
from lumbung.cash.paper import head, town
from lumbung.cash.reports.voucher import IN, OUT, Voucher, voucher_of
from lumbung.dues import reports as dues
from lumbung.dues.views.drawing import settled_words
from lumbung.ledger.reports.cash import mark_of
from lumbung.members.models import Member
from lumbung.receipts import codes, reports
from lumbung.receipts.models import Printing
from lumbung.receipts.proofs import proofs_or_why
from lumbung.security.reports import names, officers
from lumbung.web import pdf
from lumbung.web.dates import long_date, short_date

Kind, Sheet = Printing.Kind, Printing.Sheet


class Slip(NamedTuple):
    """All that a paper says of an entry; `amount` sen.

    payer    who brought or got the money, never empty on a kuitansi
    address  where the entry is seen; the drawing on the paper leads there
    mark     the beginning of its leaf in the proof log
    stamp    what to stick on it, in words; empty below the limit
    numbers  the entries that it is about
    """

    voucher: Voucher
    kind: str
    title: str
    document: str
    amount: int
    payer: str
    purpose: str
    on: date
    signer: str
    chair: str
    address: str
    mark: str
    stamp: str
    member: Member | None
    numbers: tuple[int, ...]

    @property
    def inward(self) -> bool:
        return self.voucher.way == IN

    @property
    def outward(self) -> bool:
        return self.voucher.way == OUT

    @property
    def code(self) -> str:
        """The drawing as an address of its own, for a page."""
        return segno.make(f"{self.address}#{self.mark}", error="m", micro=False).svg_data_uri(border=1)


def kinds_of(voucher: Voucher) -> list[str]:
    """A kuitansi is for money that came in; a slip for every entry."""
    return [Kind.RECEIPT, Kind.SLIP] if voucher.way == IN else [Kind.SLIP]


def slip_of(cooperative, number: int, kind: str, home: str = "") -> Slip | None:
    """The paper of an entry; None when there is no such entry, or no such paper of it.

    home  scheme and host before the address on the paper
    """
    voucher = voucher_of(cooperative.id, number)
    if voucher is None or not voucher.amount or kind not in kinds_of(voucher):
        return None
    paid, member = dues.payment(cooperative.id, number), reports.member_of(voucher.entry, cooperative.id)
    board = dict(officers(cooperative.id, voucher.entry.booked_on))
    whole = kind == Kind.RECEIPT and paid  # money over billed and unbilled months has two entries, and one kuitansi
    amount = paid.amount if whole else voucher.amount
    here = reverse("cash:entry", kwargs={"slug": cooperative.slug, "number": number})
    return Slip(
        voucher=voucher, kind=kind, title=_("Kuitansi") if kind == Kind.RECEIPT else voucher.title,
        document=voucher.entry.document, amount=amount, payer=_payer(voucher, member, kind),
        purpose=_purpose(voucher, paid if whole else None), on=voucher.entry.booked_on,
        signer=board.get("bendahara") or voucher.maker, chair=board.get("ketua", ""), address=f"{home}{here}",
        mark=mark_of(cooperative.id, number), stamp=_stamp(cooperative.id, voucher, amount), member=member,
        numbers=paid.numbers if whole else (number,),
    )  # fmt: skip


def _payer(voucher: Voucher, member: Member | None, kind: str) -> str:
    if member:
        where = f", {member.where}".replace("RT ", "RT\xa0").replace("RW ", "RW\xa0") if member.where else ""
        return f"{member.full_name} ({_('No. anggota')} {member.number}{where})"
    people = [] if voucher.entry.kind.startswith("sale.") else voucher.people  # whose goods they were did not pay
    return ", ".join(people) or (_("Umum (tidak disebut namanya)") if kind == Kind.RECEIPT else "")


def _purpose(voucher: Voucher, paid) -> str:
    if paid and paid.months:
        return _("Simpanan wajib %(months)s") % {"months": settled_words(paid.months)}
    return voucher.entry.memo


def _stamp(cooperative_id: int, voucher: Voucher, amount: int) -> str:
    """Only whoever takes money gives a kuitansi, and only a kuitansi carries a stamp."""
    duty = reports.stamp(cooperative_id, voucher.entry.booked_on)
    if voucher.way != IN or amount <= duty.above:
        return ""
    words = _("Di atas %(above)s: bubuhkan meterai %(duty)s (%(source)s).")
    return words % {"above": money.show(duty.above), "duty": money.show(duty.duty), "source": duty.source}


# --- words that every paper ends with -------------------------------------------------------------------------------


def copy_words(printing: Printing) -> str:
    """`Cetakan ke-2`; nothing on the first."""
    return _("Cetakan ke-%(copy)s") % {"copy": printing.copy} if printing.copy > 1 else ""


def foot(slip: Slip, printing: Printing) -> str:
    """Mark, who recorded it, who printed it and when."""
    at, who = clock.local(printing.at), names([printing.by]).get(printing.by, "")
    words = _("Tanda %(mark)s · dicatat oleh %(maker)s · dicetak oleh %(who)s, %(day)s pukul %(time)s WIB")
    return words % {"mark": slip.mark, "maker": slip.voucher.maker, "who": who, "day": short_date(at.date()),
                    "time": f"{at:%H.%M}"}  # fmt: skip


def notes(slip: Slip, printing: Printing) -> list[str]:
    """Under the amount: what makes this paper invalid first, then the stamp, then the foot."""
    undone = [_("DIBATALKAN: bukti ini tidak berlaku lagi.")] if slip.voucher.entry.reversed_by else []
    stamp = [slip.stamp] if slip.stamp and slip.kind == Kind.RECEIPT else []
    return [*undone, *stamp, foot(slip, printing)]


# --- PDF ------------------------------------------------------------------------------------------------------------


def render(cooperative, slip: Slip, printing: Printing) -> bytes:
    """The PDF of one copy."""
    data = _data(cooperative, slip, printing)
    if printing.sheet != Sheet.A5:
        return pdf.render("roll", data | {"width": int(printing.sheet)})
    if slip.kind == Kind.RECEIPT:
        return pdf.render("receipt", data)
    return pdf.render("slip", data | _boxes(slip))


def _data(cooperative, slip: Slip, printing: Printing) -> dict:
    return {
        **head(cooperative),
        "paper": "a5", "landscape": True, "title": slip.title, "number": slip.document, "copy": copy_words(printing),
        "facts": _facts(slip), "amount": money.show(slip.amount), "day": long_date(slip.on),
        "place_date": f"{town(cooperative)}{long_date(slip.on)}", "receiver_role": _("Bendahara"),
        "receiver": slip.signer, "code": _drawing(f"{slip.address}#{slip.mark}"),
        "codes": _codes(cooperative, slip, printing),
        "code_words": _("Kode untuk memeriksa bukti ini"), "codes_words": codes_words(), "notes": notes(slip, printing),
        "stub": {"title": _("Untuk arsip"), "payer": slip.payer, "purpose": slip.purpose},
    }  # fmt: skip


def _codes(cooperative, slip: Slip, printing: Printing) -> list[dict]:
    """The proofs of a kuitansi, to be checked by whoever has it; the binder's slip leads to the entry instead."""
    if slip.kind != Kind.RECEIPT:
        return []
    proofs, _why = proofs_or_why(cooperative.id, slip.numbers)
    return codes.for_paper(proofs, printing.sheet)


def drawings(cooperative, slip: Slip, printing: Printing) -> list[str]:
    """The same codes as addresses of their own, for a page."""
    if slip.kind != Kind.RECEIPT:
        return []
    proofs, _why = proofs_or_why(cooperative.id, slip.numbers)
    return [drawing for proof in proofs for drawing in codes.for_page(proof, printing.sheet)]


def codes_words() -> str:
    return _("Periksa sendiri tanpa internet: potret kode ini di halaman Periksa Kuitansi.")


def _facts(slip: Slip) -> list[dict]:
    whose = _("Telah terima dari") if slip.inward else _("Dibayarkan kepada")
    facts = {
        whose: slip.payer,
        _("Uang sejumlah"): money.words(slip.amount),
        _("Untuk pembayaran"): slip.purpose,
        _("Tempat uang"): ", ".join(slip.voucher.places) if slip.kind == Kind.SLIP else "",
    }
    return [{"label": label, "value": value} for label, value in facts.items() if value]


def signers(slip: Slip) -> list[tuple[str, str]]:
    """(role, name) of who signs: the treasurer a kuitansi; a slip its maker, treasurer, chair, and the other side."""
    if slip.kind == Kind.RECEIPT:
        return [(_("Bendahara"), slip.signer)]
    payer = slip.payer.split(" (")[0]
    other = [(_("Penyetor"), payer)] if slip.inward else [(_("Penerima"), payer)] if slip.outward else []
    return [(_("Dibuat oleh"), slip.voucher.maker), (_("Diperiksa, bendahara"), slip.signer),
            (_("Disetujui, ketua"), slip.chair), *other]  # fmt: skip


def _boxes(slip: Slip) -> dict:
    """The accounts of the entry, and who signs."""
    rows = [
        [each["line"].account, f"{each['account']}{', ' + each['holder'] if each['holder'] else ''}",
         money.plain(each["line"].debit) if each["line"].debit else "",
         money.plain(each["line"].credit) if each["line"].credit else ""]
        for each in slip.voucher.lines
    ]  # fmt: skip
    return {
        "signers": [{"role": role, "name": name} for role, name in signers(slip)],
        "columns": [_("Akun"), _("Nama akun"), _("Debit"), _("Kredit")], "rows": rows,
    }  # fmt: skip


def _drawing(text: str) -> str:
    """A QR drawing as SVG text."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(file, kind="svg", xmldecl=False, svgns=True, border=2)
    return file.getvalue().decode()
