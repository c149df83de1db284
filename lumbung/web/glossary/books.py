"""Cash, vouchers, books and statements."""

from django.utils.translation import gettext_lazy as _

from lumbung.web.glossary.word import Term

TERMS = {
    "panjar": Term(
        _("Panjar"),
        _(
            "Uang yang diberikan lebih dulu untuk belanja, lalu dipertanggungjawabkan dengan nota dan sisanya "
            "dikembalikan."
        ),
        _("Panjar konsumsi Rp300.000; nota Rp275.000; kembali Rp25.000."),
    ),
    "talangan": Term(
        _("Talangan"),
        _("Uang pribadi pengurus yang dipakai dulu untuk keperluan koperasi. Harus diganti."),
    ),
    "penyusutan": Term(
        _("Penyusutan"),
        _("Harga barang yang dibagi rata ke bulan-bulan pemakaiannya. Tidak ada uang yang keluar saat itu."),
        _("Laptop Rp8.000.000 untuk 48 bulan: Rp166.667 sebulan."),
    ),
    "nilai buku": Term(
        _("Nilai buku"),
        _("Harga barang dikurangi penyusutan sampai hari ini. Bukan harga jualnya."),
        _("Laptop Rp8.000.000, sudah disusutkan Rp2.000.000: nilai bukunya Rp6.000.000."),
    ),
    "kas": Term(
        _("Kas"),
        _("Uang tunai koperasi yang ada di laci atau brankas, bukan yang di bank."),
    ),
    "hitung kas": Term(
        _("Hitung kas"),
        _("Menghitung uang di laci lalu membandingkannya dengan buku. Selisih dicatat saat itu juga."),
        _("Di buku Rp3.745.000, di laci Rp3.740.000: kurang Rp5.000."),
    ),
    "bukti kas masuk": Term(
        _("Bukti kas masuk"),
        _("Nomor tanda terima uang. Urut, tidak boleh ada yang hilang."),
        _("BKM-2025-000214."),
    ),
    "bukti kas keluar": Term(
        _("Bukti kas keluar"),
        _("Nomor tanda pembayaran, dilampiri nota."),
        _("BKK-2025-000031, nota Toko Makmur."),
    ),
    "terbilang": Term(
        _("Terbilang"),
        _("Jumlah uang yang ditulis dengan huruf, supaya angkanya tidak bisa diubah."),
        _("Rp90.000: sembilan puluh ribu rupiah."),
    ),
    "jurnal": Term(
        _("Jurnal"),
        _("Catatan setiap kejadian uang: dari mana, ke mana, berapa. Lumbung menuliskannya sendiri."),
        _("Terima iuran: kas bertambah, simpanan wajib bertambah."),
    ),
    "buku besar": Term(
        _("Buku besar"),
        _("Semua catatan yang sama jenisnya dikumpulkan, dengan saldonya dari hari ke hari."),
    ),
    "neraca saldo": Term(
        _("Neraca saldo"),
        _("Daftar saldo semua akun pada satu tanggal. Jumlah kiri dan kanan harus sama."),
    ),
    "saldo awal": Term(
        _("Saldo awal"),
        _("Uang dan simpanan yang sudah ada sebelum pembukuan di Lumbung dimulai. Bukan pendapatan."),
        _("Kas Rp2.150.000 pada 1 Januari 2025."),
    ),
    "tutup buku": Term(
        _("Tutup buku"),
        _("Mengunci satu bulan setelah semuanya dicocokkan. Sesudah itu catatan bulan itu tidak bertambah lagi."),
        _("Juli ditutup 5 Agustus; salah catat dibetulkan dengan catatan Agustus."),
    ),
    "pembatalan": Term(
        _("Pembatalan"),
        _("Catatan balik yang meniadakan catatan salah. Yang lama tetap terlihat, supaya semua bisa memeriksa."),
    ),
    "posisi keuangan": Term(
        _("Laporan posisi keuangan"),
        _("Yang dimiliki koperasi, yang terutang, dan modalnya, pada satu tanggal. Dulu disebut neraca."),
    ),
    "hasil usaha": Term(
        _("Perhitungan hasil usaha"),
        _(
            "Pendapatan dan biaya selama satu masa, dan sisanya: SHU. Pelayanan kepada anggota dan bukan anggota "
            "dipisah."
        ),
    ),
    "arus kas": Term(
        _("Laporan arus kas"),
        _("Dari mana uang tunai datang dan ke mana perginya. Saldo akhirnya sama dengan kas dan bank."),
    ),
    "perubahan ekuitas": Term(
        _("Laporan perubahan ekuitas"),
        _("Bertambah dan berkurangnya modal anggota selama setahun: simpanan, hibah, cadangan, SHU."),
    ),
    "tutup hari": Term(
        _("Tutup hari"),
        _(
            "Satu tombol setiap sore: jumlah catatan dan neraca saldo saat itu dicatat dan ditandatangani. Kalau kelak"
            " ada yang diubah, tanda tangan itu tidak cocok lagi."
        ),
        _("Senin ditutup dengan TH-2026-000041: 1.204 catatan."),
    ),
    "sidik buku": Term(
        _("Sidik buku"),
        _("Sederet huruf dan angka yang dihitung dari semua catatan. Satu catatan saja diubah, sidiknya ikut berubah."),
        _("Sidik di kertas RAT sama dengan di layar: buku tidak diubah sejak itu."),
    ),
    "saksi": Term(
        _("Saksi"),
        _(
            "Orang atau kantor di luar pembukuan yang menyimpan jumlah catatan dan sidik buku kita, tanpa isinya, lalu"
            " menandatanganinya bila buku itu hanya bertambah."
        ),
        _("Dinas melihat buku sampai catatan 412. Bila besok catatan 300 diubah, dinas menolak menandatangani."),
    ),
    "polaritas": Term(
        _("Debit dan kredit di buku bank"),
        _("Bank menulis dari sisinya: kredit berarti uang Anda bertambah. Di buku koperasi sebaliknya."),
    ),
}
