"""Savings of the pilot beside the deposits: what interest is decided, who puts money away, what each month brings."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from lumbung.demo.deeds import Deed, months_back
from lumbung.demo.pilot import Profile
from lumbung.money import rp

RULES = {"savings_rate_year": "4", "term_rate_year": "6", "savings_floor": "10000"}
RATE = 6_00  # of term deposits, hundredths of a percent


class Term(NamedTuple):
    """A term deposit: who (by the order of numbers), how much, how many months ago, for how many months."""

    who: int
    rupiah: int
    ago: int
    day: int
    months: int
    rollover: bool


TERMS = {
    "berjangka-1": Term(5, 1_000_000, ago=3, day=13, months=3, rollover=False),
    "berjangka-2": Term(3, 2_500_000, ago=5, day=9, months=6, rollover=True),
}


def terms(random: Random, profile: Profile, start: date, today: date) -> Iterator[Deed]:
    """Two members put money away: one deposit has just matured, the other will before long."""
    for key, term in TERMS.items():
        on = months_back(today, term.ago) + timedelta(days=term.day)
        if on > start + timedelta(days=30):
            yield Deed(on, "term.placed", rp(term.rupiah), who=term.who, key=key)
