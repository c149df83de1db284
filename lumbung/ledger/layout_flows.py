"""Where a movement of money stands in the cash flow statement and in the statement of changes in equity.

Both are told by the accounts on the two sides of a transfer (reference: domain sections 4.4 and 4.5).
"""

from django.utils.translation import gettext_noop as _  # whoever prints a label translates it

from lumbung.ledger.chart import ACCOUNTS, OPENING, is_cash
from lumbung.ledger.layout import Line, within

# --- cash flow -----------------------------------------------------------------------------------------------------

# Account ranges → the line for money in, the line for money out; one line when both belong together.
_WAYS = (
    ("411100-411900 113400", "O1"),
    ("421100-421900 113500", "O2"),
    ("412100-414100 423100-425100 113200-113300", "O3"),
    ("431100 431300 431500-431900 212500 217200", "O4"),
    ("113100 113150", "O5", "O9"),
    ("211100-211300 211500 221300", "O6", "O10"),
    ("114100-114900 212100 511100-511200 513100-513200", "O7"),
    ("212200", "O8i", "O8"),
    ("521100-521200", "O11"),
    ("522100-526100 531100-531500 541200-541900 113800 115100-115200 214100 222100 113550", "O12"),
    ("512100-512300 211400", "O13"),
    ("213100-213600 116100 551100-551200", "O14"),
    ("215100-215500 215800", "O15"),
    ("113700 113900", "O16"),
    ("212300", "O17"),
    ("121100-122500 124100-126100 431400 541100", "I2", "I1"),
    ("123100-123200", "I3"),
    ("310000", "P1", "P3"),
    ("320000-329000", "P2", "P3"),
    ("216100", "P3"),
    ("216200", "P8"),
    ("330000 221400 431200", "P4"),
    ("221100-221200 216300 223100", "P5", "P6"),
    ("215700 340000-352000 590000", "P7"),
    ("390000", "opening"),
)


def _flow(key: str, label: str) -> Line:
    return Line(key, label)


OPERATIONS = [
    _flow("O1", _("Penerimaan penjualan kepada anggota")),
    _flow("O2", _("Penerimaan penjualan kepada bukan anggota")),
    _flow("O3", _("Penerimaan jasa, komisi, fee, bagi hasil")),
    _flow("O4", _("Penerimaan lain")),
    _flow("O5", _("Angsuran pokok pinjaman anggota")),
    _flow("O6", _("Setoran simpanan sukarela dan berjangka")),
    _flow("O8i", _("Hasil titip jual yang diterima")),
    _flow("O17", _("Titipan yang belum jelas, neto")),
    _flow("O7", _("Pembayaran kepada pemasok")),
    _flow("O8", _("Pembayaran konsinyasi kepada penitip")),
    _flow("O9", _("Penyaluran pinjaman anggota")),
    _flow("O10", _("Penarikan simpanan sukarela dan berjangka")),
    _flow("O11", _("Pembayaran gaji dan insentif")),
    _flow("O12", _("Pembayaran beban operasional")),
    _flow("O13", _("Pembayaran bunga dan jasa simpanan")),
    _flow("O14", _("Pembayaran pajak")),
    _flow("O15", _("Pemakaian dana-dana SHU dan imbal jasa desa")),
    _flow("O16", _("Panjar dan kasbon, neto")),
]
INVESTING = [
    _flow("I1", _("Perolehan aset tetap dan aset lain")),
    _flow("I2", _("Pelepasan aset tetap dan aset lain")),
    _flow("I3", _("Penempatan dan penarikan pada koperasi lain dan kemitraan")),
]
FINANCING = [
    _flow("P1", _("Simpanan pokok")),
    _flow("P2", _("Simpanan wajib")),
    _flow("P3", _("Pengembalian simpanan anggota keluar")),
    _flow("P4", _("Hibah uang")),
    _flow("P5", _("Pinjaman bank, LPDB, dan modal penyertaan diterima")),
    _flow("P6", _("Pembayaran pokok pinjaman")),
    _flow("P7", _("Pembayaran SHU anggota")),
    _flow("P8", _("Talangan pengurus, neto")),
]


def _block(key: str, heading: str, lines: list[Line], total: str) -> list[Line]:
    keys = tuple(line.key for line in lines)
    return [Line(key, heading, level="head"), *lines, Line(f"{key}.", total, level="subtotal", adds=keys)]


