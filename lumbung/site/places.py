"""The places of the menu, in the order of a treasurer's day."""

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from lumbung.security.rules import DEEDS, OFFICERS, READERS
from lumbung.web import nav
from lumbung.web.nav import Place

EVERY_DAY, ARCHIVE, WATCH, OWN = "", gettext_lazy("Buku dan arsip"), gettext_lazy("Jaga bersama"), gettext_lazy("Saya")


def fill_menu() -> None:
    """Give the shell its places, group by group; a phone shows the first five as tabs."""
    nav.places[:] = [
        Place(_("Hari Ini"), "today", "house", tab=True),
        Place(_("Awasi"), "supervision:overview", "eye", True, ("pengawas",)),
        _place(_("Iuran"), "dues:grid", "coins", "dues.see", tab=True, also=("bukti/ingatkan", "bukti/pesan")),
        _place(_("Kas"), "cash:overview", "wallet", "cash.see", tab=True, also=("bukti",)),
        _place(_("Simpanan"), "savings:savers", "piggy-bank", "savings.see"),
        _place(_("Anggota"), "members:list", "users", "members.see", tab=True),
        _place(_("Laporan"), "ledger:reports", "chart-column", "reports.see", tab=True),
        _place(_("Buku"), "books:index", "book-open-text", "books.see", ARCHIVE),
        _place(_("Jurnal"), "ledger:journal", "book-open", "ledger.see", ARCHIVE),
        _place(_("Inventaris"), "assets:book", "package", "assets.see", ARCHIVE),
        _place(_("Sekretariat"), "meetings:index", "notebook-pen", "meetings.see", ARCHIVE),
        _place(_("Impor Excel"), "intake:start", "file-spreadsheet", "intake.read", ARCHIVE),
        _place(_("Tutup hari"), "witness:day", "moon", "day.see", WATCH),
        _place(_("Tutup bulan"), "surplus:month", "lock", "reports.see", WATCH),
        _place(_("Persetujuan"), "approvals:list", "file-check", "approvals.see", WATCH),
        Place(_("Pengawasan"), "supervision:overview", "eye", False, tuple(OFFICERS), WATCH),
        _place(_("Saran anggota"), "portal:box", "message-circle", "suggestions.see", WATCH),
        _place(_("Data pribadi"), "privacy:notice", "id-card", "members.see", WATCH, also=("insiden",)),
        _place(_("Periksa"), "verify", "shield-check", "verify.see", WATCH),
        _place(_("Saksi"), "witness:witnesses", "badge-check", "witness.see", WATCH, also=("menjadi-saksi",)),
        _place(_("Pengurus & akun"), "recovery:people", "users", "people.see", WATCH, also=("pemulihan", "pendamping")),
        _place(_("Jejak"), "recovery:trail", "list-checks", "trail.see", WATCH),
        _place(_("Cadangan"), "backup:overview", "download", "backup.see", WATCH),
        _place(_("Keamanan"), "safety:overview", "lock", "safety.see", WATCH),
        Place(_("Riwayat"), "portal:history", "receipt-text", True, ("anggota",)),
        Place(_("Simpanan saya"), "savings:mine", "piggy-bank", True, ("anggota",)),
        Place(_("Kotak saran"), "portal:suggest", "message-circle", True, ("anggota",)),
        Place(_("Data saya"), "portal:data", "id-card", True, ("anggota",)),
        Place(_("Latihan"), "safety:practise", "graduation-cap", False, ("anggota",)),
        Place(_("Izin saya"), "privacy:own_consents", "user-check", False, ("anggota",)),
        Place(_("Simpanan saya"), "portal:home", "piggy-bank", False, tuple(READERS), OWN),
        Place(_("Panduan"), "help:index", "circle-question-mark", group=OWN),
    ]


def _place(label, url_name: str, icon: str, deed: str, group: str = EVERY_DAY, *, tab=False, also=()) -> Place:
    return Place(label, url_name, icon, tab, tuple(DEEDS[deed]), group, also)
