"""Questions of a member about herself, and of officers about cards and suggestions."""

from lumbung.portal.reports.box import answered, book, line, of_member, suggestion, waiting
from lumbung.portal.reports.cards import card_of_code, card_standing, hashed, member_of_card
from lumbung.portal.reports.data import consents, corrections, household, looks
from lumbung.portal.reports.money import Savings, dues, entry, history, savings

__all__ = [
    "Savings",
    "answered",
    "book",
    "card_of_code",
    "card_standing",
    "consents",
    "corrections",
    "dues",
    "entry",
    "hashed",
    "history",
    "household",
    "line",
    "looks",
    "member_of_card",
    "of_member",
    "savings",
    "suggestion",
    "waiting",
]
