"""Finding a category: by its event, its direction, its address."""

from functools import cache

from django.utils.text import slugify
from django.utils.translation import override

from lumbung.cash.rules.category import Category
from lumbung.cash.rules.inward import INWARD
from lumbung.cash.rules.moved import MOVED
from lumbung.cash.rules.outward import OUTWARD
from lumbung.ledger.events import EVENTS

_ALL = [*INWARD, *MOVED, *OUTWARD]
CATEGORIES: dict[str, Category] = {category.event: category for category in [*MOVED, *INWARD, *OUTWARD]}

# Events that a form chooses by itself, by the category that was asked: who brought the goods, what the bylaws say.
ASKED_AS = {"sale.consigned_other": "sale.consigned", "grant.income": "grant.cash"}


def of_direction(inward: bool) -> list[Category]:
    """Every category that a line of money in, or of money out, may have."""
    return [category for category in _ALL if category.inward == inward]


@cache
def _slugs(inward: bool) -> dict[str, Category]:
    with override("id"):  # str(), because slugify leaves a lazy text lazy: the address would change with the language
        return {slugify(str(category.question)): category for category in of_direction(inward) if category.group}


def by_slug(slug: str, inward: bool) -> Category | None:
    """The category of an address, `beli-atk`; the words of addresses stay Indonesian."""
    return _slugs(inward).get(slug)


def slug_of(event: str, inward: bool) -> str:
    return next(slug for slug, category in _slugs(inward).items() if category.event == event)


def category_account(event: str) -> str:
    """The account that a category fills or empties, beside the cash itself.

    Raises  KeyError: the event's other side is not one account of the chart
    """
    line = EVENTS[event]
    sides = [side for side in (*line.debit, *line.credit) if side != "cash"]
    accounts = [side.partition("/")[0].partition(":")[0] for side in sides]
    if len(accounts) != 1 or not accounts[0].isdigit():
        raise KeyError(event)
    return accounts[0]
