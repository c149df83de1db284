"""What people of the pilot say, write and meet about. Words only; `secretariat` decides who says them and when."""

GUESTS = (
    ("Bambang Sutejo", "RW 03 Karangbesuki", "Bayar iuran atau menabung: titipan tiga tetangga"),
    ("Rina Marlina", "Universitas Brawijaya", "Wawancara untuk skripsi tentang koperasi kelurahan"),
    ("Pak Hartono", "Kelurahan", "Kunjungan dinas: menanyakan perkembangan anggota"),
    ("Yayuk Setyowati", "Jl. Kemuning 21", "Ingin menjadi anggota"),
    ("Dedi Irawan", "Bank Jatim Cabang Malang", "Menawarkan rekening dan QRIS untuk koperasi"),
    ("Bu Endah", "PKK RW 07", "Bertemu pengurus: titip jual keripik tempe"),
    ("Agung Wicaksono", "Diskopindag Kota Malang", "Kunjungan dinas: melihat buku dan laporan bulanan"),
    ("Sulastri", "Gg. Mawar 9", "Belanja di gerai"),
    ("Muhammad Rizal", "SMK 6 Malang", "Mengantar surat permohonan praktik kerja"),
    ("Pak Gatot", "Koperasi Tani Dewi Sri", "Belajar cara mencatat iuran di laptop"),
)
IMPRESSIONS = ("", "", "", "Pelayanannya ramah.", "Bukunya rapi, semoga makin maju.", "Mohon jam buka dipasang.")
SUGGESTIONS = (
    ("Kantor tolong dibuka juga Minggu pagi, karena Senin sampai Sabtu saya bekerja.",
     "Mulai bulan depan kantor buka Minggu pertama, pukul 08.00 sampai 10.00."),
    ("Harga minyak di gerai sebaiknya ditulis besar di depan supaya tidak tanya terus.",
     "Papan harga sudah dipasang dan diganti setiap Senin."),
    ("Kalau bisa iuran diingatkan lewat WhatsApp sebelum tanggal 10.",
     "Bendahara mengirim pengingat tanggal 5 kepada yang belum bayar."),
    ("Mohon kartu simpanan dicetak ulang, punya saya sudah luntur.",
     "Kartu dicetak ulang dan bisa diambil di kantor."),
    ("Adakan pelatihan membungkus keripik supaya laku di Karbes Market.",
     "Diusulkan ke Diskopindag untuk triwulan depan."),
    ("Kursi tunggu di kantor kurang, waktu bayar iuran banyak ibu yang berdiri.", ""),
)  # fmt: skip
ADVICE = {
    "official": (
        ("Agung Wicaksono", "Kabid Koperasi, Diskopindag Kota Malang",
         "RAT dilaksanakan paling lambat 31 Maret dan laporannya dikirim sebelum 30 April.",
         "Tanggal RAT ditetapkan dalam rapat pengurus, undangan dikirim 14 hari sebelumnya."),
        ("Siti Mariam", "Penyuluh koperasi, Diskopindag Kota Malang",
         "Kas di laci tidak lebih dari dua juta rupiah; selebihnya disetor ke bank hari itu juga.",
         "Batas kas ditempel di meja kasir. Setoran dicatat di buku bank."),
    ),
    "agency": (
        ("Hartono", "Sekretaris Kelurahan",
         "Kegiatan pasar di halaman kelurahan diberitahukan paling lambat tiga hari sebelumnya.",
         "Sekretaris mengirim surat pemberitahuan setiap awal bulan."),
        ("Nur Hidayat", "Penyuluh, KPP Pratama Malang Selatan",
         "PPh final atas omzet disetor paling lambat tanggal 15 bulan berikutnya.",
         "Bendahara memasang pengingat; setoran dicatat di buku kas."),
    ),
    "supervisor": (
        ("", "", "Nota belanja gerai dilampirkan fotonya pada hari yang sama, bukan akhir minggu.",
         "Kasir memotret nota saat mencatat. Diperiksa lagi bulan depan."),
        ("", "", "Panjar yang lewat 14 hari ditagih tertulis.", ""),
    ),
}  # fmt: skip
BOARD_AGENDA = (
    ("Laporan kas bulan lalu; tunggakan iuran; rencana belanja gerai",
     "Bendahara membacakan saldo kas dan bank. Tunggakan dibahas per RT.",
     "Koordinator RT mengingatkan yang menunggak lebih dari tiga bulan. Belanja gerai disetujui sesuai daftar."),
    ("Persiapan rapat anggota; pembagian tugas; anggaran konsumsi",
     "Sekretaris membagikan susunan acara. Tempat dan kursi dibahas.",
     "Panitia dibentuk. Anggaran konsumsi disetujui. Undangan dikirim 14 hari sebelumnya."),
    ("Penerimaan anggota baru; kartu simpanan; jadwal jaga kantor",
     "Nama calon anggota dibacakan satu per satu; simpanan pokoknya sudah lunas.",
     "Semua calon diterima. Jadwal jaga ditempel di kantor."),
    ("Pelatihan pembukuan; keamanan sandi; tindak lanjut saran anggota",
     "Pengurus yang ikut pelatihan menceritakan isinya. Saran anggota dibacakan.",
     "Setiap orang memakai akun sendiri. Saran dijawab paling lambat satu minggu."),
)  # fmt: skip
SUPERVISORS_AGENDA = (
    "Pemeriksaan kas dan bukti triwulan",
    "Kas dihitung bersama bendahara dan cocok dengan buku. Sepuluh bukti diambil acak dan dibandingkan dengan kertas.",
    "Kas cocok. Satu bukti tanpa foto nota diminta dilengkapi dalam tujuh hari.",
)
INCIDENTS = (
    ("19.15", "Hujan deras, air masuk ke kantor setinggi mata kaki. Buku dan laptop dinaikkan ke lemari.",
     "Lantai dikeringkan bersama warga RT. Tidak ada catatan yang rusak.", "Saluran depan tersumbat sampah daun."),
    ("10.30", "Listrik padam tiga jam saat hari bayar iuran.",
     "Iuran dicatat di kertas bernomor, lalu dimasukkan malamnya. Jumlah cocok.", "Pemadaman bergilir."),
    ("", "Dompet anggota tertinggal di kursi tunggu.",
     "Diserahkan kembali kepada pemiliknya dengan tanda terima.", "Diketemukan petugas jaga."),
)  # fmt: skip
LETTERS = (
    ("in", "Diskopindag Kota Malang", "Undangan pelatihan pembukuan koperasi", "1 lembar"),
    ("out", "Diskopindag Kota Malang", "Laporan perkembangan koperasi triwulan", "1 berkas"),
    ("in", "Kelurahan", "Permintaan data anggota untuk profil kelurahan", "-"),
    ("out", "Kelurahan", "Pemberitahuan kegiatan pasar murah", "1 lembar"),
    ("out", "Bank Jatim Cabang Malang", "Permohonan perubahan tanda tangan rekening", "2 lembar"),
    ("in", "SMK 6 Malang", "Permohonan praktik kerja dua siswa", "1 lembar"),
)
