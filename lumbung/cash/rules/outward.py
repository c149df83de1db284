"""What money goes out for. Each category is an event of the ledger."""

from django.utils.translation import gettext_lazy as _

from lumbung.cash.rules.category import OUT, Category

GOODS, RUNNING = _("Barang dan gerai"), _("Listrik, kantor, jalan")
PEOPLE, OTHER_OUT = _("Orang dan rapat"), _("Lain-lain")

OUTWARD = [
    Category("goods.bought", _("Belanja barang dagangan"), _("beras, LPG, bahan baku"), "package", OUT, GOODS),
    Category(
        "consignor.paid", _("Bayar penitip"), _("hak anggota yang menitip"), "hand-coins", OUT, GOODS, needs="supplier"
    ),
    Category("expense.packaging", _("Kemasan dan promosi"), _("plastik, label, spanduk"), "package", OUT, GOODS),
    Category(
        "supplies.bought", _("Perlengkapan untuk persediaan"), _("dipakai sedikit-sedikit"), "package", OUT, GOODS
    ),
    Category("machinery.bought", _("Peralatan gerai"), _("kulkas, timbangan, etalase"), "store", OUT, GOODS),
    Category("equipment.bought", _("Inventaris kantor"), _("laptop, printer, meja"), "layers", OUT, GOODS),
    Category("vehicle.bought", _("Kendaraan"), _("motor, gerobak, mobil"), "package", OUT, GOODS),
    Category("building.bought", _("Gedung"), _("beli, bangun, perbaikan besar"), "house", OUT, GOODS),
    Category("expense.stationery", _("ATK, cetak, fotokopi"), _("alat tulis kantor"), "pencil", OUT, RUNNING),
    Category("expense.utilities", _("Listrik dan air"), _("PLN, token, PDAM"), "info", OUT, RUNNING),
    Category("expense.internet", _("Internet dan pulsa"), _("paket data, wifi"), "phone", OUT, RUNNING),
    Category("expense.transport", _("Transportasi"), _("bensin, ongkos, bongkar muat"), "map-pin", OUT, RUNNING),
    Category("expense.rent", _("Sewa tempat"), _("kantor, kios, gudang"), "house", OUT, RUNNING),
    Category("expense.maintenance", _("Perbaikan"), _("servis, cat, ganti lampu"), "settings", OUT, RUNNING),
    Category("bank.fee", _("Biaya bank"), _("administrasi rekening"), "landmark", OUT, RUNNING),
    Category("expense.levies", _("Retribusi dan meterai"), _("meterai, pajak daerah"), "receipt-text", OUT, RUNNING),
    Category("expense.wages", _("Gaji dan upah"), _("karyawan, tenaga harian"), "users", OUT, PEOPLE),
    Category("expense.incentive", _("Insentif pengelola"), _("bonus kasir, pengelola"), "users", OUT, PEOPLE),
    Category("expense.honoraria", _("Honor pengurus"), _("pengurus dan pengawas"), "users", OUT, PEOPLE),
    Category("expense.board_meeting", _("Rapat pengurus"), _("konsumsi, snack rapat"), "users", OUT, PEOPLE),
    Category(
        "expense.annual_meeting", _("Rapat anggota (RAT)"), _("konsumsi, undangan, sewa kursi"), "users", OUT, PEOPLE
    ),
    Category("expense.education", _("Pelatihan anggota"), _("kursus, narasumber"), "graduation-cap", OUT, PEOPLE),
    Category("expense.movement", _("Iuran gerakan koperasi"), _("Dekopin, Puskop"), "handshake", OUT, PEOPLE),
    Category("advance.given", _("Panjar"), _("uang muka kegiatan, nota menyusul"), "wallet", OUT, "", needs="officer"),
    Category(
        "officer.repaid",
        _("Kembalikan talangan"),
        _("uang pengurus yang terpakai"),
        "user",
        OUT,
        OTHER_OUT,
        needs="officer",
    ),
    Category("savings.withdrawn", _("Penarikan simpanan sukarela"), _("diambil anggota"), "piggy-bank", OUT, ""),
    Category("expense.social", _("Dari dana sosial"), _("dari bagian SHU"), "hand-coins", OUT, OTHER_OUT),
    Category(
        "expense.education_fund", _("Dari dana pendidikan"), _("dari bagian SHU"), "graduation-cap", OUT, OTHER_OUT
    ),
    Category("expense.general", _("Keperluan umum"), _("kebersihan, kunjungan, tamu"), "sprout", OUT, OTHER_OUT),
    Category("expense.other", _("Pengeluaran lain"), _("yang tidak ada di atas"), "coins", OUT, OTHER_OUT),
    Category("cash.short", _("Uang kurang saat dihitung"), _("selisih kurang kas"), "calculator", OUT, OTHER_OUT),
    Category(
        "payment.unidentified",
        _("Belum tahu untuk apa"),
        _("dicatat dulu, dijelaskan nanti"),
        "circle-question-mark",
        OUT,
        OTHER_OUT,
    ),
]
