"""Every statement and book by the name it has on the command line."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from lumbung.ledger import reports
from lumbung.ledger.chart import ACCOUNTS
from lumbung.ledger.layout import within
from lumbung.ledger.reports.shape import Statement
from lumbung.site import registers
from lumbung.web.words import Refused


class Wanted(NamedTuple):
    """What somebody asked for; no `start` means the start of the book year."""

    cooperative_id: int
    start: date | None
    end: date
    account: str = ""
    by_unit: bool = False

    @property
    def days(self) -> tuple[int, date | None, date]:
        return self.cooperative_id, self.start, self.end

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts named by a code or a range; none for none.

        Raises  Refused: there is no such account
        """
        codes = tuple(code for code in ACCOUNTS if self.account and within(code, self.account))
        if self.account and not codes:
            raise Refused(_("Tidak ada akun %(code)s di daftar akun."), code=self.account)
        return codes


def _surplus(wanted: Wanted) -> Statement:
    return reports.surplus(*wanted.days, by_unit=wanted.by_unit)


def _ledger(wanted: Wanted) -> Statement:
    if wanted.accounts:
        return reports.account_ledger(wanted.cooperative_id, wanted.accounts, wanted.start, wanted.end)
    return reports.general_ledger(*wanted.days)


def _cash_book(wanted: Wanted) -> Statement:
    return reports.cash_book(*wanted.days, accounts=wanted.accounts)


STATEMENTS = {
    "trial-balance": lambda wanted: reports.trial_balance(*wanted.days),
    "position": lambda wanted: reports.position(*wanted.days),
    "surplus": _surplus,
    "equity": lambda wanted: reports.equity(*wanted.days),
    "cash-flow": lambda wanted: reports.cash_flow(*wanted.days),
    "notes": lambda wanted: reports.notes(*wanted.days),
    "journal": lambda wanted: reports.journal_book(*wanted.days),
    "ledger": _ledger,
    "cash-book": _cash_book,
    "members": registers.members,
    "dues": registers.dues,
}
