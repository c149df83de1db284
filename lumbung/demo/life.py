"""A cooperative's life from its profile: who is in it, and what really happened of all that was meant to happen.

Nothing here touches the database or asks the time. What is planned for a day on which there is no money for it does
not happen, so no till is ever empty below nothing; amounts that depend on the day are fixed on that day. The life runs
until `today`: on the same day the same seed lives the same life, and a day later it has lived a day longer.
"""

from datetime import date
from itertools import chain
from random import Random
from typing import NamedTuple

from lumbung.demo import membership, office, trade
from lumbung.demo.deeds import BANK, KAS, Deed, last_day, months_back
from lumbung.demo.pilot import SEED, Profile
from lumbung.demo.standing import settle
from lumbung.money import rp


class Life(NamedTuple):
    """Everybody in the order of their numbers, and every deed in the order of days.

    brought  what an older cooperative carries into its books, sen by place
    """

    start: date
    everyone: list[membership.Joiner]
    deeds: list[Deed]
    brought: dict[str, int]


def live(profile: Profile, today: date) -> Life:
    """The whole life of one cooperative, up to and with `today`."""
    random = Random(f"{SEED} {profile.slug}")
    start, end = months_back(today, profile.months - 1), last_day(today)
    everyone = membership.joiners(random, profile, start, end)
    wishes = [
        membership.payments(random, profile, everyone, start, end),
        office.office(random, profile, start, end),
        trade.trade(random, profile, start, end) if "snacks" in profile.deeds else (),
        trade.consigned(random, start, end) if "consigned" in profile.deeds else (),
    ]
    brought = {} if profile.is_new else _brought(random, profile)
    deeds = settle(chain.from_iterable(wishes), brought, start, today)
    return Life(start, [joiner for joiner in everyone if joiner.joined_on <= today], deeds, brought)


def _brought(random: Random, profile: Profile) -> dict[str, int]:
    money = {KAS: rp(random.randrange(150, 650) * 1_000)}
    if "bank" in profile.deeds:
        money[BANK] = rp(random.randrange(15, 60) * 100_000)
    return money
