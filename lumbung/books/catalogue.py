"""The sixteen books that an office of cooperatives asks for, and the five that treasurers really keep.

Source  reference/domain.md section 2. The number of every row is counted by whoever prints; it is no column here.
"""

from django.utils.translation import gettext_lazy as _

from lumbung.books.shape import DAY, MONEY, NUMBER, SIGN, Book, Column

TREASURER = ("ketua", "bendahara")


def _moved(key: str, group) -> tuple[Column, ...]:
    """In, out and balance of one kind of savings."""
    return (
        Column(f"{key}_in", _("Masuk"), 17, MONEY, group),
        Column(f"{key}_out", _("Keluar"), 17, MONEY, group),
        Column(f"{key}_left", _("Saldo"), 18, MONEY, group),
    )


MEMBERS = (
    Column("number", _("No. anggota"), 15),
    Column("name", _("Nama lengkap"), 28),
    Column("nik", _("NIK"), 27),
    Column("birth", _("Tempat, tanggal lahir"), 24),
    Column("gender", _("L/P"), 7),
    Column("occupation", _("Pekerjaan"), 20),
    Column("address", _("Alamat, RT/RW"), 28),
    Column("joined", _("Tanggal masuk"), 19, DAY),
    Column("sign_member", _("Tanda tangan atau cap jempol anggota"), 19, SIGN),
    Column("sign_chair", _("Tanda tangan ketua"), 15, SIGN),
    Column("asked", _("Minta berhenti"), 19, DAY),
    Column("left", _("Berhenti"), 19, DAY),
    Column("reason", _("Sebab"), 18),
    Column("sign_left", _("Tanda tangan ketua"), 15, SIGN),
    Column("remark", _("Keterangan"), 20),
)
OFFICERS = (
    Column("name", _("Nama"), 30),
    Column("number", _("No. anggota"), 14),
    Column("age", _("Umur"), 9, NUMBER),
    Column("occupation", _("Pekerjaan"), 22),
    Column("address", _("Alamat"), 34),
    Column("position", _("Jabatan"), 24),
    Column("since", _("Diangkat"), 19, DAY),
    Column("sign", _("Tanda tangan"), 18, SIGN),
    Column("ended", _("Berhenti"), 19, DAY),
    Column("reason", _("Sebab"), 18),
    Column("sign_chair", _("Tanda tangan ketua"), 18, SIGN),
    Column("remark", _("Keterangan"), 38),
)
EMPLOYEES = (
    Column("name", _("Nama"), 30),
    Column("birth", _("Tempat, tanggal lahir"), 28),
    Column("gender", _("L/P"), 8),
    Column("address", _("Alamat"), 34),
    Column("since", _("Tanggal masuk"), 19, DAY),
    Column("position", _("Jabatan"), 24),
    Column("approval", _("Disetujui pengurus"), 26),
    Column("sign_chair", _("Tanda tangan ketua"), 18, SIGN),
    Column("ended", _("Keluar"), 19, DAY),
    Column("reason", _("Sebab"), 22),
    Column("remark", _("Keterangan"), 24),
)
GUESTS = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("name", _("Nama tamu"), 30),
    Column("origin", _("Instansi atau alamat"), 34),
    Column("met", _("Bertemu dengan"), 24),
    Column("purpose", _("Maksud dan tujuan"), 42),
    Column("impression", _("Kesan dan pesan"), 40),
    Column("sign", _("Tanda tangan"), 20, SIGN),
)
SAVINGS = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("document", _("No. bukti"), 31),
    Column("memo", _("Uraian"), 47),
    *_moved("principal", _("Simpanan pokok")),
    *_moved("dues", _("Simpanan wajib")),
    *_moved("savings", _("Simpanan sukarela")),
    Column("total", _("Jumlah"), 19, MONEY),
    Column("sign", _("Paraf"), 12, SIGN),
)
SUGGESTIONS = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("name", _("Nama"), 28),
    Column("number", _("No. anggota"), 14),
    Column("text", _("Isi saran"), 56),
    Column("sign", _("Tanda tangan"), 18, SIGN),
    Column("answer", _("Tanggapan pengurus"), 56),
    Column("sign_board", _("Tanda tangan pengurus"), 18, SIGN),
)
ADVICE = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("name", _("Nama pejabat"), 28),
    Column("office", _("Jabatan atau alamat"), 34),
    Column("text", _("Isi anjuran"), 54),
    Column("sign", _("Tanda tangan"), 18, SIGN),
    Column("answer", _("Tindak lanjut"), 50),
    Column("sign_board", _("Tanda tangan pengurus"), 18, SIGN),
)


