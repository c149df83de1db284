"""The looks of the page *Keamanan* at the packages below, each a few lines: how it should be, why, how to get there."""

from django.utils.translation import gettext_lazy as _

from lumbung.safety import asking, asking_people
from lumbung.safety.registry import Look, register

LOOKS = (
    Look("akun", _("Setiap orang masuk dengan akunnya sendiri"),
         _("Kalau satu akun dipakai bersama, tidak ada yang tahu siapa yang mencatat."),
         "users", 5, asking.accounts, _("Beri setiap orang akunnya sendiri"), "recovery:people", "people.see"),
    Look("kunci-kedua", _("Pengurus memakai kunci kedua"),
         _("Kata sandi bisa ditipu orang. Kunci kedua ada di tangan Anda."),
         "key", 5, asking_people.locked_twice, _("Pasang kunci kedua"), "second_lock", "home.see"),
    Look("perangkat", _("Tidak ada perangkat yang tertinggal masuk"),
         _("HP lama yang masih masuk adalah pintu yang lupa ditutup."),
         "phone", 2, asking_people.devices, _("Lihat perangkat Anda"), "my_devices", "home.see"),
    Look("brankas", _("Data pribadi disandi"),
         _("Kalau laptop dicuri, NIK dan foto anggota tidak terbaca."),
         "lock", 4, asking_people.sealed, _("Simpan kunci data dengan benar"), "help:guide map-data", "home.see"),
    Look("hak-anggota", _("Permintaan anggota dijawab tepat waktu"),
         _("Undang-undang memberi tiga hari."),
         "user-check", 3, asking_people.asked, _("Jawab permintaan anggota"), "privacy:requests", "privacy.answer"),
    Look("cadangan", _("Cadangan masih baru"),
         _("Laptop bisa hilang malam ini. Yang selamat hanya yang sudah disalin."),
         "download", 5, asking.copied, _("Cadangkan pembukuan"), "backup:overview", "backup.make"),
    Look("lembar", _("Kunci cadangan tersimpan terpisah"),
         _("Cadangan disandi. Tanpa lembar kertasnya tidak seorang pun bisa membukanya lagi."),
         "key", 4, asking.sheets, _("Cetak lembar pemulihan"), "backup:overview", "backup.make"),
    Look("latihan-pulih", _("Cadangan pernah dicoba"),
         _("Cadangan yang tidak pernah dicoba sering ternyata tidak bisa dipakai."),
         "refresh-cw", 4, asking.drilled, _("Coba memulihkan cadangan"), "backup:overview", "backup.make"),
    Look("stik", _("Cadangan ada di lebih dari satu tempat"),
         _("Satu stik bisa rusak atau ikut terbawa pencuri."),
         "package", 3, asking.sticks, _("Kenalkan stik kedua"), "backup:overview", "backup.make"),
    Look("saksi", _("Ada saksi di luar kantor"),
         _("Saksi memegang sidik buku, sehingga tidak ada yang bisa menulis ulang diam-diam."),
         "badge-check", 3, asking.witnessed, _("Kirim ke saksi"), "witness:witnesses", "witness.send"),
    Look("periksa", _("Buku diperiksa tiap bulan"),
         _("Lumbung menghitung ulang semuanya dan menyebut apa yang berubah."),
         "shield-check", 3, asking.verified, _("Periksa buku"), "verify", "verify.see"),
    Look("tutup-hari", _("Hari-hari sudah ditutup"),
         _("Sesudah hari ditutup, catatannya ditandatangani dan tidak bisa diganti diam-diam."),
         "moon", 2, asking.days, _("Tutup hari"), "witness:day", "day.close"),
    Look("versi", _("Program masih baru"),
         _("Pembaruan menutup celah yang sudah diketahui penipu."),
         "arrow-down-to-line", 3, asking.version, _("Perbarui Lumbung"), "help:guide memperbarui", "home.see"),
    Look("latihan", _("Pengurus berlatih mengenali penipuan"),
         _("Penipu mencari orangnya, bukan komputernya."),
         "graduation-cap", 2, asking.exercised, _("Berlatih lima menit"), "safety:practise", "safety.practise"),
)  # fmt: skip


def introduce() -> None:
    """Give the page these looks."""
    register(*LOOKS)
