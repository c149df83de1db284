"""The statements as people meet them: the word in the address, a title, and the question that each one answers."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from lumbung.ledger import reports


class Kind(NamedTuple):
    """One statement or book.

    report    (cooperative_id, start or None, end) -> Statement
    standing  true when only its last day counts: a position, a list of balances
    """

    word: str
    title: str
    question: str
    icon: str
    report: Callable
    standing: bool = False
    term: str = ""


_KINDS = (
    Kind(
        "posisi-keuangan", _("Posisi keuangan"), _("Apa yang dimiliki koperasi, dan dari mana asalnya?"), "scale",
        reports.position, standing=True, term="posisi keuangan",
    ),
    Kind(
        "hasil-usaha", _("Hasil usaha"), _("Berapa yang dihasilkan, dari anggota dan dari luar?"), "sprout",
        reports.surplus, term="hasil usaha",
    ),
    Kind(
        "perubahan-ekuitas", _("Perubahan ekuitas"), _("Mengapa modal anggota bertambah atau berkurang?"), "layers",
        reports.equity, term="perubahan ekuitas",
    ),
    Kind(
        "arus-kas", _("Arus kas"), _("Uang datang dari mana, dan pergi ke mana?"), "arrow-left-right",
        reports.cash_flow, term="arus kas",
    ),
    Kind(
        "catatan", _("Catatan laporan"), _("Apa yang ada di balik setiap angka?"), "notebook-pen", reports.notes,
    ),
    Kind(
        "neraca-saldo", _("Neraca saldo"), _("Seimbangkah semua akun? Untuk yang memeriksa."), "list-checks",
        reports.trial_balance, term="neraca saldo",
    ),
    Kind("jurnal", _("Buku jurnal"), _("Semua catatan satu per satu, dengan debit dan kreditnya."), "book-open",
         reports.journal_book),
    Kind("buku-kas", _("Buku kas dan bank"), _("Semua uang masuk dan keluar, hari demi hari."), "wallet",
         reports.cash_book),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.word: kind for kind in _KINDS}
STATEMENTS = ("posisi-keuangan", "hasil-usaha", "perubahan-ekuitas", "arus-kas", "catatan", "neraca-saldo")