def _minutes(who, *more: Column) -> tuple[Column, ...]:
    return (
        Column("day", _("Hari, tanggal"), 28),
        Column("place", _("Tempat"), 19),
        Column("kind", _("Jenis rapat"), 20),
        Column("invited", who, 13, NUMBER),
        Column("present", _("Hadir"), 11, NUMBER),
        *more,
        Column("leader", _("Pimpinan"), 22),
        Column("agenda", _("Acara"), 32),
        Column("course", _("Jalannya rapat dan keputusan"), 68),
        Column("sign_leader", _("Tanda tangan pimpinan"), 17, SIGN),
        Column("sign_recorder", _("Tanda tangan notulis"), 17, SIGN),
    )


QUORUM = (Column("quorum", _("Kuorum"), 22), Column("votes", _("Hasil suara"), 22))
INCIDENTS = (
    Column("day", _("Tanggal, jam"), 22),
    Column("what", _("Kejadian"), 56),
    Column("settled", _("Penyelesaian"), 48),
    Column("cause", _("Sebab dan keterangan"), 44),
    Column("recorder", _("Pencatat"), 24),
)
CASH = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("document", _("No. bukti"), 31),
    Column("memo", _("Uraian"), 52),
    Column("against", _("Akun lawan"), 38),
    Column("inward", _("Debet, masuk"), 22, MONEY),
    Column("outward", _("Kredit, keluar"), 22, MONEY),
    Column("balance", _("Saldo"), 23, MONEY),
    Column("remark", _("Keterangan"), 24),
)
INVENTORY = (
    Column("code", _("Kode"), 16),
    Column("name", _("Nama barang"), 34),
    Column("day", _("Tanggal perolehan"), 19, DAY),
    Column("origin", _("Sumber"), 20),
    Column("count", _("Jumlah"), 11, NUMBER),
    Column("price", _("Harga satuan"), 21, MONEY),
    Column("cost", _("Jumlah harga"), 22, MONEY),
    Column("life", _("Umur ekonomis"), 16),
    Column("depreciation", _("Penyusutan"), 21, MONEY),
    Column("book_value", _("Nilai buku"), 22, MONEY),
    Column("condition", _("Kondisi"), 16),
    Column("place", _("Lokasi"), 20),
    Column("remark", _("Keterangan"), 22),
)
LETTERS = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("number", _("Nomor surat"), 34),
    Column("dated", _("Tanggal surat"), 19, DAY),
    Column("party", _("Dari atau kepada"), 40),
    Column("subject", _("Perihal"), 60),
    Column("attachments", _("Lampiran"), 20),
    Column("remark", _("Keterangan"), 26),
)
DISPATCH = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("number", _("Nomor surat"), 34),
    Column("party", _("Dikirim kepada"), 44),
    Column("subject", _("Isi singkat"), 64),
    Column("sign", _("Tanda tangan penerima"), 34, SIGN),
)
LOANS = (
    Column("number", _("No. pinjaman"), 22),
    Column("name", _("Nama"), 32),
    Column("day", _("Tanggal"), 19, DAY),
    Column("amount", _("Pokok pinjaman"), 22, MONEY),
    Column("rate", _("Jasa %"), 11),
    Column("term", _("Jangka"), 14),
    Column("due", _("Jatuh tempo"), 19, DAY),
    Column("instalment", _("Angsuran ke"), 13, NUMBER),
    Column("paid_on", _("Dibayar"), 19, DAY),
    Column("principal", _("Pokok"), 20, MONEY),
    Column("interest", _("Jasa"), 18, MONEY),
    Column("penalty", _("Denda"), 16, MONEY),
    Column("left", _("Sisa"), 22, MONEY),
)
SUPERVISION = (
    Column("day", _("Tanggal"), 19, DAY),
    Column("name", _("Nama pengawas"), 30),
    Column("text", _("Isi saran"), 64),
    Column("answer", _("Tanggapan pengurus"), 60),
    Column("sign", _("Tanda tangan"), 20, SIGN),
)

