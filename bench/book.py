"""The same book for every program: a year's entries by number alone, and how hledger and Beancount write them.

Standard library only. `EVENTS` repeats the two accounts of each event used here; a test compares it with the ledger's.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

MONTHS = 12
RUPIAH = 20_000
EVENTS = {  # its series, words, debit and credit
    "dues.paid": ("BKM", "Simpanan wajib", "111100", "320000"),
    "sale.member": ("BKM", "Penjualan kepada anggota", "111100", "411100"),
    "sale.non_member": ("BKM", "Penjualan kepada bukan anggota", "111100", "421100"),
    "goods.bought": ("BKK", "Belanja barang dagangan", "114100", "111100"),
    "income.other": ("BKM", "Pendapatan lain-lain", "111100", "431900"),
    "expense.honoraria": ("BKK", "Honor pengurus dan pengawas", "531100", "111100"),
}
DUES, *OTHERS = EVENTS
KINDS = {"1": "Assets", "2": "Liabilities", "3": "Equity", "4": "Income", "5": "Expenses"}


class Entry(NamedTuple):
    """`rupiah` out of `credit` into `debit`."""

    number: int
    event: str
    on: date
    member: int
    rupiah: int

    @property
    def debit(self) -> str:
        return EVENTS[self.event][2]

    @property
    def credit(self) -> str:
        return EVENTS[self.event][3]

    @property
    def document(self) -> str:
        return f"{EVENTS[self.event][0]}-{self.on.year}-{self.number:06}"

    @property
    def words(self) -> str:
        return EVENTS[self.event][1]


def entry(place: int) -> Entry:
    """Nine dues and one other event in ten; a member pays once a month, so a bigger book has more members."""
    member, month = divmod(place, MONTHS)
    event = OTHERS[place // 10 % len(OTHERS)] if place % 10 == 9 else DUES
    return Entry(place + 1, event, date(2025, month + 1, 1 + place % 28), member + 1, RUPIAH)


def entries(count: int) -> Iterator[Entry]:
    return map(entry, range(count))


def balances(some: Iterable[Entry]) -> dict[str, int]:
    """Rupiah of each account, debit above zero: what every program must find."""
    found: dict[str, int] = {}
    for one in some:
        found[one.debit] = found.get(one.debit, 0) + one.rupiah
        found[one.credit] = found.get(one.credit, 0) - one.rupiah
    return found


def hledger(one: Entry) -> str:
    return (
        f"{one.on} ({one.document}) {one.words}  ; member:{one.member}\n"
        f"    {one.debit}  {one.rupiah} IDR\n    {one.credit}  -{one.rupiah} IDR\n\n"
    )


def beancount(one: Entry) -> str:
    return (
        f'{one.on} * "{one.words}"\n  document: "{one.document}"\n  member: {one.member}\n'
        f"  {_account(one.debit)}  {one.rupiah} IDR\n  {_account(one.credit)}  -{one.rupiah} IDR\n\n"
    )


def _account(code: str) -> str:
    return f"{KINDS[code[0]]}:A{code}"


def beancount_head() -> str:
    codes = sorted({code for *_, debit, credit in EVENTS.values() for code in (debit, credit)})
    return "".join(f"2025-01-01 open {_account(code)} IDR\n" for code in codes) + "\n"


def write(file: Path, some: Iterable[Entry]) -> None:
    """Write the entries in the format that the file's name asks for."""
    head, one_as = {".journal": ("", hledger), ".beancount": (beancount_head(), beancount)}[file.suffix]
    with file.open("w") as text:
        text.write(head)
        text.writelines(map(one_as, some))
