"""Book 15 as it stands: every thing, its cost, what has worn off, where it is; and whether the ledger agrees."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from lumbung.assets.models import Departure, Depreciation, Item, Sighting
from lumbung.assets.rules import GROUPS, LENT_ACCOUNT, Wear
from lumbung.ledger import reports as books
from lumbung.ledger.reports.entries import reversed_numbers


class Line(NamedTuple):
    """A thing on a day; amounts in sen.

    worn   altogether, with what had worn off before these books
    left   how it left the book, None while it is here
    """

    item: Item
    seen: Sighting | None
    worn: int
    left: Departure | None
    months: tuple[Depreciation, ...]

    @property
    def value(self) -> int:
        """Book value; what is only lent to us has none of ours."""
        return 0 if self.item.is_lent else self.item.cost - self.worn

    @property
    def is_here(self) -> bool:
        return self.left is None

    @property
    def wear(self) -> Wear:
        item = self.item
        return Wear(item.cost - item.residual - item.before, item.life_months, item.starts)

    @property
    def booked(self) -> int:
        """What has worn off in these books."""
        return self.worn - self.item.before


def inventory(cooperative_id: int, on: date, *, ids=None) -> list[Line]:
    """Everything that was ever written into the book up to a day, by code; things that left say so."""
    undone = reversed_numbers(cooperative_id)
    items = Item.objects.filter(cooperative_id=cooperative_id, acquired_on__lte=on).order_by("code")
    items = [item for item in (items if ids is None else items.filter(id__in=list(ids))) if item.number not in undone]
    wear, seen, left = _wear(cooperative_id, undone), _seen(cooperative_id, on), _left(cooperative_id, on, undone)
    return [
        Line(item, seen.get(item.id), item.before + sum(row.amount for row in wear[item.id]), left.get(item.id),
             tuple(wear[item.id]))
        for item in items
    ]  # fmt: skip


def one(cooperative_id: int, item_id: int, on: date) -> Line | None:
    """One of them; None outside this cooperative, and when its entry was taken back."""
    return next(iter(inventory(cooperative_id, on, ids=[item_id])), None)


def _wear(cooperative_id: int, undone: set[int]) -> dict[int, list[Depreciation]]:
    found = defaultdict(list)
    for row in Depreciation.objects.filter(cooperative_id=cooperative_id).order_by("period", "number"):
        if row.number not in undone:
            found[row.item_id].append(row)
    return found


def _seen(cooperative_id: int, on: date) -> dict[int, Sighting]:
    """The newest look at each thing."""
    rows = Sighting.objects.filter(cooperative_id=cooperative_id, seen_on__lte=on).order_by("seen_on", "id")
    return {row.item_id: row for row in rows}


def _left(cooperative_id: int, on: date, undone: set[int]) -> dict[int, Departure]:
    rows = Departure.objects.filter(cooperative_id=cooperative_id, left_on__lte=on)
    return {row.item_id: row for row in rows if row.number not in undone}


class Check(NamedTuple):
    """An account of the ledger beside the book; sen. `unwritten`: in the ledger, and on no line of the book yet."""

    account: str
    written: int
    unwritten: int
    ledger: int

    @property
    def name(self) -> str:
        return books.account_name(self.account)

    @property
    def difference(self) -> int:
        return self.ledger - self.written - self.unwritten

    @property
    def agrees(self) -> bool:
        return self.difference == 0


def checks(cooperative_id: int, on: date, lines: list[Line]) -> list[Check]:
    """Cost and depreciation of the book against the ledger's accounts, those that are used."""
    cuts = books.balances_at(cooperative_id, [on])
    waiting = defaultdict(int)
    for each in unwritten(cooperative_id, on):
        waiting[each.account] += each.left
    here = [line for line in lines if line.is_here]
    found = [Check(LENT_ACCOUNT, sum(line.item.cost for line in here if line.item.is_lent), waiting[LENT_ACCOUNT],
                   cuts.debit_balance(LENT_ACCOUNT, on))]  # fmt: skip
    for key, group in GROUPS.items():
        own = [line for line in here if line.item.kind == key and not line.item.is_lent]
        cost, worn = sum(line.item.cost for line in own), sum(line.worn for line in own)
        found.append(Check(group.account, cost, waiting[group.account], cuts.debit_balance(group.account, on)))
        found.append(Check(group.accumulated, worn, 0, -cuts.debit_balance(group.accumulated, on)))
    return sorted(check for check in found if check.written or check.unwritten or check.ledger)


class Unwritten(NamedTuple):
    """What an entry put into an account of goods and no line of the book names yet; sen."""

    number: int
    account: str
    amount: int
    left: int
    entry: books.JournalEntry


def unwritten(cooperative_id: int, on: date) -> list[Unwritten]:
    """Goods that are in the ledger and not in the book: bought on the cash pages, granted, or brought along."""
    wanted = [group.account for group in GROUPS.values()] + [LENT_ACCOUNT]
    named = defaultdict(int)
    undone = reversed_numbers(cooperative_id)
    for item in Item.objects.filter(cooperative_id=cooperative_id):
        if item.number not in undone:
            named[item.number, account_of(item)] += item.cost
    found = [(number, code, amount, amount - named[number, code])
             for number, code, amount in books.standing_debits(cooperative_id, wanted)]  # fmt: skip
    open_ = [row for row in found if row[3] > 0]
    entries = {entry.number: entry for entry in books.entries_of(cooperative_id, [row[0] for row in open_])}
    return [Unwritten(*row, entries[row[0]]) for row in open_ if entries[row[0]].booked_on <= on]


def account_of(item: Item) -> str:
    return LENT_ACCOUNT if item.is_lent else GROUPS[item.kind].account
