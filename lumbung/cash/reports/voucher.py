"""An entry as a receipt or voucher: what every page after a deed, the entry's own page and the printed paper show."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.cash.reports.places import general as general_cash
from lumbung.cash.rules import CATEGORIES
from lumbung.ledger import reports as books
from lumbung.ledger.chart import ACCOUNTS, is_cash
from lumbung.ledger.reports import JournalEntry
from lumbung.security.reports import names

IN, OUT, MOVED, OTHER = "in", "out", "moved", "other"


class Voucher(NamedTuple):
    """An entry with its words; `amount` sen, `way` in, out, moved or other; `lines` with the names of holders."""

    entry: JournalEntry
    way: str
    amount: int
    maker: str
    places: list[str]
    people: list[str]
    lines: list[dict]

    @property
    def title(self) -> str:
        titles = {IN: _("Bukti kas masuk"), OUT: _("Bukti kas keluar"), MOVED: _("Bukti pindah uang")}
        return titles.get(self.way, _("Bukti memorial"))

    @property
    def stamp(self) -> str:
        return {IN: _("Diterima"), OUT: _("Dibayar"), MOVED: _("Dipindah")}.get(self.way, _("Dicatat"))

    @property
    def icon(self) -> str:
        icons = {IN: "arrow-down-to-line", OUT: "arrow-up-from-line", MOVED: "arrow-left-right"}
        return (
            CATEGORIES[self.entry.kind].icon if self.entry.kind in CATEGORIES else icons.get(self.way, "notebook-pen")
        )


def voucher_of(cooperative_id: int, number: int) -> Voucher | None:
    """The voucher of an entry; None when the book has no such number."""
    entry = books.entry(cooperative_id, number)
    if entry is None:
        return None
    cash = [line for line in entry.lines if is_cash(line.account)]
    inward, outward = sum(line.debit for line in cash), sum(line.credit for line in cash)
    way = _way(inward, outward)
    called = _called(cooperative_id, entry)
    lines = [{"line": line, "account": books.account_name(line.account), "holder": called.get(_key(line), "")}
             for line in entry.lines]  # fmt: skip
    people = [called[_key(line)] for line in entry.lines if _key(line) in called and not is_cash(line.account)]
    where = list(dict.fromkeys(called.get(_key(line)) or _general(cooperative_id, line.account) for line in cash))
    maker = names([entry.made_by]).get(entry.made_by, "")
    amount = {IN: inward - outward, OUT: outward - inward}.get(way, entry.amount)
    return Voucher(entry, way, amount, maker, where, list(dict.fromkeys(people)), lines)


def _way(inward: int, outward: int) -> str:
    if inward and inward == outward:
        return MOVED
    return IN if inward > outward else OUT if outward > inward else OTHER


def _key(line) -> tuple[str, int]:
    return line.account, line.holder


def _called(cooperative_id: int, entry: JournalEntry) -> dict[tuple[str, int], str]:
    """The names of all holders of an entry, one question for each account."""
    holders: dict[str, set[int]] = {}
    for line in entry.lines:
        if line.holder and ACCOUNTS[line.account].holder_kind:
            holders.setdefault(line.account, set()).add(line.holder)
    return {
        (account, who): name
        for account, some in holders.items()
        for who, name in books.holder_names(cooperative_id, account, some).items()
    }


def _general(cooperative_id: int, account: str) -> str:
    """A place without a holder: the treasurer's cash by the name it has here, others by the chart's."""
    general = general_cash(cooperative_id)
    return general.name if account == general.account_code else books.account_name(account)
