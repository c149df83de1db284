"""Among ourselves: a shared passphrase, an open screen, photos of ID cards."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lumbung.safety.chat import Line, chat
from lumbung.safety.drawing import Drawing
from lumbung.safety.exercises.kinds import Answer, Exercise
from lumbung.safety.screens import desk


def _shared() -> Drawing:
    return chat(
        gettext("Bu Sekretaris"), "online",
        Line(gettext("Bu, besok saya jaga kantor sendirian. Minta kata sandi bendahara ya, biar bisa terima iuran."), "18.44"),
        Line(gettext("Tenang, saya catat di kertas kecil saja, ditempel di bawah laptop."), "18.45"),
    )  # fmt: skip


SHARED = Exercise(
    "sandi-bersama", _("“Pinjam kata sandinya, ya”"),
    _("Yang meminta orang jujur, dan alasannya masuk akal."),
    _shared,
    (
        Answer(_("Beri, tetapi ganti kata sandinya lusa."),
               _("Semua yang dicatat besok memakai nama Anda. Kalau kas kurang, Anda yang ditanya.")),
        Answer(_("Tidak diberi. Minta ketua memberinya tugas kasir di Lumbung, dengan akunnya sendiri."),
               _("Benar. Akun sendiri melindungi keduanya: tiap catatan tahu siapa yang menulis."), True),
        Answer(_("Masukkan sendiri kata sandinya malam ini, lalu laptop dibiarkan menyala."),
               _("Sama saja dengan memberikan kata sandi, ditambah siapa pun yang lewat.")),
    ),
    _("Satu orang satu akun. Kata sandi tidak dipinjamkan, tidak ditulis di kertas yang ditempel."),
)  # fmt: skip


def _open_screen() -> Drawing:
    rows = (("Sutini", "Rp1.240.000"), ("Pak Wagiman", "Rp860.000"), ("Bu Lastri", "Rp2.115.000"))
    return desk(gettext("Simpanan anggota"), rows, gettext("Bendahara ke belakang sebentar"))


OPEN_SCREEN = Exercise(
    "layar-terbuka", _("Ditinggal sebentar"),
    _("Antrean sepi, Anda hendak ke belakang lima menit. Di kantor ada dua tamu."),
    _open_screen,
    (
        Answer(_("Tekan Kunci, lalu pergi."),
               _("Benar. Sedetik saja, dan tidak ada yang bisa melihat atau mencatat atas nama Anda."), True),
        Answer(_("Lipat layarnya setengah supaya tidak terbaca."),
               _("Siapa pun bisa membukanya lagi. Yang perlu dikunci Lumbung-nya, bukan engselnya.")),
        Answer(_("Minta salah satu tamu menjaga laptop."),
               _("Tamu itu sekarang duduk di depan simpanan semua anggota.")),
    ),
    _("Berdiri dari kursi berarti menekan Kunci, walau hanya satu menit."),
)  # fmt: skip


def _id_photos() -> Drawing:
    return chat(
        gettext("Grup Anggota RT 04"), gettext("63 anggota"),
        Line(gettext("Bapak Ibu, untuk data koperasi mohon kirim foto KTP dan KK di grup ini ya, biar gampang dikumpulkan."), "08.10", mine=True),
        Line(gettext("Punya saya dulu ya Bu [foto KTP]"), "08.14"),
        Line(gettext("Boleh KTP suami juga?"), "08.15"),
    )  # fmt: skip


ID_PHOTOS = Exercise(
    "foto-ktp", _("Foto KTP di grup"),
    _("Pesan pertama itu Anda sendiri yang menulis tadi pagi. Sekarang Anda ragu."),
    _id_photos,
    (
        Answer(_("Teruskan sampai lengkap, lalu hapus percakapannya."),
               _("Fotonya sudah tersimpan di 63 HP. Menghapus di HP Anda tidak menghapus di yang lain.")),
        Answer(_("Minta dikirim ke WhatsApp pribadi Anda saja."),
               _("Lebih sedikit yang melihat, tetapi HP Anda menjadi gudang KTP yang bisa hilang atau dicuri.")),
        Answer(_("Minta semua menghapus, minta maaf, dan catat NIK di kantor langsung ke Lumbung sambil melihat KTP-nya."),
               _("Benar. Yang dicatat hanya yang perlu, di tempat yang menyamarkannya. Yang terlanjur tersebar dicatat sebagai kejadian."), True),
    ),
    _("KTP dan KK tidak pernah lewat grup. NIK dicatat di kantor, dilihat, lalu kartunya dikembalikan."),
)  # fmt: skip
