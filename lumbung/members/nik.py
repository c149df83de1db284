"""The citizen's number of a member: the only module that reads, writes or looks for it.

It is personal data of the strict kind: screens show it masked, the history keeps it masked, and when it comes to be
sealed at rest this file changes and no other.
"""

import re

from django.utils.translation import gettext as _

from lumbung.members.models import Member
from lumbung.sheets.people import NIK, born_in_nik
from lumbung.web.words import Refused


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
        raise Refused(_("NIK %(nik)s memuat tanggal lahir yang tidak ada. Cocokkan dengan KTP."), nik=digits)
    return digits


def of(member: Member) -> str:
    return member.nik


def put(member: Member, digits: str) -> None:
    """Set the number, normalised, on a row that the caller saves."""
    member.nik = digits


def masked(digits: str) -> str:
    """`3573**********01`: enough to compare with a card, too little to misuse."""
    return f"{digits[:4]}{'*' * 10}{digits[-2:]}" if digits else ""


def find(cooperative_id: int, digits: str) -> Member | None:
    """The member who has this number."""
    if not digits:
        return None
    return Member.objects.filter(cooperative_id=cooperative_id, nik=digits).first()


def known(cooperative_id: int) -> dict[str, int]:
    """Every number in the register: {nik: member id}; for a workbook, which asks for hundreds at once."""
    rows = Member.objects.filter(cooperative_id=cooperative_id).exclude(nik="")
    return dict(rows.values_list("nik", "id"))


def doubts(member: Member, region: str = "") -> list[str]:
    """What does not fit between the number and the rest, in words: a warning, since people move and old cards err.

    region  the first six digits expected; "" when any will do
    """
    digits = of(member)
    if not digits:
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
    return found
