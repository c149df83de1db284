"""Which fields of the register a member may ask to have corrected on her phone. The NIK is not among them: it is never
typed where it would lie unsealed; she brings her KTP to the office.
"""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Field(NamedTuple):
    """Its words, and how many signs the register keeps."""

    label: str
    longest: int


FIELDS = {
    "full_name": Field(_("Nama lengkap"), 120),
    "nickname": Field(_("Nama panggilan"), 60),
    "phone": Field(_("Telepon atau WA"), 20),
    "address": Field(_("Alamat"), 200),
    "rt": Field(_("RT"), 3),
    "rw": Field(_("RW"), 3),
    "birth_place": Field(_("Tempat lahir"), 60),
    "born_on": Field(_("Tanggal lahir"), 20),
    "occupation": Field(_("Pekerjaan"), 60),
}
