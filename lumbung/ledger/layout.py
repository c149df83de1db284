"""The lines of the statements and the accounts behind each (reference: domain sections 4.2 and 4.3).

Every account that can be posted to stands on exactly one line, except the clearing accounts 390000 and 590000, which
must be nil, and the memorandum accounts, which balance against themselves.
"""

from functools import cache
from typing import NamedTuple

from django.utils.translation import gettext_noop as _  # whoever prints a label translates it

from lumbung.ledger.chart import ACCOUNTS


class Line(NamedTuple):
    """A printed line.

    key       stable name, for the workbook and for a link to the entries behind it
    ranges    account codes, `111100-112500` or single
    deducts   printed as a deduction from the lines above
    level     "head" (a heading), "line", "subtotal" (adds up what stands since `adds`), "total"
    adds      for a subtotal: the keys it adds up
    """

    key: str
    label: str
    ranges: tuple[str, ...] = ()
    deducts: bool = False
    level: str = "line"
    adds: tuple[str, ...] = ()


def _lines(prefix: str, *rows: tuple[str, str]) -> list[Line]:
    lines = []
    for index, (label, ranges) in enumerate(rows, start=1):
        sign, *spans = ranges.split() if ranges.startswith("-") else ("", *ranges.split())
        lines.append(Line(f"{prefix}{index}", label, tuple(spans), deducts=sign == "-"))
    return lines


def _head(key: str, label: str) -> Line:
    return Line(key, label, level="head")


def _sum(key: str, label: str, lines: list[Line], *others: str, level: str = "subtotal") -> Line:
    return Line(key, label, level=level, adds=(*others, *(line.key for line in lines)))


CURRENT_ASSETS = _lines(
    "AL",
    (_("Kas dan setara kas"), "111100-112500"),
    (_("Pinjaman anggota (USP)"), "113100"),
    (_("Penyisihan kerugian pinjaman"), "- 113150"),
    (_("Piutang usaha (anggota, bukan anggota, jasa layanan)"), "113300-113500"),
    (_("Penyisihan piutang usaha"), "- 113550"),
    (_("Piutang lain-lain, kasbon, panjar, jasa pinjaman"), "113200 113700-113900"),
    (_("Persediaan (neto)"), "114100-114900"),
    (_("Beban dan pajak dibayar di muka"), "115100-116100"),
)
FIXED_ASSETS = _lines(
    "AT",
    (_("Penempatan modal pada unit usaha/kemitraan"), "123200"),
    (_("Investasi pada koperasi lain"), "123100"),
    (_("Aset tetap"), "121100-121900"),
    (_("Akumulasi penyusutan"), "- 122200-122500"),
    (_("Aset tak berwujud (neto)"), "124100-124200"),
    (_("Aset lain"), "125100-126100"),
)
CURRENT_LIABILITIES = _lines(
    "LP",
    (_("Utang usaha"), "212100"),
    (_("Utang konsinyasi, titipan, uang muka"), "212200-212500"),
    (_("Simpanan sukarela dan simpanan khusus"), "211100-211200 211500"),
    (_("Simpanan berjangka s.d. 12 bulan"), "211300"),
    (_("Utang bunga/jasa"), "211400"),
    (_("Utang pajak"), "213100-213600"),
    (_("Beban yang masih harus dibayar"), "214100"),
    (_("Dana-dana SHU"), "215100-215500"),
    (_("Utang SHU anggota"), "215700"),
    (_("Utang imbal jasa desa"), "215800"),
    (_("Utang anggota keluar dan talangan pihak ketiga"), "216100-216200"),
    (_("Utang pinjaman - bagian lancar"), "216300"),
    (_("Liabilitas lain"), "217200"),
)
LONG_LIABILITIES = _lines(
    "LJ",
    (_("Utang pinjaman (bank, LPDB)"), "221100-221200"),
    (_("Simpanan berjangka di atas 12 bulan"), "221300"),
    (_("Hibah ditangguhkan"), "221400"),
    (_("Liabilitas imbalan pasca kerja"), "222100"),
    (_("Modal penyertaan"), "223100"),
)
EQUITY = _lines(
    "EK",
    (_("Simpanan pokok"), "310000"),
    (_("Simpanan wajib"), "320000"),
    (_("Simpanan belum disetor"), "- 329000"),
    (_("Hibah/donasi (ekuitas lain)"), "330000"),
    (_("Cadangan umum dan cadangan tujuan risiko"), "340000-341000"),
    (_("SHU tahun lalu belum dibagi"), "351000"),
    (_("Saldo defisit/SHU ditahan"), "352000"),
    (_("SHU tahun berjalan"), "350000"),
)
RESULT_OF_YEAR = EQUITY[-1].key  # also holds what the 4xxxxx and 5xxxxx accounts have not yet been closed to

