"""Policy of cash: which accounts are places, the categories in plain words, what a line of a cash book means."""

from lumbung.cash.rules.categories import ASKED_AS, CATEGORIES, by_slug, category_account, of_direction, slug_of
from lumbung.cash.rules.category import Category
from lumbung.cash.rules.places import ACCOUNTS_OF, bank_account_for
from lumbung.cash.rules.proposals import propose

__all__ = [
    "ACCOUNTS_OF",
    "ASKED_AS",
    "CATEGORIES",
    "Category",
    "bank_account_for",
    "by_slug",
    "category_account",
    "of_direction",
    "propose",
    "slug_of",
]
