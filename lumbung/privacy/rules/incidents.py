"""What an incident can be about, and what its letters say. No database, no clock."""

from django.utils.translation import gettext_lazy as _

KINDS = {  # word → what it is called, and what whoever is touched should do
    "contact": (_("Nama, alamat, nomor telepon"),
                _("Waspadai telepon atau pesan yang mengaku dari koperasi dan meminta uang atau kode.")),
    "nik": (_("NIK atau foto KTP"),
            _("Jangan memberi kode kepada penelepon; laporkan bila ada pinjaman asing atas nama Anda.")),
    "money": (_("Simpanan, iuran, tunggakan"),
              _("Cocokkan bukti setoran Anda dengan buku koperasi; tanyakan bila ada yang berbeda.")),
    "account": (_("Nama masuk atau kata sandi"),
                _("Ganti kata sandi Anda hari ini, dan jangan memakainya di tempat lain.")),
    "photo": (_("Foto atau tanda tangan"),
              _("Beri tahu pengurus bila Anda melihat foto atau tanda tangan Anda dipakai tanpa izin.")),
}  # fmt: skip
AUTHORITY = "pdp_authority"  # names of the settings: to whom the second letter goes
AUTHORITY_ADDRESS = "pdp_authority_address"


def advice(kinds: list[str]) -> list[str]:
    """What members should do, one sentence for each kind of data."""
    return [str(KINDS[kind][1]) for kind in KINDS if kind in kinds]


def named(kinds: list[str]) -> str:
    """The kinds of data in words."""
    return "; ".join(str(KINDS[kind][0]) for kind in KINDS if kind in kinds)
