"""Cooperative words in plain Indonesian: what each means, with one example. Drawn by `{% term "iuran" %}`."""

from itertools import count
from typing import NamedTuple

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _


class Term(NamedTuple):
    """A word, one paragraph, one example from daily work (may be empty)."""

    label: str
    meaning: str
    example: str = ""


TERMS = {
    "anggota": Term(
        _("Anggota"),
        _(
            "Orang yang ikut memiliki koperasi: sudah membayar simpanan pokok, punya satu suara di rapat, dan "
            "berhak atas SHU."
        ),
        _("Bu Sutini, nomor 0001, anggota sejak Juni 2025."),
    ),
    "calon anggota": Term(
        _("Calon anggota"),
        _("Orang yang sudah mendaftar tetapi simpanan pokoknya belum lunas. Ia menjadi anggota begitu lunas."),
        _("Pak Slamet membayar Rp50.000 dari Rp100.000; ia masih calon."),
    ),
    "anggota luar biasa": Term(
        _("Anggota luar biasa"),
        _(
            "Orang yang dilayani koperasi tetapi tidak memenuhi syarat anggota penuh, misalnya bukan warga "
            "kelurahan. Ia tidak memberi suara di rapat."
        ),
    ),
    "simpanan pokok": Term(
        _("Simpanan pokok"),
        _("Uang yang dibayar sekali saat menjadi anggota. Besarnya sama untuk semua, dan baru kembali saat keluar."),
        _("Rp100.000, dibayar sekali waktu mendaftar."),
    ),
    "simpanan wajib": Term(
        _("Simpanan wajib"),
        _("Uang yang dibayar setiap bulan oleh setiap anggota. Uang ini modal milik anggota sendiri, bukan biaya."),
        _("Rp20.000 sebulan; setahun menjadi Rp240.000."),
    ),
    "simpanan sukarela": Term(
        _("Simpanan sukarela"),
        _("Tabungan anggota di koperasi. Boleh disetor dan diambil kapan saja, jadi bagi koperasi ini utang."),
        _("Menabung Rp50.000, diambil lagi menjelang Lebaran."),
    ),
    "simpanan berjangka": Term(
        _("Simpanan berjangka"),
        _("Tabungan yang baru boleh diambil pada tanggal yang disepakati, dengan jasa."),
        _("Rp1.000.000 untuk enam bulan."),
    ),
    "iuran": Term(
        _("Iuran"),
        _("Sebutan sehari-hari untuk simpanan wajib yang dibayar tiap bulan."),
        _("“Bayar iuran Agustus” berarti simpanan wajib bulan Agustus."),
    ),
    "tunggakan": Term(
        _("Tunggakan"),
        _("Iuran bulan yang sudah lewat tetapi belum dibayar."),
        _("Juli dan Agustus belum dibayar: tunggakan Rp40.000."),
    ),
    "rapel": Term(
        _("Rapel"),
        _("Membayar beberapa bulan sekaligus. Uangnya dibagikan ke bulan yang paling lama dulu."),
        _("Rp60.000 dibayar Maret: untuk Januari, Februari, dan Maret."),
    ),
    "shu": Term(
        _("SHU"),
        _("Sisa hasil usaha: pendapatan setahun dikurangi semua biaya. Rapat anggota memutuskan pembagiannya."),
        _("Pendapatan Rp30 juta, biaya Rp22 juta: SHU Rp8 juta."),
    ),
    "jasa modal": Term(
        _("Jasa modal"),
        _("Bagian SHU yang dibagi menurut besar simpanan masing-masing anggota."),
    ),
    "jasa usaha": Term(
        _("Jasa usaha"),
        _("Bagian SHU yang dibagi menurut seberapa banyak anggota berbelanja atau bertransaksi di koperasi."),
    ),
    "cadangan": Term(
        _("Cadangan"),
        _("Bagian SHU yang tidak dibagi. Disimpan untuk menutup rugi dan menguatkan koperasi."),
        _("Paling sedikit seperempat SHU, sesuai anggaran dasar."),
    ),
    "hibah": Term(
        _("Hibah"),
        _("Uang atau barang yang diterima tanpa harus dikembalikan."),
        _("Laptop dari kelurahan, dicatat seharga pasarnya."),
    ),
    "ketua": Term(
        _("Ketua"),
        _("Memimpin pengurus dan menyetujui pengeluaran besar. Ia tidak memegang uang."),
    ),
    "sekretaris": Term(
        _("Sekretaris"),
        _("Mengurus buku anggota, surat, dan notulen rapat."),
    ),
    "bendahara": Term(
        _("Bendahara"),
        _("Menerima, menyimpan, dan membukukan uang koperasi."),
    ),
    "kasir": Term(
        _("Kasir"),
        _("Menerima uang di loket atau gerai, lalu menyerahkannya kepada bendahara."),
    ),
    "pengawas": Term(
        _("Pengawas"),
        _("Dipilih rapat anggota untuk memeriksa pekerjaan pengurus. Ia melihat semua buku, tetapi tidak mengubahnya."),
    ),
    "rat": Term(
        _("RAT"),
        _(
            "Rapat anggota tahunan: pengurus mempertanggungjawabkan setahun kerja, dan anggota memutuskan "
            "pembagian SHU."
        ),
        _("RAT tahun buku 2025 diadakan paling lambat Juni 2026."),
    ),
    "kuorum": Term(
        _("Kuorum"),
        _("Jumlah hadir paling sedikit supaya keputusan rapat sah."),
        _("Lebih dari separuh: dari 126 anggota, 64 harus hadir."),
    ),
    "berita acara": Term(
        _("Berita acara"),
        _("Catatan resmi bahwa sesuatu terjadi, ditandatangani yang hadir."),
        _("Berita acara hitung kas tanggal 31 Agustus."),
    ),
    "gerai": Term(
        _("Gerai"),
        _("Tempat usaha koperasi yang hasilnya dihitung sendiri: warung, apotek, simpan pinjam."),
    ),
    "titip jual": Term(
        _("Titip jual"),
        _("Barang anggota yang dijualkan koperasi. Uangnya milik penitip; koperasi mendapat komisi."),
        _("Keripik Rp12.000: Rp9.600 untuk pembuat, Rp2.400 komisi."),
    ),
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
    "nik": Term(
        _("NIK"),
        _("Nomor induk kependudukan di KTP, 16 angka. Di Excel angka terakhirnya sering hilang menjadi nol."),
        _("3573049906780003."),
    ),
    "sidik buku": Term(
        _("Sidik buku"),
        _("Sederet huruf dan angka yang dihitung dari semua catatan. Satu catatan saja diubah, sidiknya ikut berubah."),
        _("Sidik di kertas RAT sama dengan di layar: buku tidak diubah sejak itu."),
    ),
    "polaritas": Term(
        _("Debit dan kredit di buku bank"),
        _("Bank menulis dari sisinya: kredit berarti uang Anda bertambah. Di buku koperasi sebaliknya."),
    ),
}


def term(name: str) -> Term:
    """The explanation of a word. Raises KeyError: not in the glossary, a mistake of the page that asks."""
    return TERMS[name]


def anchor(name: str) -> str:
    """A fresh id for one showing of the explanation: a page may explain a word twice."""
    return f"arti-{slugify(name)}-{next(_showing) % 10_000}"


_showing = count()


def as_markdown() -> str:
    """The whole glossary as `docs/glossary.md` holds it, in the language active now."""
    rows = (f"**{t.label}.** {t.meaning}{f' *{t.example}*' if t.example else ''}" for t in TERMS.values())
    return (
        "# Daftar istilah\n\nKata koperasi dalam bahasa sehari-hari, sama dengan tanda “?” di layar.\n\n"
        + "\n\n".join(rows)
        + "\n"
    )


if __name__ == "__main__":
    from pathlib import Path

    import django

    django.setup()
    (Path(__file__).parents[2] / "docs" / "glossary.md").write_text(as_markdown())
