"""A member's money as she asks for it: what she has, what she still owes, every entry that concerns her."""

import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lumbung.dues import reports as dues_reports
from lumbung.dues.rules import period_of
from lumbung.ledger import reports as books
from lumbung.ledger.chart import ACCOUNTS
from lumbung.members.models import Member

NAMES = {
    "310000": gettext_lazy("Simpanan pokok"),
    "320000": gettext_lazy("Simpanan wajib"),
    "211100": gettext_lazy("Simpanan sukarela"),
}
HELD = [code for code, account in ACCOUNTS.items() if account.holder_kind == "member"]
OWED_TO_HER = [code for code in HELD if ACCOUNTS[code].normal_side == "K"]


class Savings(NamedTuple):
    """One kind of savings, sen."""

    code: str
    name: str
    amount: int


class Own(NamedTuple):
    """An entry as the member it concerns may see it: her part of it, in words that name nobody else.

    amount  what it moved for her, sen, above zero when she has more by it
    """

    number: int
    document: str
    booked_on: date
    words: str
    label: str
    amount: int
    undone: bool
    made_by: int


def savings(member: Member) -> list[Savings]:
    """The three kinds, and whatever else the cooperative keeps for her: shares of the surplus, a refund that waits."""
    found = books.holder_accounts(member.cooperative_id, member.id)
    named = [Savings(code, str(name), found.get(code, 0)) for code, name in NAMES.items()]
    others = [code for code in OWED_TO_HER if code not in NAMES and found.get(code)]
    return named + [Savings(code, _(ACCOUNTS[code].name), found[code]) for code in others]


def dues(member: Member, on: date) -> dict:
    """Months that wait and the year's strip."""
    card = dues_reports.card(member)
    shown = card.first is not None and dues_reports.in_year(card, on.year)
    unpaid = card.unpaid(period_of(on))
    return {
        "unpaid": unpaid,
        "owed": sum(part.amount for part in unpaid),
        "expected": card.owes(period_of(on)),
        "row": dues_reports.grid_row(member, card, on.year, on) if shown else None,
    }


def history(member: Member, *, limit: int | None = None) -> list[Own]:
    """Everything in the books that concerns the member, newest first."""
    return [_own(entry, member) for entry in books.holder_entries(member.cooperative_id, member.id, limit=limit)]


def entry(member: Member, number: int) -> Own | None:
    """One entry of hers; None for any other, as if it did not exist."""
    found = books.entry(member.cooperative_id, number)
    return _own(found, member) if found and _concerns(found, member.id) else None


def _to_her(memo: str, member: Member) -> str:
    """The words of the book without her own name: she knows who she is."""
    return re.sub(rf",? {re.escape(member.full_name)} \({re.escape(member.number)}\)", "", memo)


def _concerns(entry: books.JournalEntry, member_id: int) -> bool:
    return any(line.holder == member_id and line.account in HELD for line in entry.lines)


def _own(entry: books.JournalEntry, member: Member) -> Own:
    mine = [line for line in entry.lines if line.holder == member.id and line.account in HELD]
    alone = all(line.holder == member.id for line in entry.lines if line.account in HELD)
    words = _to_her(entry.memo, member) if alone else entry.label
    return Own(
        entry.number, entry.document, entry.booked_on, words, entry.label,
        sum(line.credit - line.debit for line in mine), entry.reversed_by is not None, entry.made_by,
    )  # fmt: skip
