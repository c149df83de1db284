"""Money that seems to have come, or that should go somewhere else."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lumbung.safety.chat import Line, chat, slip
from lumbung.safety.drawing import Drawing
from lumbung.safety.exercises.kinds import Answer, Exercise
from lumbung.safety.screens import sticker


def _proof() -> Drawing:
    picture = slip("BANK CONTOH", "Rp1.250.000", "KMP KARBES", "24/11 10.41", gettext("beras 5 karung"))
    return chat(
        gettext("Pembeli Beras"), "online",
        Line(gettext("Bu, sudah saya transfer ya."), "10.42", draw=picture),
        Line(gettext("Sopir saya sudah di depan, tolong langsung dinaikkan. Buru-buru, hujan."), "10.43"),
    )  # fmt: skip


PROOF = Exercise(
    "bukti-transfer", _("Bukti transfer di foto"),
    _("Lima karung beras dipesan lewat WhatsApp. Lalu foto ini datang."),
    _proof,
    (
        Answer(_("Serahkan berasnya: jumlah, nama koperasi, dan jamnya cocok."),
               _("Foto seperti ini dibuat orang dalam satu menit dengan aplikasi di HP. Yang cocok hanya gambarnya.")),
        Answer(_("Lihat dulu uangnya di rekening koperasi, lewat bank sendiri. Baru berasnya diserahkan."),
               _("Benar. Uang ada kalau terlihat di rekening kita, bukan di foto orang. Sopir boleh menunggu."), True),
        Answer(_("Serahkan separuh dulu, sisanya kalau uang sudah masuk."),
               _("Separuh beras tetap beras. Penipu juga senang dengan separuh.")),
    ),
    _("Barang keluar sesudah uang terlihat di rekening kita sendiri, bukan sesudah foto diterima."),
)  # fmt: skip


def _sticker() -> Drawing:
    return sticker("KMP KARBES", "NMID: ID10200••••881", "MULIA JAYA CELL")


STICKER = Exercise(
    "stiker-qris", _("Stiker QRIS yang tertukar"),
    _("Pembeli di Pojok UMKM memindai stiker di meja, lalu berkata: “Bu, kok namanya lain?”"),
    _sticker,
    (
        Answer(_("Mungkin nama pemilik mesin. Yang penting pembeli sudah membayar."),
               _("Uangnya masuk ke rekening orang lain. Pembeli sudah membayar, tetapi bukan kepada kita.")),
        Answer(_("Suruh pembeli membayar tunai saja, stikernya dibiarkan sampai rapat bulan depan."),
               _("Pembeli berikutnya tetap membayar kepada penipu. Setiap jam berarti.")),
        Answer(_("Berhenti memakai stiker itu, foto, kelupas, pasang lagi stiker cetakan sendiri, dan laporkan ke bank."),
               _("Benar. Stiker asli ada di bawahnya. Cocokkan nama penerima tiap pagi sebelum berjualan."), True),
    ),
    _("Setiap pagi: pindai stiker sendiri dan baca nama penerimanya keras-keras."),
)  # fmt: skip


def _account() -> Drawing:
    return chat(
        gettext("Pak Ketua (nomor baru)"), "+62 838-4410-2276",
        Line(gettext("Bu Susy, ini saya. HP saya rusak, pakai nomor ini dulu."), "15.20"),
        Line(gettext("Tolong bayar penyedia pupuk hari ini Rp3.400.000 ke rekening barunya: 8871-02-449 a.n. Sukirno. Rekening lama sudah tutup."), "15.21"),
        Line(gettext("Saya sedang rapat di kecamatan, jangan telepon."), "15.21"),
    )  # fmt: skip


ACCOUNT = Exercise(
    "rekening-baru", _("“Ini ketua, pakai nomor baru”"),
    _("Fotonya foto Pak Ketua. Gaya bahasanya juga mirip."),
    _account,
    (
        Answer(_("Bayar, karena yang menyuruh ketua. Buktinya menyusul."),
               _("Foto dan nama siapa pun bisa dipasang di nomor baru. Uang yang sudah terkirim tidak kembali.")),
        Answer(_("Telepon ketua ke nomor lamanya, dan penyedia ke nomor di buku kita. Bayar hanya lewat ajuan yang disetujui di Lumbung."),
               _("Benar. Larangan menelepon justru tandanya. Persetujuan di Lumbung tidak bisa dititipkan lewat WhatsApp."), True),
        Answer(_("Balas di percakapan ini: “Benar ini Pak Ketua?”"),
               _("Yang menjawab orang yang sama. Bertanyalah lewat jalan lain.")),
    ),
    _("Rekening baru selalu ditanyakan dulu, lewat nomor yang sudah kita punya."),
)  # fmt: skip


def _too_much() -> Drawing:
    picture = slip("BANK CONTOH", "Rp2.000.000", "KMP KARBES", "24/11 16.05", gettext("iuran"))
    return chat(
        gettext("Anggota Luar Kota"), "+62 896-1120-7754",
        Line(gettext("Bu, saya salah ketik. Iuran saya Rp200.000, terkirim Rp2.000.000."), "16.07", draw=picture),
        Line(gettext("Tolong kembalikan Rp1.800.000 sekarang ke dompet digital 0896-1120-7754. Anak saya di rumah sakit."), "16.08"),
    )  # fmt: skip


TOO_MUCH = Exercise(
    "salah-transfer", _("“Saya kelebihan transfer”"),
    _("Sore hari, bank sudah tutup, dan ceritanya menyentuh hati."),
    _too_much,
    (
        Answer(_("Catat sebagai uang belum jelas, lihat rekening, lalu kembalikan hanya ke rekening pengirimnya sesudah disetujui ketua."),
               _("Benar. Kalau uangnya ternyata tidak ada, tidak ada yang dikembalikan. Kalau ada, ia kembali ke tempat asalnya."), True),
        Answer(_("Kembalikan dari kas dulu, kasihan anaknya. Nanti dicocokkan."),
               _("Justru itu tujuannya: uang kas pergi, sedangkan transfernya tidak pernah ada.")),
        Answer(_("Kembalikan separuh hari ini sebagai tanda percaya."),
               _("Percaya tidak menggantikan melihat rekening. Separuhnya pun hilang.")),
    ),
    _("Uang dikembalikan hanya kalau sudah terlihat masuk, dan hanya ke rekening asalnya."),
)  # fmt: skip