CATALOGUE = (
    Book(1, "daftar-anggota", _("Buku Daftar Anggota"),
         _("Daftar resmi siapa anggota, sejak kapan, dan kapan berhenti."), MEMBERS, "all"),
    Book(2, "daftar-pengurus", _("Buku Daftar Pengurus"),
         _("Siapa memimpin koperasi, jabatannya apa, dari kapan sampai kapan."), OFFICERS, "all"),
    Book(3, "daftar-pengawas", _("Buku Daftar Pengawas"),
         _("Siapa mengawasi, diangkat kapan, berhenti kapan."), OFFICERS, "all"),
    Book(4, "daftar-karyawan", _("Buku Daftar Karyawan"),
         _("Pengelola dan karyawan, dengan persetujuan pengurus."), EMPLOYEES, "all"),
    Book(5, "buku-tamu", _("Buku Tamu"), _("Siapa datang ke kantor, dari mana, dan untuk apa."), GUESTS),
    Book(6, "simpanan-anggota", _("Buku Simpanan Anggota"),
         _("Simpanan pokok, wajib, dan sukarela tiap anggota, baris demi baris."), SAVINGS, "year", TREASURER),
    Book(7, "saran-anggota", _("Buku Saran Anggota"), _("Saran anggota dan tanggapan pengurus."), SUGGESTIONS),
    Book(8, "anjuran-pejabat-koperasi", _("Buku Anjuran Pejabat Koperasi"),
         _("Anjuran dari dinas koperasi dan tindak lanjutnya."), ADVICE),
    Book(9, "anjuran-instansi-lain", _("Buku Anjuran Pejabat Instansi Lain"),
         _("Anjuran kelurahan, pajak, dan instansi lain."), ADVICE),
    Book(10, "rapat-pengawas", _("Buku Notulen Rapat Pengawas"),
         _("Jalannya rapat pengawas dan keputusannya."), _minutes(_("Jumlah pengawas"))),
    Book(11, "rapat-pengurus", _("Buku Notulen Rapat Pengurus"),
         _("Jalannya rapat pengurus dan keputusannya."), _minutes(_("Jumlah pengurus"))),
    Book(12, "rapat-anggota", _("Buku Notulen Rapat Anggota"),
         _("RAT dan rapat anggota lain: kuorum, suara, keputusan."), _minutes(_("Jumlah anggota"), *QUORUM)),
    Book(13, "kejadian-penting", _("Buku Catatan Kejadian Penting"),
         _("Peristiwa yang perlu diingat, dan bagaimana diselesaikan."), INCIDENTS),
    Book(14, "buku-kas", _("Buku Kas"),
         _("Semua uang tunai masuk dan keluar, dengan saldo setiap baris."), CASH, "month", TREASURER),
    Book(15, "inventaris", _("Buku Inventaris"), _("Barang milik dan pinjaman, harganya dan keadaannya."),
         INVENTORY, "all"),
    Book(16, "agenda-ekspedisi", _("Buku Agenda dan Ekspedisi"),
         _("Surat masuk dan keluar, dan siapa menerimanya."), LETTERS),
    Book(17, "pinjaman-anggota", _("Buku Pinjaman Anggota"), _("Pinjaman tiap anggota dan angsurannya."),
         LOANS, "all", TREASURER),
    Book(18, "saran-pengawas", _("Buku Saran Pengawas"), _("Saran pengawas kepada pengurus dan tanggapannya."),
         SUPERVISION),
    Book(19, "buku-bank", _("Buku Bank"), _("Setiap rekening bank, baris demi baris."), CASH, "month", TREASURER),
    Book(20, "kas-umum-operasional", _("Buku Kas Umum dan Kas Operasional"),
         _("Kas bendahara dan kas kecil, masing-masing sendiri."), CASH, "month", TREASURER),
    Book(21, "unit-usaha", _("Buku Kas per Unit Usaha"), _("Uang tiap gerai di lacinya."), CASH, "month", TREASURER),
)  # fmt: skip
