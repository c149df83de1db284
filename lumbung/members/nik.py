"""The citizen's number of a member: the only module that reads, writes or looks for it.

It is personal data of the strict kind: sealed in the table (`lumbung.vault`), masked on screens and in the history.
What finds it again is an index that says nothing without the cooperative's key.
"""

import re

from django.utils.translation import gettext as _

from lumbung.members.models import Member
from lumbung.security.actions import record
from lumbung.sheets.people import NIK, born_in_nik
from lumbung.sql import writes
from lumbung.vault import sealing
from lumbung.vault.keeping import Locked
from lumbung.vault.registry import Column, register
from lumbung.web.words import Refused

COLUMN = register(Column("members.Member", "nik_sealed", "nik_index", "nik"))


def normal(text: str) -> str:
    """Sixteen digits; "" when nothing was written.

    Raises  Refused: not sixteen digits, or a date inside that no calendar has (day 72, month 13)
    Source  reference/domain.md 1.7
    """
    digits = re.sub(r"[\s.\-'’`]", "", text)
    if not digits:
        return ""
    if not re.fullmatch(r"\d{16}", digits, re.ASCII):
        raise Refused(_("NIK berisi 16 angka; yang ditulis ada %(found)s. Lihat lagi di KTP."), found=len(digits))
    if not NIK.fullmatch(digits):
        raise Refused(_("NIK ini memuat tanggal lahir yang tidak ada. Cocokkan dengan KTP."))
    return digits


def of(member: Member) -> str:
    """The number in full; "" when there is none.

    Raises  vault.keeping.Locked: the keys are not on this computer
    """
    return sealing.of(member, COLUMN)


class Pen:
    """Writes the numbers of many members of one cooperative; the keys are fetched once, and only when needed."""

    def __init__(self, cooperative_id: int):
        self.cooperative_id, self._pen, self._written = cooperative_id, None, []

    def put(self, member: Member, digits: str) -> None:
        """Set the number, normalised, on a row that the caller saves."""
        if not digits and member.nik_sealed is None:
            return
        self._pen = self._pen or sealing.Pen(self.cooperative_id)
        if old := of(member):
            sealing.unnote(self.cooperative_id, COLUMN, old)
        self._pen.put(member, COLUMN, digits)
        self._written += [digits] if digits else []

    def note(self) -> None:
        """Let other cooperatives be warned of these numbers; once the rows are written."""
        sealing.note(self.cooperative_id, COLUMN, self._written)
        self._written = []


def put(member: Member, digits: str) -> None:
    """Set the number, normalised, on a row that the caller saves in the same deed."""
    pen = Pen(member.cooperative_id)
    pen.put(member, digits)
    pen.note()


def masked(digits: str) -> str:
    """`3573**********01`: enough to compare with a card, too little to misuse."""
    return f"{digits[:4]}{'*' * 10}{digits[-2:]}" if digits else ""


def grouped(digits: str) -> str:
    """`3573 0445 0385 9999`: to be compared with a card, four by four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


@writes
def looked_at(*, member: Member, by: int) -> str:
    """The number in full, for a person; the audit trail says who saw whose.

    Raises  vault.keeping.Locked
    """
    digits = of(member)
    record(cooperative_id=member.cooperative_id, person_id=by, deed="nik.seen", subject=str(member.id))
    return digits


def shown(member: Member) -> str:
    """The number as pages and papers show it."""
    try:
        return masked(of(member))
    except Locked:
        return _("terkunci")


def find(cooperative_id: int, digits: str) -> Member | None:
    """The member who has this number."""
    if not digits:
        return None
    index = sealing.Pen(cooperative_id).index(COLUMN, digits)
    return Member.objects.filter(cooperative_id=cooperative_id, nik_index=index).first()


def known(cooperative_id: int) -> dict[bytes, int]:
    """Every number in the register: {its index: member id}; for a workbook, which asks for hundreds at once."""
    rows = Member.objects.filter(cooperative_id=cooperative_id).exclude(nik_index=None)
    return {bytes(index): member_id for index, member_id in rows.values_list("nik_index", "id")}


def doubts(member: Member, region: str = "") -> list[str]:
    """What does not fit between the number and the rest, in words: a warning, since people move and old cards err.

    region  the first six digits expected; "" when any will do
    """
    if member.nik_sealed is None or (digits := _opened(member)) is None:
        return []
    day, month, year, gender = born_in_nik(digits)
    found = []
    if member.born_on and (day, month, year) != (member.born_on.day, member.born_on.month, member.born_on.year % 100):
        found.append(_("Tanggal lahir di NIK (%(day)02d-%(month)02d-%(year)02d) lain dari yang tertulis.")
                     % {"day": day, "month": month, "year": year})  # fmt: skip
    if member.gender and gender != member.gender:
        found.append(_("Jenis kelamin di NIK lain dari yang tertulis."))
    if region and not digits.startswith(region):
        found.append(_("NIK diterbitkan di daerah lain; periksa bila orangnya tidak pindah."))
    if sealing.is_elsewhere(member.cooperative_id, COLUMN, digits):
        found.append(
            _("NIK ini juga tercatat di koperasi lain. Itu boleh, asal orangnya memang ada: tanyakan kepadanya.")
        )
    return found


def _opened(member: Member) -> str | None:
    try:
        return of(member)
    except Locked:
        return None
