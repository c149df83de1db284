"""People, roles and meetings."""

from django.utils.translation import gettext_lazy as _

from lumbung.web.glossary.word import Term

TERMS = {
    "data pribadi": Term(
        _("Data pribadi"),
        _("Keterangan yang menunjuk seseorang: nama, NIK, alamat, telepon, simpanannya. UU 27/2022 melindunginya."),
        _("Nomor HP Bu Sutini hanya dipakai untuk urusan keanggotaannya."),
    ),
    "izin data": Term(
        _("Izin anggota"),
        _("Anggota menentukan sendiri pemakaian datanya yang tidak wajib, dan boleh mencabutnya kapan saja."),
        _("Bu Sutini mencabut izin foto; paling lambat tiga hari kemudian fotonya diturunkan."),
    ),
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
    "masa jabatan": Term(
        _("Masa jabatan"),
        _("Berapa lama seseorang memegang jabatan, paling lama lima tahun. Sesudah itu rapat anggota memilih lagi."),
        _("Ketua dipilih 12 Maret 2026 untuk lima tahun, sampai 11 Maret 2031."),
    ),
    "notulen": Term(
        _("Notulen"),
        _(
            "Catatan rapat: siapa hadir, apa yang dibicarakan, apa yang diputuskan. Pimpinan rapat dan notulis "
            "menandatanganinya."
        ),
    ),
    "ekspedisi": Term(
        _("Buku ekspedisi"),
        _("Buku tanda terima surat keluar. Yang menerima surat membubuhkan tanda tangan di situ."),
    ),
    "berita acara": Term(
        _("Berita acara"),
        _("Catatan resmi bahwa sesuatu terjadi, ditandatangani yang hadir."),
        _("Berita acara hitung kas tanggal 31 Agustus."),
    ),
    "nik": Term(
        _("NIK"),
        _("Nomor induk kependudukan di KTP, 16 angka. Di Excel angka terakhirnya sering hilang menjadi nol."),
        _("3573049906780003."),
    ),
    "kartu masuk": Term(
        _("Kartu masuk"),
        _(
            "Kartu kertas dengan kode yang membuka Lumbung satu kali untuk satu anggota. Sesudahnya anggota memakai "
            "kata sandinya sendiri."
        ),
        _("Bu Siti menerima kartu dari sekretaris, memindainya, lalu membuat kata sandi."),
    ),
    "sampel": Term(
        _("Sampel"),
        _(
            "Beberapa catatan yang dicocokkan pengawas dengan notanya setiap minggu. Dipilih oleh sidik buku, jadi "
            "tidak bisa dipilih orang."
        ),
        _("Sepuluh catatan minggu ini: sembilan cocok, satu ditanyakan."),
    ),
    "tindak lanjut": Term(
        _("Tindak lanjut"),
        _("Pertanyaan pengawas yang dijawab pengurus, sampai pengawas menutupnya."),
        _("“Notanya mana?” dijawab bendahara, lalu ditutup pengawas."),
    ),
    "penyelesaian": Term(
        _("Penyelesaian simpanan"),
        _(
            "Hitungan saat anggota keluar atau meninggal: semua simpanannya dikurangi utangnya. Sisanya "
            "dikembalikan kepadanya atau ahli warisnya."
        ),
        _("Simpanan Rp510.000 dikurangi pinjaman Rp400.000: kembali Rp110.000."),
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
}
