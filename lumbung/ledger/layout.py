"""The lines of the statements and the accounts behind each (reference: domain sections 4.2 and 4.3).

Every account that can be posted to stands on exactly one line, except the clearing accounts 390000 and 590000, which
must be nil, and the memorandum accounts, which balance against themselves.
"""

from typing import NamedTuple

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
        deducts = label.startswith("(-) ")
        lines.append(Line(f"{prefix}{index}", label.removeprefix("(-) "), tuple(ranges.split()), deducts))
    return lines


def _head(key: str, label: str) -> Line:
    return Line(key, label, level="head")


def _sum(key: str, label: str, lines: list[Line], *others: str, level: str = "subtotal") -> Line:
    return Line(key, label, level=level, adds=(*others, *(line.key for line in lines)))


CURRENT_ASSETS = _lines(
    "AL",
    ("Kas dan setara kas", "111100-112500"),
    ("Pinjaman anggota (USP)", "113100"),
    ("(-) Penyisihan kerugian pinjaman", "113150"),
    ("Piutang usaha (anggota, bukan anggota, jasa layanan)", "113300-113500"),
    ("(-) Penyisihan piutang usaha", "113550"),
    ("Piutang lain-lain, kasbon, panjar, jasa pinjaman", "113200 113700-113900"),
    ("Persediaan (neto)", "114100-114900"),
    ("Beban dan pajak dibayar di muka", "115100-116100"),
)
FIXED_ASSETS = _lines(
    "AT",
    ("Penempatan modal pada unit usaha/kemitraan", "123200"),
    ("Investasi pada koperasi lain", "123100"),
    ("Aset tetap", "121100-121900"),
    ("(-) Akumulasi penyusutan", "122200-122500"),
    ("Aset tak berwujud (neto)", "124100-124200"),
    ("Aset lain", "125100-126100"),
)
CURRENT_LIABILITIES = _lines(
    "LP",
    ("Utang usaha", "212100"),
    ("Utang konsinyasi, titipan, uang muka", "212200-212500"),
    ("Simpanan sukarela dan simpanan khusus", "211100-211200 211500"),
    ("Simpanan berjangka s.d. 12 bulan", "211300"),
    ("Utang bunga/jasa", "211400"),
    ("Utang pajak", "213100-213600"),
    ("Beban yang masih harus dibayar", "214100"),
    ("Dana-dana SHU", "215100-215500"),
    ("Utang SHU anggota", "215700"),
    ("Utang imbal jasa desa", "215800"),
    ("Utang anggota keluar dan talangan pihak ketiga", "216100-216200"),
    ("Utang pinjaman - bagian lancar", "216300"),
    ("Liabilitas lain", "217200"),
)
LONG_LIABILITIES = _lines(
    "LJ",
    ("Utang pinjaman (bank, LPDB)", "221100-221200"),
    ("Simpanan berjangka di atas 12 bulan", "221300"),
    ("Hibah ditangguhkan", "221400"),
    ("Liabilitas imbalan pasca kerja", "222100"),
    ("Modal penyertaan", "223100"),
)
EQUITY = _lines(
    "EK",
    ("Simpanan pokok", "310000"),
    ("Simpanan wajib", "320000"),
    ("(-) Simpanan belum disetor", "329000"),
    ("Hibah/donasi (ekuitas lain)", "330000"),
    ("Cadangan umum dan cadangan tujuan risiko", "340000-341000"),
    ("SHU tahun lalu belum dibagi", "351000"),
    ("Saldo defisit/SHU ditahan", "352000"),
    ("SHU tahun berjalan", "350000"),
)
RESULT_OF_YEAR = EQUITY[-1].key  # also holds what the 4xxxxx and 5xxxxx accounts have not yet been closed to