POSITION: list[Line] = [
    _head("AL", _("ASET LANCAR")),
    *CURRENT_ASSETS,
    _sum("AL.", _("Jumlah aset lancar"), CURRENT_ASSETS),
    _head("AT", _("ASET TIDAK LANCAR")),
    *FIXED_ASSETS,
    _sum("AT.", _("Jumlah aset tidak lancar"), FIXED_ASSETS),
    Line("A.", _("JUMLAH ASET"), level="total", adds=("AL.", "AT.")),
    _head("LP", _("LIABILITAS JANGKA PENDEK")),
    *CURRENT_LIABILITIES,
    _sum("LP.", _("Jumlah liabilitas jangka pendek"), CURRENT_LIABILITIES),
    _head("LJ", _("LIABILITAS JANGKA PANJANG")),
    *LONG_LIABILITIES,
    _sum("LJ.", _("Jumlah liabilitas jangka panjang"), LONG_LIABILITIES),
    Line("L.", _("JUMLAH LIABILITAS"), level="total", adds=("LP.", "LJ.")),
    _head("EK", _("EKUITAS")),
    *EQUITY,
    _sum("EK.", _("JUMLAH EKUITAS"), EQUITY, level="total"),
    Line("LE.", _("JUMLAH LIABILITAS DAN EKUITAS"), level="total", adds=("L.", "EK.")),
]

MEMBER_PARTICIPATION = _lines(
    "PA",
    (_("Penjualan kepada anggota (neto)"), "411100-411900"),
    (_("Harga pokok penjualan anggota"), "- 511100"),
    (_("Jasa, administrasi, provisi, denda pinjaman anggota"), "412100-412400"),
    (_("Beban jasa simpanan anggota"), "- 512100-512200"),
    (_("Komisi konsinyasi dan jasa layanan anggota"), "413100-414100"),
)
NON_MEMBER = _lines(
    "NA",
    (_("Penjualan kepada bukan anggota (neto)"), "421100-421900"),
    (_("Harga pokok penjualan bukan anggota"), "- 511200"),
    (_("Komisi, fee keagenan, jasa, bagi hasil bukan anggota"), "423100-425100"),
)
OPERATING = _lines(
    "BU",
    (_("Beban kepegawaian"), "- 521100-521200"),
    (_("Beban administrasi dan umum"), "- 522100-522900 525100"),
    (_("Beban penyusutan dan amortisasi"), "- 523100-523200"),
    (_("Beban penyisihan pinjaman dan piutang"), "- 524100-524200"),
    (_("Selisih/kerusakan persediaan dan selisih kurang kas"), "- 513100-513200 526100"),
    (_("Beban bunga utang bank/LPDB"), "- 512300"),
)
COOPERATIVE_COST = _lines("BK", (_("Beban perkoperasian"), "- 531100-531500"))
OTHER = _lines("LL", (_("Pendapatan lain"), "431100-431900"), (_("Beban lain"), "- 541100-541900"))
TAX = _lines("PJ", (_("Beban pajak penghasilan"), "- 551100-551200"))

SURPLUS: list[Line] = [
    _head("PA", _("A. PARTISIPASI ANGGOTA")),
    *MEMBER_PARTICIPATION,
    _sum("PA.", _("Partisipasi neto anggota"), MEMBER_PARTICIPATION),
    _head("NA", _("B. TRANSAKSI DENGAN BUKAN ANGGOTA")),
    *NON_MEMBER,
    _sum("NA.", _("Laba kotor dari bukan anggota"), NON_MEMBER),
    Line("SK.", _("SHU KOTOR (A + B)"), level="total", adds=("PA.", "NA.")),
    _head("BU", _("C. BEBAN USAHA")),
    *OPERATING,
    _sum("BU.", _("Jumlah beban usaha"), OPERATING),
    Line("SB.", _("SHU sebelum beban perkoperasian"), level="subtotal", adds=("SK.", "BU.")),
    _head("BK", _("D. BEBAN PERKOPERASIAN")),
    *COOPERATIVE_COST,
    Line("SP.", _("SHU setelah beban perkoperasian"), level="subtotal", adds=("SB.", "BK1")),
    _head("LL", _("E. PENDAPATAN DAN BEBAN LAIN")),
    *OTHER,
    Line("ST.", _("SHU SEBELUM PAJAK"), level="total", adds=("SP.", "LL1", "LL2")),
    _head("PJ", _("F. PAJAK PENGHASILAN")),
    *TAX,
    Line("S.", _("SHU SETELAH PAJAK"), level="total", adds=("ST.", "PJ1")),
]


@cache
def accounts_of(line: Line) -> tuple[str, ...]:
    """The codes behind a line, in the order of the chart."""
    return tuple(code for code in ACCOUNTS if any(within(code, each) for each in line.ranges))


def within(code: str, span: str) -> bool:
    """Whether a code lies in `111100-112500`, or is the single one named."""
    first, _, last = span.partition("-")
    return first <= code <= (last or first)


LINE_OF: dict[str, str] = {code: line.key for line in [*POSITION, *SURPLUS] for code in accounts_of(line)}

# Each line is explained by the note of this number, in the order in which the statements print them.
NOTE_OF: dict[str, str] = {
    line.key: str(number)
    for number, line in enumerate((each for each in [*POSITION, *SURPLUS] if each.level == "line"), start=1)
}
