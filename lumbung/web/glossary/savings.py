"""What members pay and what comes back to them."""

from django.utils.translation import gettext_lazy as _

from lumbung.web.glossary.word import Term

TERMS = {
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
    "pph jasa simpanan": Term(
        _("PPh jasa simpanan"),
        _("Pajak atas jasa simpanan. Sampai Rp240.000 sebulan bebas; di atasnya dipotong 10% dari seluruh jasa."),
        _("Jasa Rp250.000: dipotong Rp25.000, diterima Rp225.000."),
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
}