CASH_FLOW: list[Line] = [
    *_block("O", _("A. ARUS KAS DARI OPERASI"), OPERATIONS, _("Kas neto dari operasi")),
    *_block("I", _("B. ARUS KAS DARI INVESTASI"), INVESTING, _("Kas neto dari investasi")),
    *_block("P", _("C. ARUS KAS DARI PENDANAAN"), FINANCING, _("Kas neto dari pendanaan")),
    Line("D", _("D. KAS DAN SETARA KAS"), level="head"),
    Line("change", _("Kenaikan (penurunan) kas"), level="subtotal", adds=("O.", "I.", "P.")),
    Line("start", _("Saldo awal")),
    Line("opening", _("Saldo awal dari buku lama")),
    Line("end", _("SALDO AKHIR"), level="total", adds=("change", "start", "opening")),
]

# Money that was taken in or paid out before anyone knew what for: once known, it moves to its line.
WAITING = {"212300": "O17", "113900": "O16"}


def _ways() -> dict[str, tuple[str, str]]:
    """{account: (line for money in, line for money out)} of every account that is not cash or memorandum."""
    found = {}
    for ranges, inward, *outward in _WAYS:
        for code in ACCOUNTS:
            if any(within(code, span) for span in ranges.split()) and code not in found:
                found[code] = (inward, outward[0] if outward else inward)
    return found


WAYS = _ways()


def cash_lines(kind: str, debit: str, credit: str) -> list[tuple[str, int]]:
    """The lines that a transfer stands on in the cash flow, each with +1 (in) or -1 (out); empty when no cash moved."""
    if is_cash(debit) and is_cash(credit):
        return []
    if is_cash(debit):
        return [(WAYS[credit][0], 1)]
    if is_cash(credit):
        return [(WAYS[debit][1], -1)]
    if debit in WAITING and _was_cash(kind):
        return [(WAITING[debit], -1), (WAYS[credit][0], 1)]
    if credit in WAITING and _was_cash(kind):
        return [(WAITING[credit], 1), (WAYS[debit][1], -1)]
    return []


def _was_cash(kind: str) -> bool:
    return kind.startswith(("receipt.was", "payment.was", "advance."))


# --- changes in equity ---------------------------------------------------------------------------------------------

EQUITY_COLUMNS = ("principal", "dues", "grants", "reserves", "surplus")
EQUITY_ROWS = (
    ("start", _("Saldo awal")),
    ("opening", _("Saldo awal dari buku lama")),
    ("correction", _("Koreksi")),
    ("paid_in", _("Setoran anggota")),
    ("paid_back", _("Pengembalian kepada anggota keluar")),
    ("granted", _("Hibah diterima")),
    ("to_reserves", _("Pembagian SHU tahun lalu: ke cadangan")),
    ("to_members", _("Pembagian SHU tahun lalu: ke anggota dan dana-dana")),
    ("result", _("SHU tahun berjalan")),
    ("end", _("Saldo akhir")),
)
_COLUMN = {
    "310000": "principal", "320000": "dues", "329000": "dues", "330000": "grants", "340000": "reserves",
    "341000": "reserves", "350000": "surplus", "351000": "surplus", "352000": "surplus", OPENING: "surplus",
}  # fmt: skip


def equity_column(account: str) -> str:
    """The column that an account belongs to; revenue and expense count as surplus; empty for what is not equity."""
    return "surplus" if account[0] in "45" else _COLUMN.get(account, "")


def equity_row(kind: str, account: str, other: str, grows: bool) -> str:
    """The row that explains why `account` changed against `other`."""
    if kind.startswith("opening."):
        return "opening"
    if account[0] in "45":
        return "result"
    mine, theirs = equity_column(account), equity_column(other)
    if {mine, theirs} == {"reserves", "surplus"} and other[0] == "3":
        return "to_reserves"
    if kind == "correction":
        return "correction"
    if mine in ("principal", "dues"):
        return "correction" if {mine, theirs} == {"principal", "dues"} else "paid_in" if grows else "paid_back"
    if mine == "grants":
        return "correction" if theirs else "granted"
    if mine == "surplus" and (other[0] == "2" or theirs in ("principal", "dues")):
        return "to_members"
    return "correction"
