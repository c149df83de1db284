"""What an earlier entry said, so that a form can say it again."""

from typing import NamedTuple

from lumbung.cash.rules import ASKED_AS, Category
from lumbung.ledger import reports as books
from lumbung.ledger.chart import is_cash
from lumbung.ledger.journal import Place


class Before(NamedTuple):
    """An earlier entry of a category: `amount` sen, the words, whose it was (0: nobody's), where the money lay."""

    number: int
    amount: int
    memo: str
    holder: int
    place: Place


def before(cooperative_id: int, number: int, category: Category) -> Before | None:
    """An earlier entry of this category; None when there is none, or it was one of another kind."""
    entry = books.entry(cooperative_id, number)
    if entry is None or ASKED_AS.get(entry.kind, entry.kind) != category.event:
        return None
    cash = [line for line in entry.lines if is_cash(line.account)]
    holder = next((line.holder for line in entry.lines if line.holder and not is_cash(line.account)), 0)
    amount = abs(sum(line.debit - line.credit for line in cash))
    return Before(entry.number, amount, entry.memo, holder, Place(cash[0].account, cash[0].holder))
