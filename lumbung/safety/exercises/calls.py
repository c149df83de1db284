"""Strangers who write or call: they want a code, or the computer itself."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lumbung.safety.chat import Line, chat
from lumbung.safety.drawing import Drawing
from lumbung.safety.exercises.kinds import Answer, Exercise
from lumbung.safety.screens import call


def _reset_code() -> Drawing:
    return chat(
        gettext("Admin Lumbung Pusat"), "+62 857-5511-0902",
        Line(gettext("Selamat siang Bu. Kami dari pusat. Akun bendahara Ibu akan diblokir sore ini karena ada yang mencoba masuk."), "13.02"),
        Line(gettext("Supaya tidak diblokir, kirim kode 6 angka yang baru muncul di HP Ibu. Cepat ya Bu, tinggal 10 menit."), "13.02"),
        Line(gettext("Kode apa ya, Pak?"), "13.04", mine=True),
        Line(gettext("Kode reset, Bu. Saya tunggu. Kalau telat, data koperasi bisa hilang."), "13.04"),
    )  # fmt: skip


RESET_CODE = Exercise(
    "kode-reset", _("“Kirim kode reset, Bu”"),
    _("Siang hari, saat antrean iuran panjang, pesan ini masuk."),
    _reset_code,
    (
        Answer(_("Kirim kodenya supaya akun tidak diblokir, lalu ganti kata sandi nanti malam."),
               _("Dengan kode itu ia masuk sebagai Anda saat itu juga. Nanti malam sudah terlambat.")),
        Answer(_("Tidak membalas, blokir nomornya, dan ceritakan kepada pengurus lain hari ini juga."),
               _("Benar. Lumbung tidak pernah meminta kode. Pengurus lain perlu tahu, karena penipu biasanya mencoba semua nomor."), True),
        Answer(_("Minta ia mengirim foto kartu pegawai dulu, baru kirim kodenya."),
               _("Kartu pegawai mudah dipalsukan. Siapa pun yang meminta kode adalah penipu, berseragam atau tidak.")),
    ),
    _("Kode, kata sandi, dan PIN tidak pernah diberikan kepada siapa pun. Yang meminta pasti penipu."),
)  # fmt: skip


def _remote() -> Drawing:
    return chat(
        gettext("Mas Rudi Teknisi"), "+62 813-9090-4417",
        Line(gettext("Bu, saya Rudi teman Pak Kades. Katanya laptop koperasi lemot ya?"), "09.15"),
        Line(gettext("Iya Mas, sering macet."), "09.17", mine=True),
        Line(gettext("Pasang AnyDesk saja Bu, gratis. Nanti kirim nomor 9 angka yang muncul ke saya, saya betulkan dari sini. Ibu tinggal minum teh."), "09.18"),
        Line(gettext("Sekalian masuk dulu ke aplikasi koperasi dan bank-nya Bu, biar saya cek semua."), "09.19"),
    )  # fmt: skip


REMOTE = Exercise(
    "anydesk", _("“Pasang AnyDesk, saya bantu dari sini”"),
    _("Seseorang yang mengaku teman kepala desa menawarkan bantuan."),
    _remote,
    (
        Answer(_("Pasang, tetapi awasi layarnya terus selama ia bekerja."),
               _("Layar bisa dibuat gelap sebentar, dan satu transfer cukup beberapa detik. Mengawasi tidak cukup.")),
        Answer(_("Pasang, tetapi jangan buka bank. Aplikasi koperasi saja tidak apa-apa."),
               _("Lewat aplikasi koperasi ia melihat data semua anggota dan bisa mencatat atas nama Anda.")),
        Answer(_("Menolak. Laptop dibetulkan di kantor, oleh orang yang dikenal, sesudah keluar dari Lumbung dan bank."),
               _("Benar. Yang memegang komputer dari jauh sama dengan duduk di kursi Anda. Penolong yang baik tidak keberatan datang."), True),
    ),
    _("Tidak ada orang yang mengendalikan laptop koperasi dari jauh, sekenal apa pun."),
)  # fmt: skip


def _bank() -> Drawing:
    return call(
        gettext("CS Bank"), "(021) 150-0170-22",
        gettext("“Ada transaksi Rp4.750.000 dari rekening koperasi. Kalau bukan Ibu, sebutkan nomor kartu, tanggal berlaku, dan tiga angka di belakangnya. Saya batalkan sekarang juga.”"),
    )  # fmt: skip


BANK = Exercise(
    "telepon-bank", _("Telepon dari “bank”"),
    _("Suaranya sopan, nomornya mirip nomor bank, dan ia tahu nama Anda."),
    _bank,
    (
        Answer(_("Tutup teleponnya, lalu hubungi bank dengan nomor di buku tabungan atau datang ke cabang."),
               _("Benar. Nomor yang menelepon bisa dipalsukan; nomor di buku tabungan tidak. Bank tidak membutuhkan angka kartu dari Anda."), True),
        Answer(_("Sebutkan nomor kartunya saja, tanpa tiga angka di belakang."),
               _("Sedikit demi sedikit ia mengumpulkan semuanya. Besok ada “petugas lain” yang menanyakan sisanya.")),
        Answer(_("Minta ia menelepon lagi besok, sesudah rapat pengurus."),
               _("Kalau betul ada transaksi mencurigakan, besok terlambat. Hubungi bank sendiri, sekarang.")),
    ),
    _("Tutup dulu, lalu hubungi balik lewat nomor yang Anda cari sendiri."),
)  # fmt: skip
