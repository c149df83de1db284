"""Files, links and sticks that carry more than they say."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lumbung.safety.chat import Line, chat, file
from lumbung.safety.drawing import Drawing
from lumbung.safety.exercises.kinds import Answer, Exercise
from lumbung.safety.screens import browser, stick


def _invitation() -> Drawing:
    return chat(
        "+62 822-6643-1190", "online",
        Line(gettext("Assalamualaikum. Mohon doa restu dan kehadirannya di pernikahan kami. Undangan lengkap ada di berkas ini."), "19.30", draw=file(gettext("Undangan Pernikahan Digital.apk"), "4,2 MB")),
        Line(gettext("Dibuka dulu ya, nanti kelihatan siapa yang menikah 😊"), "19.31"),
    )  # fmt: skip


INVITATION = Exercise(
    "undangan-apk", _("Undangan yang berakhiran .apk"),
    _("Nomornya tidak dikenal, tetapi siapa tahu saudara jauh."),
    _invitation,
    (
        Answer(_("Buka saja. Kalau isinya aneh, langsung dihapus."),
               _("Sekali dipasang, ia membaca SMS dan kode bank Anda. Menghapusnya sesudah itu tidak menolong.")),
        Answer(_("Teruskan ke grup koperasi, barangkali ada yang kenal."),
               _("Sekarang semua anggota menerimanya, dari orang yang mereka percaya. Itu yang diharapkan penipu.")),
        Answer(_("Tidak dibuka. Hapus, blokir, dan kalau ragu tanyakan lewat telepon kepada keluarga."),
               _("Benar. Undangan berupa gambar atau tautan biasa. APK adalah program, bukan kertas."), True),
    ),
    _("Berkas .apk dari WhatsApp tidak pernah dibuka: undangan, resi, tilang, atau tagihan listrik."),
)  # fmt: skip


def _aid_link() -> Drawing:
    return browser(
        "kopdes-merahputih-bantuan.example", gettext("Bantuan Modal Koperasi Desa 2026"),
        gettext("Dana Rp5.000.000 per anggota. Terakhir malam ini pukul 23.59."),
        (gettext("NIK dan nama ibu kandung"), gettext("Nomor rekening dan PIN ATM"), gettext("Foto KTP")), gettext("DAFTAR SEKARANG"),
    )  # fmt: skip


AID_LINK = Exercise(
    "tautan-bantuan", _("Tautan bantuan modal"),
    _("Tautan ini beredar di grup warga. Beberapa anggota sudah mengisi."),
    _aid_link,
    (
        Answer(_("Peringatkan anggota di grup, jangan diisi, dan tanyakan ke dinas koperasi lewat nomor kantornya."),
               _("Benar. Alamatnya bukan alamat pemerintah (.go.id), dan tidak ada bantuan yang meminta PIN. Yang terlanjur mengisi segera menghubungi bank."), True),
        Answer(_("Isi data koperasi saja, bukan data anggota."),
               _("Data koperasi dipakai untuk menipu anggota atas nama koperasi.")),
        Answer(_("Isi semuanya kecuali PIN."),
               _("NIK, nama ibu, dan foto KTP cukup untuk membuka pinjaman online atas nama Anda.")),
    ),
    _("Lihat alamatnya dulu. Pemerintah memakai .go.id, dan tidak pernah meminta PIN."),
)  # fmt: skip


def _update() -> Drawing:
    return chat(
        gettext("Grup Bendahara Koperasi"), gettext("48 anggota"),
        Line(gettext("Diteruskan: Lumbung versi terbaru. Wajib dipasang malam ini, versi lama tidak bisa dipakai besok."), "20.11", draw=file("lumbung-terbaru-2026.exe", "38 MB")),
        Line(gettext("Sudah saya pasang, lancar."), "20.15"),
    )  # fmt: skip


UPDATE = Exercise(
    "pembaruan-palsu", _("Pembaruan lewat grup WhatsApp"),
    _("Yang mengirim bendahara desa sebelah, orang baik yang Anda kenal."),
    _update,
    (
        Answer(_("Pasang, karena sudah ada yang mencoba dan lancar."),
               _("Program jahat memang dibuat supaya tampak lancar. Orang baik pun bisa tertipu lebih dulu.")),
        Answer(_("Tidak dipasang. Pembaruan hanya diambil dari tempat resmi dan diperiksa Lumbung sendiri sebelum dipakai."),
               _("Benar. Lumbung menolak berkas pembaruan yang tanda tangannya salah atau versinya mundur. Peringatkan juga grupnya."), True),
        Answer(_("Periksa dengan antivirus. Kalau bersih, pasang."),
               _("Antivirus hanya mengenal yang sudah terkenal. Program buatan kemarin lolos.")),
    ),
    _("Program tidak pernah dipasang dari WhatsApp, siapa pun yang meneruskan."),
)  # fmt: skip


def _stick() -> Drawing:
    return stick(gettext("GAJI PENGURUS"), gettext("Ditemukan di depan pintu kantor"))


STICK = Exercise(
    "stik-temuan", _("Stik USB di depan pintu"),
    _("Labelnya membuat penasaran. Mungkin milik pengurus yang terjatuh."),
    _stick,
    (
        Answer(_("Tancapkan di laptop koperasi sebentar, untuk mencari pemiliknya."),
               _("Menancapkan saja bisa menjalankan program di dalamnya. Laptop itu berisi seluruh buku.")),
        Answer(_("Tancapkan di laptop anak di rumah, yang tidak ada data koperasinya."),
               _("Program jahat menyebar lewat jaringan rumah dan stik berikutnya. Jangan dicoba di mana pun.")),
        Answer(_("Tidak ditancapkan di mana pun. Umumkan di papan; kalau tidak ada yang punya, dihancurkan."),
               _("Benar. Stik koperasi yang asli berstiker nama dan dikenal Lumbung."), True),
    ),
    _("Hanya stik milik koperasi, yang berstiker, yang boleh masuk ke laptop koperasi."),
)  # fmt: skip
