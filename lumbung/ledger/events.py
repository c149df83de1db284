"""Every event of a cooperative and its journal: the whole accounting, on one page.

A side is `account`, `account/holder` or `account:part`. `cash` is the till or bank the caller names (Kas Umum when it
names none), `to` the place that money moves to, `account` one that the caller chooses. An amount has a part when the
journal has more than one line on that side; `total` is the sum of all parts. Codes are the rows of the reference
(domain, section 3.3); a category of the cash pages without a row of its own is named by the account it fills. Labels
are Indonesian, as the book keeps them; a screen translates.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop as _

BKM, BKK, BM, JU, TB, TH = "BKM", "BKK", "BM", "JU", "TB", "TH"  # received, paid, memo, general, closing, day's end


class Event(NamedTuple):
    name: str
    code: str
    label: str
    series: str
    debit: tuple[str, ...]
    credit: tuple[str, ...]


def _event(name, code, label, series, debit, credit) -> Event:
    return Event(name, code, label, series, tuple(debit.split()), tuple(credit.split()))


_TABLE = [
    # --- membership and savings
    _event("member.principal_paid", "J01", _("Simpanan pokok"), BKM, "cash", "310000/member"),
    _event("member.card_sold", "J02", _("Buku atau kartu anggota"), BKM, "cash", "414100"),
    _event("dues.paid", "J03", _("Simpanan wajib"), BKM, "cash", "320000/member"),
    _event("dues.paid_many", "J04", _("Simpanan wajib, beberapa bulan"), BKM, "cash", "320000/member"),
    _event("dues.billed", "J05a", _("Tagihan simpanan wajib"), BM, "329000/member", "320000/member"),
    _event("dues.collected", "J05b", _("Simpanan wajib yang ditagih"), BKM, "cash", "329000/member"),
    _event("receipt.unidentified", "J06a", _("Uang masuk, pengirim belum jelas"), BKM, "cash", "212300/receipt"),
    _event("receipt.was_dues", "J06b", _("Ternyata simpanan wajib"), JU, "212300/receipt", "320000/member"),
    _event("receipt.was_principal", "J06b", _("Ternyata simpanan pokok"), JU, "212300/receipt", "310000/member"),
    _event("receipt.was_savings", "J06b", _("Ternyata simpanan sukarela"), JU, "212300/receipt", "211100/member"),
    _event("receipt.was_other", "J06b", _("Ternyata uang masuk lain"), JU, "212300/receipt", "account"),
    _event("payment.unidentified", "J06a", _("Uang keluar, keperluan belum jelas"), BKK, "212300/receipt", "cash"),
    _event("payment.was_other", "J06b", _("Ternyata uang keluar untuk"), JU, "account", "212300/receipt"),
    _event("savings.deposited", "J07", _("Setoran simpanan sukarela"), BKM, "cash", "211100/member"),
    _event("savings.withdrawn", "J08", _("Penarikan simpanan sukarela"), BKK, "211100/member", "cash"),
    _event("savings.interest", "J09", _("Jasa simpanan sukarela"), BM, "512100", "211100/member"),
    _event(
        "savings.interest_taxed",
        "J10a",
        _("Jasa simpanan sukarela, dipotong PPh"),
        BM,
        "512100",
        "211100/member:share 213100:tax",
    ),
    _event("savings.tax_remitted", "J10b", _("Setor PPh jasa simpanan"), BKK, "213100", "cash"),
    _event("term.placed", "J11", _("Penempatan simpanan berjangka"), BKM, "cash", "211300/member"),
    _event("term.placed_from_savings", "J11", _("Sukarela menjadi berjangka"), BM, "211100/member", "211300/member"),
    _event("term.accrued", "J11a", _("Jasa simpanan berjangka"), BM, "512200", "211400/member:share 213100:tax"),
    _event("term.credited", "J11a", _("Jasa berjangka masuk sukarela"), BM, "512200", "211100/member:share 213100:tax"),
    _event(
        "term.paid",
        "J11b",
        _("Pencairan simpanan berjangka"),
        BKK,
        "211400/member:interest 211300/member:principal",
        "cash",
    ),
    _event(
        "term.to_savings",
        "J11b",
        _("Berjangka masuk simpanan sukarela"),
        BM,
        "211400/member:interest 211300/member:principal",
        "211100/member",
    ),
    _event("term.interest_paid", "J11b", _("Bayar jasa simpanan berjangka"), BKK, "211400/member", "cash"),
    _event("term.forfeited", "J11b", _("Jasa berjangka hangus"), BM, "211400/member", "512200"),
    _event("term.penalty", "J11b", _("Denda pencairan berjangka"), BM, "211300/member", "431900"),
    _event(
        "member.settled",
        "J50a",
        _("Penyelesaian simpanan anggota keluar"),
        JU,
        "310000/member:principal 320000/member:dues 211100/member:savings 211200/member:associate_savings "
        "211300/member:term 221300/member:long_term 211400/member:term_interest 211500/member:earmarked "
        "215700/member:surplus",
        "329000/member:billed 113400/member:bought 113200/member:interest_due 113100/member:loan 412100:interest "
        "216100/member:refund",
    ),  # fmt: skip
    _event("member.refunded", "J50b", _("Pengembalian simpanan anggota keluar"), BKK, "216100/member", "cash"),
    _event("member.merged", "J52", _("Simpanan pindah, anggota tercatat dua kali"), JU, "account/any", "to"),
    # --- trade, consignment, units
    _event("unit.funded", "J20", _("Modal kerja dari bendahara ke gerai"), BM, "111300/till", "111100"),
    _event("unit.returned", "J20", _("Uang gerai kembali ke bendahara"), BM, "111100", "111300/till"),
    _event("sale.member", "J22a", _("Penjualan kepada anggota"), BKM, "cash", "411100"),
    _event("sale.non_member", "J22a", _("Penjualan kepada bukan anggota"), BKM, "cash", "421100"),
    _event(
        "sale.consigned", "J27a", _("Hasil titip jual anggota"), BKM, "cash", "212200/supplier:share 413100:commission"
    ),
    _event(
        "sale.consigned_other", "J27a", _("Titip jual, umum"), BKM, "cash", "212200/supplier:share 423100:commission"
    ),
    _event("consignor.paid", "J28a", _("Bayar penitip"), BKK, "212200/supplier", "cash"),
    _event("goods.bought", "J21", _("Belanja barang dagangan"), BKK, "114100", "cash"),
    _event("goods.used_member", "J22b", _("Harga pokok yang terjual kepada anggota"), BM, "511100", "114100"),
    _event("goods.used_non_member", "J22b", _("Harga pokok yang terjual kepada bukan anggota"), BM, "511200", "114100"),
    _event("supplies.bought", "114500", _("Kemasan dan perlengkapan untuk persediaan"), BKK, "114500", "cash"),
    _event("agency.fee", "J30b", _("Fee keagenan (BRILink, PPOB)"), BKM, "cash", "424100"),
    _event("service.member", "414100", _("Jasa layanan anggota"), BKM, "cash", "414100"),
    _event("service.non_member", "424200", _("Jasa layanan bukan anggota"), BKM, "cash", "424200"),
    _event("partnership.share", "425100", _("Bagi hasil kemitraan"), BKM, "cash", "425100"),
    # --- grants, assets
    _event("grant.cash", "J32", _("Hibah uang tanpa syarat"), BKM, "cash", "330000"),
    _event("grant.income", "J32", _("Hibah uang, dicatat sebagai pendapatan"), BKM, "cash", "431200"),
    _event("grant.laptop", "J34a", _("Hibah laptop menjadi milik koperasi"), JU, "121500", "330000"),
    _event("grant.lent", "J34b", _("Barang pinjam pakai"), BM, "900300", "900400"),
    _event("equipment.bought", "121500", _("Beli inventaris kantor"), BKK, "121500", "cash"),
    _event("machinery.bought", "121400", _("Beli peralatan gerai"), BKK, "121400", "cash"),
    _event("grant.goods", "J34a", _("Hibah barang menjadi milik koperasi"), JU, "account", "330000"),
    _event("lent.returned", "J34b", _("Barang pinjam pakai dikembalikan"), BM, "900400", "900300"),
    _event("vehicle.bought", "121300", _("Beli kendaraan"), BKK, "121300", "cash"),
    _event("building.bought", "121200", _("Beli atau bangun gedung"), BKK, "121200", "cash"),
    _event("loan.received", "J36a", _("Pinjaman bank diterima"), BKM, "cash", "221100"),
    _event("asset.depreciated", "J35", _("Penyusutan bulan ini"), BM, "523100", "account"),
    _event("asset.worn_off", "J35", _("Akumulasi penyusutan barang yang lepas"), BM, "account", "to"),
    _event("asset.sold", "431400", _("Jual barang inventaris"), BKM, "cash", "account:book 431400:gain"),
    _event("asset.sold_below", "541100", _("Jual barang di bawah nilai buku"), JU, "cash:price 541100:loss", "account"),
    _event("asset.written_off", "541100", _("Barang inventaris dihapus"), JU, "541100", "account"),
    # --- expenses in plain words
    _event("expense.wages", "J37", _("Gaji dan upah"), BKK, "521100", "cash"),
    _event("expense.incentive", "521200", _("Insentif kasir atau pengelola"), BKK, "521200", "cash"),
    _event("expense.utilities", "522100", _("Listrik dan air"), BKK, "522100", "cash"),
    _event("expense.internet", "522200", _("Internet dan pulsa"), BKK, "522200", "cash"),
    _event("expense.stationery", "522300", _("ATK, cetak, fotokopi"), BKK, "522300", "cash"),
    _event("expense.transport", "522400", _("Transportasi dan bongkar muat"), BKK, "522400", "cash"),
    _event("expense.rent", "522500", _("Sewa tempat"), BKK, "522500", "cash"),
    _event("expense.maintenance", "522600", _("Perbaikan dan pemeliharaan"), BKK, "522600", "cash"),
    _event("expense.packaging", "522700", _("Kemasan dan promosi"), BKK, "522700", "cash"),
    _event("expense.general", "522900", _("Keperluan umum lain"), BKK, "522900", "cash"),
    _event("expense.levies", "525100", _("Pajak daerah, retribusi, meterai"), BKK, "525100", "cash"),
    _event("expense.honoraria", "531100", _("Honor pengurus dan pengawas"), BKK, "531100", "cash"),
    _event("expense.annual_meeting", "531200", _("Biaya rapat anggota (RAT)"), BKK, "531200", "cash"),
    _event("expense.board_meeting", "531300", _("Konsumsi rapat pengurus"), BKK, "531300", "cash"),
    _event("expense.education", "531400", _("Pendidikan dan pelatihan anggota"), BKK, "531400", "cash"),
    _event("expense.movement", "531500", _("Iuran gerakan koperasi"), BKK, "531500", "cash"),
    _event("expense.social", "J47", _("Pemakaian dana sosial"), BKK, "215200", "cash"),
    _event("expense.education_fund", "J47", _("Pemakaian dana pendidikan"), BKK, "215100", "cash"),
    _event("expense.other", "541900", _("Beban lain-lain"), BKK, "541900", "cash"),
    _event("income.other", "431900", _("Pendapatan lain-lain"), BKM, "cash", "431900"),
    # --- advances, money of officers
    _event("advance.given", "J38a", _("Panjar kegiatan"), BKK, "113900/officer", "cash"),
    _event("advance.settled", "J38b", _("Panjar selesai"), JU, "account:spent cash:returned", "113900/officer:total"),
    _event("advance.spent", "J38b", _("Panjar selesai, habis terpakai"), JU, "account", "113900/officer"),
    _event("advance.returned", "J38b", _("Panjar kembali utuh"), BKM, "cash", "113900/officer"),
    _event(
        "advance.overspent", "J38b", _("Panjar selesai, ditambah"), BKK, "account", "113900/officer:given cash:more"
    ),
    _event("officer.lent", "J39a", _("Talangan uang dari pengurus"), BKM, "cash", "216200/officer"),
    _event("officer.paid_for_us", "J39a", _("Talangan pengurus"), JU, "account", "216200/officer"),
    _event("officer.repaid", "J39b", _("Talangan dikembalikan"), BKK, "216200/officer", "cash"),
    # --- cash and bank
    _event("money.moved", "J41", _("Pindah uang antar kas dan bank"), BM, "to", "cash"),
    _event("cash.short", "J42a", _("Selisih kurang kas"), BKK, "526100", "cash"),
    _event("cash.over", "J42b", _("Selisih lebih kas"), BKM, "cash", "431300"),
    _event("bank.fee", "J43a", _("Biaya administrasi bank"), BKK, "522800", "cash"),
    _event("bank.interest", "J43b", _("Bunga bank"), BKM, "cash", "431100"),
    # --- opening balances, corrections, closing
    _event("opening.asset", "J51a", _("Saldo awal aset"), JU, "account/any", "390000"),
    _event("opening.claim", "J51b", _("Saldo awal utang dan modal"), JU, "390000", "account/any"),
    _event("opening.principal", "J51b", _("Saldo awal simpanan pokok"), JU, "390000", "310000/member"),
    _event("opening.dues", "J51b", _("Saldo awal simpanan wajib"), JU, "390000", "320000/member"),
    _event("opening.savings", "J51b", _("Saldo awal simpanan sukarela"), JU, "390000", "211100/member"),
    _event("opening.shortfall", "J51c", _("Selisih saldo awal, kurang"), JU, "352000", "390000"),
    _event("opening.excess", "J51c", _("Selisih saldo awal, lebih"), JU, "390000", "352000"),
    _event("correction", "J52", _("Pembetulan"), JU, "", ""),
    _event("period.day_closed", "", _("Tutup hari"), TH, "", ""),
    _event("period.closed", "", _("Tutup bulan"), TB, "", ""),
    _event("period.reopened", "", _("Buka kembali bulan"), TB, "", ""),
]

EVENTS: dict[str, Event] = {event.name: event for event in _TABLE}
