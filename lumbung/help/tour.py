"""The tour of the first day: six steps that a person may really take, by her duties."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lumbung.help.models import Toured
from lumbung.security import rules

SIX = 6


class Step(NamedTuple):
    """One step: what it is called, why, where, whose duty it is, and its guide."""

    title: str
    words: str
    icon: str
    page: str
    deed: str
    guide: str


STEPS = (
    Step(_("Bawa catatan lama"),
         _("Buku anggota, iuran, dan kas dari Excel dibaca dan diperiksa dulu, baru dibukukan."),
         "file-spreadsheet", "intake:start", "intake.read", "impor-excel"),
    Step(_("Kenali anggota"), _("Cari dengan nama, nomor, atau RT. Buka satu nama untuk melihat simpanannya."),
         "users", "members:list", "members.see", "mendaftar-anggota"),
    Step(_("Terima iuran"), _("Pilih anggota, tulis jumlahnya, simpan. Bulan yang paling lama dilunasi dulu."),
         "coins", "dues:receive", "dues.receive", "menerima-iuran"),
    Step(_("Catat uang keluar"), _("Pilih keperluannya, tulis jumlahnya, foto notanya. Jurnalnya dibuatkan."),
         "arrow-up-from-line", "cash:outgoing", "cash.pay", "uang-keluar"),
    Step(_("Tulis notulen dan tamu"), _("Rapat, tamu, surat, dan saran ditulis sekali, lalu tercetak di bukunya."),
         "notebook-pen", "meetings:index", "meetings.see", "menulis-notulen"),
    Step(_("Lihat laporan"), _("Posisi keuangan dan hasil usaha selalu siap. Tekan angkanya untuk melihat asalnya."),
         "chart-column", "ledger:reports", "reports.see", "membaca-laporan"),
    Step(_("Cetak buku"), _("Dua puluh satu buku dengan kepala, nomor, dan tempat tanda tangan."),
         "book-open-text", "books:index", "books.see", "mencetak-buku"),
    Step(_("Periksa buku"), _("Lumbung menghitung ulang semuanya dan menyebut apa yang tidak cocok."),
         "shield-check", "verify", "verify.see", "memeriksa-buku"),
    Step(_("Baca jurnal"), _("Setiap catatan dengan tanggal, bukti, dan siapa yang mencatat."),
         "book-open", "ledger:journal", "ledger.see", "membaca-jurnal"),
)  # fmt: skip


def steps(roles) -> list[Step]:
    """The six steps of somebody with these roles; fewer when she may do less."""
    return [step for step in STEPS if rules.may(roles, step.deed)][:SIX]


def of(request) -> dict | None:
    """What the tour shows of a request: all steps, the one we stand on; None when it was put away.

    `?tur=3` opens the third step, also for whoever has put the tour away.
    """
    asked = request.GET.get("tur", "")
    if not asked.isdecimal() and Toured.objects.filter(person_id=request.person.id).exists():
        return None
    known = steps(request.roles)
    if not known:
        return None
    at = min(max(int(asked), 1), len(known)) if asked.isdecimal() and len(asked) < 4 else 1
    here = known[at - 1]
    return {
        "steps": list(enumerate(known, start=1)), "at": at, "here": here, "last": at == len(known), "next": at + 1,
        "url": reverse(here.page, kwargs={"slug": request.cooperative.slug}),
    }  # fmt: skip
