"""What money comes in for and goes out for, in the words of a treasurer. Each category is an event of the ledger."""

from functools import cache
from typing import NamedTuple

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from lumbung.ledger.events import EVENTS

IN, OUT = True, False


class Category(NamedTuple):
    """One tile of the pages.

    event     name in the ledger's table
    group     heading over the tile; empty: no tile, the deed has a page of its own
    needs     what else is asked: "supplier" or "officer"
    """

    event: str
    question: str
    hint: str
    icon: str
    inward: bool
    group: str
    needs: str = ""
    counterparty: str = ""


SALES, MEMBERS, OTHER_IN = _("Penjualan dan jasa"), _("Anggota"), _("Uang masuk lain")
GOODS, RUNNING = _("Barang dan gerai"), _("Listrik, kantor, jalan")
PEOPLE, OTHER_OUT = _("Orang dan rapat"), _("Lain-lain")

_IN = [
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
    Category("agency.fee", _("Fee agen"), _("BRILink, PPOB, pos"), "landmark", IN, SALES),
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

_MOVED = [
    Category("money.moved", _("Pindah uang"), _("antara kas dan bank"), "arrow-left-right", IN, ""),
    Category("money.moved", _("Pindah uang"), _("antara kas dan bank"), "arrow-left-right", OUT, ""),
    Category("unit.funded", _("Modal gerai"), _("dari bendahara ke laci"), "store", IN, ""),
    Category("unit.funded", _("Modal gerai"), _("dari bendahara ke laci"), "store", OUT, ""),
    Category("unit.returned", _("Setoran gerai"), _("dari laci ke bendahara"), "store", IN, ""),
    Category("unit.returned", _("Setoran gerai"), _("dari laci ke bendahara"), "store", OUT, ""),
]

_OUT = [
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
    Category("expense.stationery", _("ATK, cetak, fotokopi"), _("alat tulis kantor"), "pencil", OUT, RUNNING),
    Category("expense.utilities", _("Listrik dan air"), _("PLN, token, PDAM"), "info", OUT, RUNNING),
    Category("expense.internet", _("Internet dan pulsa"), _("paket data, wifi"), "phone", OUT, RUNNING),
    Category("expense.transport", _("Transport"), _("bensin, ongkos, bongkar muat"), "map-pin", OUT, RUNNING),
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

_ALL = [*_IN, *_MOVED, *_OUT]
CATEGORIES: dict[str, Category] = {category.event: category for category in [*_MOVED, *_IN, *_OUT]}


def of_direction(inward: bool) -> list[Category]:
    """Every category that a line of money in, or of money out, may have."""
    return [category for category in _ALL if category.inward == inward]


@cache
def _slugs(inward: bool) -> dict[str, Category]:
    with override("id"):
        return {slugify(category.question): category for category in of_direction(inward) if category.group}


def by_slug(slug: str, inward: bool) -> Category | None:
    """The category of an address, `beli-atk`; the words of addresses stay Indonesian."""
    return _slugs(inward).get(slug)


def slug_of(event: str, inward: bool) -> str:
    return next(slug for slug, category in _slugs(inward).items() if category.event == event)


def category_account(event: str) -> str:
    """The account that a category fills or empties, beside the cash itself.

    Raises  KeyError: the event's other side is not one account of the chart
    """
    line = EVENTS[event]
    sides = [side for side in (*line.debit, *line.credit) if side != "cash"]
    accounts = [side.partition("/")[0].partition(":")[0] for side in sides]
    if len(accounts) != 1 or not accounts[0].isdigit():
        raise KeyError(event)
    return accounts[0]