POSITION: list[Line] = [
    _head("AL", "ASET LANCAR"),
    *CURRENT_ASSETS,
    _sum("AL.", "Jumlah aset lancar", CURRENT_ASSETS),
    _head("AT", "ASET TIDAK LANCAR"),
    *FIXED_ASSETS,
    _sum("AT.", "Jumlah aset tidak lancar", FIXED_ASSETS),
    Line("A.", "JUMLAH ASET", level="total", adds=("AL.", "AT.")),
    _head("LP", "LIABILITAS JANGKA PENDEK"),
    *CURRENT_LIABILITIES,
    _sum("LP.", "Jumlah liabilitas jangka pendek", CURRENT_LIABILITIES),
    _head("LJ", "LIABILITAS JANGKA PANJANG"),
    *LONG_LIABILITIES,
    _sum("LJ.", "Jumlah liabilitas jangka panjang", LONG_LIABILITIES),
    Line("L.", "JUMLAH LIABILITAS", level="total", adds=("LP.", "LJ.")),
    _head("EK", "EKUITAS"),
    *EQUITY,
    _sum("EK.", "JUMLAH EKUITAS", EQUITY, level="total"),
    Line("LE.", "JUMLAH LIABILITAS DAN EKUITAS", level="total", adds=("L.", "EK.")),
]

MEMBER_PARTICIPATION = _lines(
    "PA",
    ("Penjualan kepada anggota (neto)", "411100-411900"),
    ("(-) Harga pokok penjualan anggota", "511100"),
    ("Jasa, administrasi, provisi, denda pinjaman anggota", "412100-412400"),
    ("(-) Beban jasa simpanan anggota", "512100-512200"),
    ("Komisi konsinyasi dan jasa layanan anggota", "413100-414100"),
)
NON_MEMBER = _lines(
    "NA",
    ("Penjualan kepada bukan anggota (neto)", "421100-421900"),
    ("(-) Harga pokok penjualan bukan anggota", "511200"),
    ("Komisi, fee keagenan, jasa, bagi hasil bukan anggota", "423100-425100"),
)
OPERATING = _lines(
    "BU",
    ("(-) Beban kepegawaian", "521100-521200"),
    ("(-) Beban administrasi dan umum", "522100-522900 525100"),
    ("(-) Beban penyusutan dan amortisasi", "523100-523200"),
    ("(-) Beban penyisihan pinjaman dan piutang", "524100-524200"),
    ("(-) Selisih/kerusakan persediaan dan selisih kurang kas", "513100-513200 526100"),
    ("(-) Beban bunga utang bank/LPDB", "512300"),
)
COOPERATIVE_COST = _lines("BK", ("(-) Beban perkoperasian", "531100-531500"))
OTHER = _lines("LL", ("Pendapatan lain", "431100-431900"), ("(-) Beban lain", "541100-541900"))
TAX = _lines("PJ", ("(-) Beban pajak penghasilan", "551100-551200"))

SURPLUS: list[Line] = [
    _head("PA", "A. PARTISIPASI ANGGOTA"),
    *MEMBER_PARTICIPATION,
    _sum("PA.", "Partisipasi neto anggota", MEMBER_PARTICIPATION),
    _head("NA", "B. TRANSAKSI DENGAN BUKAN ANGGOTA"),
    *NON_MEMBER,
    _sum("NA.", "Laba kotor dari bukan anggota", NON_MEMBER),
    Line("SK.", "SHU KOTOR (A + B)", level="total", adds=("PA.", "NA.")),
    _head("BU", "C. BEBAN USAHA"),
    *OPERATING,
    _sum("BU.", "Jumlah beban usaha", OPERATING),
    Line("SB.", "SHU sebelum beban perkoperasian", level="subtotal", adds=("SK.", "BU.")),
    _head("BK", "D. BEBAN PERKOPERASIAN"),
    *COOPERATIVE_COST,
    Line("SP.", "SHU setelah beban perkoperasian", level="subtotal", adds=("SB.", "BK1")),
    _head("LL", "E. PENDAPATAN DAN BEBAN LAIN"),
    *OTHER,
    Line("ST.", "SHU SEBELUM PAJAK", level="total", adds=("SP.", "LL1", "LL2")),
    _head("PJ", "F. PAJAK PENGHASILAN"),
    *TAX,
    Line("S.", "SHU SETELAH PAJAK", level="total", adds=("ST.", "PJ1")),
]


def accounts_of(line: Line) -> list[str]:
    """The codes behind a line, in the order of the chart."""
    return [code for code in ACCOUNTS if any(within(code, each) for each in line.ranges)]


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
