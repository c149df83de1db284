"""What one line of the register says."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

BASES = {
    "contract": _("Perjanjian keanggotaan"),
    "law": _("Kewajiban hukum"),
    "consent": _("Izin Anda"),
}
KEPT = {
    "books": _("Selama anggota, lalu %(years)s tahun sesudah tahun buku terakhirnya"),
    "member": _("Selama anggota, sampai simpanannya dikembalikan"),
    "consent": _("Sampai izinnya dicabut, paling lama selama anggota"),
    "office": _("Selama bertugas, lalu %(years)s tahun"),
    "archive": _("Sampai %(years)s tahun sesudah tahun bukunya"),
    "short": _("Paling lama dua minggu"),
}
SUBJECTS = {
    "member": _("Anggota"),
    "heir": _("Ahli waris"),
    "officer": _("Pengurus, pengawas, dan petugas"),
    "other": _("Tamu, penitip, pembeli, dan pemasok"),
}


class Holding(NamedTuple):
    """Some fields of one table.

    model   app.Model
    fields  the columns that are about a person
    basis   word of BASES; kept, of KEPT; subject, of SUBJECTS: whom it is about
    owner   how a row finds its member: a column with her id, or "" when it knows none (see reports/holdings.py)
    """

    model: str
    fields: tuple[str, ...]
    label: str
    purpose: str
    basis: str
    kept: str
    subject: str = "member"
    owner: str = ""
