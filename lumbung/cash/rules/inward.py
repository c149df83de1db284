"""What money comes in for. Each category is an event of the ledger."""

from django.utils.translation import gettext_lazy as _

from lumbung.cash.rules.category import IN, Category

SALES, MEMBERS, OTHER_IN = _("Penjualan dan jasa"), _("Anggota"), _("Uang masuk lain")

INWARD = [
    Category("dues.paid", _("Iuran anggota"), _("simpanan wajib bulanan"), "coins", IN, ""),
    Category("member.principal_paid", _("Simpanan pokok"), _("sekali, waktu masuk anggota"), "user-plus", IN, ""),
    Category("savings.deposited", _("Simpanan sukarela"), _("titipan anggota, boleh diambil"), "piggy-bank", IN, ""),
    Category("sale.non_member", _("Penjualan"), _("kepada siapa saja"), "store", IN, SALES, counterparty="non_member"),
    Category(
        "sale.member", _("Penjualan kepada anggota"), _("pembelinya anggota"), "store", IN, SALES, counterparty="member"
    ),
    Category(
        "sale.consigned",
        _("Hasil titip jual"),
        _("barang titipan anggota laku"),
        "package",
        IN,
        SALES,
        needs="supplier",
        counterparty="member",
    ),
    Category("agency.fee", _("Komisi agen"), _("BRILink, PPOB, pos"), "landmark", IN, SALES),
    Category(
        "service.member",
        _("Jasa untuk anggota"),
        _("sewa alat, klinik, cetak"),
        "handshake",
        IN,
        SALES,
        counterparty="member",
    ),
    Category(
        "service.non_member",
        _("Jasa untuk umum"),
        _("sewa alat, parkir, cetak"),
        "handshake",
        IN,
        SALES,
        counterparty="non_member",
    ),
    Category(
        "partnership.share",
        _("Bagi hasil kemitraan"),
        _("dari mitra usaha"),
        "handshake",
        IN,
        SALES,
        counterparty="non_member",
    ),
    Category(
        "member.card_sold",
        _("Buku atau kartu anggota"),
        _("diganti biaya cetaknya"),
        "id-card",
        IN,
        MEMBERS,
        counterparty="member",
    ),
    Category("grant.cash", _("Hibah atau sumbangan"), _("uang bantuan tanpa syarat"), "hand-coins", IN, OTHER_IN),
    Category("bank.interest", _("Bunga bank"), _("jasa giro, bunga tabungan"), "landmark", IN, OTHER_IN),
    Category(
        "officer.lent",
        _("Talangan dari pengurus"),
        _("uang pengurus dipakai dulu"),
        "user",
        IN,
        OTHER_IN,
        needs="officer",
    ),
    Category("loan.received", _("Pinjaman bank"), _("dengan nomor keputusan rapat anggota"), "landmark", IN, OTHER_IN),
    Category("income.other", _("Pendapatan lain"), _("yang tidak ada di atas"), "coins", IN, OTHER_IN),
    Category("cash.over", _("Uang lebih saat dihitung"), _("selisih lebih kas"), "calculator", IN, OTHER_IN),
    Category(
        "receipt.unidentified",
        _("Belum tahu dari siapa"),
        _("dicatat dulu, dijelaskan nanti"),
        "circle-question-mark",
        IN,
        OTHER_IN,
    ),
]
