"""The patterns by which cooperatives have been robbed, what holds each back here, and what its figure counts.

Source  reference/domain.md section 9. The page *Tanda-tanda*, the supervisors' report and docs/keamanan/kecurangan.md
        are written from this table; tests/frauds commits each of them.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Fraud(NamedTuple):
    """One pattern, in the words of whoever watches.

    held   what makes it hard or impossible here
    look   what the figure counts
    """

    number: int
    name: str
    held: str
    look: str


FRAUDS = [
    Fraud(
        1, _("Anggota fiktif"),
        _("Satu NIK satu anggota. Yang mendaftar baru menjadi anggota sesudah simpanan pokoknya lunas."),
        _("Anggota tanpa satu pun transaksi, dan tiga orang atau lebih yang masuk bersamaan dengan satu telepon."),
    ),
    Fraud(
        2, _("Pinjaman atas nama anggota yang tidak tahu"),
        _("Tidak ada halaman yang mencairkan pinjaman. Saldo setiap anggota dikonfirmasi dengan tanda tangannya."),
        _("Pinjaman yang tercatat atas nama anggota. Tanyakan langsung kepada orangnya."),
    ),
    Fraud(
        3, _("Penarikan simpanan palsu"),
        _("Di atas batas perlu orang kedua. Simpanan yang lama tidak bergerak perlu dua orang."),
        _("Simpanan yang keluar tiga bulan ini tanpa foto bukti bertanda tangan."),
    ),
    Fraud(
        4, _("Kuitansi kosong"),
        _("Kuitansi hanya keluar dari catatan yang sudah dibukukan, lengkap dengan jumlah dan sidiknya."),
        _("Kuitansi yang dicetak lebih dari sekali tiga bulan ini."),
    ),
    Fraud(
        5, _("Setoran tidak dibukukan, uang menumpuk di laci"),
        _("Setiap kuitansi bernomor dari sistem. Bulan tidak dapat ditutup sebelum kas dihitung dan bank cocok."),
        _("Uang di kas dan laci di atas batas koperasi."),
    ),
    Fraud(
        6, _("Gali lubang tutup lubang (lapping)"),
        _("Iuran tercatat atas nama yang membayar, bulan terlama dulu. Kas dihitung setiap hari."),
        _("Umur uang tertua yang belum disetor ke bank. Cocokkan dengan kartu beberapa anggota."),
    ),
    Fraud(
        7, _("Penjualan tunai tidak dicatat"),
        _("Laci dihitung per lembar, selisihnya dicatat dengan alasan."),
        _("Hitungan kas yang selisih, dan belanja barang yang lebih besar daripada penjualan tiga bulan ini."),
    ),
    Fraud(
        8, _("Catatan mundur atau dihapus"),
        _("Catatan tidak dapat diubah atau dihapus, nomornya urut, bulan yang ditutup hanya dibuka dua orang."),
        _("Catatan tiga bulan ini yang ditulis lama sesudah tanggalnya."),
    ),
    Fraud(
        9, _("Pengurus menguntungkan diri atau keluarga"),
        _("Pembayaran kepada pengurus atau keluarganya perlu orang kedua yang tidak berkepentingan."),
        _("Yang dibayarkan kepada pengurus, pengawas, dan keluarganya tiga bulan ini."),
    ),
    Fraud(
        10, _("Berutang tanpa keputusan rapat anggota"),
        _("Utang bank hanya dapat dibukukan dengan nomor keputusan rapat anggota."),
        _("Utang koperasi kepada bank dan LPDB."),
    ),
    Fraud(
        11, _("Uang pribadi dan uang koperasi tercampur"),
        _("Talangan pengurus tercatat atas namanya dan tidak dapat dikembalikan lebih dari itu."),
        _("Talangan dan kasbon pengurus yang belum kembali."),
    ),
    Fraud(
        12, _("Dicatat di pos yang salah supaya SHU besar"),
        _("Kasir memilih keperluan, bukan akun. Tidak ada jurnal bebas."),
        _("Catatan yang bunyinya lain dari posnya."),
    ),
    Fraud(
        13, _("SHU dibagi sebelum RAT"),
        _("Tidak ada halaman yang membayar SHU tanpa keputusan RAT."),
        _("Pembayaran yang menyebut SHU tiga bulan ini."),
    ),
    Fraud(
        14, _("Harga dimahalkan, pemasok titipan"),
        _("Yang menyetujui melihat pembayaran sebelumnya untuk hal yang sama."),
        _("Pembayaran yang lebih dari dua kali biasanya."),
    ),
    Fraud(
        15, _("Penitip tidak atau terlambat dibayar"),
        _("Hak penitip tercatat atas namanya sejak barangnya laku."),
        _("Hak penitip yang menunggu lebih dari dua minggu."),
    ),
    Fraud(
        16, _("Panjar tidak pernah selesai"),
        _("Satu orang satu panjar. Bulan tidak dapat ditutup sebelum panjar selesai."),
        _("Panjar yang lewat batas hari."),
    ),
    Fraud(
        17, _("Daftar hadir RAT digelembungkan"),
        _("Yang hadir tidak dapat lebih banyak dari anggota pada hari itu. Tidak ada suara wakil."),
        _("Rapat anggota setahun ini yang dihadiri lebih banyak orang daripada anggotanya."),
    ),
    Fraud(
        18, _("Hibah tidak dicatat, barang dibawa pulang"),
        _("Setiap barang bernomor dan berfoto, serah terima bertanda tangan."),
        _("Barang yang setahun ini belum dilihat dua orang."),
    ),
    Fraud(
        19, _("Satu orang mengerjakan semuanya"),
        _("Yang membuat tidak dapat menyetujui. Pengawas menerima ringkasan harian."),
        _("Siapa saja yang mencatat tujuh hari ini."),
    ),
    Fraud(
        20, _("Pembayaran dipecah di bawah batas"),
        _("Pembayaran dijumlahkan per orang, per penerima, dan per hari. Yang melewati batas menunggu persetujuan."),
        _("Pembayaran sehari yang bersama-sama melewati batas."),
    ),
    Fraud(
        21, _("Kata sandi dipakai bersama"),
        _("Satu orang satu akun. Nomor telepon atau anggota yang sama dihitung satu orang saat menyetujui."),
        _("Akun pengurus yang memakai nomor telepon atau anggota yang sama."),
    ),
    Fraud(
        22, _("Orang mengaku koperasi lewat WhatsApp"),
        _("Nomor rekening hanya dari sistem. Setiap pesan memuat kata pengenal yang dikenal anggota."),
        _("Apakah kata pengenal koperasi sudah ditetapkan."),
    ),
]  # fmt: skip
BY_NUMBER = {fraud.number: fraud for fraud in FRAUDS}


def told(body: dict) -> list[tuple[str, str, date | None]]:
    """(pattern, figure, since) of the signs in a signed report; none in one from before they were kept."""
    return [
        (BY_NUMBER[int(one["number"])].name, one["figure"], date.fromisoformat(one["since"]) if one["since"] else None)
        for one in body.get("signs", ())
    ]
